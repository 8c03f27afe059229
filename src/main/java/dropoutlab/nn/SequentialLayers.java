package dropoutlab.nn;

import dropoutlab.math.Shape;
import dropoutlab.spec.LayerSpec;

/// Builds the layers on sequences: embedding, recurrence and attention.
final class SequentialLayers {
  private SequentialLayers() {}

  static LayerBuilder.Built build(LayerSpec.Sequential spec, Shape in, LayerBuilder builder) {
    throw new IllegalStateException("being built: " + spec);
  }
}
