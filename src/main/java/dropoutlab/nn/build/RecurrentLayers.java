package dropoutlab.nn.build;

import dropoutlab.math.Shape;
import dropoutlab.nn.recurrent.Cell;
import dropoutlab.nn.recurrent.Recurrent;
import dropoutlab.nn.recurrent.RecurrentMasks;
import dropoutlab.nn.sequence.Embedding;
import dropoutlab.nn.sequence.TimePool;
import dropoutlab.spec.LayerSpec;

/// Builds embeddings, recurrent layers and the mean over time. What does not fit together is an
/// [IllegalArgumentException].
final class RecurrentLayers {
  private RecurrentLayers() {}

  static LayerBuilder.Built build(LayerSpec.Embedding spec, Shape in, LayerBuilder builder) {
    Embedding layer = new Embedding(in.size(), spec.vocabulary(), spec.width(), spec.drop(), builder.stream());
    return new LayerBuilder.Built(layer, Shape.sequence(in.size(), spec.width()));
  }

  static LayerBuilder.Built build(LayerSpec.Recurrent spec, Shape in, LayerBuilder builder) {
    requireSequence("recurrent", in);
    Cell cell = Cell.of(spec.cell());
    RecurrentMasks masks = RecurrentMasks.of(spec.drop(), cell.gates(), in.rows(), in.cols(), spec.units(), builder::stream);
    Recurrent layer = new Recurrent(cell, in.rows(), in.cols(), spec.units(), spec.last(), masks);
    return new LayerBuilder.Built(layer, Shape.sequence(spec.last() ? 1 : in.rows(), spec.units()));
  }

  static LayerBuilder.Built timePool(Shape in) {
    requireSequence("time-pool", in);
    return new LayerBuilder.Built(new TimePool(in.rows(), in.cols()), Shape.vector(in.cols()));
  }

  /// A plain vector would pass as a sequence of one step, which nobody means.
  private static void requireSequence(String type, Shape in) {
    if (in.maps() != 1 || in.rows() == 1)
      throw new IllegalArgumentException("A layer of type \"" + type + "\" needs a sequence, 1 x steps x features, but gets "
          + in + "; put a layer of type \"reshape\" before it");
  }
}
