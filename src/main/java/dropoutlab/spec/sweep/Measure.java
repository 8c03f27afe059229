package dropoutlab.spec.sweep;

/// What is read off a finished run. "Error" is the share of wrong classes or, for regression, the root mean squared
/// error in the target's unit, masks off and after the last epoch unless it says "best".
public enum Measure {
  ERROR, LOSS, TRAIN_ERROR, TRAIN_LOSS,
  /// Validation error minus training error.
  GAP,
  /// The validation error after the epoch with the lowest validation loss, which is chosen on these very data.
  BEST_ERROR,
  /// The mean of the hidden activations over the validation examples, masks off.
  ACTIVATION,
  /// Which share of the hidden activations is 0, masks off.
  ZEROS
}
