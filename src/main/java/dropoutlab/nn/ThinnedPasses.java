package dropoutlab.nn;

import dropoutlab.math.Tensor;
import dropoutlab.math.ThinnedWeights;
import dropoutlab.nn.dropout.UnitDropout;
import dropoutlab.nn.layer.Activate;
import dropoutlab.nn.layer.Dense;
import dropoutlab.nn.layer.Layer;
import java.util.ArrayList;
import java.util.List;

/// Passes with held masks through a dense network: the thinned network of a pass is computed as what it is, a smaller
/// network. A unit that the mask drops costs nothing; at p = 1/2, a product between two hidden layers takes a quarter
/// of the multiplications. The inputs go through it in blocks, a row a unit and a column an input, that stay in the
/// first-level cache from the first layer to the last.
///
/// The bits are those of a pass through the layers, where a dropped unit is a term of 0. Only where such a unit is not
/// finite would they differ: 0 times infinity is not a number there, and left out here.
final class ThinnedPasses implements Passes {
  private final List<ThinnedLayer> layers;
  private final List<Tensor> blocks = new ArrayList<>();
  private final int rows;

  /// @param layers that [#fit]
  /// @param slices what goes into the first of them
  ThinnedPasses(List<Layer> layers, List<Tensor> slices, int rows) {
    this.layers = thinned(layers);
    this.rows = rows;
    for (int from = 0; from < rows; from += ThinnedWeights.WIDTH) blocks.add(block(slices, from));
  }

  /// Whether the layers are dense ones, each with noise that multiplies its inputs and with an activation, or without.
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

  /// The inputs from number `from` on, (units x WIDTH). A slice holds whole blocks; what the last one lacks is 0.
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

  /// From a row an output to a row an input.
  private static void copyBack(Tensor block, Tensor out, int from) {
    int count = Math.min(ThinnedWeights.WIDTH, out.rows() - from);
    for (int c = 0; c < out.cols(); c++)
      for (int i = 0; i < count; i++) out.set(from + i, c, block.at(c, i));
  }
}
