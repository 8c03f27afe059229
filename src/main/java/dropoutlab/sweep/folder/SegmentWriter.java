package dropoutlab.sweep.folder;

import dropoutlab.frame.sweep.Outcome;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A segment to which one worker appends: no other ever writes to it. A result is one write. Another thread asks the disk
/// to keep what was written, every few seconds, so that the worker does not wait for it.
public final class SegmentWriter implements AutoCloseable {
  private final Path file;
  private volatile FileChannel channel;

  /// @param file is made with the first result, and must not be there before
  public SegmentWriter(Path file) { this.file = file; }

  public void add(Outcome outcome) throws IOException {
    if (channel == null) {
      Files.createDirectories(file.getParent());
      channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }
    ByteBuffer line = ByteBuffer.wrap(ResultLine.write(outcome));
    while (line.hasRemaining()) channel.write(line);
  }

  /// Returns when the disk has what was written. May be called by any thread.
  public void force() throws IOException {
    FileChannel now = channel;
    try {
      if (now != null) now.force(false);
    } catch (ClosedChannelException e) {
      // It was forced when it was closed.
    }
  }

  @Override public void close() throws IOException {
    if (channel == null) return;
    try (FileChannel ending = channel) {
      ending.force(false);
    }
  }
}
