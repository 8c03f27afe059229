package dropoutlab.nn.state;

import dropoutlab.frame.Checkpoint;
import dropoutlab.frame.Matrix;
import dropoutlab.words.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/// Puts back what a [Checkpoint] holds, which may be damaged or of another experiment.
public final class RestoredState extends State {
  private final Checkpoint from;
  /// The names that nothing has asked for.
  private final Set<String> unread;

  public RestoredState(Checkpoint from) {
    this("", from, new HashSet<>(from.tables().keySet()));
    unread.addAll(from.words().keySet());
  }

  private RestoredState(String path, Checkpoint from, Set<String> unread) {
    super(path);
    this.from = from;
    this.unread = unread;
  }

  /// Requires that everything was asked for.
  public void requireAllRead() {
    unread.stream().map(String::valueOf).min(String::compareTo).ifPresent(name -> {
      throw new IllegalArgumentException(Words.of("train.saved.unknown", name));
    });
  }

  @Override public RestoredState within(String part) { return new RestoredState(path + part + ".", from, unread); }

  @Override public boolean isRestoring() { return true; }

  @Override public Matrix table(String name, int rows, int cols, Supplier<Matrix> now) {
    Matrix table = read(from.tables(), name);
    if (table.rows() != rows || table.cols() != cols)
      throw new IllegalArgumentException(
          Words.of("train.saved.shape", path + name, table.rows(), table.cols(), rows, cols));
    return table;
  }

  @Override public long[] words(String name, int least, int most, Supplier<long[]> now) {
    List<Long> words = read(from.words(), name);
    if (words.size() < least || words.size() > most || words.stream().anyMatch(Objects::isNull)) throw impossible(name);
    return words.stream().mapToLong(Long::longValue).toArray();
  }

  private <T> T read(Map<String, T> all, String name) {
    T value = all.get(path + name);
    if (value == null) throw new IllegalArgumentException(Words.of("train.saved.missing", path + name));
    unread.remove(path + name);
    return value;
  }
}
