package dropoutlab.nn.build;

import dropoutlab.math.Shape;
import dropoutlab.nn.depth.LayerDrop;
import dropoutlab.nn.layer.DropRate;
import dropoutlab.nn.layer.Layer;
import dropoutlab.nn.recurrent.Cell;
import dropoutlab.nn.recurrent.Recurrent;
import dropoutlab.nn.recurrent.RecurrentMasks;
import dropoutlab.nn.sequence.Attention;
import dropoutlab.nn.sequence.Embedding;
import dropoutlab.nn.sequence.Encoder;
import dropoutlab.nn.sequence.PositionalEncoding;
import dropoutlab.nn.sequence.TimePool;
import dropoutlab.spec.LayerSpec;

/// Builds the layers on sequences: embedding, recurrence and attention.
final class SequentialLayers {
  private SequentialLayers() {}

  static Layer build(LayerSpec.Sequential spec, Shape in, LayerBuilder builder) {
    return switch (spec) {
      case LayerSpec.Embedding(int vocabulary, int width, double drop) ->
          new Embedding(in.size(), vocabulary, width, builder.rate(drop), builder.stream());
      case LayerSpec.Recurrent recurrent -> recurrent(recurrent, in, builder);
      case LayerSpec.TimePool _ -> new TimePool(in.rows(), in.cols());
      case LayerSpec.Position _ -> new PositionalEncoding(in.rows(), in.cols());
      case LayerSpec.Attention(int heads, double drop) ->
          new Attention(in.rows(), in.cols(), heads, builder.rate(drop), builder.stream());
      case LayerSpec.Encoder encoder -> {
        Encoder.Rates rates = new Encoder.Rates(builder.rate(encoder.attentionDrop()),
            builder.rate(encoder.feedForwardDrop()), builder.rate(encoder.residualDrop()));
        DropRate layerDrop = builder.rate(encoder.layerDrop());
        Layer block = new Encoder(encoder, rates, in.rows(), in.cols(), builder::stream);
        yield new LayerDrop(block, in.size(), layerDrop, builder.stream());
      }
    };
  }

  private static Layer recurrent(LayerSpec.Recurrent spec, Shape in, LayerBuilder builder) {
    Cell cell = Cell.of(spec.cell());
    RecurrentMasks masks =
        RecurrentMasks.of(spec.drop(), builder::rate, cell.gates(), in.rows(), in.cols(), spec.units(), builder::stream);
    return new Recurrent(cell, in.rows(), in.cols(), spec.units(), spec.last(), masks);
  }
}
