package dropoutlab.nn.dropout;

import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.Layer;
import dropoutlab.nn.layer.Mode;
import dropoutlab.nn.layer.Parameter;

/// Gaussian dropout with one learnt variance α per layer (Kingma, Salimans and Welling 2015). The paper calls it
/// variational dropout; it is not the variational dropout of recurrent networks (Gal and Ghahramani 2016).
///
/// - training: `y = m x`, with `m = 1 + √α e` and e drawn from N(0, 1); backward `dx = m dOut`,
///   `d log α = Σ dOut x (m - 1) / 2 + ∂penalty/∂ log α`
/// - inference: `y = x`; backward `dx = dOut`
///
/// The penalty on the loss is `klWeight K D(α)`, where K is the number of units and
/// `D(α) = -(log α / 2 + c₁ α + c₂ α² + c₃ α³)` is the paper's approximation of the divergence from a log-uniform
/// prior. The approximation holds for α up to 1, and so α is limited to 1. Without the penalty, α would shrink to 0.
///
/// The parameter is log α. α starts at p / (1 - p), and the drop rate that the layer reports is α / (1 + α), which is
/// at most 0.5.
public final class LearntGaussian extends LearntNoise {
  private static final double C1 = 1.16145124;
  private static final double C2 = -1.50204118;
  private static final double C3 = 0.58629921;

  private final double klWeight;

  public LearntGaussian(double p, double klWeight, int units, RandomStream stream) {
    this(p, klWeight, units, Parameter.zeros(1, 1, false), stream);
    setP(p);
  }

  private LearntGaussian(double p, double klWeight, int units, Parameter logAlpha, RandomStream stream) {
    super(p, units, logAlpha, stream);
    this.klWeight = klWeight;
  }

  @Override double thetaOf(double p) { return Math.min(0, StrictMath.log(p / (1 - p))); }

  @Override double pOf(double logAlpha) {
    double alpha = StrictMath.exp(Math.min(0, logAlpha));
    return alpha / (1 + alpha);
  }

  @Override public Tensor forward(Tensor x, Mode mode) {
    if (mode == Mode.TRAIN) setTheta(Math.min(0, theta()));
    return super.forward(x, mode);
  }

  @Override void drawRow(RandomStream stream, float[] mask, int offset) {
    double sd = StrictMath.exp(Math.min(0, theta()) / 2);
    for (int c = 0; c < units(); c++) mask[offset + c] = (float) (1 + sd * stream.nextGaussian());
  }

  @Override double slope(double m, double p) { return (m - 1) / 2; }

  @Override double penaltyGradient() {
    double alpha = StrictMath.exp(theta());
    return -klWeight * units() * (0.5 + alpha * (C1 + alpha * (2 * C2 + alpha * 3 * C3)));
  }

  @Override public float keptScale() { return 1; }

  @Override public Layer sharing() { return new LearntGaussian(p(), klWeight, units(), parameter(), null); }
}
