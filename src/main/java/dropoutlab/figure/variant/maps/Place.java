package dropoutlab.figure.variant.maps;

import dropoutlab.figure.variant.Side;
import dropoutlab.figure.variant.Site;
import dropoutlab.figure.variant.Sites;
import dropoutlab.figure.variant.Versus;
import dropoutlab.frame.LayerView.Dropped;
import dropoutlab.frame.LayerView.Kind;
import dropoutlab.frame.LayerView;
import dropoutlab.frame.NetworkView;
import java.util.List;
import java.util.stream.IntStream;

/// A place of dropout of a convolutional network in the shape of its layer: some maps, or a vector of units.
///
/// @param layer  the number of the layer in the body from 0; the columns of the dense part count on behind it
/// @param maps   0 for a vector
/// @param blocks whether neighbours are dropped together in squares
record Place(Site site, int layer, int maps, int rows, int columns, boolean blocks) {
  static List<Place> of(Versus versus, Side side) {
    return Sites.of(versus, side).stream().map(site -> of(side.view(), site)).toList();
  }

  private static Place of(NetworkView view, Site site) {
    for (int i = 0; i < view.body().size(); i++)
      switch (view.body().get(i)) {
        case LayerView.Maps(Kind kind, int maps, int rows, int columns, var _, var dropped)
            when dropped.filter(each -> each == site.dropped()).isPresent() -> {
          return new Place(site, i, maps, rows, columns, kind == Kind.DROP_BLOCK);
        }
        case LayerView.Sequence(Kind kind, int rows, int columns, var _, var dropped)
            when dropped.filter(each -> each == site.dropped()).isPresent() -> {
          return new Place(site, i, 1, rows, columns, kind == Kind.DROP_BLOCK);
        }
        case LayerView.Units _, LayerView.Maps _, LayerView.Sequence _, LayerView.Embedding _, LayerView.Recurrent _,
            LayerView.Attention _, LayerView.Block _ -> { }
      }
    return new Place(site, dense(view, site.dropped()), 0, 1, site.size(), false);
  }

  private static int dense(NetworkView view, Dropped dropped) {
    return view.body().size() + IntStream.range(0, view.layers().size())
        .filter(i -> view.layers().get(i).dropped() == dropped).findFirst().orElse(0);
  }

  boolean isVector() { return maps == 0; }

  /// The largest size of a value of an example before the mask.
  double largest(int example) {
    double largest = 0;
    for (int i = 0; i < site.size(); i++) largest = Math.max(largest, Math.abs(site.read(example, i).before()));
    return largest;
  }
}
