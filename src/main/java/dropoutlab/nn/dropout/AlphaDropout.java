package dropoutlab.nn.dropout;

import dropoutlab.math.RandomStream;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.DropRate;
import dropoutlab.nn.layer.Layer;

/// Alpha dropout for SELU networks (Klambauer et al. 2017). Here q = 1 - p; d is 0 with probability p and 1 otherwise;
/// `α' = -λ α = -1.7581` is the lower limit of SELU:
///
/// - training: `y = a (d x + (1 - d) α') + b`; backward `dx = a d dOut` with the same d
/// - inference: `y = x`; backward `dx = dOut`
///
/// The constants `a = 1 / √(q + α'² q p)` and `b = -a p α'` keep a mean of 0 and a variance of 1. The mask that this
/// layer reports is a d, the factor of x; it leaves out the constant that is added.
///
/// Feature alpha dropout draws one d for each map of an image, or one for each feature of a sequence, shared by all its
/// steps.
public final class AlphaDropout extends UnitDropout {
  private static final double LOWER_LIMIT = -1.7580993408473766;

  private final Shape shape;
  private final boolean maps;
  private final float[] features;

  /// @param maps whether to drop whole maps or features of `shape`
  public AlphaDropout(DropRate rate, Shape shape, boolean maps, RandomStream stream) {
    super(rate, shape.size(), stream);
    this.shape = shape;
    this.maps = maps;
    features = new float[shape.maps() > 1 ? shape.maps() : shape.cols()];
  }

  @Override void drawRow(RandomStream stream, float[] mask, int offset) {
    if (!maps) {
      stream.fillMask(mask, offset, units(), p(), keptScale());
      return;
    }
    stream.fillMask(features, 0, features.length, p(), keptScale());
    int area = shape.rows() * shape.cols();
    for (int c = 0; c < units(); c++) mask[offset + c] = features[shape.maps() > 1 ? c / area : c % shape.cols()];
  }

  /// Returns a.
  @Override public float keptScale() { return (float) a(p()); }

  /// Returns a, the factor of a kept unit.
  public static double a(double p) { return 1 / Math.sqrt((1 - p) * (1 + LOWER_LIMIT * LOWER_LIMIT * p)); }

  static double b(double p) { return -a(p) * p * LOWER_LIMIT; }

  /// The factor m is a d. A dropped unit becomes a α' + b, and b is added to a kept one.
  @Override Tensor forward(Tensor x, Factors m) {
    Tensor y = m.times(x);
    float kept = (float) b(p()), dropped = (float) (a(p()) * LOWER_LIMIT + b(p()));
    float[] out = y.data(), factors = m.values();
    int period = m.period(x.size());
    for (int from = 0; from < x.size(); from += period)
      for (int i = 0; i < period; i++) out[from + i] += factors[i] == 0 ? dropped : kept;
    return y;
  }

  @Override Tensor backward(Tensor dOut, Factors m) { return m.timesBack(dOut); }

  @Override public boolean onlyMultiplies() { return false; }

  @Override public Layer sharing() { return new AlphaDropout(new DropRate(p()), shape, maps, null); }
}
