package dropoutlab.nn;

import dropoutlab.math.Shape;
import dropoutlab.spec.LayerSpec;

/// Builds the layers on sequences: embedding, recurrence and attention.
final class SequentialLayers {
  private SequentialLayers() {}

  static LayerBuilder.Built build(LayerSpec.Sequential spec, Shape in, LayerBuilder builder) {
    return switch (spec) {
      case LayerSpec.Embedding embedding -> RecurrentLayers.embedding(embedding, in, builder);
      case LayerSpec.Recurrent recurrent -> RecurrentLayers.recurrent(recurrent, in, builder);
      case LayerSpec.TimePool _ -> RecurrentLayers.timePool(in);
      case LayerSpec.Attention _, LayerSpec.Encoder _ -> throw new IllegalStateException("being built: " + spec);
    };
  }
}
