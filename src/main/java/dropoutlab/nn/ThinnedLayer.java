package dropoutlab.nn;

import dropoutlab.math.Kept;
import dropoutlab.math.Tensor;
import dropoutlab.math.ThinnedWeights;
import dropoutlab.nn.dropout.UnitDropout;
import dropoutlab.nn.layer.Activate;
import dropoutlab.nn.layer.Dense;
import dropoutlab.nn.layer.Mode;

/// A dense layer of [ThinnedPasses] with the noise on its inputs and its activation. Values are (units x WIDTH).
final class ThinnedLayer {
  private final UnitDropout noise;
  private final Dense dense;
  private final Activate activate;
  private final Kept inputs;
  private final Kept allOutputs;
  private final Tensor picked;
  private final Tensor sums;
  private final ThinnedWeights weights = new ThinnedWeights();

  /// @param noise    null for none
  /// @param activate null for none
  ThinnedLayer(UnitDropout noise, Dense dense, Activate activate) {
    this.noise = noise;
    this.dense = dense;
    this.activate = activate == null ? null : new Activate(activate.activation(), ThinnedWeights.WIDTH);
    inputs = new Kept(dense.in());
    allOutputs = new Kept(dense.units());
    picked = ThinnedWeights.block(dense.in());
    sums = ThinnedWeights.block(dense.units());
  }

  /// The inputs that the mask leaves.
  Kept inputs() { return inputs; }

  /// Draws a mask.
  void choose() {
    if (noise == null) return;
    noise.holdNewMask();
    if (noise.heldFactors() != null) inputs.choose(noise.heldFactors());
  }

  /// Takes the weights that are left.
  ///
  /// @param outputs what the next layer keeps; null for all
  void gather(Kept outputs) {
    weights.gather(dense.weights().value(), dense.biases().value(), inputs, outputs == null ? allOutputs : outputs);
  }

  /// The masked inputs out of all, which are left as they are.
  Tensor picked(Tensor all) {
    inputs.pick(all, picked);
    return picked;
  }

  /// Masks inputs of which only the kept ones are there, in place.
  Tensor scaled(Tensor kept) {
    if (noise != null) inputs.scale(kept);
    return kept;
  }

  Tensor forward(Tensor masked) {
    weights.multiply(masked, sums);
    return activate == null ? sums : activate.forward(sums, Mode.HELD);
  }
}
