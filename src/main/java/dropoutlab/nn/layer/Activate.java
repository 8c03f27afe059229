package dropoutlab.nn.layer;

import dropoutlab.frame.LayerView.Kind;
import dropoutlab.frame.LayerView;
import dropoutlab.math.Elementary;
import dropoutlab.math.Kernels;
import dropoutlab.math.Tensor;
import dropoutlab.spec.Activation;

/// Elementwise activation. In both modes `y = f(x)`; backward `dx = f'(x) dOut`.
///
/// | activation | f(x) | f'(x) |
/// |---|---|---|
/// | ReLU | max(0, x) | 1 if x > 0, else 0 |
/// | leaky ReLU | x if x > 0, else 0.01 x | 1 if x > 0, else 0.01 |
/// | tanh | tanh x | 1 - y² |
/// | sigmoid | 1 / (1 + e^-x) | y (1 - y) |
/// | SELU | λ x if x > 0, else λ α (e^x - 1) | λ if x > 0, else y + λ α |
/// | GELU | x Φ(x) | Φ(x) + x φ(x) |
/// | identity | x | 1 |
///
/// SELU's λ and α are those of Klambauer et al. 2017. GELU (Hendrycks and Gimpel 2016) is computed in its exact form,
/// with the error function.
public final class Activate implements Layer {
  static final float LEAKY_SLOPE = 0.01f;
  static final float SELU_SCALE = 1.0507009873554805f;
  static final float SELU_ALPHA = 1.6732632423543772f;
  private static final float SELU_FLOOR = SELU_SCALE * SELU_ALPHA;
  private static final float SQRT_HALF = 0.70710678f;
  private static final float INV_SQRT_2PI = 0.39894228f;

  private final Activation activation;
  private final Tensor y;
  private final Tensor dx;
  private Tensor x;

  public Activate(Activation activation, int units) {
    this.activation = activation;
    y = new Tensor(0, units);
    dx = new Tensor(0, units);
  }

  public Activation activation() { return activation; }

  @Override public Activate sharing() { return new Activate(activation, y.cols()); }

  @Override public Tensor forward(Tensor x, Mode mode) {
    this.x = x;
    y.resize(x.rows());
    float[] from = x.data(), to = y.data();
    int n = x.size();
    switch (activation) {
      case RELU -> { for (int i = 0; i < n; i++) to[i] = Math.max(0, from[i]); }
      case LEAKY_RELU -> { for (int i = 0; i < n; i++) to[i] = from[i] > 0 ? from[i] : LEAKY_SLOPE * from[i]; }
      case TANH -> { for (int i = 0; i < n; i++) to[i] = Elementary.tanh(from[i]); }
      case SIGMOID -> { for (int i = 0; i < n; i++) to[i] = Elementary.sigmoid(from[i]); }
      case SELU -> { for (int i = 0; i < n; i++) to[i] = selu(from[i]); }
      case GELU -> { for (int i = 0; i < n; i++) to[i] = from[i] * normalCdf(from[i]); }
      case IDENTITY -> System.arraycopy(from, 0, to, 0, n);
    }
    return y;
  }

  @Override public Tensor backward(Tensor dOut) {
    dx.resize(dOut.rows());
    float[] in = x.data(), out = y.data(), d = dOut.data(), to = dx.data();
    int n = dOut.size();
    switch (activation) {
      case RELU -> Kernels.gate(y, dOut, dx);
      case LEAKY_RELU -> { for (int i = 0; i < n; i++) to[i] = out[i] > 0 ? d[i] : LEAKY_SLOPE * d[i]; }
      case TANH -> { for (int i = 0; i < n; i++) to[i] = (1 - out[i] * out[i]) * d[i]; }
      case SIGMOID -> { for (int i = 0; i < n; i++) to[i] = out[i] * (1 - out[i]) * d[i]; }
      case SELU -> { for (int i = 0; i < n; i++) to[i] = (in[i] > 0 ? SELU_SCALE : out[i] + SELU_FLOOR) * d[i]; }
      case GELU -> { for (int i = 0; i < n; i++) to[i] = (normalCdf(in[i]) + in[i] * normalDensity(in[i])) * d[i]; }
      case IDENTITY -> System.arraycopy(d, 0, to, 0, n);
    }
    return dx;
  }

  private static float selu(float x) {
    return x > 0 ? SELU_SCALE * x : SELU_FLOOR * (float) StrictMath.expm1(x);
  }

  private static float normalCdf(float x) {
    return 0.5f * (1 + Elementary.erf(x * SQRT_HALF));
  }

  private static float normalDensity(float x) {
    return INV_SQRT_2PI * Elementary.exp(-0.5f * x * x);
  }

  @Override public boolean isRandom() { return false; }

  @Override public LayerView view(Passage passed) { return passed.plain(Kind.ACTIVATION); }
}
