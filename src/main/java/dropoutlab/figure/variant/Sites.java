package dropoutlab.figure.variant;

import dropoutlab.figure.plot.LayerName;
import dropoutlab.frame.LayerView.Dropped;
import dropoutlab.frame.LayerView;
import dropoutlab.frame.NetworkView;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The places of dropout of two networks that are compared: those where A or B drops something, in the order of the
/// data, with the same numbers in both. Where one of them drops weights, both tell of the weights into the layer.
public final class Sites {
  private Sites() {}

  /// Returns the places of one of the sides.
  public static List<Site> of(Versus versus, Side side) {
    List<Site> own = all(versus, side), kept = new ArrayList<>();
    for (int i : used(versus, own.size())) kept.add(new Site(kept.size(), own.get(i).name(), own.get(i).dropped()));
    return kept;
  }

  /// Returns the column of neurons behind which each place is, by the number of the place; -1 for one in the body.
  public static List<Integer> columns(Versus versus) {
    int places = all(versus, versus.a()).size(), inBody = places - versus.a().view().layers().size() + 1;
    return used(versus, places).stream().map(i -> i < inBody ? -1 : i - inBody).toList();
  }

  /// Where every p is 0, the places in the body stay.

  private static List<Integer> used(Versus versus, int places) {
    List<List<Site>> both = versus.sides().stream().map(each -> all(versus, each)).toList();
    List<Integer> used = IntStream.range(0, places)
        .filter(i -> both.stream().anyMatch(sites -> i < sites.size() && isUsed(sites.get(i)))).boxed().toList();
    int inBody = places - versus.a().view().layers().size() + 1;
    return used.isEmpty() ? IntStream.range(0, inBody).boxed().toList() : used;
  }

  private static boolean isUsed(Site site) { return site.p() > 0 || site.isDrawn(); }

  /// Returns every place where something could be dropped.
  private static List<Site> all(Versus versus, Side side) {
    NetworkView view = side.view();
    List<Site> sites = new ArrayList<>();
    for (int i = 0; i < view.body().size(); i++) add(sites, view.body().get(i), BodyNames.at(view.body(), i));
    for (int i = 0; i < view.layers().size() - 1; i++) {
      int at = i;
      boolean weights = versus.sides().stream().anyMatch(each -> WeightPlace.isIn(each, at));
      Dropped dropped = weights ? WeightPlace.of(side, i) : view.layers().get(i).dropped();
      sites.add(new Site(sites.size(), LayerName.inputOrHidden(i), dropped));
    }
    return sites;
  }

  private static void add(List<Site> sites, LayerView layer, String name) {
    if (layer instanceof LayerView.Block block)
      block.inside().forEach(inner -> add(sites, inner, Words.name("figure.layer", inner.kind())));
    dropped(layer).ifPresent(dropped -> sites.add(new Site(sites.size(), name, dropped)));
  }

  private static Optional<Dropped> dropped(LayerView layer) {
    return switch (layer) {
      case LayerView.Units units -> units.dropped();
      case LayerView.Maps maps -> maps.dropped();
      case LayerView.Sequence sequence -> sequence.dropped();
      case LayerView.Attention attention -> Optional.of(attention.dropped());
      case LayerView.Block _, LayerView.Embedding _, LayerView.Recurrent _ -> Optional.empty();
    };
  }
}
