package dropoutlab.nn.state;

import dropoutlab.frame.Checkpoint;
import dropoutlab.frame.Matrix;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Takes everything that a training remembers into a [Checkpoint].
public final class SavedState extends State {
  private final Map<String, Matrix> tables;
  private final Map<String, List<Long>> words;

  public SavedState() { this("", new LinkedHashMap<>(), new LinkedHashMap<>()); }

  private SavedState(String path, Map<String, Matrix> tables, Map<String, List<Long>> words) {
    super(path);
    this.tables = tables;
    this.words = words;
  }

  public Checkpoint at(long step) { return new Checkpoint(step, tables, words); }

  @Override public SavedState within(String part) { return new SavedState(path + part + ".", tables, words); }

  @Override public boolean isRestoring() { return false; }

  @Override public Matrix table(String name, int rows, int cols, Supplier<Matrix> now) {
    return put(tables, name, now.get());
  }

  @Override public long[] words(String name, int least, int most, Supplier<long[]> now) {
    long[] all = now.get();
    put(words, name, Arrays.stream(all).boxed().toList());
    return all;
  }

  private <T> T put(Map<String, T> into, String name, T value) {
    if (into.put(path + name, value) != null) throw new IllegalStateException("Two parts are named " + path + name);
    return value;
  }
}
