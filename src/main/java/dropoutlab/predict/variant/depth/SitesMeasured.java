package dropoutlab.predict.variant.depth;

import dropoutlab.card.Cards;
import dropoutlab.card.MethodCard;
import dropoutlab.card.place.Placement;
import dropoutlab.data.DataSet;
import dropoutlab.data.Examples;
import dropoutlab.frame.Frame;
import dropoutlab.frame.LayerView;
import dropoutlab.frame.SitesEvidence;
import dropoutlab.predict.variant.Histogram;
import dropoutlab.spec.Beside;
import dropoutlab.spec.LayerSpec;
import dropoutlab.spec.NetworkSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Measures the evidence for the places of dropout of a transformer.
public final class SitesMeasured {
  private static final int BINS = 30, EXAMPLES = 32, LEAST_EXAMPLES = 8, PASSES = 6;
  private static final double LEAST = 1.5;
  private static final List<String> PLACES = List.of("embedding", "attention", "residual", "feed-forward");

  private final List<Frame> networks;
  private final DataSet data;

  private SitesMeasured(List<Frame> networks, DataSet data) {
    this.networks = networks;
    this.data = data;
  }

  /// @param networks the same moment seen from A and, if there is one, from B
  public static SitesEvidence of(List<Frame> networks, DataSet data) {
    SitesMeasured measured = new SitesMeasured(networks, data);
    return new SitesEvidence(IntStream.range(0, networks.size()).boxed().flatMap(i -> measured.sums(i).stream()).toList(),
        measured.alone());
  }

  private Optional<SitesEvidence.Sums> sums(int network) {
    List<LayerView> layers = flat(networks.get(network).network().body()).toList();
    List<LayerView.Attention> attention = layers.stream().filter(LayerView.Attention.class::isInstance)
        .map(LayerView.Attention.class::cast).filter(each -> each.dropped().p() > 0).toList();
    if (!attention.isEmpty())
      return attention.stream().map(AttentionRowSums::of).reduce(AttentionRowSums::plus).map(all -> sums(network, true, all));
    return layers.stream().filter(LayerView.Sequence.class::isInstance).map(LayerView.Sequence.class::cast)
        .filter(each -> each.dropped().isPresent() && each.dropped().get().p() > 0).findFirst()
        .map(each -> sums(network, false, AttentionRowSums.ofFactors(each.dropped().get(), each.features())));
  }

  private static SitesEvidence.Sums sums(int network, boolean attention, AttentionRowSums all) {
    double[] values = all.sums().stream().mapToDouble(Double::doubleValue).toArray();
    double most = LEAST;
    for (double value : values) most = Math.max(most, value);
    return new SitesEvidence.Sums(network, attention, most, Histogram.of(values, 0, most, BINS).counts(), all.mean(),
        all.measuredSd(), all.expectedSd());
  }

  /// All layers, those inside blocks before their block.
  private static Stream<LayerView> flat(List<LayerView> layers) {
    return layers.stream().flatMap(layer -> layer instanceof LayerView.Block block
        ? Stream.concat(flat(block.inside()), Stream.of(layer)) : Stream.of(layer));
  }

  private List<SitesEvidence.Alone> alone() {
    if (networks.stream().anyMatch(each -> learnsRates(each.inForce()))) return List.of();
    int blocks = (int) networks.getFirst().inForce().body().stream().filter(LayerSpec.Encoder.class::isInstance).count();
    Examples examples = data.shown().first(Math.max(LEAST_EXAMPLES, EXAMPLES / Math.max(1, blocks)));
    List<SitesEvidence.Alone> all = new ArrayList<>();
    for (String place : PLACES) alone(Cards.named(place), examples).ifPresent(all::add);
    return all;
  }

  private static boolean learnsRates(NetworkSpec network) {
    return network.hidden().stream().anyMatch(layer -> layer.method().learnsRate())
        || Placement.flat(network.body()).stream().anyMatch(layer -> layer instanceof LayerSpec.Drop d && d.method().learnsRate());
  }

  /// Empty where the network has no such place.
  private Optional<SitesEvidence.Alone> alone(MethodCard place, Examples examples) {
    double p = networks.stream().mapToDouble(each -> rate(place.name(), each.inForce())).filter(rate -> rate > 0).findFirst()
        .orElse(place.p().orElseThrow());
    List<Double> rises = new ArrayList<>(), errors = new ArrayList<>();
    for (Frame each : networks) {
      Beside bare = Beside.of(Beside.OWN, each.inForce().withoutDropout(), each.experiment());
      NetworkSpec with = Placement.put(place, p, bare).network();
      if (with.equals(bare.network())) return Optional.empty();
      LossRise rise = LossRise.of(each, data.schema(), with, examples, PASSES);
      rises.add(rise.mean());
      errors.add(rise.error());
    }
    return Optional.of(new SitesEvidence.Alone(place.name(), p, rises, errors));
  }

  /// Returns the rate at that kind of place in the first block; 0 without one.
  private static double rate(String place, NetworkSpec network) {
    List<LayerSpec> body = Placement.flat(network.body());
    if (place.equals("embedding")) return first(body, LayerSpec.Drop.class, LayerSpec.Drop::p);
    return first(body, LayerSpec.Encoder.class, e -> switch (place) {
      case "attention" -> e.attentionDrop();
      case "residual" -> e.residualDrop();
      default -> e.feedForwardDrop();
    });
  }

  private static <T> double first(List<LayerSpec> body, Class<T> kind, ToDoubleFunction<T> rate) {
    return body.stream().filter(kind::isInstance).map(kind::cast).mapToDouble(rate).findFirst().orElse(0);
  }
}
