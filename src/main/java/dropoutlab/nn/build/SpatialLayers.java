package dropoutlab.nn.build;

import dropoutlab.math.Shape;
import dropoutlab.nn.build.LayerBuilder.Built;
import dropoutlab.nn.dropout.DropBlock;
import dropoutlab.nn.dropout.SpatialDropout;
import dropoutlab.nn.spatial.Conv2d;
import dropoutlab.nn.spatial.Pool;
import dropoutlab.spec.LayerSpec;

/// Builds the layers on maps: convolution, pooling and what drops maps and blocks. What does not fit into the maps is
/// an [IllegalArgumentException].
final class SpatialLayers {
  private SpatialLayers() {}

  static Built build(LayerSpec.Spatial spec, Shape in, LayerBuilder builder) {
    return switch (spec) {
      case LayerSpec.Conv2d(int maps, int kernel, int stride, int padding) -> {
        Conv2d layer = new Conv2d(in, maps, kernel, stride, padding);
        yield new Built(layer, layer.out());
      }
      case LayerSpec.Pool(var kind, int size, int stride) -> {
        Pool layer = new Pool(kind, in, size, stride);
        yield new Built(layer, layer.out());
      }
      case LayerSpec.SpatialDropout(double p) -> new Built(new SpatialDropout(p, in, builder.stream()), in);
      case LayerSpec.DropBlock(double p, int block) -> new Built(new DropBlock(p, block, in, builder.stream()), in);
    };
  }
}
