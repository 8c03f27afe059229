package dropoutlab.figure.variant;

import dropoutlab.figure.plot.LayerName;
import dropoutlab.figure.variant.RecurrentLayer.Slot;
import dropoutlab.frame.LayerView.Dropped;
import dropoutlab.frame.LayerView;
import dropoutlab.frame.NetworkView;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// The places of dropout of two networks that are compared: those where A or B drops something, in the order of the
/// data, with the same numbers in both. Where one of them drops weights, both tell of the weights into the layer.
public final class Sites {
  private Sites() {}

  /// Returns the places of one of the sides.
  public static List<Site> of(Versus versus, Side side) {
    List<Place> own = all(versus, side);
    List<Site> kept = new ArrayList<>();
    for (int i : used(versus, own.size())) kept.add(new Site(kept.size(), own.get(i).name, own.get(i).dropped.get()));
    return kept;
  }

  /// Returns the column of neurons behind which each place is, by the number of the place; -1 for one in the body.
  public static List<Integer> columns(Versus versus) {
    int places = all(versus, versus.a()).size(), inBody = places - versus.a().view().layers().size() + 1;
    return used(versus, places).stream().map(i -> i < inBody ? -1 : i - inBody).toList();
  }

  /// Returns which place of which recurrent layer a site is; empty for one of another layer, and for no site.
  public static Optional<RecurrentLayer.Where> recurrent(Versus versus, int number) {
    List<Integer> used = used(versus, all(versus, versus.a()).size());
    if (number < 0 || number >= used.size()) return Optional.empty();
    int left = used.get(number), layer = 0;
    for (LayerView each : RecurrentLayer.flat(versus.a().view()).toList()) {
      boolean recurrent = each instanceof LayerView.Recurrent;
      int places = recurrent ? Slot.values().length : dropped(each).isPresent() ? 1 : 0;
      if (left < places)
        return recurrent ? Optional.of(new RecurrentLayer.Where(layer, Slot.values()[left])) : Optional.empty();
      left -= places;
      if (recurrent) layer++;
    }
    return Optional.empty();
  }

  /// Where every p is 0, the places in the body stay.
  private static List<Integer> used(Versus versus, int places) {
    List<List<Place>> both = versus.sides().stream().map(each -> all(versus, each)).toList();
    List<Integer> used = IntStream.range(0, places)
        .filter(i -> both.stream().anyMatch(sites -> i < sites.size() && sites.get(i).used)).boxed().toList();
    int inBody = places - versus.a().view().layers().size() + 1;
    return used.isEmpty()
        ? IntStream.range(0, inBody).filter(i -> both.getFirst().get(i).stays).boxed().toList() : used;
  }

  /// A place where something could be dropped. What happened there is copied only when someone asks.
  ///
  /// @param stays whether it is shown where nothing is dropped at all
  record Place(String name, boolean used, boolean stays, Supplier<Dropped> dropped) {
    static Place of(String name, Dropped dropped, boolean stays) {
      return new Place(name, isUsed(dropped), stays, () -> dropped);
    }

    static boolean isUsed(Dropped dropped) { return dropped.p() > 0 || !dropped.factors().isEmpty(); }
  }

  /// Returns every place where something could be dropped.
  private static List<Place> all(Versus versus, Side side) {
    NetworkView view = side.view();
    List<Place> sites = new ArrayList<>();
    List<RecurrentLayer> recurrent = RecurrentLayer.of(side);
    Adding adding = (layer, name) -> {
      if (layer instanceof LayerView.Recurrent own) sites.addAll(recurrent(versus, side, own, recurrent));
      else dropped(layer).ifPresent(dropped ->
          sites.add(Place.of(name, dropped, !(layer instanceof LayerView.Embedding))));
    };
    for (int i = 0; i < view.body().size(); i++) add(adding, view.body().get(i), BodyNames.at(view.body(), i));
    for (int i = 0; i < view.layers().size() - 1; i++) {
      int at = i;
      boolean weights = versus.sides().stream().anyMatch(each -> WeightPlace.isIn(each, at));
      Dropped dropped = weights ? WeightPlace.of(side, i) : view.layers().get(i).dropped();
      sites.add(Place.of(LayerName.inputOrHidden(i), dropped, true));
    }
    return sites;
  }

  /// Returns the places of a recurrent layer: as many whichever method it has.
  private static List<Place> recurrent(Versus versus, Side side, LayerView.Recurrent own, List<RecurrentLayer> layers) {
    int at = IntStream.range(0, layers.size()).filter(i -> layers.get(i).view() == own).findFirst().orElseThrow();
    Optional<RecurrentLayer> rival = versus.sides().stream().filter(each -> each.letter() != side.letter())
        .map(RecurrentLayer::of).filter(all -> at < all.size()).map(all -> all.get(at)).findFirst();
    return layers.get(at).places(rival);
  }

  @FunctionalInterface
  private interface Adding {
    void add(LayerView layer, String name);
  }

  private static void add(Adding adding, LayerView layer, String name) {
    if (layer instanceof LayerView.Block block)
      block.inside().forEach(inner -> add(adding, inner, Words.name("figure.layer", inner.kind())));
    adding.add(layer, name);
  }

  private static Optional<Dropped> dropped(LayerView layer) {
    return switch (layer) {
      case LayerView.Units units -> units.dropped();
      case LayerView.Maps maps -> maps.dropped();
      case LayerView.Sequence sequence -> sequence.dropped();
      case LayerView.Attention attention -> Optional.of(attention.dropped());
      case LayerView.Embedding embedding -> Optional.of(embedding.dropped());
      case LayerView.Block block -> block.branch()
          .map(branch -> branch.p() > 0 ? branch : Dropped.none(branch.after()));
      case LayerView.Recurrent _ -> Optional.empty();
    };
  }
}
