package dropoutlab.nn;

/// How a forward pass treats dropout. A layer stores the mode with its mask, so that its backward pass belongs to the
/// forward pass that was made, whatever is asked for next.
///
/// - `INFERENCE`: dropout is the identity
/// - `TRAIN`: a fresh mask for every example
/// - `HELD`: the mask drawn by the last [Network#holdNewMasks] for every example, so that a pass is one function
public enum Mode { INFERENCE, TRAIN, HELD }
