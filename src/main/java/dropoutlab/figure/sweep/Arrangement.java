package dropoutlab.figure.sweep;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.TextMeasure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.spec.sweep.Axis;
import dropoutlab.spec.sweep.Point;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// How the parts of a sweep's figure stand in its room. Panels draw along the columns and along the scale; an
/// arrangement says which of both is x.
sealed interface Arrangement permits Standing, Lying {
  /// How near to a dot it is pointed at.
  double REACH = 6;
  /// The share of the width that standing columns have.
  double STANDING = .74;

  ValuePanel values();

  Optional<DifferencePanel> differences();

  /// Draws what lies beneath the panels: the column that is chosen, grids, and columns without a result.
  void drawGround(Pen pen, Theme theme);

  /// Draws all words, and the table.
  void drawWords(Pen pen, Theme theme);

  /// The pen for the panels.
  Pen pen(Pen pen);

  /// Where a place of the figure lies along the columns.
  double along(double x, double y);

  /// Where it lies along the scale.
  double at(double x, double y);

  /// Columns stand, unless their names find no room there.
  static Arrangement of(SweepView view, double width, double height) {
    return isNamed(view, width, height) ? new Lying(view, width, height) : new Standing(view, width, height);
  }

  private static boolean isNamed(SweepView view, double width, double height) {
    if (view.axis().scale() != Axis.Scale.NAMES || view.series().size() > 1) return false;
    Type type = new Type(Face.TEXT_BOLD, Axes.textSize(width, height));
    double widest = TextMeasure.widest(view.axis().points().stream().map(Point::label).toList(), type);
    return widest + 8 > STANDING * width / view.columns();
  }

  /// Returns the run under a place, or else the column.
  default Optional<Hit> hit(SweepView view, double x, double y) {
    double along = along(x, y), at = at(x, y);
    Optional<Dot> dot = nearest(along, at).filter(each -> each.distance(along, at) <= REACH);
    if (dot.isPresent()) return Optional.of(new RunWords(view).hit(dot.get()));
    int column = values().axis().at(along);
    if (column < 0 || !isInside(x, y)) return Optional.empty();
    return Optional.of(new RunWords(view).hit(series(view, column, along).columns().get(column).point()));
  }

  private Series series(SweepView view, int column, double along) {
    return view.series().stream().min(Comparator.comparingDouble(series -> {
      ColumnAxis.Slot slot = values().slot(series, column);
      return Math.abs(slot.left() + slot.width() / 2 - along);
    })).orElseThrow();
  }

  private Optional<Dot> nearest(double along, double at) {
    return Stream.concat(values().dots().stream(), differences().stream().flatMap(panel -> panel.dots().stream()))
        .min(Comparator.comparingDouble(dot -> dot.distance(along, at)));
  }

  /// Returns whether a place lies on the columns rather than on the words around them.
  boolean isInside(double x, double y);

  default void draw(Pen pen, Theme theme) {
    drawGround(pen, theme);
    values().draw(pen(pen), theme);
    differences().ifPresent(panel -> panel.draw(pen(pen), theme));
    drawWords(pen, theme);
  }
}
