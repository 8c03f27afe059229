package dropoutlab.frame;

/// The source of the observation noise 1/tau of a regression. A network that has learnt the variance of its target
/// needs none, and is asked only whether to rescale that variance.
public sealed interface NoiseSource {
  /// The tau under which held-out targets are most likely, for each method separately.
  record Fitted() implements NoiseSource {}

  /// The variance that a network has learnt for each input, times the factor under which held-out targets are most
  /// likely; the same as `Fitted` if none is learnt.
  record Rescaled() implements NoiseSource {}

  /// A given `tau` in 1 / (target's unit)², greater than 0.
  record Given(double tau) implements NoiseSource {
    public Given {
      if (!(tau > 0) || !Double.isFinite(tau))
        throw new IllegalArgumentException("tau must be a number greater than 0, but is " + tau + ".");
    }
  }

  /// Gal and Ghahramani 2016, eq. 7: tau follows from the prior length-scale `lengthScale`, in the unit of the
  /// standardised inputs, and from the keep probability, the number of examples and the weight decay of the experiment.
  record Prior(double lengthScale) implements NoiseSource {
    public Prior {
      if (!(lengthScale > 0) || !Double.isFinite(lengthScale))
        throw new IllegalArgumentException("The length-scale must be a number greater than 0, but is " + lengthScale + ".");
    }
  }
}
