package dropoutlab.sweep.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;

/// Reads a segment while it grows. It is opened anew each time, because only then a network file system shows what
/// others have written.
final class SegmentReader {
  private static final int CHUNK = 1 << 18, LONGEST = 1 << 24;

  /// A network file system may not tell at once that a file has grown: it is opened so often all the same.
  private static final long SURE_NANOS = 10_000_000_000L;

  private final Path file;
  private final int number;
  private long offset;
  private long opened;

  /// @param number of the segment among all
  SegmentReader(Path file, int number) {
    this.file = file;
    this.number = number;
  }

  Path file() { return file; }

  int number() { return number; }

  /// How far it has been read.
  long offset() { return offset; }

  /// Returns whether there may be more to read.
  ///
  /// @param size of the file, as far as the system knows
  boolean mayHaveGrown(long size) { return size != offset || offset == 0 || System.nanoTime() - opened > SURE_NANOS; }

  /// Is told of each line; a damaged one has no run.
  interface Lines {
    void line(OptionalLong run, boolean finite, double seconds, long at) throws IOException;
  }

  /// Reads the lines that were added since. The last line is left for the next time if it is torn or damaged, because
  /// it may still be being written.
  void readOn(Lines to) throws IOException {
    opened = System.nanoTime();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long end = channel.size();
      byte[] bytes = new byte[(int) Math.min(CHUNK, Math.max(0, end - offset))];
      while (offset < end) {
        int read = fill(channel, bytes);
        int done = lines(bytes, read, offset + read >= end, to);
        offset += done;
        if (offset + (read - done) >= end) return;
        if (done == 0 && bytes.length >= LONGEST) return;
        if (done == 0) bytes = new byte[2 * bytes.length];
      }
    }
  }

  private int fill(FileChannel channel, byte[] bytes) throws IOException {
    ByteBuffer to = ByteBuffer.wrap(bytes);
    while (to.hasRemaining() && channel.read(to, offset + to.position()) > 0);
    return to.position();
  }

  /// Returns how many bytes whole lines take.
  private int lines(byte[] bytes, int read, boolean last, Lines to) throws IOException {
    int from = 0;
    for (int i = 0; i < read; i++) {
      if (bytes[i] != '\n') continue;
      OptionalLong run = ResultLine.run(bytes, from, i - from);
      if (run.isEmpty() && last && i == read - 1) return from;
      boolean sound = run.isPresent();
      to.line(run, sound && ResultLine.finite(bytes, from), sound ? ResultLine.seconds(bytes, from, i - from) : 0,
          offset + from);
      from = i + 1;
    }
    return from;
  }
}
