package dropoutlab.frame;

/// Where the observation noise 1/tau of a regression comes from. A network that has learnt the variance of its target
/// says it itself, and is asked only whether to rescale it.
public sealed interface NoiseSource {
  /// The tau under which held-out targets are most likely, for each method by itself.
  record Fitted() implements NoiseSource {}

  /// What a network has learnt for each input, times the factor under which held-out targets are most likely; where
  /// none is learnt, as `Fitted`.
  record Rescaled() implements NoiseSource {}

  /// `tau` in 1 / (target's unit)², greater than 0.
  record Given(double tau) implements NoiseSource {
    public Given {
      if (!(tau > 0) || !Double.isFinite(tau))
        throw new IllegalArgumentException("tau must be a number greater than 0, but is " + tau + ".");
    }
  }

  /// Gal and Ghahramani 2016, eq. 7: from the prior length-scale `lengthScale`, in the unit of the standardised inputs,
  /// with the keep probability, the number of examples and the weight decay of the experiment.
  record Prior(double lengthScale) implements NoiseSource {
    public Prior {
      if (!(lengthScale > 0) || !Double.isFinite(lengthScale))
        throw new IllegalArgumentException("The length-scale must be a number greater than 0, but is " + lengthScale + ".");
    }
  }
}
