package dropoutlab.frame;

import java.util.Optional;

/// The observation noise that a method assumes around each component of its prediction.
///
/// @param sd      its standard deviation τ^-1/2, in the target's unit; for a network that learns a variance for each
///                input, the root of their mean, or NaN if that was not asked for
/// @param factor  the factor on learnt variances; 1 if they are used as learnt or none are learnt; NaN if it is not
///                known
/// @param atBound whether a fit ended at the least noise that can be distinguished from none, so that the true noise
///                may be less
/// @param fit     the account of the fit, if the noise was fitted
public record Noise(double sd, double factor, boolean atBound, Optional<Fit> fit) {
  /// The noise that a network has learnt for each input, or none for classes.
  public static final Noise AS_LEARNT = new Noise(Double.NaN, 1, false, Optional.empty());

  /// The noise that has not been asked for yet.
  public static final Noise UNTOLD = of(0);

  /// The account of a fit.
  ///
  /// @param logLikelihood the mean ln p of the targets on which the noise was fitted, in their unit
  /// @param passes        the number of components of the mixture: T for MC dropout, 1 with masks off
  /// @param rows          the number of targets
  public record Fit(double logLikelihood, int passes, int rows) {}

  /// Makes a given noise, in the target's unit.
  public static Noise of(double sd) { return new Noise(sd, 1, false, Optional.empty()); }

  /// Returns the same noise without the factor.
  public Noise asLearnt() { return new Noise(sd, 1, false, Optional.empty()); }

  public double tau() { return 1 / (sd * sd); }
}
