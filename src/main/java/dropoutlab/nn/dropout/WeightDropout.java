package dropoutlab.nn.dropout;

import dropoutlab.frame.LayerView.Dropped;
import dropoutlab.frame.LayerView.Kind;
import dropoutlab.frame.LayerView;
import dropoutlab.frame.Matrix;
import dropoutlab.math.Kernels;
import dropoutlab.math.MatMul;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.DropRate;
import dropoutlab.nn.layer.Layer;
import dropoutlab.nn.layer.Mode;
import dropoutlab.nn.layer.Parameter;
import dropoutlab.nn.layer.Passage;
import dropoutlab.spec.Pin;
import dropoutlab.words.Words;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/// A dense layer with its activation f, of which the weights W, (in x units), are dropped:
///
/// - training: `y = f(x (M ∘ W) + b)`, with a mask M of 0 and 1 drawn anew for every example
/// - held: the same, with one M for all examples
/// - inference: `y = f(x (S ∘ W) + b)` with constant factors S, unless a method computes more than that
///
/// Backward, with δ the gradient by the input of f: `dW = Σ M ∘ (xᵀ δ)` over the examples, `dx = δ (M ∘ W)ᵀ`,
/// `db = Σ δ`.
///
/// The masks of a batch would take batch x in x units values. Instead, one word is drawn from the stream for every
/// example, and the mask is grown from it twice, in the forward and in the backward pass, in one buffer of (in x
/// units).
public abstract sealed class WeightDropout implements DropoutLayer permits DropConnect, TargetedWeights {
  private final Parameter weights;
  private final Parameter biases;
  private final Layer activation;
  private final DropRate rate;
  private final RandomStream stream;
  private final GrownWords words = new GrownWords();
  private final RandomStream grown = new RandomStream(words);
  private final Tensor mask;
  private final Tensor dropped;
  private final Tensor u;
  private final Tensor dx;
  private long[] seeds = new long[0];
  private long heldSeed;
  private Tensor x;
  private Mode mode;
  /// The gradient by the sums that enter f, from the last backward pass.
  private Tensor dSums;
  /// The drop rate of the last forward pass.
  private double passP;

  WeightDropout(Parameter weights, Parameter biases, Layer activation, DropRate rate, RandomStream stream) {
    this.weights = weights;
    this.biases = biases;
    this.activation = activation;
    this.rate = rate;
    this.stream = stream;
    mask = new Tensor(in(), units());
    dropped = new Tensor(in(), units());
    u = new Tensor(0, units());
    dx = new Tensor(0, in());
  }

  /// The generator SplitMix64 (Steele, Lea and Flood 2014), whose state can be set to any word.
  private static final class GrownWords implements UniformRandomProvider {
    private long state;

    @Override public long nextLong() {
      long z = state += 0x9E3779B97F4A7C15L;
      z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
      z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
      return z ^ (z >>> 31);
    }
  }

  /// Prepares for a forward pass; a method may choose the weights that it drops.
  void prepare() {}

  /// Turns `mask`, (in x units), of independent decisions (0 with probability p, else 1) into the mask of the method.
  void restrict(Tensor mask) {}

  /// Overwrites `scale`, (in x units), with S.
  abstract void inferenceScale(Tensor scale);

  final int in() { return weights.value().rows(); }

  final int units() { return weights.value().cols(); }

  final Parameter weights() { return weights; }

  final Parameter biases() { return biases; }

  final Layer activation() { return activation; }

  final DropRate rate() { return rate; }

  @Override public double p() { return rate.p(); }

  @Override public void setP(double p) { rate.set(p); }

  @Override public List<DropRate> dropRates() { return List.of(rate); }

  @Override public Tensor mask() { return new Tensor(0, units()); }

  @Override public Pin pin(int unit) { return Pin.RANDOM; }

  @Override public boolean hasPins() { return false; }

  @Override public void setPin(int unit, Pin pin) {
    throw new IllegalArgumentException(Words.of("nn.dropout.pinned", unit));
  }

  @Override public List<Parameter> parameters() { return List.of(weights, biases); }

  @Override public void holdNewMask() { heldSeed = stream.nextLong(); }

  @Override public Tensor forward(Tensor x, Mode mode) {
    if (x.cols() != in())
      throw new IllegalArgumentException("Dense expects " + in() + " inputs, the batch has " + x.cols() + " columns");
    this.x = x;
    this.mode = mode;
    passP = p();
    u.resize(x.rows());
    if (passP > 0) prepare();
    if (hasMaskPerExample()) forwardEach();
    else {
      dropWeights();
      MatMul.multiply(x, passP > 0 ? dropped : weights.value(), u);
    }
    Kernels.addRowVector(u, biases.value());
    return activate(u, mode);
  }

  @Override public Tensor backward(Tensor dOut) {
    Tensor dU = dSums = activateBackward(dOut, mode);
    Kernels.columnSums(dU, biases.gradient());
    dx.resize(dU.rows());
    if (hasMaskPerExample()) backwardEach(dU);
    else {
      MatMul.multiplyTransposedA(x, dU, weights.gradient());
      if (passP > 0) multiply(weights.gradient(), mask, weights.gradient());
      MatMul.multiplyTransposedB(dU, passP > 0 ? dropped : weights.value(), dx);
    }
    addGradients(x, dx, mode);
    return dx;
  }

  /// Returns f(u), (batch x units); `u` is (batch x units).
  Tensor activate(Tensor u, Mode mode) { return activation.forward(u, mode); }

  /// Returns the gradient by u, (batch x units), from the gradient `dOut` by f(u).
  Tensor activateBackward(Tensor dOut, Mode mode) { return activation.backward(dOut); }

  /// Adds the gradients that reach the weights and the input `x` by other ways than through u.
  void addGradients(Tensor x, Tensor dx, Mode mode) {}

  private boolean hasMaskPerExample() { return passP > 0 && mode.drawsFreshMasks(); }

  private void dropWeights() {
    if (passP == 0) return;
    if (mode == Mode.HELD) grow(heldSeed);
    else inferenceScale(mask);
    multiply(weights.value(), mask, dropped);
  }

  private void grow(long seed) {
    words.state = seed;
    grown.fillMask(mask.data(), 0, mask.size(), passP, 1);
    restrict(mask);
  }

  private void forwardEach() {
    if (seeds.length < x.rows()) seeds = new long[x.rows()];
    u.fill(0);
    float[] in = x.data(), m = mask.data(), w = weights.value().data(), out = u.data();
    for (int r = 0; r < x.rows(); r++) {
      grow(seeds[r] = stream.nextLong());
      for (int k = 0; k < in(); k++) addMasked(in[r * in() + k], m, k * units(), w, k * units(), out, r * units(), units());
    }
  }

  private void backwardEach(Tensor dU) {
    weights.gradient().fill(0);
    float[] in = x.data(), m = mask.data(), w = weights.value().data(), dW = weights.gradient().data(), d = dU.data();
    for (int r = 0; r < x.rows(); r++) {
      grow(seeds[r]);
      for (int k = 0; k < in(); k++) {
        addMasked(in[r * in() + k], m, k * units(), d, r * units(), dW, k * units(), units());
        dx.set(r, k, dotMasked(m, w, k * units(), d, r * units(), units()));
      }
    }
  }

  /// out += a m b, over `n` values from each offset on.
  private static void addMasked(float a, float[] m, int mAt, float[] b, int bAt, float[] out, int outAt, int n) {
    for (int j = 0; j < n; j++) out[outAt + j] = Math.fma(a * m[mAt + j], b[bAt + j], out[outAt + j]);
  }

  private static float dotMasked(float[] m, float[] w, int at, float[] d, int dAt, int n) {
    float sum = 0;
    for (int j = 0; j < n; j++) sum = Math.fma(m[at + j] * w[at + j], d[dAt + j], sum);
    return sum;
  }

  static void multiply(Tensor a, Tensor b, Tensor out) {
    float[] from = a.data(), factor = b.data(), to = out.data();
    for (int i = 0; i < a.size(); i++) to[i] = from[i] * factor[i];
  }

  @Override public boolean isRandom() { return true; }

  /// Returns the masks of the first examples of the last batch, (examples x weights); empty if no masks were drawn.
  public Matrix weightMasks(int examples) {
    if (x == null || !hasMaskPerExample()) return Matrix.EMPTY;
    int rows = Math.min(examples, x.rows()), size = mask.size();
    float[] masks = new float[rows * size];
    for (int r = 0; r < rows; r++) {
      grow(seeds[r]);
      System.arraycopy(mask.data(), 0, masks, r * size, size);
    }
    return Matrix.copyOf(masks, rows, size);
  }

  /// Returns the gradient by the sums that enter f, (batch x units), from the last backward pass.
  public Tensor sumGradients() { return dSums; }

  @Override public Dropped dropped(Passage passed) {
    Matrix values = passed.values(), gradient = passed.table(passed.dOut());
    return new Dropped(p(), values, Matrix.EMPTY, values, gradient, gradient);
  }

  /// Weights are dropped here, not units, and other weights for every example: there is no mask of units to show.
  @Override public LayerView view(Passage passed) { return passed.plain(Kind.DENSE); }
}
