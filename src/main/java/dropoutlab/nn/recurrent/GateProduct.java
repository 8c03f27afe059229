package dropoutlab.nn.recurrent;

import dropoutlab.math.MatMul;
import dropoutlab.math.Rows;
import dropoutlab.math.Tensor;
import dropoutlab.math.View;
import dropoutlab.nn.layer.Parameter;

/// What the gates of a cell receive from one source, its inputs or its last state: `out_k = (m_k x) W_k` for each group k
/// of gates. Tied gates share one mask m and are one group, hence one product; untied gates have a mask each (Gal and
/// Ghahramani 2016, equation 7), and a product each.
///
/// Backward: `dx = Σ_k m_k (dOut_k W_kᵀ)`, `dW_k = (m_k x)ᵀ dOut_k`.
///
/// Sequences are (batch x steps·width), one step after the other. Work is on all steps at once, or on one.
final class GateProduct {
  static final int ALL = -1;

  private final Parameter weights;
  private final int steps;
  private final int groups;
  private final SequenceMask mask;
  private final int in;
  private final int cols;
  private final Tensor masked;
  private final Tensor turned;
  private final View source = new View();
  private final View matrix = new View();
  private final View result = new View();

  /// @param weights (in x all gates' units)
  /// @param groups how many masks a step has
  /// @param mask    of groups x in columns
  GateProduct(Parameter weights, int steps, int groups, SequenceMask mask) {
    this.weights = weights;
    this.steps = steps;
    this.groups = groups;
    this.mask = mask;
    in = weights.value().rows();
    cols = weights.value().cols();
    masked = new Tensor(0, in);
    turned = new Tensor(cols, in);
  }

  /// Without masks the gates are one group.
  private int groups() { return mask.idle() ? 1 : groups; }

  private int groupCols() { return cols / groups(); }

  /// `x` is (batch x steps·in), not modified; the given step of `out` (batch x steps·cols), or all, is overwritten.
  void forward(Tensor x, int step, Tensor out) {
    for (int k = 0; k < groups(); k++) {
      placeMasked(x, step, k);
      place(result, out, step, cols, groupCols(), k);
      MatMul.multiply(source, group(weights.value(), k), result);
    }
  }

  /// Turns to the weights as they are now: they are transposed once, and not anew for each step.
  void beginBackward() {
    Rows.copyTransposed(weights.value().data(), 0, turned.data(), 0, in, in, cols, 1);
  }

  /// `dOut` is (batch x steps·cols), not modified; the given step of `dx` (batch x steps·in), or all, is overwritten.
  void inputGradient(Tensor dOut, int step, Tensor dx) {
    boolean direct = mask.idle();
    if (direct) place(result, dx, step, in, in, 0);
    else masked.resize(step == ALL ? dOut.rows() * steps : dOut.rows());
    for (int k = 0; k < groups(); k++) {
      place(source, dOut, step, cols, groupCols(), k);
      if (!direct) result.place(masked.data(), 0, masked.rows(), in, in);
      MatMul.multiply(source, matrix.place(turned.data(), k * groupCols() * in, groupCols(), in, in), result);
      if (!direct) addMasked(dx, step, k);
    }
  }

  /// Overwrites the weights' gradient with that of all steps.
  void weightGradient(Tensor x, Tensor dOut) {
    for (int k = 0; k < groups(); k++) {
      placeMasked(x, ALL, k);
      place(result, dOut, ALL, cols, groupCols(), k);
      MatMul.multiply(source.transposed(), result, group(weights.gradient(), k));
    }
  }

  private View group(Tensor all, int k) {
    return matrix.place(all.data(), k * groupCols(), in, groupCols(), cols);
  }

  /// The columns of group `k` of one step of all examples, or of all steps of all examples, as rows.
  private void place(View view, Tensor sequences, int step, int width, int groupWidth, int k) {
    int from = k * groupWidth;
    if (step == ALL) view.place(sequences.data(), from, sequences.rows() * steps, groupWidth, width);
    else view.place(sequences.data(), step * width + from, sequences.rows(), groupWidth, steps * width);
  }

  /// Makes `source` the rows of `m_k x`.
  private void placeMasked(Tensor x, int step, int k) {
    if (mask.idle()) {
      place(source, x, step, in, in, 0);
      return;
    }
    int each = step == ALL ? steps : 1, first = step == ALL ? 0 : step;
    masked.resize(x.rows() * each);
    float[] from = x.data(), to = masked.data(), m = mask.values();
    for (int b = 0; b < x.rows(); b++)
      for (int s = 0; s < each; s++) {
        int at = (b * steps + first + s) * in, toAt = (b * each + s) * in, mAt = mask.at(b, first + s) + k * in;
        for (int c = 0; c < in; c++) to[toAt + c] = from[at + c] * m[mAt + c];
      }
    source.place(to, 0, masked.rows(), in, in);
  }

  /// dx = m_0 r for the first group, dx += m_k r for the others, r being what `masked` holds.
  private void addMasked(Tensor dx, int step, int k) {
    int each = step == ALL ? steps : 1, first = step == ALL ? 0 : step;
    float[] from = masked.data(), to = dx.data(), m = mask.values();
    for (int b = 0; b < dx.rows(); b++)
      for (int s = 0; s < each; s++) {
        int at = (b * steps + first + s) * in, fromAt = (b * each + s) * in, mAt = mask.at(b, first + s) + k * in;
        for (int c = 0; c < in; c++) to[at + c] = (k == 0 ? 0 : to[at + c]) + from[fromAt + c] * m[mAt + c];
      }
  }
}
