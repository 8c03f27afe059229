package dropoutlab.nn;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.math.Tensor;

/// The tolerance of all tests that compare with PyTorch.
public final class Parity {
  public static final double TOLERANCE = 1e-5;

  private Parity() {}

  public static Tensor tensor(float[][] rows) {
    Tensor tensor = new Tensor(rows.length, rows[0].length);
    for (int r = 0; r < rows.length; r++)
      for (int c = 0; c < rows[0].length; c++) tensor.set(r, c, rows[r][c]);
    return tensor;
  }

  public static void assertClose(String what, Tensor actual, float[][] expected) {
    assertThat(actual.shape()).as(what).isEqualTo(expected.length + " x " + expected[0].length);
    double largest = 0;
    for (float[] row : expected) for (float value : row) largest = Math.max(largest, Math.abs(value));
    for (int r = 0; r < expected.length; r++)
      for (int c = 0; c < expected[0].length; c++)
        assertThat(relative(actual.at(r, c), expected[r][c], largest)).as("%s at (%d, %d)", what, r, c)
            .isLessThan(TOLERANCE);
  }

  /// The tolerance is relative to the expected value, or to a tenth of its tensor's largest value if that is more: a
  /// sum that happens to be near 0 keeps the rounding errors of its terms.
  public static double relative(double actual, double expected, double largest) {
    double difference = Math.abs(actual - expected);
    return difference == 0 ? 0 : difference / Math.max(Math.abs(expected), largest / 10);
  }
}
