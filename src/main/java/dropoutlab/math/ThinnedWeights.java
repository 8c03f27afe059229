package dropoutlab.math;

import java.util.Arrays;

/// What masks leave of a dense layer: the weights from kept inputs to kept units, and the biases of these. They are
/// gathered once for a mask and then meet many examples, [#WIDTH] at a time, which lie side by side in a row a unit.
///
/// Element (j, i) of the product is the chain `c = fma(x, w, c)` over the kept inputs in their order, from +0, plus the
/// bias: the bits of [MatMul] and [Kernels#addRowVector] on all inputs, of which the dropped ones are 0.
public final class ThinnedWeights {
  /// Columns of a block of examples: two vectors of the widest common kind.
  public static final int WIDTH = 32;
  /// Units whose weights lie side by side. Four by two vectors are eight chains of fma, as many as run at a time.
  static final int STRIP = 4;

  private float[] weights = {};
  private float[] biases = {};
  private int in;
  private int units;
  private final View strip = new View();
  private final View rows = new View();
  private final View sums = new View();

  /// A block for the values of so many units, (units x WIDTH), with room for whole strips.
  public static Tensor block(int units) {
    return new Tensor(Math.ceilDiv(units, STRIP) * STRIP, WIDTH).resize(units);
  }

  /// Gathers what is left of `all`, (inputs x units), and of `allBiases`, (1 x units).
  public void gather(Tensor all, Tensor allBiases, Kept inputs, Kept outputs) {
    in = inputs.count();
    units = outputs.count();
    int strips = Math.ceilDiv(units, STRIP);
    if (weights.length < strips * STRIP * in) weights = new float[strips * STRIP * in];
    if (biases.length < strips * STRIP) biases = new float[strips * STRIP];
    Arrays.fill(weights, 0, strips * STRIP * in, 0);
    for (int j = 0; j < units; j++) {
      biases[j] = allBiases.data()[outputs.unit(j)];
      int to = j / STRIP * STRIP * in + j % STRIP;
      for (int k = 0; k < in; k++) weights[to + k * STRIP] = all.at(inputs.unit(k), outputs.unit(j));
    }
  }

  /// Overwrites `out` with the kept units before their activation, (kept units x WIDTH); `x` holds the kept inputs,
  /// (kept inputs x WIDTH). Both are a [#block].
  public void multiply(Tensor x, Tensor out) {
    if (x.rows() != in || x.cols() != WIDTH || out.cols() != WIDTH)
      throw new IllegalArgumentException(in + " kept inputs cannot be " + x.shape() + ".");
    out.resize(Math.ceilDiv(units, STRIP) * STRIP);
    if (Vectors.USED) VectorStrips.multiply(weights, biases, in, out.rows() / STRIP, x.data(), out.data());
    else plain(x, out);
    out.resize(units);
  }

  /// The same strip by strip, in plain loops where there is no Vector API.
  void plain(Tensor x, Tensor out) {
    rows.place(x.data(), 0, in, WIDTH, WIDTH);
    for (int j = 0; j < out.rows(); j += STRIP) {
      strip.place(weights, j * in, in, STRIP, STRIP);
      sums.place(out.data(), j * WIDTH, STRIP, WIDTH, WIDTH);
      MatMul.multiply(strip.transposed(), rows, sums);
      for (int i = 0; i < STRIP * WIDTH; i++) out.data()[j * WIDTH + i] += biases[j + i / WIDTH];
    }
  }
}
