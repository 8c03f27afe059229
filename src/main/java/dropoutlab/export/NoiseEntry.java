package dropoutlab.export;

import dropoutlab.frame.Noise;
import dropoutlab.predict.MethodNoise;

/// The noise that a training has fitted around one method's predictions, as JSON; what does not apply is left out.
///
/// @param sd             in the target's unit; if the network learns a variance for each input, the root of their mean
/// @param tau            1 / sd²; left out if the variance is learnt
/// @param varianceFactor for a network that learns its noise: the factor on all learnt variances that makes the
///                       held-out targets most likely
/// @param atBound        whether the fit ended at the least noise that can be distinguished, so that the true noise may
///                       be less
/// @param fit            the log-likelihood on the rows to which the noise was fitted
record NoiseEntry(double sd, Double tau, Double varianceFactor, boolean atBound, Noise.Fit fit) {
  /// The noise of both methods.
  record Pair(NoiseEntry deterministic, NoiseEntry mcDropout) {
    static Pair of(MethodNoise noise, boolean learnt) {
      return new Pair(NoiseEntry.of(noise.deterministic(), learnt), NoiseEntry.of(noise.mcDropout(), learnt));
    }
  }

  private static NoiseEntry of(Noise noise, boolean learnt) {
    return new NoiseEntry(noise.sd(), learnt ? null : noise.tau(), learnt ? noise.factor() : null, noise.atBound(),
        noise.fit().orElse(null));
  }
}
