package dropoutlab.card.place;

import dropoutlab.spec.AugmentationSpec;
import dropoutlab.spec.Beside;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.spec.LayerSpec;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.OptimiserSpec;
import dropoutlab.spec.RegulariserSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the method of a network, by the name of its card: the first that is switched on, from what is special to an
/// architecture to what every network can have.
final class Found {
  private Found() {}

  static Optional<String> in(Beside network) {
    Optional<String> dropped = dropped(network.network());
    // Plain dropout beside batch norm is told by where it stands, which decides what it does there.
    if (dropped.filter("inverted"::equals).isPresent() && Norms.isBatchNormed(network.network())) return Optional.of(Norms.CARD);
    return dropped.or(() -> beside(network).findFirst());
  }

  private static Optional<String> dropped(NetworkSpec network) {
    return inBody(Placement.flat(network.body())).or(() -> inHidden(network)).or(() -> input(network));
  }

  /// Returns all penalties, limits and changes of the data.
  static Stream<String> beside(Beside network) {
    RegulariserSpec r = network.regulariser();
    AugmentationSpec a = network.augmentation();
    boolean decays = network.optimiser() instanceof OptimiserSpec.AdamW adam && adam.weightDecay() > 0;
    return Stream.of(when(r.l1() > 0, "l1"), when(r.l2() > 0, "l2"), when(r.maxNorm() > 0, "max-norm"),
        when(r.labelSmoothing() > 0, "label-smoothing"), when(decays, "weight-decay"), when(a.mixup() > 0, "mixup"),
        when(a.cutout() > 0, "cutout")).flatMap(Optional::stream);
  }

  private static Optional<String> inBody(List<LayerSpec> body) {
    boolean maps = body.stream().anyMatch(LayerSpec.Conv2d.class::isInstance);
    boolean words = body.stream().anyMatch(layer -> layer instanceof LayerSpec.Encoder || layer instanceof LayerSpec.Attention);
    // The embedding's own dropout and that of its sum count last: most networks have them beside something else.
    return first(body.stream().filter(layer -> !(layer instanceof LayerSpec.Embedding) && !(words && layer instanceof LayerSpec.Drop)),
        maps, words).or(() -> first(body.stream(), maps, words));
  }

  private static Optional<String> first(Stream<LayerSpec> layers, boolean maps, boolean words) {
    return layers.flatMap(layer -> of(layer, maps, words).stream()).findFirst();
  }

  private static Optional<String> of(LayerSpec layer, boolean maps, boolean words) {
    return switch (layer) {
      case LayerSpec.Drop d when !isOn(d.p(), d.method()) -> Optional.empty();
      case LayerSpec.Drop d when d.method() instanceof DropoutSpec.Inverted ->
          Optional.of(words ? "embedding" : maps ? "per-pixel" : "inverted");
      case LayerSpec.Drop d -> Optional.of(Method.nameOf(d.method()));
      case LayerSpec.SpatialDropout(double p) -> when(p > 0, "spatial");
      case LayerSpec.DropBlock d -> when(d.p() > 0, "drop-block");
      case LayerSpec.Embedding e -> when(e.drop() > 0, "word-types");
      case LayerSpec.Recurrent r -> when(r.drop().inputs() > 0 || r.drop().state() > 0 || r.drop().outputs() > 0,
          Method.nameOf(r.drop().method()));
      case LayerSpec.Attention a -> when(a.drop() > 0, "attention");
      case LayerSpec.Encoder e -> e.layerDrop() > 0 ? Optional.of("layer-drop") : e.attentionDrop() > 0
          ? Optional.of("attention") : e.residualDrop() > 0 ? Optional.of("residual") : when(e.feedForwardDrop() > 0, "feed-forward");
      case LayerSpec.Residual r -> when(r.drop() > 0, "stochastic-depth");
      case LayerSpec.Reshape _, LayerSpec.Activate _, LayerSpec.DenseLayer _, LayerSpec.LayerNorm _, LayerSpec.BatchNorm _,
          LayerSpec.Conv2d _, LayerSpec.Pool _, LayerSpec.TimePool _, LayerSpec.Position _ -> Optional.empty();
    };
  }

  private static Optional<String> inHidden(NetworkSpec network) {
    return network.hidden().stream().filter(layer -> isOn(layer.drop(), layer.method()))
        .map(layer -> Method.nameOf(layer.method())).findFirst();
  }

  /// A method that learns its rate may start anywhere.
  private static boolean isOn(double p, DropoutSpec method) { return p > 0 || method.learnsRate(); }

  private static Optional<String> input(NetworkSpec network) { return when(network.inputDrop() > 0, "inverted"); }

  private static Optional<String> when(boolean on, String name) { return on ? Optional.of(name) : Optional.empty(); }
}
