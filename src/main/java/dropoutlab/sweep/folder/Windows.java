package dropoutlab.sweep.folder;

import dropoutlab.frame.sweep.Outcome;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Reads single lines of segments. Runs that lie beside each other in the plan mostly lie beside each other in a
/// segment too: a piece of each of the last few segments is kept.
final class Windows {
  private static final int SIZE = 1 << 16, LONGEST = 1 << 24, MOST = 64;

  private final Map<Path, Window> windows = new LinkedHashMap<>(MOST, 0.75f, true) {
    @Override protected boolean removeEldestEntry(Map.Entry<Path, Window> eldest) { return size() > MOST; }
  };

  private record Window(long from, byte[] bytes, int length) {
    /// Returns how long the line is that begins there; -1 if it does not end here.
    int line(long at) {
      if (at < from || at >= from + length) return -1;
      for (int i = (int) (at - from); i < length; i++) if (bytes[i] == '\n') return i - (int) (at - from);
      return -1;
    }
  }

  /// Reads the line that begins at a place.
  Optional<Outcome> at(Path file, long at) throws IOException {
    Window window = windows.get(file);
    for (int size = SIZE; window == null || window.line(at) < 0; size *= 4) {
      if (size > LONGEST) return Optional.empty();
      window = read(file, at, size);
      windows.put(file, window);
      if (window.length < size && window.line(at) < 0) return Optional.empty();
    }
    return ResultLine.read(window.bytes, (int) (at - window.from), window.line(at));
  }

  private static Window read(Path file, long at, int size) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(size);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      while (bytes.hasRemaining() && channel.read(bytes, at + bytes.position()) > 0);
    }
    return new Window(at, bytes.array(), bytes.position());
  }

  void clear() { windows.clear(); }
}
