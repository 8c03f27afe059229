package dropoutlab.claim.regulariser;

import dropoutlab.claim.Bench;
import dropoutlab.frame.bench.Tolerance;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.theory.GrowingRegression;

/// The mean of the weights over a long training with masks (Polyak and Juditsky 1992), and how far chance may have
/// taken a function of it.
///
/// With H w* = b where the mean gradient H w - b is 0, a step is w' = w - η (H (w - w*) + ξ), and ξ has mean 0 whatever
/// came before. Summed over T steps, the mean of w - w* is H⁻¹ ((first w - last w) / η - Σ ξ) / T. The squares of the
/// single v·ξ, v = H⁻¹ u, therefore tell the variance of u·w̄.
final class AveragedDescent {
  private static final double FIRST = .25;
  /// Of the weights' beginning less than this is left when the mean begins.
  private static final double REST = 1e-3;
  private static final int LEAST_STEPS = 4000, MOST_STEPS = 40_000, CHECKED = 20;
  private static final double VALUES = 1e8;

  private final double[] mean;
  private final double begun;
  private final double[] squares;
  private final int counted;

  /// @param exact w*
  /// @param along the directions u whose errors are wanted
  AveragedDescent(GrowingRegression set, double p, double[] exact, double[][] along, long seed, ProgressMonitor watch) {
    DescentTraining training = new DescentTraining(set, p, seed);
    int steps = (int) Math.clamp(VALUES / ((double) set.examples() * exact.length), LEAST_STEPS, MOST_STEPS);
    int first = (int) (FIRST * steps);
    begun = Math.exp(-2 * training.rate() * p / (1 - p) * leastSquare(set) * first);
    counted = steps - first;
    mean = new double[exact.length];
    squares = new double[along.length];
    double[][] v = new double[along.length][];
    for (int k = 0; k < v.length; k++) v[k] = solved(set, p, along[k]);
    float[] before = new float[exact.length];
    for (int step = 0; step < steps; step++) {
      if (step % CHECKED == 0) {
        Bench.check(watch);
        watch.done((double) step / steps);
      }
      System.arraycopy(training.weights(), 0, before, 0, before.length);
      training.step();
      if (step < first) continue;
      for (int j = 0; j < mean.length; j++) mean[j] += before[j] / (double) counted;
      for (int k = 0; k < v.length; k++) {
        double noise = 0;
        for (int j = 0; j < mean.length; j++)
          noise += v[k][j] * ((double) before[j] - training.weights()[j]) / training.rate()
              - along[k][j] * (before[j] - exact[j]);
        squares[k] += noise * noise;
      }
    }
  }

  /// H⁻¹ u: the loss is a mean over the examples, and H half its second derivative times 2.
  private static double[] solved(GrowingRegression set, double p, double[] u) {
    double[] v = set.solve(p, u);
    for (int j = 0; j < v.length; j++) v[j] *= set.examples() / 2.0;
    return v;
  }

  /// The least mean square of any input, on which the penalty bears.
  private static double leastSquare(GrowingRegression set) {
    double least = Double.POSITIVE_INFINITY;
    for (int j = 0; j < set.rows().getFirst().length; j++) {
      double sum = 0;
      for (double[] row : set.rows()) sum += row[j] * row[j] / set.examples();
      least = Math.min(least, sum);
    }
    return least;
  }

  double[] mean() { return mean.clone(); }

  int counted() { return counted; }

  /// Returns the tolerance of direction k of the mean; it shows nothing before the weights have forgotten where they
  /// began.
  Tolerance tolerance(int k) {
    double se = Math.sqrt(squares[k]) / counted;
    return begun < REST ? new Tolerance.Noise(se) : new Tolerance.Trained(Tolerance.Noise.SES * se, begun, REST);
  }
}
