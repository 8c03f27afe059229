package dropoutlab.figure.passes;

import dropoutlab.data.DataSet;
import dropoutlab.data.Schema;
import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.CurveFigure;
import dropoutlab.figure.plot.DataPoints;
import dropoutlab.figure.plot.EmptyGround;
import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Ranged;
import dropoutlab.figure.plot.Ranges;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Span;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.plot.Trace;
import dropoutlab.figure.plot.Which;
import dropoutlab.frame.Result;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// MC dropout along one input: the mean of the passes, and where the predictive variance comes from ([LineBands]);
/// beside it the prediction with the masks off and other methods ([RivalLines]). Where there are no training data the
/// ground is darker ([EmptyGround]). Validation examples, among them those held out beyond the data, are rings.
public final class LineFigure implements Ranged {
  private static final double[] OFF_DASH = {6, 3.5};

  private static final String TARGET = "target";

  private final DataSet data;
  private final Schema schema;
  private final DataPoints train;
  private final DataPoints validation;
  private final Result.Line line;
  private final Options options;
  private final LineBands bands;
  private final List<Result.Rival> rivals;
  private final EmptyGround ground;
  private final LineNames names;
  private final Ranges wider;

  /// Which layers are shown.
  ///
  /// @param noise   what the noise of the data adds to the bands
  /// @param handles the data's edges can be dragged, and look like it
  @RecordBuilder
  public record Options(boolean bands, boolean noise, boolean singles, boolean deterministic, boolean rivals,
                        boolean handles) implements LineFigureOptionsBuilder.With {
    /// All that there is, for a printed figure.
    public static final Options PRINT = new Options(true, true, true, true, true, false);
  }

  /// @param data of one input and one target
  public LineFigure(DataSet data, Result.Line line, Options options) { this(data, line, options, Ranges.NONE); }

  private LineFigure(DataSet data, Result.Line line, Options options, Ranges wider) {
    this.data = data;
    this.wider = wider;
    this.schema = data.schema();
    this.train = DataPoints.of(schema, data.train());
    this.validation = DataPoints.of(schema, data.validation());
    this.line = line;
    this.options = options;
    this.bands = new LineBands(line, options.noise);
    this.rivals = options.rivals ? line.rivals() : List.of();
    this.ground = new EmptyGround(line, train.x());
    this.names = new LineNames(line, options, bands, rivals, !validation.isEmpty());
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Axes axes = axes(width, height);
    ground.draw(pen, theme, axes);
    axes.draw(pen, theme);
    ground.drawEdges(pen, theme, axes);
    CurveFigure.clip(pen, axes);
    if (options.bands) bands.draw(pen, theme, axes);
    if (options.singles) drawSingles(pen, theme, axes);
    line.probe().ifPresent(at -> CurveFigure.drawProbe(pen, theme, axes, at.at().get(0)));
    validation.drawRings(pen, theme, axes);
    drawLines(pen, theme, axes);
    pen.unclip();
    if (options.handles) ground.drawHandles(pen, theme, axes);
    names.draw(pen, theme, axes, width);
  }

  private void drawLines(Pen pen, Theme theme, Axes axes) {
    new RivalLines(line.x(), rivals).draw(pen, theme, axes);
    if (options.deterministic) {
      pen.stroke(theme.ink(), 1.2, OFF_DASH);
      pen.fill(theme.ink());
      CurveFigure.drawCurve(pen, axes, line.x(), line.deterministic());
    }
    train.draw(pen, theme, axes, true);
    pen.fill(theme.accent());
    pen.stroke(theme.accent(), 2.4);
    CurveFigure.drawCurve(pen, axes, line.x(), line.mean());
  }

  private void drawSingles(Pen pen, Theme theme, Axes axes) {
    pen.stroke(Palette.withAlpha(theme.accent(), .5), .8);
    for (int pass = 0; pass < line.singles().rows(); pass++) {
      Trace trace = new Trace(pen, 1);
      for (int i = 0; i < line.singles().cols(); i++)
        trace.add(axes.x().px(line.x().get(i)), CurveFigure.held(axes, line.singles().at(pass, i)));
      trace.end();
    }
  }

  @Override public Ranges ranges() { return Ranges.of(TARGET, targets()); }

  @Override public Figure within(Ranges ranges) { return new LineFigure(data, line, options, ranges); }

  private Span targets() {
    Span data = new Span().addAll(train.y()).addAll(validation.y());
    Span curves = new Span().addAll(line.mean());
    if (options.deterministic) curves.addAll(line.deterministic());
    for (int i = 0; options.bands && i < line.mean().size(); i++)
      curves.add(bands.noisyEdge(i, -2)).add(bands.noisyEdge(i, 2));
    for (Result.Rival rival : rivals) curves.addAll(rival.mean());
    return wider.grown(TARGET, data.grownTowards(curves));
  }

  private Axes axes(double width, double height) {
    Scale x = new Span().addAll(train.x()).addAll(validation.x()).addAll(line.x()).scale(0);
    Scale y = targets().scale(.04);
    return Axes.layOut(x, y, schema.inputs().getFirst(), schema.target(), width, height, names.room(width, height));
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Axes axes = axes(width, height);
    Optional<Hit> edge = options.handles ? ground.hit(axes, x, y, schema.inputs().getFirst()) : Optional.empty();
    if (edge.isPresent() || line.mean().isEmpty() || !axes.contains(x, y)) return edge;
    int i = CurveFigure.nearest(line.x(), axes.x().data(x));
    return Optional.of(new Hit.Place(line.x().get(i), line.mean().get(i), text(i)));
  }

  private String text(int i) {
    List<String> lines = new ArrayList<>();
    lines.add(Words.of("figure.told", schema.inputs().getFirst(),
        Numbers.brief(line.x().get(i), schema.inputSpread(0))));
    lines.add(Words.of("passes.line.mean", value(line.mean().get(i))));
    lines.add(Words.of("passes.line.epistemic_sd", Numbers.reading(bands.epistemicSd(i))));
    if (bands.noisy()) {
      lines.add(Words.of("passes.line.aleatoric_sd", Numbers.reading(bands.aleatoricSd(i))));
      lines.add(Words.of("passes.line.total_sd", Numbers.reading(bands.totalSd(i))));
    }
    if (bands.noisy() && line.noise().atBound()) lines.add(Words.of("passes.line.bound"));
    if (!line.deterministic().isEmpty())
      lines.add(Words.of("passes.masks_off.told", value(line.deterministic().get(i))));
    for (Result.Rival rival : rivals)
      lines.add(Words.of("passes.line.rival", rival.method().title(), value(rival.mean().get(i)),
          Numbers.reading(rival.sd().get(i))));
    return String.join("\n", lines);
  }

  private String value(double target) { return Numbers.reading(target, schema.targetSpread()); }

  /// The place under a point in the user's units, not held to any curve: where a point is added, or an edge dragged to.
  public Optional<Hit.Place> place(double x, double y, double width, double height) {
    Axes axes = axes(width, height);
    if (!axes.contains(x, y)) return Optional.empty();
    double xData = axes.x().data(x);
    double yData = axes.y().data(y);
    String text = Words.of("figure.told", schema.inputs().getFirst(), Numbers.reading(xData, schema.inputSpread(0)))
        + "\n" + Words.of("figure.told", schema.target(), value(yData));
    return Optional.of(new Hit.Place(xData, yData, text));
  }

  @Override public Description describe() { return told().describe(); }

  @Override public Optional<DataTable> table() { return told().table(); }

  private LineTold told() { return new LineTold(schema, train, line, bands, rivals, ground.gaps()); }
}
