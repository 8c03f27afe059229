package dropoutlab.nn.sequence;

import dropoutlab.frame.LayerView.Kind;
import dropoutlab.frame.LayerView;
import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.Layer;
import dropoutlab.nn.layer.Mode;
import dropoutlab.nn.layer.Passage;
import java.util.Arrays;

/// The mean over all steps of a sequence, in all modes: `y = (x_1 + ... + x_T) / T`, from (batch x T·d) to (batch x d).
///
/// Backward: `dx_t = dOut / T`.
public final class TimePool implements Layer {
  private final int steps;
  private final int width;
  private final Tensor y;
  private final Tensor dx;

  public TimePool(int steps, int width) {
    this.steps = steps;
    this.width = width;
    y = new Tensor(0, width);
    dx = new Tensor(0, steps * width);
  }

  @Override public TimePool sharing() { return new TimePool(steps, width); }

  @Override public Tensor forward(Tensor x, Mode mode) {
    if (x.cols() != dx.cols())
      throw new IllegalArgumentException("The mean over time expects " + steps + " steps of " + width
          + " columns, the batch has " + x.cols() + " columns");
    float[] from = x.data(), to = y.resize(x.rows()).data();
    Arrays.fill(to, 0, y.size(), 0);
    for (int b = 0; b < x.rows(); b++)
      for (int t = 0; t < steps; t++)
        for (int c = 0; c < width; c++) to[b * width + c] += from[(b * steps + t) * width + c];
    for (int i = 0; i < y.size(); i++) to[i] /= steps;
    return y;
  }

  @Override public Tensor backward(Tensor dOut) {
    float[] from = dOut.data(), to = dx.resize(dOut.rows()).data();
    for (int b = 0; b < dOut.rows(); b++) {
      int first = b * dx.cols();
      for (int c = 0; c < width; c++) to[first + c] = from[b * width + c] / steps;
      for (int t = 1; t < steps; t++) System.arraycopy(to, first, to, first + t * width, width);
    }
    return dx;
  }

  @Override public boolean isRandom() { return false; }

  @Override public LayerView view(Passage passed) { return passed.plain(Kind.TIME_POOL); }
}
