package dropoutlab.nn.layer;

import dropoutlab.frame.LayerView.Kind;
import dropoutlab.frame.LayerView;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import dropoutlab.spec.Initialisation;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.Arrays;
import java.util.List;

/// Batch normalisation (Ioffe and Szegedy 2015): `y = γ x̂ + β` with `x̂ = (x - μ) / √(v + ε)`, for each group of
/// values. A group is a map of an image, a column of a vector, or a feature of a sequence over all its steps. (A single
/// map of several rows is read as a sequence.)
///
/// - training: μ and v are the mean and the variance (1/n) of the group in the batch. The running mean moves towards μ
///   by the share `momentum`, the running variance by the same share towards n/(n-1) v. Backward
///   `dx = γ / √(v + ε) (dOut - mean(dOut) - x̂ mean(dOut x̂))`
/// - all other modes, MC dropout among them: μ and v are the running statistics, which stay as they are;
///   `dx = γ / √(v + ε) dOut`
///
/// In both cases `dγ = Σ dOut x̂` and `dβ = Σ dOut`. The formulas are those of PyTorch, with one exception: a group of
/// a single value in the batch, for which n/(n-1) does not exist, is no error here and leaves the running statistics as
/// they were.
public final class BatchNorm implements Layer {
  private final Shape shape;
  private final double epsilon;
  private final double momentum;
  private final Parameter gamma;
  private final Parameter beta;
  private final Tensor runningMean;
  private final Tensor runningVariance;
  private final int groups;
  private final int inner;
  private final double[] means;
  private final double[] sums;
  private final float[] scales;
  private final Tensor normal;
  private final Tensor y;
  private final Tensor dx;
  private boolean byBatch;

  public BatchNorm(Shape shape, double epsilon, double momentum) {
    this(shape, epsilon, momentum, Parameter.zeros(1, groups(shape), false), Parameter.zeros(1, groups(shape), false),
        new Tensor(1, groups(shape)), new Tensor(1, groups(shape)));
    reset();
  }

  private BatchNorm(Shape shape, double epsilon, double momentum, Parameter gamma, Parameter beta, Tensor runningMean,
                    Tensor runningVariance) {
    this.shape = shape;
    this.epsilon = epsilon;
    this.momentum = momentum;
    this.gamma = gamma;
    this.beta = beta;
    this.runningMean = runningMean;
    this.runningVariance = runningVariance;
    groups = groups(shape);
    inner = shape.maps() > 1 ? shape.rows() * shape.cols() : 1;
    means = new double[groups];
    sums = new double[groups];
    scales = new float[groups];
    normal = new Tensor(0, shape.size());
    y = new Tensor(0, shape.size());
    dx = new Tensor(0, shape.size());
  }

  private int next(int group) { return group + 1 == groups ? 0 : group + 1; }

  private static int groups(Shape shape) { return shape.maps() > 1 ? shape.maps() : shape.cols(); }

  private void reset() {
    gamma.value().fill(1);
    beta.value().fill(0);
    runningMean.fill(0);
    runningVariance.fill(1);
  }

  @Override public BatchNorm sharing() {
    return new BatchNorm(shape, epsilon, momentum, gamma, beta, runningMean, runningVariance);
  }

  /// Starts again with γ = 1, β = 0, a running mean of 0 and a running variance of 1; draws nothing.
  @Override public void initialise(Initialisation initialisation, RandomStream stream) { reset(); }

  @Override public Tensor forward(Tensor x, Mode mode) {
    if (x.cols() != shape.size())
      throw new IllegalArgumentException("BatchNorm expects " + shape + " inputs, the batch has " + x.cols()
          + " columns");
    byBatch = mode == Mode.TRAIN;
    normal.resize(x.rows());
    y.resize(x.rows());
    if (byBatch) useBatch(x);
    else useRunning(x);
    float[] g = gamma.value().data(), b = beta.value().data(), n = normal.data(), out = y.data();
    for (int at = 0, group = 0; at < y.size(); group = next(group))
      for (int end = at + inner; at < end; at++) {
        n[at] *= scales[group];
        out[at] = g[group] * n[at] + b[group];
      }
    return y;
  }

  /// Overwrites `normal` with x - μ and `scales` with 1 / √(v + ε).
  private void useBatch(Tensor x) {
    long n = x.size() / groups;
    sum(x, means);
    for (int g = 0; g < groups; g++) means[g] /= n;
    centre(x);
    dot(normal, normal, sums);
    for (int g = 0; g < groups; g++) {
      scales[g] = (float) (1 / Math.sqrt(sums[g] / n + epsilon));
      if (n == 1) continue;
      move(runningMean.data(), g, means[g]);
      move(runningVariance.data(), g, sums[g] / (n - 1));
    }
  }

  private void move(float[] running, int group, double now) {
    running[group] = (float) ((1 - momentum) * running[group] + momentum * now);
  }

  private void useRunning(Tensor x) {
    for (int g = 0; g < groups; g++) {
      means[g] = runningMean.data()[g];
      scales[g] = (float) (1 / Math.sqrt(runningVariance.data()[g] + epsilon));
    }
    centre(x);
  }

  private void centre(Tensor x) {
    for (int at = 0, group = 0; at < x.size(); group = next(group))
      for (int end = at + inner; at < end; at++) normal.data()[at] = (float) (x.data()[at] - means[group]);
  }

  @Override public Tensor backward(Tensor dOut) {
    gradients(dOut);
    float n = dOut.size() / groups;
    float[] d = dOut.data(), hat = normal.data(), to = dx.resize(dOut.rows()).data();
    for (int at = 0, group = 0; at < dOut.size(); group = next(group)) {
      float factor = gamma.value().data()[group] * scales[group];
      float mean = byBatch ? beta.gradient().data()[group] / n : 0;
      float slope = byBatch ? gamma.gradient().data()[group] / n : 0;
      for (int end = at + inner; at < end; at++) to[at] = factor * (d[at] - mean - hat[at] * slope);
    }
    return dx;
  }

  @Override public void gradients(Tensor dOut) {
    sum(dOut, sums);
    for (int g = 0; g < groups; g++) beta.gradient().data()[g] = (float) sums[g];
    dot(dOut, normal, sums);
    for (int g = 0; g < groups; g++) gamma.gradient().data()[g] = (float) sums[g];
  }

  /// Overwrites `sums` with the sum of each group, added in the order of the elements.
  private void sum(Tensor a, double[] sums) {
    Arrays.fill(sums, 0);
    for (int at = 0, group = 0; at < a.size(); group = next(group)) {
      double sum = 0;
      for (int end = at + inner; at < end; at++) sum += a.data()[at];
      sums[group] += sum;
    }
  }

  /// Overwrites `sums` with each group's sum of the products of `a` and `b`.
  private void dot(Tensor a, Tensor b, double[] sums) {
    Arrays.fill(sums, 0);
    for (int at = 0, group = 0; at < a.size(); group = next(group)) {
      double sum = 0;
      for (int end = at + inner; at < end; at++) sum += (double) a.data()[at] * b.data()[at];
      sums[group] += sum;
    }
  }

  @Override public List<Parameter> parameters() { return List.of(gamma, beta); }

  @Override public void checkBuffers() {
    float[] v = runningVariance.data();
    for (int g = 0; g < groups; g++)
      if (!(v[g] >= 0))
        throw new IllegalArgumentException(Words.of("nn.layer.variance", Numbers.brief(v[g])));
  }

  /// Returns the running mean and the running variance, (1 x groups) each.
  @Override public List<Tensor> buffers() { return List.of(runningMean, runningVariance); }

  @Override public boolean isRandom() { return false; }

  @Override public LayerView view(Passage passed) { return passed.plain(Kind.BATCH_NORM); }
}
