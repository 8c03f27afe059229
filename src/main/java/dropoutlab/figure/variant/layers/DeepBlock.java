package dropoutlab.figure.variant.layers;

import dropoutlab.figure.variant.Side;
import dropoutlab.figure.variant.Site;
import dropoutlab.figure.variant.Sites;
import dropoutlab.figure.variant.Versus;
import dropoutlab.frame.LayerView.Dropped;
import dropoutlab.frame.LayerView.Kind;
import dropoutlab.frame.LayerView;
import dropoutlab.frame.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A block that can be skipped, in one of the networks.
///
/// @param given what the block was given, (examples x values)
/// @param site  what is drawn of it: the branch as a whole, or where single units are dropped, those units; its number
///              is
///              -1 where neither network drops anything
/// @param where what is dropped
record DeepBlock(LayerView.Block view, Matrix given, Site site, Where where) {
  enum Where { WHOLE, INSIDE, PATH }

  static List<DeepBlock> of(Versus versus, Side side) {
    List<Site> sites = Sites.of(versus, side);
    List<DeepBlock> blocks = new ArrayList<>();
    List<LayerView> body = side.view().body();
    for (int i = 0; i < body.size(); i++)
      if (body.get(i) instanceof LayerView.Block block
          && (block.kind() == Kind.RESIDUAL || block.kind() == Kind.LAYER_DROP))
        blocks.add(of(block, body.get(Math.max(0, i - 1)).values(), body.subList(i + 1, body.size()), sites));
    return blocks;
  }

  private static DeepBlock of(LayerView.Block block, Matrix given, List<LayerView> next, List<Site> sites) {
    Optional<Dropped> inside = block.kind() == Kind.RESIDUAL ? dropped(block.inside()) : Optional.empty();
    Optional<Dropped> path = dropped(next.stream().takeWhile(layer -> layer.kind() == Kind.DROPOUT).toList());
    Dropped shown = inside.or(() -> path).or(block::branch).orElse(Dropped.none(block.values()));
    Site site = sites.stream().filter(each -> each.dropped() == shown).findFirst().orElse(new Site(-1, "", shown));
    Where where = inside.isPresent() ? Where.INSIDE : path.isPresent() ? Where.PATH : Where.WHOLE;
    return new DeepBlock(block, given, site, where);
  }

  /// Returns the first dropout of single units that is switched on.
  private static Optional<Dropped> dropped(List<LayerView> layers) {
    return layers.stream().flatMap(layer -> dropped(layer).stream()).filter(dropped -> dropped.p() > 0).findFirst();
  }

  private static Optional<Dropped> dropped(LayerView layer) {
    return switch (layer) {
      case LayerView.Units units -> units.dropped();
      case LayerView.Maps maps -> maps.dropped();
      case LayerView.Sequence sequence -> sequence.dropped();
      case LayerView.Attention _, LayerView.Block _, LayerView.Embedding _, LayerView.Recurrent _ -> Optional.empty();
    };
  }

  /// Tells whether single units are dropped, and not the block as a whole.
  boolean units() { return where != Where.WHOLE; }

  boolean isLayerDrop() { return view.kind() == Kind.LAYER_DROP; }

  /// Returns the rate at which the block is skipped, or its units are dropped.
  double p() { return units() ? site.p() : view.p(); }

  int examples() { return view.values().rows(); }

  boolean isSkipped(int example) {
    return !view.kept().isEmpty() && view.kept().at(Math.min(example, view.kept().rows() - 1), 0) == 0;
  }

  /// Returns how much of the block an example went through: all or nothing, or a share of its units.
  double kept(int example) { return units() ? 1 - site.droppedShare(example) : isSkipped(example) ? 0 : 1; }

  double keptInBatch() {
    double sum = 0;
    for (int e = 0; e < examples(); e++) sum += kept(e);
    return examples() == 0 ? 1 : sum / examples();
  }

  /// Returns the values to draw: of an encoder block its output, else those at the site, before dropout if the units
  /// inside are dropped or if the example skipped the block.
  double value(int example, int index) {
    if (isLayerDrop()) return view.values().at(Math.min(example, view.values().rows() - 1), index);
    double before = site.read(example, index).before();
    return Double.isNaN(before) ? 0 : before;
  }

  int size() { return isLayerDrop() ? view.values().cols() : site.size(); }

  /// Returns how many columns the values have when drawn in rows; 0 if they are a vector.
  int columns() {
    LayerView last = view.inside().isEmpty() ? view : view.inside().getLast();
    if (last instanceof LayerView.Block block && !block.inside().isEmpty()) last = block.inside().getLast();
    return switch (last) {
      case LayerView.Sequence sequence -> sequence.features();
      case LayerView.Maps maps -> maps.columns();
      case LayerView.Units _, LayerView.Attention _, LayerView.Block _, LayerView.Embedding _, LayerView.Recurrent _ ->
          0;
    };
  }

  /// Returns the length of what the block adds to its input, as a share of the length of its output.
  double change(int example) {
    double added = 0, all = 0;
    int row = Math.min(example, view.values().rows() - 1);
    for (int i = 0; i < view.values().cols(); i++) {
      double y = view.values().at(row, i), x = given.at(row, i);
      added += (y - x) * (y - x);
      all += y * y;
    }
    return all == 0 ? 0 : Math.sqrt(added / all);
  }
}
