package dropoutlab.figure.learned;

import dropoutlab.data.DataSet;
import dropoutlab.data.Schema;
import dropoutlab.figure.plot.ColourBar;
import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Plane;
import dropoutlab.figure.plot.Ranged;
import dropoutlab.figure.plot.Ranges;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.plot.Which;
import dropoutlab.frame.Learned;
import dropoutlab.frame.Matrix;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;

/// What a regression of two inputs has learned: the prediction on the sequential scale, the same for network and twin,
/// with the training points filled by their targets. The gap, network minus twin, stands on the diverging scale.
public final class SurfaceFigure implements Ranged {
  private static final String VALUE = "value";

  private final DataSet data;
  private final Schema schema;
  private final SurfaceTold told;
  private final Learned.Surface surface;
  private final Which which;
  private final MapPoints points;
  private final Optional<List<Double>> probe;
  private final double low;
  private final double high;

  public SurfaceFigure(DataSet data, Learned.Surface surface, Which which) {
    this(data, surface, which, Optional.empty());
  }

  /// @param probe a place in the user's units (x, y) to mark
  public SurfaceFigure(DataSet data, Learned.Surface surface, Which which, Optional<List<Double>> probe) {
    this(data, surface, which, probe, Ranges.NONE);
  }

  private SurfaceFigure(DataSet data, Learned.Surface surface, Which which, Optional<List<Double>> probe,
      Ranges wider) {
    this.data = data;
    this.schema = data.schema();
    this.told = new SurfaceTold(data, surface, which);
    this.surface = surface;
    this.which = which;
    this.points = new MapPoints(data);
    this.probe = probe;
    Matrix network = surface.network();
    Matrix twin = surface.twin();
    if (which == Which.GAP) {
      double largest = 0;
      for (int i = 0; i < twin.size(); i++) largest = Math.max(largest, Math.abs(network.get(i) - twin.get(i)));
      low = wider.bottom(VALUE, -largest);
      high = wider.top(VALUE, largest);
    } else {
      low = wider.bottom(VALUE, twin.isEmpty() ? network.min() : Math.min(network.min(), twin.min()));
      high = wider.top(VALUE, twin.isEmpty() ? network.max() : Math.max(network.max(), twin.max()));
    }
  }

  @Override public Ranges ranges() { return Ranges.NONE.with(VALUE, low, high); }

  @Override public Figure within(Ranges ranges) { return new SurfaceFigure(data, surface, which, probe, ranges); }

  private boolean missing() { return which != Which.NETWORK && surface.twin().isEmpty(); }

  private double value(int cell) {
    return switch (which) {
      case NETWORK -> surface.network().get(cell);
      case TWIN -> surface.twin().get(cell);
      case GAP -> surface.network().get(cell) - surface.twin().get(cell);
    };
  }

  private int colour(Theme theme, double share) {
    return which == Which.GAP ? Palette.diverging(theme, 2 * share - 1) : Palette.sequential(theme, share);
  }

  /// Where a value stands between the scale's ends; a flat surface has the middle colour.
  private double share(double value) { return high > low ? (value - low) / (high - low) : .5; }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Plane plane = Plane.of(surface.window(), width, height, true);
    if (missing()) {
      DecisionFigure.drawMissing(pen, plane, theme);
      return;
    }
    plane.drawGrid(pen, surface.columns(), surface.rows(), cell -> colour(theme, share(value(cell))));
    if (which == Which.GAP) points.drawPlain(pen, plane);
    else points.drawTargets(pen, plane, theme, target -> Palette.sequential(theme, share(target)));
    probe.ifPresent(at -> plane.drawProbe(pen, at.get(0), at.get(1)));
    plane.drawFrame(pen, theme);
    plane.drawAxes(pen, schema.inputs().get(0), schema.inputs().get(1), theme);
    String title = which == Which.GAP ? Words.of("figure.gap", schema.target()) : schema.target();
    ColourBar.draw(pen, plane, height, Numbers.reading(low, high - low), title, Numbers.reading(high, high - low),
        share -> colour(theme, share), theme);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Plane plane = Plane.of(surface.window(), width, height, true);
    if (missing() || !plane.contains(x, y)) return Optional.empty();
    double value = value(plane.cell(x, y, surface.columns(), surface.rows()));
    String text = which == Which.GAP ? Words.of("figure.equals", Words.of("figure.name.gap"), Shown.signed(value))
        : Words.of("figure.equals", schema.target(), Numbers.reading(value, schema.targetSpread()));
    double xData = plane.xData(x);
    double yData = plane.yData(y);
    return Optional.of(new Hit.Place(xData, yData, DecisionFigure.placeText(schema, xData, yData) + "\n" + text));
  }

  @Override public Description describe() { return told.describe(); }

  @Override public Optional<DataTable> table() { return told.table(); }
}
