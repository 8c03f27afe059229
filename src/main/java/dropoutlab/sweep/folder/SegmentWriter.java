package dropoutlab.sweep.folder;

import dropoutlab.frame.sweep.Outcome;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A segment to which one worker appends: no other ever writes to it. A result is one write; the disk is asked to keep
/// it at most every few seconds, so that short runs do not wait for the disk.
public final class SegmentWriter implements AutoCloseable {
  private static final long FORCED_NANOS = 2_000_000_000L;

  private final Path file;
  private FileChannel channel;
  private long forced = System.nanoTime();

  /// @param file is made with the first result, and must not be there before
  public SegmentWriter(Path file) { this.file = file; }

  public void add(Outcome outcome) throws IOException {
    if (channel == null) {
      Files.createDirectories(file.getParent());
      channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }
    ByteBuffer line = ByteBuffer.wrap(ResultLine.write(outcome));
    while (line.hasRemaining()) channel.write(line);
    if (System.nanoTime() - forced >= FORCED_NANOS) force();
  }

  private void force() throws IOException {
    channel.force(false);
    forced = System.nanoTime();
  }

  @Override public void close() throws IOException {
    if (channel == null) return;
    try (FileChannel ending = channel) {
      ending.force(false);
    }
  }
}
