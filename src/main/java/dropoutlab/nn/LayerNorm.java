package dropoutlab.nn;

import dropoutlab.math.RandomStream;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.Layer;
import dropoutlab.nn.layer.Mode;
import dropoutlab.nn.layer.Parameter;
import dropoutlab.spec.Initialisation;
import java.util.List;

/// Layer normalisation (Ba, Kiros and Hinton 2016), in both modes: `y = γ x̂ + β` with `x̂ = (x - μ) / √(v + ε)`, μ and
/// v being mean and variance (1/n) of a vector, of each step of a sequence, or of all of an image. (One map of several
/// rows is read as a sequence.) γ and β have an entry for each of the n values.
///
/// Backward, with `d = γ dOut`: `dx = (d - mean(d) - x̂ mean(d x̂)) / √(v + ε)`; `dγ = Σ dOut x̂`, `dβ = Σ dOut` over
/// examples and steps.
public final class LayerNorm implements Layer {
  private final Shape shape;
  private final double epsilon;
  private final Parameter gamma;
  private final Parameter beta;
  private final int n;
  private final Tensor normal;
  private final Tensor y;
  private final Tensor dx;
  private float[] scales = new float[0];

  LayerNorm(Shape shape, double epsilon) {
    this(shape, epsilon, Parameter.zeros(1, width(shape), false), Parameter.zeros(1, width(shape), false));
    gamma.value().fill(1);
  }

  private LayerNorm(Shape shape, double epsilon, Parameter gamma, Parameter beta) {
    this.shape = shape;
    this.epsilon = epsilon;
    this.gamma = gamma;
    this.beta = beta;
    n = width(shape);
    normal = new Tensor(0, shape.size());
    y = new Tensor(0, shape.size());
    dx = new Tensor(0, shape.size());
  }

  private static int width(Shape shape) { return shape.maps() > 1 ? shape.size() : shape.cols(); }

  @Override public LayerNorm sharing() { return new LayerNorm(shape, epsilon, gamma, beta); }

  /// Begins anew with γ = 1 and β = 0; nothing is drawn.
  @Override public void initialise(Initialisation initialisation, RandomStream stream) {
    gamma.value().fill(1);
    beta.value().fill(0);
  }

  @Override public Tensor forward(Tensor x, Mode mode) {
    if (x.cols() != shape.size())
      throw new IllegalArgumentException("LayerNorm expects " + shape + " inputs, the batch has " + x.cols()
          + " columns");
    int vectors = x.size() / n;
    if (scales.length < vectors) scales = new float[vectors];
    float[] in = x.data(), hat = normal.resize(x.rows()).data(), out = y.resize(x.rows()).data();
    float[] g = gamma.value().data(), b = beta.value().data();
    for (int v = 0; v < vectors; v++) {
      int at = v * n;
      double mean = 0, squares = 0;
      for (int i = 0; i < n; i++) mean += in[at + i];
      mean /= n;
      for (int i = 0; i < n; i++) squares += (in[at + i] - mean) * (in[at + i] - mean);
      double scale = 1 / Math.sqrt(squares / n + epsilon);
      scales[v] = (float) scale;
      for (int i = 0; i < n; i++) {
        hat[at + i] = (float) ((in[at + i] - mean) * scale);
        out[at + i] = g[i] * hat[at + i] + b[i];
      }
    }
    return y;
  }

  @Override public Tensor backward(Tensor dOut) {
    gradients(dOut);
    float[] d = dOut.data(), hat = normal.data(), to = dx.resize(dOut.rows()).data(), g = gamma.value().data();
    for (int v = 0; v < dOut.size() / n; v++) {
      int at = v * n;
      double sum = 0, dot = 0;
      for (int i = 0; i < n; i++) {
        sum += g[i] * d[at + i];
        dot += (double) (g[i] * d[at + i]) * hat[at + i];
      }
      float mean = (float) (sum / n), slope = (float) (dot / n);
      for (int i = 0; i < n; i++) to[at + i] = scales[v] * (g[i] * d[at + i] - mean - hat[at + i] * slope);
    }
    return dx;
  }

  @Override public void gradients(Tensor dOut) {
    gamma.gradient().fill(0);
    beta.gradient().fill(0);
    float[] d = dOut.data(), hat = normal.data(), dGamma = gamma.gradient().data(), dBeta = beta.gradient().data();
    for (int at = 0; at < dOut.size(); at += n)
      for (int i = 0; i < n; i++) {
        dGamma[i] += d[at + i] * hat[at + i];
        dBeta[i] += d[at + i];
      }
  }

  @Override public List<Parameter> parameters() { return List.of(gamma, beta); }
}
