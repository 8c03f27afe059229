package dropoutlab.nn.dropout;

import dropoutlab.math.MatMul;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.DropRate;
import dropoutlab.nn.layer.Layer;
import dropoutlab.nn.layer.Mode;
import dropoutlab.nn.layer.Parameter;
import dropoutlab.spec.DropoutSpec.DropConnect.Inference;

/// DropConnect (Wan et al. 2013), where q = 1 - p and f is the activation:
///
/// - training: `y = f(x (M ∘ W) + b)`; each entry of M is 0 with probability p and 1 otherwise, and M is drawn anew for
///   every example
/// - inference by the mean: `y = f(q x W + b)`
/// - inference by moment matching: y is the mean of f(u) over draws `u ~ N(q x W + b, p q (x ∘ x)(W ∘ W))`
///
/// As in the paper, nothing is rescaled in training; the paper's p is the probability to keep a weight. The mean of
/// f(u) differs from f at the mean of u: for u ~ N(0, 1) and ReLU it is 0.3989 instead of 0.
///
/// All units and all examples use the same draws z of N(0, 1), which come from a stream of their own and are shifted
/// and scaled to a mean of 0 and a variance of 1. Inference is therefore one smooth function of x, and a single draw
/// gives f at the mean. Backward, with u = μ + s z: `dμ = mean f'(u) dOut`, `ds = mean z f'(u) dOut`.
public final class DropConnect extends WeightDropout {
  private final Inference inference;
  private final float[] draws;
  private final Tensor drawn;
  private final Tensor y;
  private final Tensor dMean;
  private final Tensor variance;
  private final Tensor dVariance;
  private final Tensor squaredX;
  private final Tensor squaredW;
  private final Tensor dSquaredX;
  private final Tensor dSquaredW;
  private Tensor mean;
  /// p q of the last forward pass if it matched moments, else 0.
  private float spread;

  public DropConnect(Parameter weights, Parameter biases, Layer activation, double p, Inference inference, int samples,
                     RandomStream stream) {
    this(weights, biases, activation, new DropRate(p), inference, standardDraws(samples), stream);
  }

  private DropConnect(Parameter weights, Parameter biases, Layer activation, DropRate rate, Inference inference,
                      float[] draws, RandomStream stream) {
    super(weights, biases, activation, rate, stream);
    this.inference = inference;
    this.draws = draws;
    drawn = new Tensor(0, units());
    y = new Tensor(0, units());
    dMean = new Tensor(0, units());
    variance = new Tensor(0, units());
    dVariance = new Tensor(0, units());
    squaredX = new Tensor(0, in());
    dSquaredX = new Tensor(0, in());
    squaredW = new Tensor(in(), units());
    dSquaredW = new Tensor(in(), units());
  }

  /// Returns the draws of N(0, 1) that all units and examples share, shifted and scaled to a mean of 0 and a variance of 1.
  public static float[] standardDraws(int samples) {
    RandomStream stream = RandomStream.of(samples, RandomStream.Purpose.PREDICTION);
    double[] z = new double[samples];
    double mean = 0, squares = 0;
    for (int i = 0; i < samples; i++) mean += (z[i] = stream.nextGaussian()) / samples;
    for (double each : z) squares += (each - mean) * (each - mean) / samples;
    float[] standard = new float[samples];
    for (int i = 0; i < samples && squares > 0; i++) standard[i] = (float) ((z[i] - mean) / Math.sqrt(squares));
    return standard;
  }

  @Override void inferenceScale(Tensor scale) { scale.fill((float) (1 - p())); }

  @Override public Tensor forward(Tensor x, Mode mode) {
    boolean matches = mode == Mode.INFERENCE && inference == Inference.MOMENT_MATCHING && p() > 0;
    spread = matches ? (float) (p() * (1 - p())) : 0;
    if (matches) {
      multiply(x, x, squaredX.resize(x.rows()));
      multiply(weights().value(), weights().value(), squaredW);
      MatMul.multiply(squaredX, squaredW, variance.resize(x.rows()));
      float[] v = variance.data();
      for (int i = 0; i < variance.size(); i++) v[i] *= spread;
    }
    return super.forward(x, mode);
  }

  @Override Tensor activate(Tensor u, Mode mode) {
    if (spread == 0) return super.activate(u, mode);
    mean = u;
    y.resize(u.rows()).fill(0);
    float[] sum = y.data();
    for (float z : draws) {
      float[] f = activation().forward(draw(z), mode).data();
      for (int i = 0; i < y.size(); i++) sum[i] += f[i];
    }
    for (int i = 0; i < y.size(); i++) sum[i] /= draws.length;
    return y;
  }

  /// Returns μ + s z, (batch x units).
  private Tensor draw(float z) {
    drawn.resize(mean.rows());
    float[] mu = mean.data(), v = variance.data(), to = drawn.data();
    for (int i = 0; i < mean.size(); i++) to[i] = mu[i] + z * (float) Math.sqrt(v[i]);
    return drawn;
  }

  @Override Tensor activateBackward(Tensor dOut, Mode mode) {
    if (spread == 0) return super.activateBackward(dOut, mode);
    dMean.resize(dOut.rows()).fill(0);
    dVariance.resize(dOut.rows()).fill(0);
    float[] dMu = dMean.data(), dV = dVariance.data(), v = variance.data();
    for (float z : draws) {
      activation().forward(draw(z), mode);
      float[] d = activation().backward(dOut).data();
      for (int i = 0; i < dOut.size(); i++) {
        dMu[i] += d[i];
        dV[i] += z * d[i];
      }
    }
    // ∂s/∂s² = 1 / (2 s). Where s = 0, nothing is random and s² cannot decrease, so that its gradient is left out.
    for (int i = 0; i < dOut.size(); i++) {
      dMu[i] /= draws.length;
      dV[i] = v[i] > 0 ? dV[i] / (2 * draws.length * (float) Math.sqrt(v[i])) : 0;
    }
    return dMean;
  }

  @Override void addGradients(Tensor x, Tensor dx, Mode mode) {
    if (spread == 0) return;
    MatMul.multiplyTransposedA(squaredX, dVariance, dSquaredW);
    MatMul.multiplyTransposedB(dVariance, squaredW, dSquaredX.resize(x.rows()));
    addTwice(weights().value(), dSquaredW, weights().gradient());
    addTwice(x, dSquaredX, dx);
  }

  /// Adds 2 p q a ∘ d to `to`, where a is `of` and d is the gradient by the squares of a.
  private void addTwice(Tensor of, Tensor d, Tensor to) {
    float[] a = of.data(), by = d.data(), sum = to.data();
    for (int i = 0; i < of.size(); i++) sum[i] = Math.fma(2 * spread * a[i], by[i], sum[i]);
  }

  @Override public Layer sharing() {
    return new DropConnect(weights(), biases(), activation().sharing(), rate(), inference, draws, null);
  }
}
