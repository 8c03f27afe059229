package dropoutlab.nn.build;

import dropoutlab.math.Shape;
import dropoutlab.nn.depth.LayerDrop;
import dropoutlab.nn.layer.Layer;
import dropoutlab.nn.sequence.Attention;
import dropoutlab.nn.sequence.Encoder;
import dropoutlab.nn.sequence.PositionalEncoding;
import dropoutlab.spec.LayerSpec;

/// Builds attention, encoder blocks and positional encoding, which keep the shape of the sequence. What does not fit
/// together is an [IllegalArgumentException].
final class AttentionLayers {
  private AttentionLayers() {}

  static LayerBuilder.Built position(Shape in) {
    requireSequence("A position layer", in);
    return new LayerBuilder.Built(new PositionalEncoding(in.rows(), in.cols()), in);
  }

  static LayerBuilder.Built build(LayerSpec.Attention spec, Shape in, LayerBuilder builder) {
    requireSequence("An attention layer", in);
    return new LayerBuilder.Built(
        new Attention(in.rows(), in.cols(), spec.heads(), spec.drop(), builder.stream()), in);
  }

  static LayerBuilder.Built build(LayerSpec.Encoder spec, Shape in, LayerBuilder builder) {
    requireSequence("An encoder layer", in);
    Layer encoder = new Encoder(spec, in.rows(), in.cols(), builder::stream);
    return new LayerBuilder.Built(new LayerDrop(encoder, in.size(), spec.layerDrop(), builder.stream()), in);
  }

  private static void requireSequence(String layer, Shape in) {
    if (in.maps() != 1)
      throw new IllegalArgumentException(layer + " reads a sequence of 1 x steps x features, but gets " + in);
  }
}
