package dropoutlab.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import java.util.function.DoubleSupplier;

/// Central differences in double precision, and other methods that the gradient tests share.
public final class Gradients {
  /// The step h balances the rounding error of the difference (1e-16 / h) and its curvature (h²): both are near 1e-10.
  private static final double STEP = 1e-5;

  private Gradients() {}

  /// Compares `gradient` with the central differences of `loss` by each element of `x`, to a millionth of the largest.
  /// (A float is precise to 6e-8.)
  public static void check(Tensor gradient, double[][] x, DoubleSupplier loss) {
    double[][] expected = new double[x.length][x[0].length];
    double largest = 0;
    for (int r = 0; r < x.length; r++)
      for (int c = 0; c < x[0].length; c++) {
        expected[r][c] = difference(x, r, c, loss);
        largest = Math.max(largest, Math.abs(expected[r][c]));
      }
    assertThat(gradient.shape()).isEqualTo(x.length + " x " + x[0].length);
    assertThat(largest).as("a gradient that is all 0 proves nothing").isPositive();
    for (int r = 0; r < x.length; r++)
      for (int c = 0; c < x[0].length; c++)
        assertThat((double) gradient.at(r, c)).as("(%d, %d)", r, c).isCloseTo(expected[r][c], within(2e-6 * largest));
  }

  private static double difference(double[][] x, int r, int c, DoubleSupplier loss) {
    double kept = x[r][c];
    x[r][c] = kept + STEP;
    double above = loss.getAsDouble();
    x[r][c] = kept - STEP;
    double below = loss.getAsDouble();
    x[r][c] = kept;
    return (above - below) / (2 * STEP);
  }

  /// Returns the sum of all products, which is the loss whose gradient by `y` is `weights`.
  public static double dot(double[][] weights, double[][] y) {
    double sum = 0;
    for (int r = 0; r < y.length; r++) for (int c = 0; c < y[0].length; c++) sum += weights[r][c] * y[r][c];
    return sum;
  }

  public static Tensor gaussian(int rows, int cols, long seed) {
    RandomStream stream = RandomStream.of(seed, Purpose.DATA);
    Tensor tensor = new Tensor(rows, cols);
    for (int i = 0; i < tensor.size(); i++) tensor.data()[i] = (float) stream.nextGaussian();
    return tensor;
  }

  /// Returns the mask that a dropout layer draws from `words` in training, by its documented rule: two values per word,
  /// the low half first, a new word for each row, dropped if below p 2^32.
  public static double[][] mask(RandomStream words, double p, int rows, int units) {
    double[][] mask = new double[rows][units];
    for (double[] row : mask)
      for (int c = 0; c < units; c += 2) {
        long word = p > 0 ? words.nextLong() : -1;
        row[c] = kept(word & 0xFFFFFFFFL, p);
        if (c + 1 < units) row[c + 1] = kept(word >>> 32, p);
      }
    return mask;
  }

  private static double kept(long half, double p) {
    return half / 0x1.0p32 < p ? 0 : 1 / (1 - p);
  }
}
