package dropoutlab.figure.variant;

import dropoutlab.figure.plot.LayerName;
import dropoutlab.frame.ColumnView;
import dropoutlab.frame.LayerView.Dropped;
import dropoutlab.frame.LayerView;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.NetworkView;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The places of dropout of two networks that are compared: those where A or B drops something, in the order of the
/// data, with the same numbers in both.
public final class Sites {
  private Sites() {}

  /// Returns the places of one of the sides.
  public static List<Site> of(Versus versus, Side side) {
    List<Site> own = all(side.view());
    List<List<Site>> both = versus.sides().stream().map(each -> all(each.view())).toList();
    List<Site> kept = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      int at = i;
      boolean used = both.stream().anyMatch(sites -> at < sites.size() && isUsed(sites.get(at)));
      if (used) kept.add(new Site(kept.size(), own.get(i).name(), own.get(i).dropped()));
    }
    return kept.isEmpty() ? idle(side.view(), own) : kept;
  }

  /// Returns the places where something could be dropped if every p is 0: those of the body, if there is one.
  private static List<Site> idle(NetworkView view, List<Site> all) {
    int ofBody = all.size() - (view.layers().size() - 1);
    return ofBody > 0 ? all.subList(0, ofBody) : all;
  }

  private static boolean isUsed(Site site) { return site.p() > 0 || site.isDrawn(); }

  /// Returns every place where something could be dropped.
  private static List<Site> all(NetworkView view) {
    List<Site> sites = new ArrayList<>();
    for (int i = 0; i < view.body().size(); i++) add(sites, view.body().get(i), BodyNames.at(view.body(), i));
    for (int i = 0; i < view.layers().size() - 1; i++) {
      ColumnView column = view.layers().get(i);
      sites.add(new Site(sites.size(), LayerName.inputOrHidden(i), new Dropped(column.p(), column.activations(),
          column.mask(), Matrix.EMPTY, Matrix.EMPTY)));
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
