package dropoutlab.claim.regulariser;

import dropoutlab.claim.Sampling;
import dropoutlab.claim.SinglePrecision;
import dropoutlab.frame.bench.Comparison;
import dropoutlab.frame.bench.Side;
import dropoutlab.frame.bench.Tolerance;
import dropoutlab.theory.MaskedGradient;
import dropoutlab.words.Words;
import java.util.List;

/// What the gradients of steps with k masks, and of all masks, should be and are.
///
/// @param gradients of the steps
/// @param all       of each mask, by the engine
record KMasksRows(MaskedGradient exact, double[][] gradients, double[][] all, int k) {
  /// Every term of a gradient is rounded so many times, each of its numbers and products counted.
  private static final int ROUNDED = 12;

  List<Comparison> rows() {
    double[][] covariance = exact.covariance();
    Side drawn = new Side(0, Words.count("claimregulariser.steps", gradients.length));
    double steps = gradients.length;
    double[] mean = mean(gradients), truth = exact.mean();
    Tolerance ofNoise = Sampling.tolerance(Math.sqrt(exact.varianceOfNoise(k) / steps), rounding() * rounding());
    return List.of(
        Comparison.of(Words.count("claimregulariser.kmasks.noise", k),
            new Side(exact.noise(k), Words.of("claimregulariser.kmasks.trace")), new Side(noise(), drawn.how()),
            ofNoise).hidden(),
        mean("claimregulariser.kmasks.first", truth[0], new Side(mean[0], drawn.how()), covariance[0][0]),
        mean("claimregulariser.kmasks.second", truth[1], new Side(mean[1], drawn.how()), covariance[1][1]),
        Comparison.of(Words.of("claimregulariser.kmasks.single"), new Side(exact.noise(1), masks()),
            new Side(noiseOfAll(), Words.of("claimregulariser.kmasks.forced")), new Tolerance.Rounding(ofSquares())),
        Comparison.of(Words.of("claimregulariser.kmasks.directions"), new Side(exact.directionVariance(), masks()),
            new Side(exact.directionVariance(all), Words.of("claimregulariser.kmasks.forced")),
            new Tolerance.Rounding(ofDirections())));
  }

  private String masks() { return Words.count("claimregulariser.masks", exact.masks()); }

  private Comparison mean(String what, double truth, Side measured, double variance) {
    return Comparison.of(Words.of(what), new Side(truth, Words.of("claimregulariser.kmasks.penalised")), measured,
        Sampling.tolerance(Math.sqrt(variance / k / gradients.length), rounding()));
  }

  private double rounding(int mask) { return ROUNDED * SinglePrecision.UNIT * exact.size(mask); }

  /// How far rounding may take the mean of steps: no further than the gradient of the mask that keeps all, where a step
  /// sums those of k masks.
  private double rounding() { return (1 + (double) k / ROUNDED) * rounding(exact.masks() - 1); }

  /// What rounding makes of the mean of ‖g - E g‖².
  private double ofSquares() {
    double[] mean = exact.mean();
    double sum = 0;
    for (int mask = 0; mask < exact.masks(); mask++) {
      double[] gradient = exact.gradientOf(mask);
      double away = Math.hypot(gradient[0] - mean[0], gradient[1] - mean[1]);
      sum += exact.probability(mask) * rounding(mask) * (2 * away + rounding(mask));
    }
    return SinglePrecision.tolerance(sum);
  }

  /// What rounding makes of the direction variance: a vector of length 1 moves by at most twice the error of its
  /// gradient over that gradient's length.
  private double ofDirections() {
    double sum = 0, all = 0;
    for (int mask = 0; mask < exact.masks(); mask++) {
      if (exact.isNone(mask)) continue;
      all += exact.probability(mask);
      sum += exact.probability(mask) * 2 * rounding(mask) / exact.length(mask);
    }
    return SinglePrecision.tolerance(all == 0 ? 0 : sum / all);
  }

  double noise() { return noise(gradients, exact.mean()); }

  /// The noise of one mask, over all masks of the engine.
  private double noiseOfAll() {
    double sum = 0;
    double[] mean = exact.mean();
    for (int mask = 0; mask < all.length; mask++)
      for (int j = 0; j < mean.length; j++) {
        double away = all[mask][j] - mean[j];
        sum += exact.probability(mask) * away * away;
      }
    return sum;
  }

  /// The mean of ‖g - E g‖², where E g is known.
  static double noise(double[][] gradients, double[] mean) {
    double sum = 0;
    for (double[] gradient : gradients)
      for (int j = 0; j < mean.length; j++) sum += (gradient[j] - mean[j]) * (gradient[j] - mean[j]);
    return sum / gradients.length;
  }

  static double[] mean(double[][] gradients) {
    double[] mean = new double[gradients[0].length];
    for (double[] gradient : gradients) for (int j = 0; j < mean.length; j++) mean[j] += gradient[j] / gradients.length;
    return mean;
  }
}
