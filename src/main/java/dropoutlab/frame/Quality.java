package dropoutlab.frame;

import java.util.List;

/// How good predictions and their uncertainties are on data that were held out. Lists have an entry for each method
/// that is compared, in the order of [Method]. All intervals are 95 % ones.
public final class Quality {
  private Quality() {}

  /// A bin of the reliability diagram: `count` examples whose confidence is in (low, high]; their mean confidence and
  /// the share that was right, with its Clopper-Pearson interval.
  public record Bin(double low, double high, int count, double confidence, double accuracy, double accuracyLow,
                    double accuracyHigh) {}

  /// Reliability diagram and expected calibration error (Guo et al. 2017). Empty bins are left out.
  public record Reliability(Method method, List<Bin> bins, double expectedCalibrationError) {
    public Reliability { bins = List.copyOf(bins); }
  }

  /// The share of targets inside the central interval of probability `nominal`, with its Clopper-Pearson interval, and
  /// the interval's mean width in the target's unit (sharpness).
  public record Level(double nominal, double observed, double low, double high, double meanWidth) {}

  public record Coverage(Method method, List<Level> levels) {
    public Coverage { levels = List.copyOf(levels); }
  }

  /// The error on what remains when the share `leftOut` of most uncertain examples is left out, with its interval; and
  /// when those of the largest error are (the oracle).
  public record Left(double leftOut, double error, double low, double high, double oracle) {}

  /// @param area between the curve and the oracle's, of errors relative to the error of all: 0 is best
  public record Sparsification(Method method, List<Left> points, double area) {
    public Sparsification { points = List.copyOf(points); }
  }

  /// The table under the pictures; entries that do not apply are NaN.
  ///
  /// @param noiseSd       of the noise around each of the method's components, in the target's unit: tau^-1/2, or the
  ///                      root of the mean of what is learnt for each input
  /// @param noiseAtBound  whether it was fitted and ended at the least that can be told, so that it may be less
  /// @param rmse          in the target's unit
  /// @param logLikelihood mean per example, natural logarithm, of the target in its unit
  /// @param accuracy      share of right classes
  /// @param logLoss       mean -ln p(true class), nats
  /// @param brier         mean sum over classes of (p - 1 if true)²
  /// @param ece           expected calibration error, 15 bins
  public record Scores(Method method, double noiseSd, boolean noiseAtBound, double rmse, double logLikelihood,
                       double accuracy, double logLoss, double brier, double ece) {}
}
