package dropoutlab.figure.passes;

import dropoutlab.data.DataSet;
import dropoutlab.data.Schema;
import dropoutlab.figure.learned.DecisionFigure;
import dropoutlab.figure.learned.MapPoints;
import dropoutlab.figure.learned.SurfaceFigure;
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
import dropoutlab.frame.PointPasses;
import dropoutlab.frame.Result;
import dropoutlab.spec.Task;
import dropoutlab.words.Numbers;
import dropoutlab.words.Unit;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;

/// One map of MC dropout over the plane of two inputs: what the passes say in the mean, or how unsure they are of it,
/// in viridis from 0. Side by side, entropy and mutual information have one scale, so that their maps can be compared;
/// so have the network and the ensemble. On the bar a triangle shows how far up its scale the map itself goes.
public final class PlaneFigure implements Ranged {
  /// What is mapped.
  public enum Quantity {
    MEAN, ENTROPY, INFORMATION, VARIANCE,
    /// The root of the variance.
    SD;

    /// What maps side by side show: entropy and information are of classes alone.
    public static List<Quantity> beside(Task task) {
      return task == Task.REGRESSION ? List.of(MEAN, VARIANCE) : List.of(MEAN, ENTROPY, INFORMATION, VARIANCE);
    }

    /// Whether it can be mapped.
    public boolean isOf(Task task) { return task == Task.CLASSIFICATION || this != ENTROPY && this != INFORMATION; }
  }

  private static final String TOP = "top", MEAN = "mean";

  private final DataSet data;
  private final Result.Plane asked;
  private final boolean ensemble;
  private final Schema schema;
  private final PlaneTold told;
  private final Result.Plane plane;
  private final Quantity quantity;
  private final Optional<List<Double>> probe;
  private final MapPoints points;
  private final Optional<Figure> mean;
  private final Matrix shown;
  private final double high;
  private final boolean alone;

  public PlaneFigure(DataSet data, Result.Plane plane, Quantity quantity) { this(data, plane, quantity, false, false,
      Ranges.NONE); }

  /// What the ensemble says instead, on the same scales.
  public static PlaneFigure ofEnsemble(DataSet data, Result.Plane plane, Quantity quantity) {
    if (plane.ensemble().isEmpty()) throw new IllegalArgumentException("There is no ensemble to be mapped.");
    return new PlaneFigure(data, plane, quantity, true, false, Ranges.NONE);
  }

  /// The only map, with a scale of its own.
  public static PlaneFigure alone(DataSet data, Result.Plane plane, Quantity quantity) {
    return new PlaneFigure(data, plane, quantity, false, true, Ranges.NONE);
  }

  private PlaneFigure(DataSet data, Result.Plane plane, Quantity quantity, boolean ensemble, boolean alone,
      Ranges wider) {
    if (!quantity.isOf(data.schema().task()))
      throw new IllegalArgumentException("Entropy and information are of classes, and these data have none.");
    this.data = data;
    this.asked = plane;
    this.ensemble = ensemble;
    this.alone = alone;
    this.schema = data.schema();
    this.plane = ensemble ? plane.ensemble().get() : plane;
    this.quantity = quantity;
    this.told = new PlaneTold(data, this.plane, ensemble);
    this.probe = plane.probe().map(PlaneFigure::place);
    this.points = new MapPoints(data);
    this.mean = quantity == Quantity.MEAN ? Optional.of(Ranged.within(mean(data), wider.in(MEAN))) : Optional.empty();
    this.shown = PlaneTold.values(this.plane, quantity);
    this.high = wider.top(TOP, alone ? shown.max()
        : Math.max(top(plane, quantity), plane.ensemble().map(other -> top(other, quantity)).orElse(0.0)));
  }

  @Override public Ranges ranges() {
    return mean.map(map -> Ranged.of(map).named(MEAN)).orElseGet(() -> Ranges.NONE.with(TOP, 0, high));
  }

  @Override public Figure within(Ranges ranges) { return new PlaneFigure(data, asked, quantity, ensemble, alone,
      ranges); }

  private static List<Double> place(PointPasses passes) {
    return List.of(passes.at().at(0, 0), passes.at().at(0, 1));
  }

  private static double top(Result.Plane plane, Quantity quantity) {
    return switch (quantity) {
      case ENTROPY, INFORMATION -> Math.max(plane.entropy().max(), plane.information().max());
      case MEAN, VARIANCE, SD -> PlaneTold.values(plane, quantity).max();
    };
  }

  private Figure mean(DataSet data) {
    if (schema.task() == Task.REGRESSION)
      return new SurfaceFigure(data, new Learned.Surface(plane.window(), plane.columns(), plane.rows(), plane.mean(),
          Matrix.EMPTY), Which.NETWORK, probe);
    return DecisionFigure.withBar(data, new Learned.DecisionMap(plane.window(), plane.columns(), plane.rows(),
        plane.mean(), Matrix.EMPTY), probe);
  }

  /// What stands on the bar, the longest wording first.
  private List<String> titles() {
    String unit = Unit.squared(schema.target());
    if (alone && quantity != Quantity.VARIANCE) return titlesAlone(quantity);
    return switch (quantity) {
      case MEAN -> List.of();
      case SD -> titlesAlone(quantity);
      case ENTROPY -> List.of(Words.of("passes.map.entropy.same"), Words.of("passes.map.entropy.shared"),
          Words.of("passes.map.entropy"), Words.of("passes.map.nats"));
      case INFORMATION -> List.of(Words.of("passes.map.information.same"), Words.of("passes.map.information.shared"),
          Words.of("passes.map.information"), Words.of("passes.map.nats"));
      case VARIANCE -> schema.task() == Task.REGRESSION
          ? List.of(Words.of("passes.map.variance.unit", unit), Words.of("passes.map.variance.unit.brief", unit),
              Words.of("passes.map.variance.brief"), Words.of("passes.map.variance.shortest"))
          : List.of(Words.of(schema.classes().size() == 2 ? "passes.map.variance.two_classes"
              : "passes.map.variance.classes"), Words.of("passes.map.variance.brief"),
              Words.of("passes.map.variance.shortest"));
    };
  }

  /// Of a map with a scale of its own, before its values are known too.
  public static List<String> titlesAlone(Quantity quantity) {
    return switch (quantity) {
      case MEAN -> List.of(Words.of("passes.map.mean"), Words.of("passes.map.mean.brief"));
      case ENTROPY -> List.of(Words.of("passes.map.entropy"), Words.of("passes.map.nats"));
      case INFORMATION -> List.of(Words.of("passes.map.information"), Words.of("passes.map.nats"));
      case VARIANCE -> List.of(Words.of("passes.map.variance"), Words.of("passes.map.variance.brief"),
          Words.of("passes.map.variance.shortest"));
      case SD -> List.of(Words.of("passes.map.sd"), Words.of("passes.map.sd.brief"));
    };
  }

  private double share(int cell) { return high > 0 ? shown.get(cell) / high : 0; }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    if (mean.isPresent()) {
      mean.get().draw(pen, width, height, theme);
      return;
    }
    Plane at = Plane.of(plane.window(), width, height, true);
    at.drawGrid(pen, plane.columns(), plane.rows(), cell -> Palette.sequential(theme, share(cell)));
    points.drawPlain(pen, at);
    probe.ifPresent(place -> at.drawProbe(pen, place.get(0), place.get(1)));
    at.drawFrame(pen, theme);
    at.drawAxes(pen, schema.inputs().get(0), schema.inputs().get(1), theme);
    ColourBar.draw(pen, at, height, "0", titles(), Numbers.reading(high), share -> Palette.sequential(theme, share),
        theme);
    if (high > 0 && !alone) ColourBar.drawReach(pen, at, height, shown.max() / high, theme);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Plane at = Plane.of(plane.window(), width, height, true);
    if (!at.contains(x, y)) return Optional.empty();
    int cell = at.cell(x, y, plane.columns(), plane.rows());
    double xData = at.xData(x);
    double yData = at.yData(y);
    return Optional.of(new Hit.Place(xData, yData, DecisionFigure.placeText(schema, xData, yData) + "\n" + told(cell)));
  }

  private String told(int cell) {
    double variance = plane.variance().get(cell);
    if (schema.task() == Task.REGRESSION)
      return Words.of("passes.map.told", schema.target(),
          Numbers.reading(plane.mean().at(cell, 0), schema.targetSpread()), Numbers.reading(variance),
          Numbers.reading(Math.sqrt(variance)));
    int best = DecisionFigure.best(plane.mean(), cell);
    return Words.of("passes.map.told.classes", schema.classes().get(best),
        Numbers.fixed(plane.mean().at(cell, best), 3), Numbers.reading(plane.entropy().get(cell)),
        Numbers.reading(plane.information().get(cell)), Numbers.reading(variance));
  }

  @Override public Description describe() { return told.describe(quantity); }

  @Override public Optional<DataTable> table() { return told.table(List.of(quantity)); }
}
