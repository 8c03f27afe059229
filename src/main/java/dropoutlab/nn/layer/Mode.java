package dropoutlab.nn.layer;

/// How a forward pass treats dropout and normalisation. A layer stores the mode with its mask, so that the backward
/// pass belongs to the forward pass that was made, even if the mode is changed in between.
///
/// - `INFERENCE`: no masks; methods that scale at inference do so
/// - `TRAIN`: a fresh mask for every example; normalisation by the batch, whose statistics are gathered
/// - `FRESH`: masks as in `TRAIN`, normalisation as in `INFERENCE`, since MC dropout must not change the running
///   statistics
/// - `HELD`: as `FRESH`, but every example uses the mask drawn by the last [Layer#holdNewMask], so that a pass is one
///   function of its input
public enum Mode {
  INFERENCE, TRAIN, FRESH, HELD;

  /// Returns whether each example gets a mask of its own.
  public boolean drawsFreshMasks() { return this == TRAIN || this == FRESH; }
}
