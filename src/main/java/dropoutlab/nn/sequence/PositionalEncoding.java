package dropoutlab.nn.sequence;

import dropoutlab.frame.LayerView.Kind;
import dropoutlab.frame.LayerView;
import dropoutlab.frame.Matrix;
import dropoutlab.math.Kernels;
import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.Layer;
import dropoutlab.nn.layer.Mode;
import dropoutlab.nn.layer.Passage;

/// Sinusoidal positional encoding (Vaswani et al. 2017, section 3.5). In both modes `y = x + E`, with
/// `E(t, 2i) = sin(t / 10000^(2i / width))` and `E(t, 2i + 1) = cos(t / 10000^(2i / width))` for step t = 0, 1, ...
/// Without it, attention could not know the order of the steps. Backward: `dx = dOut`. Nothing is learnt.
public final class PositionalEncoding implements Layer {
  private final Tensor encoding;
  private final Tensor y;

  public PositionalEncoding(int steps, int width) {
    this(encoding(steps, width));
  }

  private PositionalEncoding(Tensor encoding) {
    this.encoding = encoding;
    y = new Tensor(0, encoding.cols());
  }

  /// Returns the encoding of all steps, (1 x steps width).
  public static Matrix table(int steps, int width) {
    return Matrix.copyOf(encoding(steps, width).data(), 1, steps * width);
  }

  private static Tensor encoding(int steps, int width) {
    Tensor encoding = new Tensor(1, steps * width);
    for (int t = 0; t < steps; t++)
      for (int c = 0; c < width; c++) {
        double angle = t / StrictMath.pow(10_000, (double) (c - c % 2) / width);
        encoding.data()[t * width + c] = (float) (c % 2 == 0 ? StrictMath.sin(angle) : StrictMath.cos(angle));
      }
    return encoding;
  }

  @Override public PositionalEncoding sharing() { return new PositionalEncoding(encoding); }

  @Override public Tensor forward(Tensor x, Mode mode) {
    y.resize(x.rows()).copyFrom(x);
    Kernels.addRowVector(y, encoding);
    return y;
  }

  @Override public Tensor backward(Tensor dOut) { return dOut; }

  @Override public boolean isRandom() { return false; }

  @Override public LayerView view(Passage passed) { return passed.plain(Kind.POSITION); }
}
