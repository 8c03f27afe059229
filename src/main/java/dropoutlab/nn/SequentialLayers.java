package dropoutlab.nn;

import dropoutlab.math.Shape;
import dropoutlab.nn.layer.Layer;
import dropoutlab.nn.recurrent.Cell;
import dropoutlab.nn.recurrent.Recurrent;
import dropoutlab.nn.recurrent.RecurrentMasks;
import dropoutlab.spec.LayerSpec;

/// Builds the layers on sequences: embedding, recurrence and attention.
final class SequentialLayers {
  private SequentialLayers() {}

  static Layer build(LayerSpec.Sequential spec, Shape in, LayerBuilder builder) {
    return switch (spec) {
      case LayerSpec.Embedding(int vocabulary, int width, double drop) ->
          new Embedding(in.size(), vocabulary, width, drop, builder.stream());
      case LayerSpec.Recurrent recurrent -> recurrent(recurrent, in, builder);
      case LayerSpec.TimePool _ -> new TimePool(in.rows(), in.cols());
      case LayerSpec.Position _ -> new Position(in.rows(), in.cols());
      case LayerSpec.Attention(int heads, double drop) ->
          new Attention(in.rows(), in.cols(), heads, drop, builder.stream());
      case LayerSpec.Encoder encoder -> {
        Layer block = new Encoder(encoder, in.rows(), in.cols(), builder::stream);
        yield new LayerDrop(block, in.size(), encoder.layerDrop(), builder.stream());
      }
    };
  }

  private static Layer recurrent(LayerSpec.Recurrent spec, Shape in, LayerBuilder builder) {
    Cell cell = Cell.of(spec.cell());
    RecurrentMasks masks =
        RecurrentMasks.of(spec.drop(), cell.gates(), in.rows(), in.cols(), spec.units(), builder::stream);
    return new Recurrent(cell, in.rows(), in.cols(), spec.units(), spec.last(), masks);
  }
}
