package dropoutlab.claim.regulariser;

import dropoutlab.claim.Bench;
import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import dropoutlab.nn.Loss;
import dropoutlab.nn.Optimiser;
import dropoutlab.nn.dropout.InvertedDropout;
import dropoutlab.nn.layer.Chain;
import dropoutlab.nn.layer.Dense;
import dropoutlab.nn.layer.Mode;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.spec.OptimiserSpec;
import dropoutlab.theory.GrowingRegression;
import java.util.List;

/// Linear regression with dropout on its inputs, trained by the engine on all examples with a fresh mask for each in
/// every step.
final class DescentTraining {
  private static final Loss LOSS = Loss.MEAN_SQUARED_ERROR;
  private static final int CHECKED = 100;

  private final Dense dense;
  private final Chain chain;
  private final Tensor x;
  private final Tensor y;
  private final Tensor dOut = new Tensor(0, 1);
  private final double rate;
  private final Optimiser optimiser;

  DescentTraining(GrowingRegression set, double p, long seed) {
    int n = set.examples(), inputs = set.rows().getFirst().length;
    dense = new Dense(inputs, 1);
    InvertedDropout dropout = new InvertedDropout(p, inputs, RandomStream.of(seed, Purpose.MASKS));
    chain = Chain.of(Shape.vector(inputs), dropout, dense);
    x = new Tensor(n, inputs);
    y = new Tensor(n, 1);
    for (int i = 0; i < n; i++) {
      y.set(i, 0, set.targets().get(i).floatValue());
      for (int j = 0; j < inputs; j++) x.set(i, j, (float) set.rows().get(i)[j]);
    }
    rate = rate((double) inputs / n, p);
    optimiser = new Optimiser(new OptimiserSpec.Sgd(rate), List.of(dense.weights()));
  }

  /// Half of what the steepest direction allows: that of such data is (1 + √(d/n))², and the penalty and the noise of
  /// the masks add to it.
  private static double rate(double ratio, double p) {
    double edge = 1 + Math.sqrt(ratio);
    return .5 / (edge * edge + p / (1 - p) + (p > 0 ? ratio / (1 - p) : 0));
  }

  double rate() { return rate; }

  void step() {
    gradient(Mode.TRAIN);
    optimiser.update();
  }

  private void gradient(Mode mode) {
    LOSS.gradient(chain.forward(x, mode), y, dOut);
    chain.gradients(dOut, 1);
  }

  float[] weights() { return dense.weights().value().data(); }

  double[] train(int steps, ProgressMonitor watch) {
    for (int step = 0; step < steps; step++) {
      if (step % CHECKED == 0) Bench.check(watch);
      step();
    }
    return copy();
  }

  private double[] copy() {
    double[] w = new double[dense.in()];
    for (int j = 0; j < w.length; j++) w[j] = weights()[j];
    return w;
  }

  void set(double[] w) { for (int j = 0; j < w.length; j++) weights()[j] = (float) w[j]; }

  /// Returns the greatest gradient of any weight with masks off.
  double greatestGradient() {
    gradient(Mode.INFERENCE);
    double greatest = 0;
    for (float each : dense.weights().gradient().data()) greatest = Math.max(greatest, Math.abs(each));
    return greatest;
  }
}
