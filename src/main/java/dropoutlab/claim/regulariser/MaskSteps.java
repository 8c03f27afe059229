package dropoutlab.claim.regulariser;

import dropoutlab.claim.Bench;
import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import dropoutlab.nn.Loss;
import dropoutlab.nn.dropout.InvertedDropout;
import dropoutlab.nn.layer.Chain;
import dropoutlab.nn.layer.Dense;
import dropoutlab.nn.layer.Mode;
import dropoutlab.predict.ProgressMonitor;

/// Gradients of linear regression with dropout on its inputs, as the engine computes them at weights that stay. k masks
/// a step are a batch in which every example stands k times, each time with a mask of its own.
final class MaskSteps {
  private static final Loss LOSS = Loss.MEAN_SQUARED_ERROR;
  private static final int CHECKED = 200;

  private final Dense dense;
  private final Chain chain;
  private final Tensor x;
  private final Tensor y;
  private final Tensor dOut = new Tensor(0, 1);

  /// @param rows of the data that make a batch, by their numbers
  private MaskSteps(double[][] data, double[] targets, double[] w, double p, RandomStream masks, int... rows) {
    dense = new Dense(w.length, 1);
    for (int j = 0; j < w.length; j++) dense.weights().value().set(j, 0, (float) w[j]);
    chain = Chain.of(Shape.vector(w.length), new InvertedDropout(p, w.length, masks), dense);
    x = new Tensor(rows.length, w.length);
    y = new Tensor(rows.length, 1);
    for (int r = 0; r < rows.length; r++) {
      y.set(r, 0, (float) targets[rows[r]]);
      for (int j = 0; j < w.length; j++) x.set(r, j, (float) data[rows[r]][j]);
    }
  }

  /// Adds half the gradient of the sum of squared errors of the batch, times `factor`. The engine's loss is their mean.
  private void addTo(double[] sum, double factor) {
    LOSS.gradient(chain.forward(x, Mode.TRAIN), y, dOut);
    chain.gradients(dOut, 1);
    for (int j = 0; j < sum.length; j++) sum[j] += factor * x.rows() / 2 * dense.weights().gradient().at(j, 0);
  }

  /// Returns the gradients of steps with k random masks each, (steps x weights).
  static double[][] random(double[][] data, double[] targets, double[] w, double p, int k, int steps, long seed,
                           ProgressMonitor watch) {
    int[] rows = new int[k * data.length];
    for (int r = 0; r < rows.length; r++) rows[r] = r % data.length;
    MaskSteps batch = new MaskSteps(data, targets, w, p, RandomStream.of(seed, Purpose.MASKS, k), rows);
    double[][] gradients = new double[steps][w.length];
    for (int step = 0; step < steps; step++) {
      if (step % CHECKED == 0) {
        Bench.check(watch);
        watch.done((double) step / steps);
      }
      batch.addTo(gradients[step], 1.0 / k);
    }
    return gradients;
  }

  /// Returns the gradient under every mask, in the order of [dropoutlab.theory.MaskedGradient]: each example goes
  /// through the engine under each of its own masks, and the gradients of a step are their sums.
  static double[][] all(double[][] data, double[] targets, double[] w, double p) {
    AllMasks single = new AllMasks(w.length, 1);
    double[][][] of = new double[data.length][single.masks()][w.length];
    for (int i = 0; i < data.length; i++) {
      MaskSteps example = new MaskSteps(data, targets, w, p, single.stream(), i);
      for (int mask = 0; mask < single.masks(); mask++) example.addTo(of[i][mask], 1);
    }
    double[][] sums = new double[1 << data.length * w.length][w.length];
    for (int mask = 0; mask < sums.length; mask++)
      for (int i = 0; i < data.length; i++)
        for (int j = 0; j < w.length; j++) sums[mask][j] += of[i][mask >> i * w.length & single.masks() - 1][j];
    return sums;
  }
}
