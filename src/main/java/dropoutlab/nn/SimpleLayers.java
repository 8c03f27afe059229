package dropoutlab.nn;

import dropoutlab.math.Shape;
import dropoutlab.spec.LayerSpec;

/// Builds the layers that work on any shape.
final class SimpleLayers {
  private SimpleLayers() {}

  static LayerBuilder.Built build(LayerSpec.Simple spec, Shape in, LayerBuilder builder) {
    throw new IllegalStateException("being built: " + spec);
  }
}
