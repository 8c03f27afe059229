package dropoutlab.nn;

import dropoutlab.math.Kept;
import dropoutlab.math.Tensor;
import dropoutlab.math.ThinnedWeights;
import dropoutlab.nn.dropout.UnitDropout;
import dropoutlab.nn.layer.Activate;
import dropoutlab.nn.layer.Dense;
import dropoutlab.nn.layer.Mode;

/// A dense layer of [ThinnedPasses] with the noise on its inputs and with its activation. Values are (units x WIDTH).
final class ThinnedLayer {
  private final UnitDropout noise;
  private final Dense dense;
  private final Activate activate;
  private final Kept inputs;
  private final Kept allOutputs;
  private final Tensor picked;
  private final Tensor sums;
  private final ThinnedWeights weights = new ThinnedWeights();

  /// @param noise    the noise on the inputs; null for none
  /// @param activate the activation of the outputs; null for none
  ThinnedLayer(UnitDropout noise, Dense dense, Activate activate) {
    this.noise = noise;
    this.dense = dense;
    this.activate = activate == null ? null : new Activate(activate.activation(), ThinnedWeights.WIDTH);
    inputs = new Kept(dense.in());
    allOutputs = new Kept(dense.units());
    picked = ThinnedWeights.block(dense.in());
    sums = ThinnedWeights.block(dense.units());
  }

  /// Returns the inputs that the mask keeps.
  Kept inputs() { return inputs; }

  /// Draws a mask and chooses the inputs that it keeps.
  void choose() {
    if (noise == null) return;
    noise.holdNewMask();
    if (noise.heldFactors() != null) inputs.choose(noise.heldFactors());
  }

  /// Gathers the weights between kept inputs and kept outputs.
  ///
  /// @param outputs the inputs that the next layer keeps; null for all
  void gather(Kept outputs) {
    weights.gather(dense.weights().value(), dense.biases().value(), inputs, outputs == null ? allOutputs : outputs);
  }

  /// Returns the kept rows of `all`, times their factors; `all` is not modified.
  Tensor picked(Tensor all) {
    inputs.pick(all, picked);
    return picked;
  }

  /// Multiplies inputs by their factors in place; `kept` holds the kept rows only.
  Tensor scaled(Tensor kept) {
    if (noise != null) inputs.scale(kept);
    return kept;
  }

  Tensor forward(Tensor masked) {
    weights.multiply(masked, sums);
    return activate == null ? sums : activate.forward(sums, Mode.HELD);
  }
}
