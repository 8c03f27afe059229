package dropoutlab.frame;

/// The half-steps of one training step, in their order.
///
/// - `FORWARD`: the next batch goes through the whole network with nothing dropped (the loss with masks off).
/// - `MASK`: new masks are drawn and the batch goes through its thinned networks (the loss from which the network
///   learns).
/// - `BACKWARD`: the gradients flow back through the same masks.
/// - `UPDATE`: the optimiser moves the weights.
public enum Phase {
  FORWARD, MASK, BACKWARD, UPDATE;

  /// Returns how many half-steps were taken since the last whole step.
  public int halfSteps() { return this == UPDATE ? 0 : ordinal() + 1; }
}
