package dropoutlab.nn;

import dropoutlab.math.Shape;
import dropoutlab.spec.LayerSpec;

/// Builds the layers on maps: convolution, pooling and what drops maps and blocks.
final class SpatialLayers {
  private SpatialLayers() {}

  static LayerBuilder.Built build(LayerSpec.Spatial spec, Shape in, LayerBuilder builder) {
    throw new IllegalStateException("being built: " + spec);
  }
}
