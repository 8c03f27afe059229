package dropoutlab.nn.state;

import dropoutlab.frame.Matrix;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.words.Words;
import java.util.function.Supplier;

/// What a training remembers from one step to the next, part by part and by name. A class that remembers something has
/// one method that names it, and the same method serves both ways: a [SavedState] takes the values, a [RestoredState]
/// puts them back. So nothing can be saved and then not be restored.
///
/// What can be computed again is not remembered: activations, gradients and masks belong to one step.
///
/// While it is restored, everything throws an [IllegalArgumentException] with one sentence if a value is missing or
/// impossible.
public abstract sealed class State permits SavedState, RestoredState {
  private static final int LONGEST_TEXT = 10_000;

  /// What comes before all names.
  final String path;

  State(String path) { this.path = path; }

  /// Returns the part of this state with that name: the names in it do not collide with those outside.
  public abstract State within(String part);

  public abstract boolean isRestoring();

  /// Returns a table of floats or doubles: while saving that of `now`, else the saved one, of this shape.
  public abstract Matrix table(String name, int rows, int cols, Supplier<Matrix> now);

  /// Returns whole numbers: while saving those of `now`, else the saved ones, of which there are `least` to `most`.
  public abstract long[] words(String name, int least, int most, Supplier<long[]> now);

  /// Keeps the first rows x cols values of a buffer.
  public void floats(String name, int rows, int cols, float[] values) {
    Matrix table = table(name, rows, cols, () -> Matrix.copyOf(values, rows, cols));
    if (isRestoring()) table.copyInto(values, 0);
  }

  public void tensor(String name, Tensor tensor) { floats(name, tensor.rows(), tensor.cols(), tensor.data()); }

  public void stream(String name, RandomStream stream) {
    long[] state = words(name, RandomStream.WORDS, RandomStream.WORDS, stream::state);
    if (isRestoring() && !stream.restore(state)) throw impossible(name);
  }

  /// Returns a number that is to be what it was, whatever it was.
  public double number(String name, double now) { return table(name, 1, 1, () -> Matrix.row(now)).get(0); }

  public double number(String name, double now, double least, double most) {
    double number = number(name, now);
    if (isRestoring() && !(number >= least && number <= most)) throw impossible(name);
    return number;
  }

  public long count(String name, long now, long least, long most) {
    long count = words(name, 1, 1, () -> new long[] {now})[0];
    if (isRestoring() && (count < least || count > most))
      throw new IllegalArgumentException(Words.of("train.saved.count", path + name, least, most, count));
    return count;
  }

  public boolean flag(String name, boolean now) { return count(name, now ? 1 : 0, 0, 1) == 1; }

  public String text(String name, String now) {
    long[] points = words(name, 0, LONGEST_TEXT, () -> now.codePoints().asLongStream().toArray());
    StringBuilder text = new StringBuilder();
    for (long point : points) {
      if (point < 0 || point > Character.MAX_CODE_POINT) throw impossible(name);
      text.appendCodePoint((int) point);
    }
    return text.toString();
  }

  /// Returns the exception for a value that no training has.
  public final IllegalArgumentException impossible(String name) {
    return new IllegalArgumentException(Words.of("train.saved.impossible", path + name));
  }
}
