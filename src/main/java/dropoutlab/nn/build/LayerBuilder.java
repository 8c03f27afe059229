package dropoutlab.nn.build;

import dropoutlab.math.RandomStream;
import dropoutlab.math.Shape;
import dropoutlab.nn.layer.DropRate;
import dropoutlab.nn.layer.Layer;
import dropoutlab.spec.LayerSpec;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// Builds the layers of a network's body and follows the shape of the data through them. Each family of layers has a
/// builder of its own.
public final class LayerBuilder {
  private final IntFunction<RandomStream> masks;
  private final List<DropRate> rates = new ArrayList<>();
  private int nextStream;

  /// A layer and the shape of its output.
  public record Built(Layer layer, Shape shape) {}

  /// @param firstStream the number of the first random stream that the body may use
  public LayerBuilder(IntFunction<RandomStream> masks, int firstStream) {
    this.masks = masks;
    nextStream = firstStream;
  }

  /// Makes a drop rate of the body that is not learnt. Rates must be asked for in the order of [LayerSpec#drops].
  DropRate rate(double p) {
    DropRate rate = new DropRate(p);
    rates.add(rate);
    return rate;
  }

  /// Returns the drop rates of all layers built so far, in that order.
  public List<DropRate> rates() { return rates; }

  /// Returns a random stream that no other layer uses.
  RandomStream stream() { return masks.apply(nextStream++); }

  /// Builds the layers in their order, each on the output shape of the one before.
  public List<Built> all(List<LayerSpec> specs, Shape in) {
    List<Built> all = new ArrayList<>();
    Shape shape = in;
    for (LayerSpec spec : specs) {
      Built built = one(spec, shape);
      all.add(built);
      shape = built.shape();
    }
    return all;
  }

  private Built one(LayerSpec spec, Shape in) {
    Shape out = LayerSizes.of(spec, in, Words.of("nn.layer.any")).out();
    return new Built(layer(spec, in), out);
  }

  private Layer layer(LayerSpec spec, Shape in) {
    return switch (spec) {
      case LayerSpec.Simple simple -> SimpleLayers.build(simple, in, this);
      case LayerSpec.Spatial spatial -> SpatialLayers.build(spatial, in, this);
      case LayerSpec.Sequential sequential -> SequentialLayers.build(sequential, in, this);
    };
  }
}
