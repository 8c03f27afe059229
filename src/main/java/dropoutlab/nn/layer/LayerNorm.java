package dropoutlab.nn.layer;

import dropoutlab.frame.LayerView.Kind;
import dropoutlab.frame.LayerView;
import dropoutlab.math.LayerNormKernel;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import dropoutlab.spec.Initialisation;
import java.util.List;

/// Layer normalisation (Ba, Kiros and Hinton 2016). In both modes `y = γ x̂ + β` with `x̂ = (x - μ) / √(v + ε)`, where
/// μ and v are the mean and the variance (1/n) of a vector, of each step of a sequence, or of all values of an image.
/// (A single map of several rows is read as a sequence.) γ and β have one entry for each of the n values.
///
/// Backward, with `d = γ dOut`: `dx = (d - mean(d) - x̂ mean(d x̂)) / √(v + ε)`; `dγ = Σ dOut x̂` and `dβ = Σ dOut`,
/// summed over examples and steps.
public final class LayerNorm implements Layer {
  private final Shape shape;
  private final double epsilon;
  private final Parameter gamma;
  private final Parameter beta;
  private final LayerNormKernel norms;
  private final Tensor normal;
  private final Tensor y;
  private final Tensor dx;
  private float[] scales = new float[0];

  public LayerNorm(Shape shape, double epsilon) {
    this(shape, epsilon, Parameter.zeros(1, width(shape), false), Parameter.zeros(1, width(shape), false));
    gamma.value().fill(1);
  }

  private LayerNorm(Shape shape, double epsilon, Parameter gamma, Parameter beta) {
    this.shape = shape;
    this.epsilon = epsilon;
    this.gamma = gamma;
    this.beta = beta;
    norms = new LayerNormKernel(width(shape));
    normal = new Tensor(0, shape.size());
    y = new Tensor(0, shape.size());
    dx = new Tensor(0, shape.size());
  }

  private static int width(Shape shape) { return shape.maps() > 1 ? shape.size() : shape.cols(); }

  @Override public LayerNorm sharing() { return new LayerNorm(shape, epsilon, gamma, beta); }

  /// Starts again with γ = 1 and β = 0; draws nothing.
  @Override public void initialise(Initialisation initialisation, RandomStream stream) {
    gamma.value().fill(1);
    beta.value().fill(0);
  }

  @Override public Tensor forward(Tensor x, Mode mode) {
    if (x.cols() != shape.size())
      throw new IllegalArgumentException("LayerNorm expects " + shape + " inputs, the batch has " + x.cols()
          + " columns");
    int vectors = x.size() / norms.length();
    if (scales.length < vectors) scales = new float[vectors];
    norms.forward(x, epsilon, gamma.value(), beta.value(), normal.resize(x.rows()), scales, y.resize(x.rows()));
    return y;
  }

  @Override public Tensor backward(Tensor dOut) {
    gradients(dOut);
    norms.backward(dOut, gamma.value(), normal, scales, dx.resize(dOut.rows()));
    return dx;
  }

  @Override public void gradients(Tensor dOut) { norms.gradients(dOut, normal, gamma.gradient(), beta.gradient()); }

  @Override public List<Parameter> parameters() { return List.of(gamma, beta); }

  @Override public boolean isRandom() { return false; }

  @Override public LayerView view(Passage passed) { return passed.plain(Kind.LAYER_NORM); }
}
