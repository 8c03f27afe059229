package dropoutlab.nn.build;

import dropoutlab.math.Shape;
import dropoutlab.spec.LayerSpec;

/// Builds the layers on sequences: embedding, recurrence and attention.
final class SequentialLayers {
  private SequentialLayers() {}

  static LayerBuilder.Built build(LayerSpec.Sequential spec, Shape in, LayerBuilder builder) {
    return switch (spec) {
      case LayerSpec.Embedding embedding -> RecurrentLayers.build(embedding, in, builder);
      case LayerSpec.Recurrent recurrent -> RecurrentLayers.build(recurrent, in, builder);
      case LayerSpec.TimePool _ -> RecurrentLayers.timePool(in);
      case LayerSpec.Position _ -> AttentionLayers.position(in);
      case LayerSpec.Attention attention -> AttentionLayers.build(attention, in, builder);
      case LayerSpec.Encoder encoder -> AttentionLayers.build(encoder, in, builder);
    };
  }
}
