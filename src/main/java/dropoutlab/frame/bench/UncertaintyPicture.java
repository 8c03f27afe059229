package dropoutlab.frame.bench;

import dropoutlab.frame.Matrix;

/// What the benches of the group uncertainty want drawn.
public sealed interface UncertaintyPicture extends Picture {
  /// Networks that were trained on targets drawn again and again, and what each says at one place.
  ///
  /// @param truth    what is true there
  /// @param curve    (rates x 3) exact: drop rate, squared bias, variance
  /// @param measured the same of the engine
  record Sheaf(double p, double truth, Side own, Side twin, Matrix curve, Matrix measured) implements UncertaintyPicture {
    /// The networks of one drop rate.
    ///
    /// @param mean,variance exact
    /// @param measured      the engine's variance
    /// @param said          (1 x networks) the engine's predictions
    public record Side(double mean, double variance, double measured, Matrix said) {}
  }
}
