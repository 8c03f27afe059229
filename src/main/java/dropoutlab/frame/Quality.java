package dropoutlab.frame;

import java.util.List;

/// The quality of predictions and their uncertainties on held-out data. Lists have one entry per compared method, in
/// the order of [Method]. All intervals are 95 % intervals.
public final class Quality {
  private Quality() {}

  /// A bin of the reliability diagram: `count` examples with a confidence in (low, high], their mean confidence, and
  /// the share that was right, with its Clopper-Pearson interval.
  public record Bin(double low, double high, int count, double confidence, double accuracy, double accuracyLow,
                    double accuracyHigh) {}

  /// A reliability diagram and its expected calibration error (Guo et al. 2017). Empty bins are left out.
  public record Reliability(Method method, List<Bin> bins, double expectedCalibrationError) {
    public Reliability { bins = List.copyOf(bins); }
  }

  /// The share of targets inside the central interval of probability `nominal`, with its Clopper-Pearson interval, and
  /// the interval's mean width in the target's unit (sharpness).
  public record Level(double nominal, double observed, double low, double high, double meanWidth) {}

  public record Coverage(Method method, List<Level> levels) {
    public Coverage { levels = List.copyOf(levels); }
  }

  /// The error on the examples that remain when the share `leftOut` of the most uncertain ones is left out, with its
  /// interval, and the same when those with the largest error are left out (the oracle).
  public record Left(double leftOut, double error, double low, double high, double oracle) {}

  /// @param area the area between the curve and that of the oracle, with errors relative to the error of all examples:
  ///             0 is best
  public record Sparsification(Method method, List<Left> points, double area) {
    public Sparsification { points = List.copyOf(points); }
  }

  /// The scores in the table below the pictures; those that do not apply are NaN.
  ///
  /// @param noiseSd       the standard deviation of the noise around each component of the method, in the target's
  ///                      unit: tau^-1/2, or the root of the mean variance learnt for the inputs
  /// @param noiseAtBound  whether the noise was fitted and is the least that can be distinguished, so that the true
  ///                      noise may be less
  /// @param rmse          the root mean squared error, in the target's unit
  /// @param logLikelihood the mean natural logarithm of the density per example, for the target in its unit
  /// @param accuracy      the share of right classes
  /// @param logLoss       the mean of -ln p(true class), in nats
  /// @param brier         the mean over the examples of the sum over classes of (p - 1 if true)²
  /// @param ece           the expected calibration error with 15 bins
  public record Scores(Method method, double noiseSd, boolean noiseAtBound, double rmse, double logLikelihood,
                       double accuracy, double logLoss, double brier, double ece) {}
}
