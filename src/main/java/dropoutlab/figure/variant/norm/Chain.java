package dropoutlab.figure.variant.norm;

import dropoutlab.figure.variant.Side;
import dropoutlab.frame.LayerView.Kind;
import dropoutlab.frame.NormEvidence.Layer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// The layers of one side.
///
/// @param layers  with what was measured in both modes; the present ones until then
/// @param present with the variance of the present batch alone
record Chain(Side side, List<Layer> layers, List<Layer> present) {
  Chain {
    layers = List.copyOf(layers);
    present = List.copyOf(present);
  }

  static Optional<Layer> lastNorm(List<Layer> layers) {
    return layers.stream().filter(layer -> NormView.isNorm(layer.kind())).reduce((_, last) -> last);
  }

  /// The output's variance is that of logits, which would flatten all others.
  boolean isOutput(Layer layer) { return layer.kind() == Kind.DENSE && layer.equals(layers.getLast()); }

  double largest() {
    return layers.stream().filter(layer -> !isOutput(layer))
        .mapToDouble(layer -> Double.isNaN(layer.inference()) ? layer.training()
            : Math.max(layer.training(), layer.inference()))
        .max().orElse(1);
  }

  OptionalDouble presentOf(Layer layer) {
    return present.stream().filter(each -> each.place().equals(layer.place())).mapToDouble(Layer::training).findFirst();
  }
}
