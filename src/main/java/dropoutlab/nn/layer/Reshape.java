package dropoutlab.nn.layer;

import dropoutlab.frame.LayerView.Kind;
import dropoutlab.frame.LayerView;
import dropoutlab.math.Tensor;

/// Passes its input on: in both modes `y = x`; backward `dx = dOut`. Only the way in which the next layer reads the
/// columns changes.
public final class Reshape implements Layer {
  @Override public Tensor forward(Tensor x, Mode mode) { return x; }

  @Override public Tensor backward(Tensor dOut) { return dOut; }

  @Override public Reshape sharing() { return new Reshape(); }

  @Override public boolean isRandom() { return false; }

  @Override public LayerView view(Passage passed) { return passed.plain(Kind.RESHAPE); }
}
