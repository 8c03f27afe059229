package dropoutlab.figure.passes;

import dropoutlab.data.DataSet;
import dropoutlab.data.Schema;
import dropoutlab.figure.learned.DecisionFigure;
import dropoutlab.figure.learned.MapPoints;
import dropoutlab.figure.plot.ColourBar;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Plane;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Probe;
import dropoutlab.frame.Uncertainty;
import dropoutlab.spec.Task;
import dropoutlab.words.Numbers;
import java.util.Optional;

/// MC dropout over the plane of two inputs: how much the passes disagree, in viridis, with the training points in white
/// and the probe as a cross-hair. Scales of disagreement begin at 0, so that a calm map looks calm.
public final class UncertaintyMapFigure implements Figure {
  /// What is mapped.
  public enum Quantity {
    SD("sd of the passes"), ENTROPY("entropy, nats"), INFORMATION("information, nats"), MEAN("mean of the passes");

    private final String title;

    Quantity(String title) { this.title = title; }

    public String title() { return title; }
  }

  private final Schema schema;
  private final Uncertainty.Maps maps;
  private final Quantity quantity;
  private final Optional<Probe> probe;
  private final MapPoints points;
  private final Matrix shown;
  private final double low;
  private final double high;

  public UncertaintyMapFigure(DataSet data, Uncertainty.Maps maps, Quantity quantity, Optional<Probe> probe) {
    this.schema = data.schema();
    this.maps = maps;
    this.quantity = quantity;
    this.probe = probe;
    this.points = new MapPoints(data);
    this.shown = switch (quantity) {
      case SD -> maps.sd();
      case ENTROPY -> maps.entropy();
      case INFORMATION -> maps.information();
      case MEAN -> maps.mean();
    };
    this.low = shown.isEmpty() || quantity != Quantity.MEAN ? 0 : shown.min();
    this.high = shown.isEmpty() ? 1 : shown.max();
  }

  private String title() {
    if (quantity != Quantity.MEAN) return quantity.title();
    return schema.task() == Task.REGRESSION ? "mean " + schema.target() : "mean p(likeliest class)";
  }

  private double share(int cell) { return high > low ? (shown.get(cell) - low) / (high - low) : 0; }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Plane plane = Plane.of(maps.window(), width, height, true);
    if (shown.isEmpty()) {
      drawUndefined(pen, plane, theme);
      return;
    }
    plane.drawGrid(pen, maps.columns(), maps.rows(), cell -> Palette.viridis(share(cell)));
    points.drawPlain(pen, plane);
    probe.ifPresent(at -> plane.drawProbe(pen, at.at().at(0, 0), at.at().at(0, 1)));
    plane.drawFrame(pen, theme);
    plane.drawAxes(pen, schema.inputs().get(0), schema.inputs().get(1), theme);
    ColourBar.draw(pen, plane, height, low == 0 ? "0" : Numbers.reading(low, high - low), title(),
        Numbers.reading(high, high - low),
        Palette::viridis, theme);
  }

  private void drawUndefined(Pen pen, Plane plane, Theme theme) {
    Type words = new Type(Face.TEXT, 12);
    plane.drawFrame(pen, theme);
    pen.fill(theme.muted());
    pen.text(Fit.firstThatFits(pen, words, plane.width() - 8, quantity.title() + ": for classes only", "classes only"),
        plane.left() + plane.width() / 2, plane.top() + plane.height() / 2 + 4, words, Align.CENTRE);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Plane plane = Plane.of(maps.window(), width, height, true);
    if (shown.isEmpty() || !plane.contains(x, y)) return Optional.empty();
    double value = shown.get(plane.cell(x, y, maps.columns(), maps.rows()));
    double xData = plane.xData(x);
    double yData = plane.yData(y);
    return Optional.of(new Hit.Place(xData, yData,
        DecisionFigure.placeText(schema, xData, yData) + "\n" + title() + " = " + Numbers.reading(value, high - low)));
  }
}
