package dropoutlab.nn.recurrent;

import dropoutlab.math.MatMul;
import dropoutlab.math.Rows;
import dropoutlab.math.Tensor;
import dropoutlab.math.View;
import dropoutlab.nn.layer.Parameter;

/// The contribution of one source, the inputs or the last state, to the gates of a cell: `out_k = (m_k x) W_k` for each
/// group k of gates. Tied gates share one mask m and form one group, hence one product; untied gates have one mask each
/// (Gal and Ghahramani 2016, equation 7) and one product each.
///
/// Backward: `dx = Σ_k m_k (dOut_k W_kᵀ)`, `dW_k = (m_k x)ᵀ dOut_k`.
///
/// Sequences are (steps·batch x width), step after step. A call works on all steps at once or on one.
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
  /// @param groups  how many masks a step has
  /// @param mask    a mask of groups x in columns
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

  /// Without masks, all gates form one group.
  private int groups() { return mask.idle() ? 1 : groups; }

  private int groupCols() { return cols / groups(); }

  /// Overwrites the gates of one step of `batch` examples, or of all steps, from index `outAt` of `out` on; `x` is not
  /// modified.
  void forward(Tensor x, int batch, int step, Tensor out, int outAt) {
    for (int k = 0; k < groups(); k++) {
      placeMasked(x, batch, step, k);
      result.place(out.data(), outAt + k * groupCols(), rows(batch, step), groupCols(), cols);
      MatMul.multiply(source, group(weights.value(), k), result);
    }
  }

  /// Transposes the weights as they are now, once for all steps.
  void beginBackward() { Rows.copyTransposed(weights.value().data(), 0, turned.data(), 0, in, in, cols, 1); }

  /// Overwrites `dx`, of one step of `batch` examples or of all steps, from `dOut`, the gradient of all steps, which is
  /// not modified.
  void inputGradient(Tensor dOut, int batch, int step, Tensor dx) {
    boolean direct = mask.idle();
    int rows = rows(batch, step), first = first(batch, step);
    Tensor to = direct ? dx : masked.resize(rows);
    for (int k = 0; k < groups(); k++) {
      source.place(dOut.data(), first * cols + k * groupCols(), rows, groupCols(), cols);
      matrix.place(turned.data(), k * groupCols() * in, groupCols(), in, in);
      MatMul.multiply(source, matrix, result.place(to.data(), 0, rows, in, in));
      if (!direct) addMasked(dx, batch, step, k);
    }
  }

  /// Returns the gradient by the masked source of every group, before it is multiplied by the mask: `dOut_k W_kᵀ`, side
  /// by side, (steps·batch x groups·in). For those who look; no pass needs it.
  Tensor maskedGradient(Tensor dOut, int batch) {
    beginBackward();
    int rows = steps * batch, each = cols / groups;
    Tensor all = new Tensor(rows, groups * in);
    for (int k = 0; k < groups; k++) {
      source.place(dOut.data(), k * each, rows, each, cols);
      matrix.place(turned.data(), k * each * in, each, in, in);
      MatMul.multiply(source, matrix, result.place(all.data(), k * in, rows, in, groups * in));
    }
    return all;
  }

  /// Overwrites the gradient of the weights with the sum over all steps.
  void weightGradient(Tensor x, int batch, Tensor dOut) {
    for (int k = 0; k < groups(); k++) {
      placeMasked(x, batch, ALL, k);
      result.place(dOut.data(), k * groupCols(), rows(batch, ALL), groupCols(), cols);
      MatMul.multiply(source.transposed(), result, group(weights.gradient(), k));
    }
  }

  private View group(Tensor all, int k) { return matrix.place(all.data(), k * groupCols(), in, groupCols(), cols); }

  private int rows(int batch, int step) { return step == ALL ? steps * batch : batch; }

  private static int first(int batch, int step) { return step == ALL ? 0 : step * batch; }

  /// Places `source` on the rows of `m_k x`.
  private void placeMasked(Tensor x, int batch, int step, int k) {
    int rows = rows(batch, step), first = first(batch, step);
    if (mask.idle()) {
      source.place(x.data(), first * in, rows, in, in);
      return;
    }
    float[] from = x.data(), to = masked.resize(rows).data(), m = mask.values();
    for (int r = 0; r < rows; r++) {
      int at = (first + r) * in, toAt = r * in, mAt = mask.at((first + r) % batch, (first + r) / batch) + k * in;
      for (int c = 0; c < in; c++) to[toAt + c] = from[at + c] * m[mAt + c];
    }
    source.place(to, 0, rows, in, in);
  }

  /// dx = m_0 r for the first group and dx += m_k r for the others, where r is in `masked`.
  private void addMasked(Tensor dx, int batch, int step, int k) {
    int first = first(batch, step);
    float[] from = masked.data(), to = dx.data(), m = mask.values();
    for (int r = 0; r < rows(batch, step); r++) {
      int at = r * in, mAt = mask.at((first + r) % batch, (first + r) / batch) + k * in;
      for (int c = 0; c < in; c++) to[at + c] = (k == 0 ? 0 : to[at + c]) + from[at + c] * m[mAt + c];
    }
  }
}
