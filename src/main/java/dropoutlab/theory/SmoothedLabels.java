package dropoutlab.theory;

/// What is best under smoothed labels, `t' = (1 - ε) t + ε / K` (Szegedy et al. 2016, section 7): the probabilities are
/// the targets themselves, and so the logits differ by a finite gap.
public final class SmoothedLabels {
  private SmoothedLabels() {}

  /// Returns the gap between the logit of the true class and that of any other, log((1 - ε + ε/K) / (ε/K)); infinite
  /// for ε = 0.
  public static double gap(double epsilon, int classes) {
    return epsilon == 0 ? Double.POSITIVE_INFINITY : Math.log1p(classes * (1 - epsilon) / epsilon);
  }

  /// Returns the least loss in nats, which is the entropy of the targets.
  public static double floor(double epsilon, int classes) {
    double other = epsilon / classes, own = 1 - epsilon + other;
    return epsilon == 0 ? 0 : -own * Math.log(own) - (classes - 1) * other * Math.log(other);
  }
}
