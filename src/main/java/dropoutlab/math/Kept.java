package dropoutlab.math;

/// The units that a mask keeps, in their order, and the factor of each. In the values, rows are units and columns are
/// examples, so that a dropped unit is a row that is skipped.
public final class Kept {
  private final int[] units;
  private final float[] factors;
  private int count;

  /// Keeps all of `units` units, with factor 1.
  public Kept(int units) {
    this.units = new int[units];
    factors = new float[units];
    count = units;
    for (int i = 0; i < units; i++) {
      this.units[i] = i;
      factors[i] = 1;
    }
  }

  /// Keeps the units that `mask`, (1 x units), does not multiply by 0.
  public void choose(Tensor mask) {
    if (mask.size() != units.length)
      throw new IllegalArgumentException("A mask for " + units.length + " units cannot be " + mask.shape() + ".");
    count = 0;
    for (int i = 0; i < units.length; i++) {
      if (mask.data()[i] == 0) continue;
      units[count] = i;
      factors[count++] = mask.data()[i];
    }
  }

  public int count() { return count; }

  int unit(int index) { return units[index]; }

  /// Copies the kept rows of `x`, (units x cols), times their factors, to `out`, which becomes (kept x cols).
  public void pick(Tensor x, Tensor out) {
    if (x.rows() != units.length)
      throw new IllegalArgumentException("Dropout expects " + units.length + " units, the examples have " + x.rows());
    out.resize(count);
    int cols = x.cols();
    for (int i = 0; i < count; i++) multiply(x.data(), units[i] * cols, factors[i], out.data(), i * cols, cols);
  }

  /// Multiplies the rows of `x`, (kept x cols), by their factors, in place.
  public void scale(Tensor x) {
    int cols = x.cols();
    for (int i = 0; i < count; i++) multiply(x.data(), i * cols, factors[i], x.data(), i * cols, cols);
  }

  private static void multiply(float[] from, int at, float factor, float[] to, int toAt, int n) {
    int done = Vectors.USED ? VectorStrips.multiply(from, at, factor, to, toAt, n) : 0;
    for (int i = done; i < n; i++) to[toAt + i] = from[at + i] * factor;
  }
}
