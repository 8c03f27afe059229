package dropoutlab.card.place;

import dropoutlab.spec.DropoutSpec;
import dropoutlab.spec.LayerSpec;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Normalisation in a dense network, and where dropout stands to it.
public final class Norms {
  /// The card of batch norm beside dropout.
  static final String CARD = "batch-norm";
  private static final LayerSpec BATCH_NORM = new LayerSpec.BatchNorm(1e-5, 0.1);

  private Norms() {}

  /// Where dropout stands: a batch norm that comes later stores a variance that masks have raised.
  public enum Order {
    BEFORE, BETWEEN, AFTER, LAYER_NORM, NO_NORM, NO_DROPOUT
  }

  /// Says where a network drops what: "uniform noise before batch norm".
  public static String told(NetworkSpec network) {
    boolean uniform = Placement.flat(chain(network)).stream().filter(Norms::isDropping)
        .anyMatch(layer -> layer instanceof LayerSpec.Drop d && d.method() instanceof DropoutSpec.Uniform);
    String what = uniform ? Words.of("besideview.what.uniform") : Words.of("besideview.what.dropout");
    return switch (order(network)) {
      case BEFORE -> Words.of("besideview.order.before", what);
      case BETWEEN -> Words.of("besideview.order.between", what);
      case AFTER -> Words.of("besideview.order.after", what);
      case LAYER_NORM -> Words.of("besideview.order.layer_norm", what);
      case NO_NORM -> Words.of("besideview.order.no_norm", what);
      case NO_DROPOUT -> Words.of("besideview.order.no_dropout");
    };
  }

  /// Returns where a network drops something: before its first batch norm, between two, or after the last.
  public static Order order(NetworkSpec network) {
    List<LayerSpec> all = Placement.flat(chain(network));
    int[] norms = places(all, LayerSpec.BatchNorm.class::isInstance), drops = places(all, Norms::isDropping);
    if (drops.length == 0) return Order.NO_DROPOUT;
    if (norms.length == 0) return all.stream().anyMatch(LayerSpec.LayerNorm.class::isInstance) ? Order.LAYER_NORM
        : Order.NO_NORM;
    if (drops[0] > norms[norms.length - 1]) return Order.AFTER;
    return drops[0] < norms[0] ? Order.BEFORE : Order.BETWEEN;
  }

  private static int[] places(List<LayerSpec> layers, Predicate<LayerSpec> of) {
    return IntStream.range(0, layers.size()).filter(i -> of.test(layers.get(i))).toArray();
  }

  private static boolean isDropping(LayerSpec layer) {
    return switch (layer) {
      case LayerSpec.Drop d -> d.p() > 0 || d.method().learnsRate();
      case LayerSpec.SpatialDropout(double p) -> p > 0;
      case LayerSpec.DropBlock d -> d.p() > 0;
      default -> false;
    };
  }

  /// Returns every layer of a network up to its output in the order of the data, its dense part written as layers of a
  /// body. A layer that drops weights is one layer.
  public static List<LayerSpec> chain(NetworkSpec network) {
    List<LayerSpec> all = new ArrayList<>();
    all.add(new LayerSpec.Drop(network.inputDrop(), new DropoutSpec.Inverted()));
    all.addAll(network.body());
    for (NetworkSpec.HiddenLayer hidden : network.hidden()) {
      all.add(new LayerSpec.DenseLayer(hidden.units()));
      if (hidden.method().dropsWeights()) continue;
      all.add(new LayerSpec.Activate(hidden.activation()));
      all.add(new LayerSpec.Drop(hidden.drop(), hidden.method()));
    }
    return all;
  }

  /// Returns whether this is a dense network with batch norm.
  static boolean isBatchNormed(NetworkSpec network) {
    return isDense(network) && network.body().stream().anyMatch(LayerSpec.BatchNorm.class::isInstance);
  }

  /// Returns whether nothing but dense layers, activations, normalisation and dropout of units stands in the body.
  static boolean isDense(NetworkSpec network) {
    return network.body().stream().allMatch(layer -> switch (layer) {
      case LayerSpec.DenseLayer _, LayerSpec.Activate _, LayerSpec.Drop _, LayerSpec.LayerNorm _,
          LayerSpec.BatchNorm _ -> true;
      default -> false;
    });
  }

  /// Returns whether a method of units can stand in the body.
  static boolean hasSites(NetworkSpec network) {
    return isDense(network) && network.body().stream().anyMatch(LayerSpec.Drop.class::isInstance);
  }

  /// Returns a dense network with dropout at the rate `p` and a batch norm right behind it: what it is about.
  static NetworkSpec batchNormed(NetworkSpec network, double p) {
    if (isBatchNormed(network)) return dropping(network, new DropoutSpec.Inverted(), p);
    List<LayerSpec> body = new ArrayList<>(network.body());
    for (NetworkSpec.HiddenLayer hidden : network.hidden())
      body.addAll(List.of(new LayerSpec.DenseLayer(hidden.units()), new LayerSpec.Activate(hidden.activation()),
          new LayerSpec.Drop(p, new DropoutSpec.Inverted()), BATCH_NORM));
    return network.with(n -> n.body(body).hidden(List.of()));
  }

  /// Returns the network with this method at the places of a dense body that drop, or at all of them where none does.
  static NetworkSpec dropping(NetworkSpec network, DropoutSpec method, double p) {
    if (!hasSites(network)) return network;
    boolean none = network.body().stream().noneMatch(Norms::isDropping);
    return network.withBody(network.body().stream().map(layer -> layer instanceof LayerSpec.Drop d
        && (none || isDropping(d)) ? dropping(d, method, p) : layer).toList());
  }

  /// A method that is there already keeps its options.
  private static LayerSpec dropping(LayerSpec.Drop drop, DropoutSpec method, double p) {
    return new LayerSpec.Drop(p, drop.method().getClass() == method.getClass() ? drop.method() : method);
  }
}
