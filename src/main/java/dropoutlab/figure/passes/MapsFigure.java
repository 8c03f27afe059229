package dropoutlab.figure.passes;

import dropoutlab.data.DataSet;
import dropoutlab.figure.passes.PlaneFigure.Quantity;
import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Plane;
import dropoutlab.figure.plot.Ranged;
import dropoutlab.figure.plot.Ranges;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.Result;
import dropoutlab.spec.Task;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;

/// All maps of MC dropout over the plane of two inputs, side by side, or in two rows where the maps are larger so. For
/// classes: mean, entropy, mutual information, variance; for regression mean and variance.
public final class MapsFigure implements Ranged {
  private static final double GAP = 14;
  private static final double BAR = 30;

  private final List<Quantity> quantities;
  private final DataSet data;
  private final Result.Plane plane;
  private final List<Figure> maps;
  private final PlaneTold told;
  private final boolean classes;
  private final double aspect;

  public MapsFigure(DataSet data, Result.Plane plane) { this(data, plane, Ranges.NONE); }

  private MapsFigure(DataSet data, Result.Plane plane, Ranges wider) {
    this.data = data;
    this.plane = plane;
    quantities = Quantity.beside(data.schema().task());
    maps = quantities.stream().map(quantity -> Ranged.within(new PlaneFigure(data, plane, quantity),
        wider.in(quantity.name()))).toList();
    told = new PlaneTold(data, plane, false);
    classes = data.schema().task() == Task.CLASSIFICATION;
    aspect = Plane.aspect(plane.window());
  }

  @Override public Ranges ranges() {
    Ranges all = Ranges.NONE;
    for (int i = 0; i < maps.size(); i++) all = all.joined(Ranged.of(maps.get(i)).named(quantities.get(i).name()));
    return all;
  }

  @Override public Figure within(Ranges ranges) { return new MapsFigure(data, plane, ranges); }

  /// The longest wording first.
  private String[] titles(Quantity quantity) {
    return switch (quantity) {
      case MEAN -> classes ? new String[] {Words.of("passes.maps.class"), Words.of("passes.maps.class.brief")}
          : new String[] {Words.of("passes.maps.mean")};
      case ENTROPY -> new String[] {Words.of("passes.maps.entropy")};
      case INFORMATION -> new String[] {Words.of("passes.maps.information"), Words.of("passes.maps.information.brief"),
          Words.of("passes.maps.information.shortest")};
      case VARIANCE, SD -> new String[] {Words.of("passes.maps.variance")};
    };
  }

  private static double head(double width, double height) {
    return Math.min(width, height) < 120 ? 0 : Math.round(1.7 * Axes.textSize(width, height));
  }

  private int columns(double width, double height) {
    int few = (maps.size() + 1) / 2;
    return map(maps.size(), width, height).width() >= map(few, width, height).width() ? maps.size() : few;
  }

  /// The room of the first map in so many columns: no wider than the map becomes, so that its name stands above it.
  private Inset map(int columns, double width, double height) {
    int rows = (maps.size() + columns - 1) / columns;
    double w = (width - (columns - 1) * GAP) / columns;
    double h = (height - (rows - 1) * GAP) / rows - head(width, height);
    boolean ticked = Math.min(w, h) >= Plane.AXES_FROM;
    return new Inset(0, head(width, height), aspect > 0 && !ticked ? Math.min(w, (h - BAR) * aspect + 1) : w, h);
  }

  private Inset inset(int i, double width, double height) {
    int columns = columns(width, height);
    Inset first = map(columns, width, height);
    return new Inset(i % columns * (first.width() + GAP), i / columns * (first.bottom() + GAP) + first.top(),
        first.width(), first.height());
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Type type = new Type(Face.TEXT_BOLD, Axes.textSize(width, height));
    for (int i = 0; i < maps.size(); i++) {
      Inset inset = inset(i, width, height);
      inset.draw(pen, maps.get(i), theme);
      if (head(width, height) == 0) continue;
      pen.fill(theme.ink());
      pen.text(Fit.firstThatFits(pen, type, inset.width(), titles(quantities.get(i))), inset.left(),
          inset.top() - .55 * type.size(), type, Align.LEFT);
    }
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    for (int i = 0; i < maps.size(); i++) {
      Optional<Hit> hit = inset(i, width, height).hit(maps.get(i), x, y);
      if (hit.isPresent()) return hit;
    }
    return Optional.empty();
  }

  @Override public Description describe() { return told.describe(quantities); }

  @Override public Optional<DataTable> table() { return told.table(quantities); }
}
