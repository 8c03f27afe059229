package dropoutlab.nn.dropout;

import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.DropRate;
import dropoutlab.nn.layer.Mode;
import dropoutlab.nn.layer.Parameter;
import java.util.List;

/// Multiplicative noise whose strength is learnt, one number θ a layer: `dθ = Σ dOut x ∂m/∂θ + ∂penalty/∂θ`. The
/// penalty belongs to training: other modes leave it out, and inference does not depend on θ at all.
///
/// A drop rate of 0 switches the layer off, and nothing is learnt until it is set to another.
abstract sealed class LearntNoise extends MultiplicativeNoise permits LearntGaussian, ConcreteDropout {
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

  /// θ that belongs to a drop rate above 0, and the other way round.
  abstract double thetaOf(double p);

  abstract double pOf(double theta);

  /// ∂m/∂θ where the mask is `m`, which is not 0, and was drawn with drop rate `p`.
  abstract double slope(double m, double p);

  /// The penalty's gradient by θ; adds its gradients by other parameters to theirs.
  abstract double penaltyGradient();

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
    float[] d = dOut.data(), in = x.data(), m = factors().data();
    int period = mode == Mode.HELD ? units() : dOut.size();
    double sum = 0;
    for (int from = 0; from < dOut.size(); from += period)
      for (int i = 0; i < period; i++)
        if (m[i] != 0) sum += (double) d[from + i] * in[from + i] * slope(m[i], passP);
    return sum;
  }

  @Override public List<Parameter> parameters() { return List.of(theta); }

  @Override public List<Parameter> learntRates() { return List.of(theta); }
}
