package dropoutlab.figure.network;

import dropoutlab.data.Schema;
import dropoutlab.data.TargetUnit;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.ColumnView;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.NetworkView;
import dropoutlab.spec.Task;

/// What colour a unit has: its activation on the diverging scale, each layer relative to its greatest activation in the
/// batch; an output unit by what it predicts.
final class NetworkColours {
  private final NetworkView view;
  private final Schema schema;
  private final int example;
  private final double[] largest;

  NetworkColours(NetworkView view, Schema schema, int example) {
    this.view = view;
    this.schema = schema;
    this.example = example;
    this.largest = new double[view.layers().size()];
    for (int l = 0; l < largest.length; l++) {
      Matrix activations = view.layers().get(l).activations();
      largest[l] = Math.max(1e-12, Math.max(Math.abs(activations.min()), Math.abs(activations.max())));
    }
  }

  int of(Theme theme, int layer, int unit) {
    double activation = view.layers().get(layer).activations().at(example, unit);
    if (layer < largest.length - 1) return Palette.diverging(theme, activation / largest[layer]);
    if (schema.task() == Task.REGRESSION)
      return Palette.diverging(theme, schema.targetScaling().toScaled(0, activation) / 2);
    if (schema.task() == Task.RECONSTRUCTION) {
      TargetUnit target = TargetUnit.of(schema);
      return Palette.diverging(theme, (activation - target.mean()) / target.sd() / 2);
    }
    if (schema.classes().size() <= 2) return Palette.diverging(theme, 2 * activation - 1);
    return Palette.mix(theme.neutral(), Palette.categorical(theme, unit), activation);
  }

  /// The example's image as pixels from paper to ink, dropped ones transparent; for the last layer, its reconstruction
  /// in the greys of the image.
  int[] image(Theme theme, int layer) {
    ColumnView input = view.layers().getFirst();
    int[] pixels = new int[input.units()];
    double[] raw = new double[pixels.length];
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int u = 0; u < pixels.length; u++) {
      raw[u] = schema.inputScaling().toRaw(u, input.activations().at(example, u));
      low = Math.min(low, raw[u]);
      high = Math.max(high, raw[u]);
    }
    for (int u = 0; u < pixels.length; u++) {
      double grey = layer == 0 ? raw[u] : view.layers().get(layer).activations().at(example, u);
      boolean dropped = view.layers().get(layer).dropped(example, u);
      pixels[u] = dropped ? 0 : Palette.mix(theme.card(), theme.ink(), Math.clamp((grey - low) / (high - low), 0, 1));
    }
    return pixels;
  }
}
