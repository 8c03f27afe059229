package dropoutlab.export;

import dropoutlab.frame.Noise;
import dropoutlab.predict.MethodNoise;

/// The noise that a training has fitted around one method's predictions, as JSON; what does not apply is left out.
///
/// @param sd             in the target's unit; where the network learns a variance for each input, the root of their
///                       mean
/// @param tau            1 / sd²; not where it is learnt
/// @param varianceFactor of a network that learns its noise: what would make held-out targets most likely if all learnt
///                       variances were multiplied with it
/// @param atBound        whether the fit ended at the least noise that can be told, so that it may be less
/// @param fit            its log-likelihood on the rows that it was fitted to
record NoiseEntry(double sd, Double tau, Double varianceFactor, boolean atBound, Noise.Fit fit) {
  /// Of two methods.
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
