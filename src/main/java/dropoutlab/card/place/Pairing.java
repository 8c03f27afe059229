package dropoutlab.card.place;

import dropoutlab.card.Cards;
import dropoutlab.card.Group;
import dropoutlab.card.MethodCard;
import dropoutlab.spec.Beside;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.spec.EarlyStoppingSpec;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.LayerSpec;
import dropoutlab.spec.NetworkSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Two networks of an experiment that are compared: A is its own, B the first of those beside, which is named after its
/// method. Changes that were planned for later steps go with the networks that they were planned for.
public final class Pairing {
  private static final double LEAST_BESIDE = 0.01;

  private Pairing() {}

  public static Beside a(Experiment experiment) { return Beside.of(Beside.OWN, experiment.network(), experiment); }

  /// Returns B; empty if no network learns beside.
  public static Optional<Beside> b(Experiment experiment) { return experiment.beside().stream().findFirst(); }

  /// Returns the experiment with a method in the place of A's. B stays if it fits; otherwise none takes its place.
  ///
  /// @throws IllegalArgumentException if the method needs another architecture
  public static Experiment withA(Experiment experiment, MethodCard method) {
    if (method.name().equals(Placement.STOPPING))
      return Strength.with(method, Strength.range(method).orElseThrow().usual(), withA(experiment, Cards.named("none")));
    if (Placement.own(experiment).name().equals(Placement.STOPPING))
      return withA(experiment.withTraining(experiment.training().withEarlyStopping(EarlyStoppingSpec.OFF)), method);
    Beside next = Placement.put(method, rate(method, a(experiment)), a(experiment));
    Experiment changed = withA(experiment.withoutInterventions(), next);
    Optional<Beside> b = b(experiment);
    boolean stays = b.isEmpty() || Placement.in(b.get()).group() == Group.NONE || fitsBeside(next, Placement.in(b.get()));
    return stays ? changed : withB(changed, Cards.named("none"));
  }

  /// Returns the experiment with a method for B, on A's network.
  ///
  /// @throws IllegalArgumentException if the method needs another architecture
  public static Experiment withB(Experiment experiment, MethodCard method) {
    Beside base = a(experiment);
    Beside next = Placement.put(method, rate(method, b(experiment).orElse(base)), base).withName(method.name());
    return withB(experiment.withoutInterventions(), next);
  }

  /// Says why a method cannot be compared with A; empty where it can.
  public static Optional<String> misfit(Experiment experiment, MethodCard method) {
    return Placement.misfit(method, a(experiment));
  }

  private static boolean fitsBeside(Beside a, MethodCard method) { return Placement.misfit(method, a).isEmpty(); }

  /// Returns the experiment with the two networks in each other's place.
  public static Experiment swapped(Experiment experiment) {
    Beside a = a(experiment);
    return b(experiment).map(b -> withB(withA(experiment.withoutInterventions(), b), a.withName(Placement.in(a).name())))
        .orElse(experiment);
  }

  /// Returns the experiment with this network as its own.
  public static Experiment withA(Experiment experiment, Beside a) {
    return experiment.with(e -> e.network(a.network()).optimiser(a.optimiser()).regulariser(a.regulariser())
        .training(experiment.training().withAugmentation(a.augmentation())));
  }

  /// Returns the experiment with this network as the first of those beside.
  public static Experiment withB(Experiment experiment, Beside b) {
    List<Beside> all = new ArrayList<>(experiment.beside());
    if (!all.isEmpty()) all.removeFirst();
    all.addFirst(b);
    return experiment.withBeside(all);
  }

  /// Returns the rate that a method begins with in a network: the one of the method before if that is of the same kind and
  /// has one, else the card's.
  private static double rate(MethodCard method, Beside network) {
    MethodCard before = Placement.in(network);
    double p = before.group() == method.group() ? rateOf(before, network) : 0;
    return p > 0 ? p : method.p().orElse(0);
  }

  /// Returns the drop rate of a network's method: of the first place that drops, or of the last block of those whose rate
  /// rises with depth; 0 for a method without one.
  public static double rateOf(MethodCard method, Beside network) {
    NetworkSpec spec = network.network();
    Stream<Double> rates = switch (method.group()) {
      case UNITS, WEIGHTS -> Stream.concat(spec.hidden().stream().map(NetworkSpec.HiddenLayer::drop),
          Stream.concat(drops(spec), Stream.of(spec.inputDrop())));
      case MAPS, TIME -> drops(spec);
      case LAYERS -> spec.body().reversed().stream().map(Pairing::blockRate);
      case TRANSFORMER -> Placement.flat(spec.body()).stream().map(layer -> siteRate(layer, method.name()));
      case BESIDE, NONE -> Stream.concat(spec.hidden().stream().map(NetworkSpec.HiddenLayer::drop), drops(spec));
    };
    return rates.filter(p -> p > 0).findFirst().orElse(0.0);
  }

  private static Stream<Double> drops(NetworkSpec spec) { return spec.body().stream().flatMap(layer -> layer.drops().stream()); }

  private static double blockRate(LayerSpec layer) {
    return layer instanceof LayerSpec.Residual r ? r.drop() : layer instanceof LayerSpec.Encoder e ? e.layerDrop() : 0;
  }

  private static double siteRate(LayerSpec layer, String method) {
    if (layer instanceof LayerSpec.Drop d) return method.equals("embedding") ? d.p() : 0;
    if (layer instanceof LayerSpec.Attention a) return method.equals("attention") ? a.drop() : 0;
    if (!(layer instanceof LayerSpec.Encoder e)) return 0;
    return switch (method) {
      case "attention" -> e.attentionDrop();
      case "residual" -> e.residualDrop();
      case "feed-forward" -> e.feedForwardDrop();
      default -> 0;
    };
  }

  /// Dropout that stands beside another method, or inside the blocks of a body: the places that drop keep dropping, be it ever so little.
  private static Beside withRatesBeside(Beside network, double p) {
    List<Double> rates = network.network().dropRates().stream().map(rate -> rate > 0 ? Math.max(p, LEAST_BESIDE) : 0).toList();
    return network.withNetwork(network.network().withDropRates(rates));
  }

  /// Returns a network with another rate of its method.
  public static Beside withRate(Beside network, double p) {
    MethodCard method = Placement.in(network);
    if (method.name().equals(Norms.CARD)) return network.withNetwork(Norms.dropping(network.network(), new DropoutSpec.Inverted(), p));
    if (method.group() == Group.BESIDE || method.group() == Group.NONE) return withRatesBeside(network, p);
    if (method.group() == Group.TRANSFORMER) return network.withNetwork(Placement.atSite(network.network(), method, p));
    boolean inside = method.group() == Group.UNITS && network.network().hidden().stream().allMatch(layer -> layer.drop() == 0);
    return inside ? withRatesBeside(network, p) : Placement.put(method, p, network);
  }
}
