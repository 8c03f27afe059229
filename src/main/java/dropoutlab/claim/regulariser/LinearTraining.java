package dropoutlab.claim.regulariser;

import dropoutlab.claim.Bench;
import dropoutlab.frame.Matrix;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import dropoutlab.nn.Loss;
import dropoutlab.nn.dropout.InvertedDropout;
import dropoutlab.nn.layer.Chain;
import dropoutlab.nn.layer.Dense;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.theory.LinearPenalty;
import java.util.ArrayList;
import java.util.List;

/// Linear regression with dropout on its inputs, trained by the engine from 0 on the mean loss over all masks.
final class LinearTraining {
  /// A place of the trail is so many times as far from the start as the one before.
  private static final double APART = 1.15;
  private static final int CHECKED = 1000;

  private final AllMasks masks;
  private final double[] probabilities;
  private final Tensor y;
  private final Dense dense;
  private final FullBatch batch;
  private final List<Double> trail = new ArrayList<>();
  private int rows;

  /// @param steepest half the greatest curvature of the loss, from which the length of the steps follows
  LinearTraining(double[][] x, double[] y, double p, double steepest) {
    int inputs = x[0].length;
    masks = new AllMasks(inputs, x.length);
    probabilities = masks.probabilities(p);
    dense = new Dense(inputs, 1);
    Tensor data = new Tensor(x.length, inputs), targets = new Tensor(x.length, 1);
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < inputs; j++) data.set(i, j, (float) x[i][j]);
      targets.set(i, 0, (float) y[i]);
    }
    this.y = masks.under(targets);
    batch = new FullBatch(Chain.of(Shape.vector(inputs), new InvertedDropout(p, inputs, masks.stream()), dense), 1,
        masks.under(data), this.y, probabilities, List.of(dense.weights()), steepest > 0 ? .5 / steepest : 1);
  }

  LinearTraining train(int steps, ProgressMonitor watch) {
    record(0);
    for (int step = 1, next = 1; step <= steps; step++) {
      if (step % CHECKED == 1) Bench.check(watch);
      batch.step();
      if (step < next && step < steps) continue;
      record(step);
      next = Math.max(next + 1, (int) (next * APART));
    }
    return this;
  }

  private void record(int step) {
    trail.add((double) step);
    for (double weight : weights()) trail.add(weight);
    rows++;
  }

  double[] weights() {
    double[] w = new double[dense.in()];
    for (int j = 0; j < w.length; j++) w[j] = dense.weights().value().at(j, 0);
    return w;
  }

  /// (step, weights), from the start to where training stands.
  Matrix trail() {
    return Matrix.copyOf(trail.stream().mapToDouble(Double::doubleValue).toArray(), rows, 1 + dense.in());
  }

  double greatestGradient() { return batch.greatestGradient(); }

  /// The sum over the examples of their mean loss over all masks.
  double loss() {
    batch.greatestGradient();
    return masks.loss(Loss.MEAN_SQUARED_ERROR, batch.output(), y, probabilities);
  }
}
