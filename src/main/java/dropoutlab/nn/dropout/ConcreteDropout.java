package dropoutlab.nn.dropout;

import dropoutlab.math.Elementary;
import dropoutlab.math.RandomStream;
import dropoutlab.nn.layer.Layer;
import dropoutlab.nn.layer.Parameter;

/// Concrete dropout (Gal, Hron and Kendall 2017). The drop rate p is learnt: the decision to drop a unit is relaxed to
/// a continuous z, with temperature t and u uniform in [0, 1):
///
/// - training: `z = σ((log p - log(1 - p) + log u - log(1 - u)) / t)`, `y = m x` with `m = (1 - z) / (1 - p)`; backward
///   `dx = m dOut`, `dθ = Σ dOut x ∂m/∂θ + ∂penalty/∂θ`
/// - inference: `y = x`; backward `dx = dOut`
///
/// The parameter is θ = logit p, with `∂m/∂θ = p m - z (1 - z) / (t (1 - p))`. P(z > 1/2) equals p exactly, while E[z]
/// is slightly greater than p for p below 1/2. As in the authors' code, 1e-7 is added inside each logarithm.
///
/// The penalty on the loss is `w ‖W‖² / (1 - p) + r K (p log p + (1 - p) log(1 - p))`, where W are the weights that the
/// dropped units feed and K is the number of units. Without the second term, the entropy, p would shrink to 0.
public final class ConcreteDropout extends LearntNoise {
  private static final double EPSILON = 1e-7;
  /// Keeps p away from 0 and 1, where its logit could no longer be told apart in single precision.
  private static final double LARGEST_LOGIT = 14;

  private final double temperature;
  private final double weightRegulariser;
  private final double dropoutRegulariser;
  private Parameter fed;

  public ConcreteDropout(double p, double temperature, double weightRegulariser, double dropoutRegulariser, int units,
                         RandomStream stream) {
    this(p, temperature, weightRegulariser, dropoutRegulariser, units, Parameter.zeros(1, 1, false), stream);
    setP(p);
  }

  private ConcreteDropout(double p, double temperature, double weightRegulariser, double dropoutRegulariser, int units,
                          Parameter logit, RandomStream stream) {
    super(p, units, logit, stream);
    this.temperature = temperature;
    this.weightRegulariser = weightRegulariser;
    this.dropoutRegulariser = dropoutRegulariser;
  }

  /// Names the weights that the dropped units feed; without them the penalty is the entropy alone. Their backward pass
  /// must come before this layer's, which adds to their gradients.
  public void feeds(Parameter weights) { fed = weights; }

  @Override double thetaOf(double p) { return StrictMath.log(p / (1 - p)); }

  @Override double pOf(double logit) {
    return 1 / (1 + StrictMath.exp(-Math.clamp(logit, -LARGEST_LOGIT, LARGEST_LOGIT)));
  }

  @Override void drawRow(RandomStream stream, float[] mask, int offset) {
    double p = p(), odds = (p + EPSILON) / (1 - p + EPSILON);
    float kept = keptScale();
    for (int c = 0; c < units(); c++) {
      double u = stream.nextDouble();
      float logit = Elementary.log((float) (odds * (u + EPSILON) / (1 - u + EPSILON)));
      mask[offset + c] = kept * Elementary.sigmoid((float) (-logit / temperature));
    }
  }

  @Override double slope(double m, double p) {
    double z = 1 - m * (1 - p);
    double softening = p * (1 - p) * (1 / (p + EPSILON) + 1 / (1 - p + EPSILON));
    return p * m - z * (1 - z) * softening / (temperature * (1 - p));
  }

  @Override double penaltyGradient() {
    double p = p(), squares = 0;
    if (fed != null) {
      float[] w = fed.value().data(), g = fed.gradient().data();
      float pull = (float) (2 * weightRegulariser / (1 - p));
      for (int i = 0; i < fed.value().size(); i++) {
        squares += (double) w[i] * w[i];
        g[i] += pull * w[i];
      }
    }
    return weightRegulariser * squares * p / (1 - p) + dropoutRegulariser * units() * p * (1 - p) * theta();
  }

  @Override public float keptScale() { return (float) (1 / (1 - p())); }

  @Override public Layer sharing() {
    return new ConcreteDropout(p(), temperature, weightRegulariser, dropoutRegulariser, units(), parameter(), null);
  }
}
