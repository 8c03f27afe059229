package dropoutlab.nn;

import dropoutlab.math.Tensor;
import dropoutlab.math.ThinnedWeights;
import dropoutlab.nn.dropout.UnitDropout;
import dropoutlab.nn.layer.Activate;
import dropoutlab.nn.layer.Dense;
import dropoutlab.nn.layer.Layer;
import java.util.ArrayList;
import java.util.List;

/// Passes with held masks through a dense network. Each pass is computed as the smaller network that its mask leaves: a
/// dropped unit costs nothing, and at p = 1/2 a product between two hidden layers takes a quarter of the
/// multiplications. The inputs go through the network in blocks, with one row per unit and one column per input, that
/// stay in the first-level cache from the first layer to the last.
///
/// The result has the bits of a pass through the layers, where a dropped unit contributes a term of 0. The two differ
/// only if a dropped unit is not finite: there, 0 times infinity is NaN, and here the term is left out.
final class ThinnedPasses implements Passes {
  private final List<ThinnedLayer> layers;
  private final List<Tensor> blocks = new ArrayList<>();
  private final int rows;

  /// @param layers layers for which [#fit] is true
  /// @param slices the inputs of the first of them
  ThinnedPasses(List<Layer> layers, List<Tensor> slices, int rows) {
    this.layers = thinned(layers);
    this.rows = rows;
    for (int from = 0; from < rows; from += ThinnedWeights.WIDTH) blocks.add(block(slices, from));
  }

  /// Returns whether the layers are dense ones only, each optionally with multiplicative noise on its inputs and
  /// optionally with an activation.
  static boolean fit(List<Layer> layers) {
    int at = 0;
    while (at < layers.size()) {
      if (isNoise(layers, at)) at++;
      if (at == layers.size() || !(layers.get(at) instanceof Dense)) return false;
      at++;
      if (isActivation(layers, at)) at++;
    }
    return at > 0;
  }

  private static boolean isNoise(List<Layer> layers, int at) {
    return at < layers.size() && layers.get(at) instanceof UnitDropout noise && noise.onlyMultiplies();
  }

  private static boolean isActivation(List<Layer> layers, int at) {
    return at < layers.size() && layers.get(at) instanceof Activate;
  }

  private static List<ThinnedLayer> thinned(List<Layer> layers) {
    List<ThinnedLayer> thinned = new ArrayList<>();
    for (int at = 0; at < layers.size(); ) {
      UnitDropout noise = isNoise(layers, at) ? (UnitDropout) layers.get(at++) : null;
      Dense dense = (Dense) layers.get(at++);
      Activate activate = isActivation(layers, at) ? (Activate) layers.get(at++) : null;
      thinned.add(new ThinnedLayer(noise, dense, activate));
    }
    return thinned;
  }

  /// Returns the inputs from number `from` on, (units x WIDTH). A slice holds whole blocks; the last block is filled up
  /// with 0.
  private static Tensor block(List<Tensor> slices, int from) {
    Tensor slice = slices.get(from / SLICE);
    Tensor block = new Tensor(slice.cols(), ThinnedWeights.WIDTH);
    int first = from % SLICE, count = Math.min(ThinnedWeights.WIDTH, slice.rows() - first);
    for (int i = 0; i < count; i++)
      for (int unit = 0; unit < slice.cols(); unit++) block.set(unit, i, slice.at(first + i, unit));
    return block;
  }

  @Override public void next(Tensor out) {
    layers.forEach(ThinnedLayer::choose);
    for (int i = 0; i < layers.size(); i++)
      layers.get(i).gather(i + 1 < layers.size() ? layers.get(i + 1).inputs() : null);
    out.resize(rows);
    for (int b = 0; b < blocks.size(); b++) {
      Tensor value = layers.getFirst().forward(layers.getFirst().picked(blocks.get(b)));
      for (ThinnedLayer layer : layers.subList(1, layers.size())) value = layer.forward(layer.scaled(value));
      copyBack(value, out, b * ThinnedWeights.WIDTH);
    }
  }

  /// Copies a block of one row per output into `out`, which has one row per input.
  private static void copyBack(Tensor block, Tensor out, int from) {
    int count = Math.min(ThinnedWeights.WIDTH, out.rows() - from);
    for (int c = 0; c < out.cols(); c++)
      for (int i = 0; i < count; i++) out.set(from + i, c, block.at(c, i));
  }
}
