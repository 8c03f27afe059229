package dropoutlab.math;

import java.util.Arrays;

/// The weights from kept inputs to kept units of a dense layer, and the biases of these units. They are gathered once
/// per mask and then multiply many examples, [#WIDTH] at a time, of which a unit's values lie side by side in one row.
///
/// Element (j, i) of the product is the chain `c = fma(x, w, c)` over the kept inputs in their order, from +0, plus the
/// bias. The bits are those of [MatMul] and [Kernels#addRowVector] on all inputs, with the dropped ones 0.
public final class ThinnedWeights {
  /// The number of examples in a block: two vectors of the widest type.
  public static final int WIDTH = 32;
  /// The number of units whose weights lie side by side. Four units by two vectors are eight chains of fma, as many as
  /// a processor runs at a time.
  static final int STRIP = 4;

  private float[] weights = {};
  private float[] biases = {};
  private int in;
  private int units;
  private final View strip = new View();
  private final View rows = new View();
  private final View sums = new View();

  /// Makes a block for the values of `units` units, (units x WIDTH), with room for whole strips.
  public static Tensor block(int units) {
    return new Tensor(Math.ceilDiv(units, STRIP) * STRIP, WIDTH).resize(units);
  }

  /// Gathers the kept part of `all`, (inputs x units), and of `allBiases`, (1 x units).
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

  /// Overwrites `out` with the kept units before their activation, (kept units x WIDTH). `x` holds the kept inputs,
  /// (kept inputs x WIDTH). Both must come from [#block].
  public void multiply(Tensor x, Tensor out) {
    if (x.rows() != in || x.cols() != WIDTH || out.cols() != WIDTH)
      throw new IllegalArgumentException(in + " kept inputs cannot be " + x.shape() + ".");
    out.resize(Math.ceilDiv(units, STRIP) * STRIP);
    if (Vectors.USED) VectorStrips.multiply(weights, biases, in, out.rows() / STRIP, x.data(), out.data());
    else plain(x, out);
    out.resize(units);
  }

  /// Computes the same in plain loops, strip by strip, where there is no Vector API.
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
