package dropoutlab.nn;

import dropoutlab.math.Shape;
import dropoutlab.nn.dropout.DropBlock;
import dropoutlab.nn.dropout.SpatialDropout;
import dropoutlab.nn.layer.Layer;
import dropoutlab.spec.LayerSpec;

/// Builds the layers on maps: convolution, pooling and what drops maps and blocks.
final class SpatialLayers {
  private SpatialLayers() {}

  static Layer build(LayerSpec.Spatial spec, Shape in, LayerBuilder builder) {
    return switch (spec) {
      case LayerSpec.Conv2d(int maps, int kernel, int stride, int padding) ->
          new Conv2d(in, maps, kernel, stride, padding);
      case LayerSpec.Pool(var kind, int size, int stride) -> new Pool(kind, in, size, stride);
      case LayerSpec.SpatialDropout(double p) -> new SpatialDropout(p, in, builder.stream());
      case LayerSpec.DropBlock(double p, int block) -> new DropBlock(p, block, in, builder.stream());
    };
  }
}
