package dropoutlab.figure.learned;

import dropoutlab.data.DataSet;
import dropoutlab.data.Schema;
import dropoutlab.figure.plot.Cells;
import dropoutlab.figure.plot.ColourBar;
import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Measured;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Plane;
import dropoutlab.figure.plot.Span;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.Viewport;
import dropoutlab.spec.Task;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;

/// The plane of two inputs with its axes and the training points, before there is a map of anything on it.
///
/// @param titles of the scale that the map will have, the longest first; empty for a map without one
public record PlaneGround(DataSet data, Viewport window, List<String> titles) implements Figure {
  public PlaneGround { titles = List.copyOf(titles); }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Schema schema = data.schema();
    Plane plane = plane(width, height);
    pen.fill(Palette.mix(theme.card(), theme.neutral(), .8));
    pen.fillRect(plane.left(), plane.top(), plane.width(), plane.height());
    MapPoints points = new MapPoints(data);
    if (schema.task() == Task.CLASSIFICATION) points.drawClasses(pen, plane, theme);
    else points.drawTargets(pen, plane, theme, share(schema, theme));
    plane.drawFrame(pen, theme);
    plane.drawAxes(pen, schema.inputs().get(0), schema.inputs().get(1), theme);
    if (!titles.isEmpty()) ColourBar.draw(pen, plane, height, "", titles, "", share -> Palette.sequential(theme, share), theme);
  }

  private Plane plane(double width, double height) { return Plane.of(window, width, height, !titles.isEmpty()); }

  /// Where the map will be.
  public Inset room(double width, double height) {
    Plane plane = plane(width, height);
    return new Inset(plane.left(), plane.top(), plane.width(), plane.height());
  }

  private DoubleFunction<Integer> share(Schema schema, Theme theme) {
    Span span = new Span();
    for (int row = 0; row < data.train().size(); row++)
      span.add(schema.targetScaling().toRaw(0, data.train().y().at(row, 0)));
    return target -> Palette.sequential(theme, span.length() > 0 ? (target - span.min()) / span.length() : .5);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) { return Optional.empty(); }

  /// The examples, of which a map will be drawn.
  @Override public Description describe() {
    Schema schema = data.schema();
    String title = Words.of("told.ground.title", Measured.input(schema, 0).name(), Measured.input(schema, 1).name());
    String drawn = Words.of("told.ground.drawn", Words.count("told.training", data.train().size()),
        DecisionTold.over(schema, new Cells(window, 1, 1)));
    if (schema.task() == Task.REGRESSION) return Description.of(title, drawn);
    int[] counts = new int[schema.classes().size()];
    for (int row = 0; row < data.train().size(); row++) counts[data.train().label(row)]++;
    List<String> classes = IntStream.range(0, counts.length)
        .mapToObj(c -> Words.of("told.ground.class", counts[c], schema.className(c))).toList();
    return Description.of(title, drawn, Words.of("told.ground.classes", Words.list(classes)));
  }

  /// One row a training example.
  @Override public Optional<DataTable> table() {
    Schema schema = data.schema();
    boolean regression = schema.task() == Task.REGRESSION;
    DataTable.Rows rows = new DataTable.Rows(Measured.input(schema, 0).column(), Measured.input(schema, 1).column(),
        DataTable.Column.named(schema.target()));
    for (int row = 0; row < data.train().size(); row++)
      rows.add(schema.inputScaling().toRaw(0, data.train().x().at(row, 0)),
          schema.inputScaling().toRaw(1, data.train().x().at(row, 1)),
          regression ? schema.targetScaling().toRaw(0, data.train().y().at(row, 0))
              : schema.className(data.train().label(row)));
    return rows.table();
  }
}
