package dropoutlab.nn.layer;

import dropoutlab.frame.LayerView.Kind;
import dropoutlab.frame.LayerView;
import dropoutlab.math.Kernels;
import dropoutlab.math.MatMul;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.spec.Initialisation;
import java.util.List;

/// Fully connected layer. In both modes `out = x W + b`, with x (batch x in), W (in x units) and b (1 x units);
/// backward `dW = xᵀ dOut`, `db = column sums of dOut`, `dx = dOut Wᵀ`.
public final class Dense implements Layer {
  private final Parameter weights;
  private final Parameter biases;
  private final Tensor out;
  private final Tensor dx;
  private Tensor x;

  public Dense(int in, int units) {
    this(new Parameter(new Tensor(in, units), new Tensor(in, units), true),
        new Parameter(new Tensor(1, units), new Tensor(1, units), false));
  }

  private Dense(Parameter weights, Parameter biases) {
    this.weights = weights;
    this.biases = biases;
    out = new Tensor(0, weights.value().cols());
    dx = new Tensor(0, weights.value().rows());
  }

  /// Returns a layer on the same weights, with buffers of its own.
  @Override public Dense sharing() { return new Dense(weights, biases); }

  public int in() { return weights.value().rows(); }

  public int units() { return weights.value().cols(); }

  public Parameter weights() { return weights; }

  public Parameter biases() { return biases; }

  /// Draws the weights and sets the biases to 0.
  @Override public void initialise(Initialisation initialisation, RandomStream stream) {
    FirstWeights.draw(weights.value(), in(), units(), initialisation, stream);
    biases.value().fill(0);
  }

  @Override public Tensor forward(Tensor x, Mode mode) {
    if (x.cols() != in())
      throw new IllegalArgumentException("Dense expects " + in() + " inputs, the batch has " + x.cols() + " columns");
    this.x = x;
    MatMul.multiply(x, weights.value(), out.resize(x.rows()));
    Kernels.addRowVector(out, biases.value());
    return out;
  }

  @Override public Tensor backward(Tensor dOut) {
    gradients(dOut);
    MatMul.multiplyTransposedB(dOut, weights.value(), dx.resize(dOut.rows()));
    return dx;
  }

  @Override public void gradients(Tensor dOut) {
    MatMul.multiplyTransposedA(x, dOut, weights.gradient());
    Kernels.columnSums(dOut, biases.gradient());
  }

  @Override public List<Parameter> parameters() { return List.of(weights, biases); }

  @Override public boolean isRandom() { return false; }

  @Override public LayerView view(Passage passed) { return passed.plain(Kind.DENSE); }
}
