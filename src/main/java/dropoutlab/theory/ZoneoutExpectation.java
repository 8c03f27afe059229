package dropoutlab.theory;

/// What zoneout (Krueger et al. 2017) does to one unit on average. With probability p the unit keeps its value h', else
/// it takes the candidate; for candidates that do not depend on the masks:
///
/// - one step has the mean `p h' + (1 - p) h~` and the variance `p (1 - p) (h' - h~)²`; inference puts this mean in the
///   place of the draw
/// - after T steps the value is that of the candidate of step t with probability `(1 - p) p^(T - t)`, and the first value
///   with probability p^T
public final class ZoneoutExpectation {
  private ZoneoutExpectation() {}

  public static double mean(double last, double candidate, double p) { return p * last + (1 - p) * candidate; }

  public static double variance(double last, double candidate, double p) {
    return p * (1 - p) * (last - candidate) * (last - candidate);
  }

  /// Returns the mean after all candidates, in their order, from the value `first`.
  public static double mean(double first, double[] candidates, double p) {
    double mean = first;
    for (double candidate : candidates) mean = mean(mean, candidate, p);
    return mean;
  }

  /// Returns the variance after all candidates, in their order, from the value `first`.
  public static double variance(double first, double[] candidates, double p) {
    double mean = first, square = first * first;
    for (double candidate : candidates) {
      mean = mean(mean, candidate, p);
      square = p * square + (1 - p) * candidate * candidate;
    }
    return Math.max(0, square - mean * mean);
  }

  /// Returns the probability that a unit has kept its value for `steps` steps.
  public static double kept(int steps, double p) { return StrictMath.pow(p, steps); }
}
