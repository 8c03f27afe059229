package dropoutlab.figure.network;

import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.plot.ValueRaster;
import dropoutlab.frame.LayerView.Dropped;
import dropoutlab.frame.LayerView.StepMask;
import dropoutlab.frame.LayerView;
import dropoutlab.frame.Matrix;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// What one example made of a layer: its values as rasters, side by side where there are several maps or heads, with
/// what was dropped left blank.
final class LayerPicture {
  private static final double GAP = 3;
  private static final int MOST_MAPS = 16;
  private static final int LONGEST_COLUMN = 24;
  private static final IntPredicate NOTHING = _ -> false;

  private final List<ValueRaster> rasters;
  private final double largest;
  private final boolean skipped;

  private LayerPicture(List<ValueRaster> rasters, double largest, boolean skipped) {
    this.rasters = rasters;
    this.largest = largest;
    this.skipped = skipped;
  }

  /// @param example the row of the view's tables
  static LayerPicture of(LayerView view, int example) {
    return switch (view) {
      case LayerView.Units(var _, Matrix values, var dropped) -> column(Masked.of(values, dropped, example));
      case LayerView.Maps(var _, int maps, int rows, int columns, Matrix values, var dropped) ->
          maps(maps, rows, columns, Masked.of(values, dropped, example));
      case LayerView.Sequence(var _, int steps, int features, Matrix values, var dropped) ->
          acrossSteps(steps, features, Masked.of(values, dropped, example));
      case LayerView.Embedding embedding -> acrossSteps(embedding.steps(), embedding.width(),
          new Masked(embedding.values(), Matrix.EMPTY, example, i -> !embedding.factors().isEmpty()
              && embedding.factors().at(example, i / embedding.width()) == 0));
      case LayerView.Recurrent recurrent -> acrossSteps(recurrent.steps(), recurrent.units(),
          new Masked(recurrent.values(), Matrix.EMPTY, example, dropped(recurrent, example)));
      case LayerView.Attention attention -> heads(attention, example);
      case LayerView.Block block -> block(block, example);
    };
  }

  private static LayerPicture block(LayerView.Block block, int example) {
    boolean left = !block.kept().isEmpty() && block.kept().at(example, 0) == 0;
    LayerView shown = block.inside().isEmpty() ? block : block.inside().getLast();
    if (shown instanceof LayerView.Block inner && inner != block) shown = inner.inside().getLast();
    boolean known = shown != block && shown.values().rows() > example;
    LayerPicture inside = known ? of(shown, example) : new LayerPicture(List.of(), 0, false);
    return new LayerPicture(inside.rasters, inside.largest, left);
  }

  /// The values of one example, and of what was dropped the values that are lost.
  private record Masked(Matrix values, Matrix before, int example, IntPredicate dropped) {
    static Masked of(Matrix values, Optional<Dropped> dropped, int example) {
      Matrix factors = dropped.map(Dropped::factors).orElse(Matrix.EMPTY);
      if (factors.isEmpty()) return new Masked(values, Matrix.EMPTY, example, NOTHING);
      return new Masked(values, dropped.get().before(), example,
          i -> i < factors.cols() && factors.at(example, i) == 0);
    }

    double at(int i) {
      if (i >= values.cols()) return 0;
      return !before.isEmpty() && dropped.test(i) ? before.at(example, i) : values.at(example, i);
    }

    double largest() {
      double largest = 0;
      for (int i = 0; i < values.cols(); i++) largest = Math.max(largest, Math.abs(at(i)));
      return largest;
    }
  }

  /// Of the masks that a state has units for, the first: on the state itself, on the candidate, or zoneout's.
  static Optional<StepMask> stateMask(LayerView.Recurrent view) {
    return view.masks().stream().filter(mask -> mask.place() != StepMask.Place.INPUTS && !mask.factors().isEmpty())
        .findFirst();
  }

  private static IntPredicate dropped(LayerView.Recurrent view, int example) {
    return stateMask(view).<IntPredicate>map(mask -> i -> mask.factors().at(example,
        i / view.units() * mask.width() + i % view.units()) == 0).orElse(NOTHING);
  }

  /// A vector: as many rows as columns have cells, where it is long.
  private static LayerPicture column(Masked of) {
    int count = of.values.cols(), columns = Math.ceilDiv(count, LONGEST_COLUMN), rows = Math.ceilDiv(count, columns);
    IntPredicate beyond = i -> i < count && of.dropped.test(i);
    return new LayerPicture(List.of(new ValueRaster(rows, columns, of::at, beyond)), of.largest(), false);
  }

  /// Time runs from the left to the right, features from the top down.
  private static LayerPicture acrossSteps(int steps, int features, Masked of) {
    ValueRaster raster = new ValueRaster(features, steps, i -> of.at(i % steps * features + i / steps),
        i -> of.dropped.test(i % steps * features + i / steps));
    return new LayerPicture(List.of(raster), of.largest(), false);
  }

  private static LayerPicture maps(int maps, int rows, int columns, Masked of) {
    List<ValueRaster> rasters = IntStream.range(0, Math.min(maps, MOST_MAPS)).mapToObj(m -> {
      int from = m * rows * columns;
      return new ValueRaster(rows, columns, i -> of.at(from + i), i -> of.dropped.test(from + i));
    }).toList();
    return new LayerPicture(rasters, of.largest(), false);
  }

  private static LayerPicture heads(LayerView.Attention view, int example) {
    int steps = view.steps(), square = steps * steps;
    Masked of = Masked.of(view.probabilities(), Optional.of(view.dropped()), example);
    List<ValueRaster> rasters = IntStream.range(0, view.heads()).mapToObj(h -> new ValueRaster(steps, steps,
        i -> of.at(h * square + i), i -> of.dropped.test(h * square + i))).toList();
    return new LayerPicture(rasters, of.largest(), false);
  }

  /// Whether the whole layer was left out for this example.
  boolean skipped() { return skipped; }

  /// Draws the rasters into a rectangle, as large as their proportions let them be, from its top.
  void draw(Pen pen, Inset room, Theme theme) {
    if (rasters.isEmpty()) {
      if (skipped) ValueRaster.crossOut(pen, room, theme);
      return;
    }
    int across = across(room);
    int down = Math.ceilDiv(rasters.size(), across);
    double scale = scale(room, across);
    ValueRaster first = rasters.getFirst();
    double width = Math.max(1, first.columns() * scale), height = Math.max(1, first.rows() * scale);
    double left = room.left() + (room.width() - across * width - (across - 1) * GAP) / 2;
    double top = room.top() + (room.height() - down * height - (down - 1) * GAP) / 2;
    for (int i = 0; i < rasters.size(); i++) {
      Inset at = new Inset(Math.round(left + i % across * (width + GAP)), Math.round(top + i / across * (height + GAP)),
          Math.round(width), Math.round(height));
      rasters.get(i).draw(pen, at, skipped ? 0 : largest, theme);
      if (rasters.get(i).isAllDropped()) ValueRaster.crossOut(pen, at, theme);
    }
    if (skipped) ValueRaster.crossOut(pen, new Inset(left, top, across * (width + GAP) - GAP, down * (height + GAP) - GAP),
        theme);
  }

  /// How many rasters stand side by side, so that they become largest.
  private int across(Inset room) {
    int best = 1;
    for (int across = 2; across <= rasters.size(); across++)
      if (scale(room, across) > scale(room, best) + 1e-9) best = across;
    return best;
  }

  private double scale(Inset room, int across) {
    int down = Math.ceilDiv(rasters.size(), across);
    ValueRaster first = rasters.getFirst();
    double wide = (room.width() - (across - 1) * GAP) / (across * first.columns());
    double high = (room.height() - (down - 1) * GAP) / (down * first.rows());
    return Math.max(.05, Math.min(wide, high));
  }
}
