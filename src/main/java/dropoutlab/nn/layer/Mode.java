package dropoutlab.nn.layer;

/// How a forward pass treats dropout. A layer stores the mode with its mask, so that its backward pass belongs to the
/// forward pass that was made, whatever is asked for next.
///
/// - `INFERENCE`: no masks; methods that scale at inference do so
/// - `TRAIN`: a fresh mask for every example; normalisation by the batch, whose statistics are gathered
/// - `FRESH`: as `TRAIN` for the masks, as `INFERENCE` for normalisation: MC dropout must not touch running statistics
/// - `HELD`: as `FRESH`, with the masks drawn by the last [Layer#holdNewMask] for every example, so that a pass is one
///   function
public enum Mode {
  INFERENCE, TRAIN, FRESH, HELD;

  /// Whether each example gets a mask of its own.
  public boolean drawsFreshMasks() { return this == TRAIN || this == FRESH; }
}
