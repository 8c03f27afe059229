package dropoutlab.nn.layer;

import dropoutlab.frame.LayerView.Kind;
import dropoutlab.frame.LayerView;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.spec.Initialisation;
import java.util.List;

/// One [Dense] layer for every step of a sequence. In both modes `y[t] = x[t] W + b`, with x (batch x steps in) and y
/// (batch x steps units). The steps of all examples are the rows of one product, which is read in place; gradients are
/// sums over all steps.
public final class StepDense implements Layer {
  private final Dense dense;
  private final int steps;
  private final Tensor stepX;
  private final Tensor y;
  private final Tensor dStepOut;
  private final Tensor dx;

  public StepDense(Dense dense, int steps) {
    this.dense = dense;
    this.steps = steps;
    stepX = new Tensor(0, dense.in());
    y = new Tensor(0, steps * dense.units());
    dStepOut = new Tensor(0, dense.units());
    dx = new Tensor(0, steps * dense.in());
  }

  @Override public StepDense sharing() { return new StepDense(dense.sharing(), steps); }

  @Override public void initialise(Initialisation initialisation, RandomStream stream) {
    dense.initialise(initialisation, stream);
  }

  @Override public Tensor forward(Tensor x, Mode mode) {
    if (x.cols() != dx.cols())
      throw new IllegalArgumentException("Dense expects " + steps + " x " + dense.in() + " inputs, the batch has "
          + x.cols() + " columns");
    return y.share(dense.forward(stepX.share(x), mode));
  }

  @Override public Tensor backward(Tensor dOut) { return dx.share(dense.backward(dStepOut.share(dOut))); }

  @Override public void gradients(Tensor dOut) { dense.gradients(dStepOut.share(dOut)); }

  @Override public List<Parameter> parameters() { return dense.parameters(); }

  @Override public boolean isRandom() { return false; }

  @Override public LayerView view(Passage passed) { return passed.plain(Kind.DENSE); }
}
