package dropoutlab.card.place;

import dropoutlab.card.Cards;
import dropoutlab.card.Group;
import dropoutlab.card.MethodCard;
import dropoutlab.spec.Beside;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.LayerSpec;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Which method of the family a network has, and the same network with another one in its place.
public final class Placement {
  /// Early stopping is a matter of the whole run: its card is the experiment's own.
  static final String STOPPING = "early-stopping";

  private Placement() {}

  /// Returns the card of the method of a network; that of none where nothing is dropped and nothing stands beside.
  public static MethodCard in(Beside network) { return Cards.named(Found.in(network).orElse("none")); }

  /// Returns the card of the method of the experiment's own network.
  public static MethodCard own(Experiment experiment) {
    MethodCard found = in(Beside.of(Beside.OWN, experiment.network(), experiment));
    return found.group() == Group.NONE && experiment.training().earlyStopping().on() ? Cards.named(STOPPING) : found;
  }

  /// Says which methods a network has: dropout and what stands beside it are told together.
  public static String told(Beside network) { return told(in(network), Found.beside(network).map(Cards::named).toList()); }

  /// Says which methods the experiment's own network has, early stopping included.
  public static String told(Experiment experiment) {
    Beside network = Beside.of(Beside.OWN, experiment.network(), experiment);
    Stream<String> stopping = experiment.training().earlyStopping().on() ? Stream.of(STOPPING) : Stream.empty();
    return told(own(experiment), Stream.concat(Found.beside(network), stopping).map(Cards::named).toList());
  }

  private static String told(MethodCard first, List<MethodCard> beside) {
    List<String> others = beside.stream().filter(card -> !card.equals(first)).map(MethodCard::title).toList();
    return others.isEmpty() ? first.title() : Words.of("besideview.with", first.title(), Words.list(others));
  }

  /// Returns the view that shows the method of the experiment's own network.
  public static Habitat habitat(Experiment experiment) { return Habitat.of(shown(experiment), experiment.network()); }

  /// Returns the card of the method that an experiment is about: A's, or B's where A drops nothing.
  public static MethodCard shown(Experiment experiment) {
    MethodCard own = own(experiment);
    return own.group() == Group.NONE && !experiment.beside().isEmpty() ? in(experiment.beside().getFirst()) : own;
  }

  /// Says why a method cannot take the place of the one in a network; empty where it can.
  public static Optional<String> misfit(MethodCard method, Beside network) {
    if (method.name().equals(STOPPING)) return Optional.of(Words.of("besideview.misfit.stopping"));
    List<LayerSpec> body = flat(network.network().body());
    boolean fits = switch (method.group()) {
      case UNITS -> !network.network().hidden().isEmpty() || !method.name().startsWith("targeted") && Norms.hasSites(network.network());
      case WEIGHTS -> !network.network().hidden().isEmpty();
      case MAPS -> !Norms.isDense(network.network()) && body.stream().anyMatch(Placement::isMapSite);
      case TIME -> body.stream().anyMatch(layer -> layer instanceof LayerSpec.Recurrent)
          && (!method.name().equals("word-types") || network.network().words().isPresent());
      case LAYERS -> method.name().equals("layer-drop") ? body.stream().anyMatch(LayerSpec.Encoder.class::isInstance)
          : body.stream().anyMatch(LayerSpec.Residual.class::isInstance);
      case TRANSFORMER -> body.stream().anyMatch(LayerSpec.Encoder.class::isInstance);
      case BESIDE -> !method.name().equals(Norms.CARD) || Norms.isDense(network.network());
      case NONE -> true;
    };
    return fits ? Optional.empty()
        : Optional.of(Words.of("variants.misfit", method.title(), method.group().architecture()));
  }

  /// Returns the network with a method in the place of its own, at the rate `p`, or at a usual strength if it is not one of
  /// dropout.
  ///
  /// @throws IllegalArgumentException if it does not fit ([#misfit])
  public static Beside put(MethodCard method, double p, Beside network) {
    misfit(method, network).ifPresent(why -> { throw new IllegalArgumentException(why); });
    Beside free = makesRoom(in(network), method) ? Strength.off(network).withNetwork(network.network().withoutDropout()) : network;
    NetworkSpec spec = free.network();
    return switch (method.group()) {
      case UNITS, WEIGHTS -> free.withNetwork(Norms.dropping(spec, Method.named(method.name()), p)
          .withHidden(hidden(spec.hidden(), method.name(), p)));
      case MAPS, TIME, LAYERS, TRANSFORMER -> free.withNetwork(spec.withBody(placed(spec.body(), method, p)));
      case BESIDE -> method.name().equals(Norms.CARD) ? free.withNetwork(Norms.batchNormed(spec, p))
          : Strength.standard(method, free);
      case NONE -> free;
    };
  }

  /// Whether the method before goes altogether: one of the same kind only gives its places away, and what stands beside
  /// it, such as dropout in the dense layers behind maps, stays.
  private static boolean makesRoom(MethodCard before, MethodCard method) {
    boolean dense = isDense(before.group()) && isDense(method.group());
    return !dense && (before.group() != method.group() || method.group() == Group.TRANSFORMER || method.group() == Group.BESIDE);
  }

  private static boolean isDense(Group group) { return group == Group.UNITS || group == Group.WEIGHTS; }

  /// The layers that drop keep dropping, or all begin to where none does; a method that is there already keeps its options.
  private static List<NetworkSpec.HiddenLayer> hidden(List<NetworkSpec.HiddenLayer> layers, String method, double p) {
    boolean none = layers.stream().allMatch(layer -> layer.drop() == 0);
    return layers.stream().map(layer -> layer.with(l -> l.drop(none || layer.drop() > 0 ? p : 0)
        .method(Method.nameOf(layer.method()).equals(method) ? layer.method() : Method.named(method)))).toList();
  }

  /// Returns the network with another rate at one of its places, and the others as they were.
  static NetworkSpec atSite(NetworkSpec network, MethodCard method, double p) {
    return network.withBody(placed(network.body(), method, p));
  }

  private static List<LayerSpec> placed(List<LayerSpec> body, MethodCard method, double p) {
    int blocks = (int) body.stream().filter(LayerSpec.Residual.class::isInstance).count();
    int[] block = {0};
    return body.stream().map(layer -> layer instanceof LayerSpec.Residual r && method.name().equals("stochastic-depth")
        ? r.withDrop(p * ++block[0] / blocks) : placed(layer, method, p)).toList();
  }

  private static LayerSpec placed(LayerSpec layer, MethodCard method, double p) {
    return switch (layer) {
      case LayerSpec.Residual r -> r.withLayers(r.layers().stream().map(inner -> placed(inner, method, p)).toList());
      case LayerSpec.Drop _, LayerSpec.SpatialDropout _, LayerSpec.DropBlock _ when method.group() == Group.MAPS ->
          mapSite(layer, method, p);
      case LayerSpec.Drop d when method.name().equals("embedding") -> d.withP(p);
      case LayerSpec.Embedding e when method.group() == Group.TIME -> e.withDrop(method.name().equals("word-types") ? p : 0);
      case LayerSpec.Recurrent r when method.group() == Group.TIME -> r.withDrop(recurrent(r.drop(), method, p));
      case LayerSpec.Encoder e -> encoder(e, method.name(), p);
      default -> layer;
    };
  }

  private static LayerSpec.RecurrentDrop recurrent(LayerSpec.RecurrentDrop drop, MethodCard method, double p) {
    if (method.name().equals("word-types")) return LayerSpec.RecurrentDrop.OFF;
    boolean off = drop.inputs() == 0 && drop.state() == 0 && drop.outputs() == 0;
    boolean keeps = Method.nameOf(drop.method()).equals(method.name());
    LayerSpec.RecurrentDrop same = drop.with(d -> d.method(Method.recurrent(method.name())).tiedGates(keeps && drop.tiedGates()));
    if (off) return same.withState(p);
    return same.with(d -> d.inputs(drop.inputs() > 0 ? p : 0).state(drop.state() > 0 ? p : 0).outputs(drop.outputs() > 0 ? p : 0));
  }

  private static LayerSpec encoder(LayerSpec.Encoder e, String method, double p) {
    return switch (method) {
      case "attention" -> e.withAttentionDrop(p);
      case "residual" -> e.withResidualDrop(p);
      case "feed-forward" -> e.withFeedForwardDrop(p);
      case "layer-drop" -> e.withLayerDrop(p);
      default -> e;
    };
  }

  private static LayerSpec mapSite(LayerSpec old, MethodCard method, double p) {
    int block = old instanceof LayerSpec.DropBlock d ? d.block() : 3;
    return switch (method.name()) {
      case "spatial" -> new LayerSpec.SpatialDropout(p);
      case "drop-block" -> new LayerSpec.DropBlock(p, block);
      default -> new LayerSpec.Drop(p, new DropoutSpec.Inverted());
    };
  }

  private static boolean isMapSite(LayerSpec layer) {
    return layer instanceof LayerSpec.Drop || layer instanceof LayerSpec.SpatialDropout || layer instanceof LayerSpec.DropBlock;
  }

  /// Returns all layers of a body, those inside blocks before their block.
  public static List<LayerSpec> flat(List<LayerSpec> body) {
    return body.stream().flatMap(layer -> layer instanceof LayerSpec.Residual block
        ? Stream.concat(flat(block.layers()).stream(), Stream.of(layer)) : Stream.of(layer)).toList();
  }
}
