package dropoutlab.nn;

import dropoutlab.math.Shape;
import dropoutlab.nn.layer.Layer;
import dropoutlab.spec.ExperimentException;
import dropoutlab.spec.LayerSpec;

/// Builds attention, encoder blocks and positional encoding, which keep the shape of the sequence.
final class AttentionLayers {
  private AttentionLayers() {}

  static LayerBuilder.Built position(Shape in) {
    requireSequence("position", in);
    return new LayerBuilder.Built(new Position(in.rows(), in.cols()), in);
  }

  static LayerBuilder.Built build(LayerSpec.Attention spec, Shape in, LayerBuilder builder) {
    requireHeads("attention", spec.heads(), in);
    return new LayerBuilder.Built(
        new Attention(in.rows(), in.cols(), spec.heads(), spec.drop(), builder.stream()), in);
  }

  static LayerBuilder.Built build(LayerSpec.Encoder spec, Shape in, LayerBuilder builder) {
    requireHeads("encoder", spec.heads(), in);
    Layer encoder = new Encoder(spec, in.rows(), in.cols(), builder::stream);
    return new LayerBuilder.Built(new LayerDrop(encoder, in.size(), spec.layerDrop(), builder.stream()), in);
  }

  private static void requireHeads(String type, int heads, Shape in) {
    requireSequence(type, in);
    if (in.cols() % heads != 0)
      throw new ExperimentException("network.body: the " + type + " layer has " + heads
          + " heads, which must divide the " + in.cols() + " features of each step.");
  }

  private static void requireSequence(String type, Shape in) {
    if (in.maps() != 1)
      throw new ExperimentException("network.body: the " + type + " layer reads a sequence, 1 x steps x features, but gets "
          + in + ".");
  }
}
