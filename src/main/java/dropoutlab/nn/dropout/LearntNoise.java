package dropoutlab.nn.dropout;

import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.DropRate;
import dropoutlab.nn.layer.Mode;
import dropoutlab.nn.layer.Parameter;
import java.util.List;

/// Multiplicative noise whose strength is learnt by one parameter θ per layer: `dθ = Σ dOut x ∂m/∂θ + ∂penalty/∂θ`. The
/// penalty belongs to training only: the other modes leave it out, and inference does not depend on θ at all.
///
/// A drop rate of 0 switches the layer off; nothing is learnt until another rate is set.
abstract sealed class LearntNoise extends UnitDropout permits LearntGaussian, ConcreteDropout {
  private final Parameter theta;
  private boolean on;
  private Tensor x;
  private Mode mode;
  /// The drop rate of the last forward pass.
  private double passP;

  LearntNoise(double p, int units, Parameter theta, RandomStream stream) {
    super(p, units, stream);
    this.theta = theta;
    on = p > 0;
  }

  /// Returns the θ that belongs to a drop rate above 0; [#pOf] is the inverse.
  abstract double thetaOf(double p);

  abstract double pOf(double theta);

  /// Returns ∂m/∂θ for a factor `m` other than 0 that was drawn with drop rate `p`.
  abstract double slope(double m, double p);

  /// Returns the gradient of the penalty by θ, and adds its gradients by other parameters to theirs.
  abstract double penaltyGradient();

  @Override final Tensor forward(Tensor x, Factors m) { return m.times(x); }

  @Override final Tensor backward(Tensor dOut, Factors m) { return m.timesBack(dOut); }

  @Override public final boolean onlyMultiplies() { return true; }

  final double theta() { return theta.value().at(0, 0); }

  final Parameter parameter() { return theta; }

  final void setTheta(double value) { theta.value().set(0, 0, (float) value); }

  @Override public double p() { return on ? pOf(theta()) : 0; }

  @Override public boolean learnsRate() { return true; }

  @Override public List<DropRate> dropRates() { return List.of(); }

  @Override public void setP(double p) {
    super.setP(p);
    on = p > 0;
    if (on) setTheta(thetaOf(p));
  }

  @Override public Tensor forward(Tensor x, Mode mode) {
    this.x = x;
    this.mode = mode;
    passP = p();
    return super.forward(x, mode);
  }

  @Override public Tensor backward(Tensor dOut) {
    double sum = passP > 0 && mode != Mode.INFERENCE ? noiseGradient(dOut) : 0;
    if (passP > 0 && mode == Mode.TRAIN) sum += penaltyGradient();
    theta.gradient().set(0, 0, (float) sum);
    return super.backward(dOut);
  }

  private double noiseGradient(Tensor dOut) {
    float[] d = dOut.data(), in = x.data(), m = factors().values();
    int period = factors().period(dOut.size());
    double sum = 0;
    for (int from = 0; from < dOut.size(); from += period)
      for (int i = 0; i < period; i++)
        if (m[i] != 0) sum += (double) d[from + i] * in[from + i] * slope(m[i], passP);
    return sum;
  }

  @Override public List<Parameter> parameters() { return List.of(theta); }

  @Override public List<Parameter> learntRates() { return List.of(theta); }
}
