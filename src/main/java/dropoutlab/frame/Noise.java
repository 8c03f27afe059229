package dropoutlab.frame;

import java.util.Optional;

/// The observation noise that one method counts with, around each component of its prediction.
///
/// @param sd      its standard deviation τ^-1/2, in the target's unit; of a network that learns a variance for each
///                input, the root of the mean of these, or NaN where that was not asked
/// @param factor  what learnt variances are multiplied with; 1 where they stay as learnt, or none are; NaN where it is
///                not known
/// @param atBound whether a fit ended at the least noise that is told from none, so that it may be less
/// @param fit     how it was found, where it was fitted
public record Noise(double sd, double factor, boolean atBound, Optional<Fit> fit) {
  /// What a network has learnt for each input, or nothing for classes.
  public static final Noise AS_LEARNT = new Noise(Double.NaN, 1, false, Optional.empty());

  /// Not asked for yet.
  public static final Noise UNTOLD = of(0);

  /// @param logLikelihood mean ln p of the targets that it was fitted to, in their unit
  /// @param passes        how many components the mixture had: T for MC dropout, 1 with masks off
  /// @param rows          how many targets there were
  public record Fit(double logLikelihood, int passes, int rows) {}

  /// Told from elsewhere, in the target's unit.
  public static Noise of(double sd) { return new Noise(sd, 1, false, Optional.empty()); }

  /// The same without the factor.
  public Noise asLearnt() { return new Noise(sd, 1, false, Optional.empty()); }

  public double tau() { return 1 / (sd * sd); }
}
