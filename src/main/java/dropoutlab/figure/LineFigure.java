package dropoutlab.figure;

import dropoutlab.data.DataSet;
import dropoutlab.data.Schema;
import dropoutlab.figure.Pen.Align;
import dropoutlab.figure.Pen.Face;
import dropoutlab.figure.Pen.Type;
import dropoutlab.frame.Finding;
import dropoutlab.frame.Method;
import dropoutlab.frame.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// MC dropout along one input: the mean of the passes, and where the predictive variance comes from ([LineBands]);
/// beside it the prediction with the masks off and other methods. Where there are no training data the ground is
/// darker. Validation examples, among them those held out beyond the data, are rings.
public final class LineFigure implements Figure {
  private static final double[] OFF_DASH = {6, 3.5};
  private static final double EDGE_REACH = 6;
  private static final double HANDLE = 5.5;

  private final Schema schema;
  private final DataPoints train;
  private final DataPoints validation;
  private final Finding.Line line;
  private final Options options;
  private final LineBands bands;
  private final List<Finding.Rival> rivals;

  /// Which layers are shown.
  ///
  /// @param handles the data's edges can be dragged, and look like it
  public record Options(boolean bands, boolean singles, boolean deterministic, boolean rivals, boolean handles) {
    /// All that there is, for a printed figure.
    public static final Options PRINT = new Options(true, true, true, true, false);
  }

  /// @param data of one input and one target
  public LineFigure(DataSet data, Finding.Line line, Options options) {
    this.schema = data.schema();
    this.train = DataPoints.of(schema, data.train());
    this.validation = DataPoints.of(schema, data.validation());
    this.line = line;
    this.options = options;
    this.bands = new LineBands(line);
    this.rivals = options.rivals ? line.rivals() : List.of();
  }

  private boolean noisy() { return options.bands && bands.noisy(); }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Axes axes = axes(width, height);
    drawEmptyGround(pen, theme, axes);
    axes.draw(pen, theme);
    drawEdges(pen, theme, axes);
    CurveFigure.clip(pen, axes);
    if (options.bands) bands.draw(pen, theme, axes);
    if (options.singles) drawSingles(pen, theme, axes);
    line.probe().ifPresent(at -> CurveFigure.drawProbe(pen, theme, axes, at.at().get(0)));
    validation.drawRings(pen, theme, axes);
    train.draw(pen, theme, axes, true);
    drawLines(pen, theme, axes);
    pen.unclip();
    if (options.handles) drawHandles(pen, theme, axes);
    boolean beside = CurveFigure.labelsBeside(width);
    if (beside && axes.worded()) EndLabels.draw(pen, theme, labels(theme, axes), axes.rightPx(), axes);
    Key.draw(pen, theme, key(theme, beside), axes);
  }

  private void drawLines(Pen pen, Theme theme, Axes axes) {
    for (Finding.Rival rival : rivals) drawRival(pen, theme, axes, rival);
    pen.fill(theme.accent());
    pen.stroke(theme.accent(), 2.4);
    CurveFigure.drawCurve(pen, axes, line.x(), line.mean());
    if (!options.deterministic) return;
    pen.stroke(theme.ink(), 1.2, OFF_DASH);
    pen.fill(theme.ink());
    CurveFigure.drawCurve(pen, axes, line.x(), line.deterministic());
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

  /// The mean in the method's own dash with its marks, exact Bayes as a double line; two standard deviations as a thin
  /// outline.
  private void drawRival(Pen pen, Theme theme, Axes axes, Finding.Rival rival) {
    MethodLook look = MethodLook.of(rival.method());
    look.take(pen, theme, 1);
    for (int side = -2; side <= 2; side += 4) {
      Trace trace = new Trace(pen, 1);
      for (int i = 0; i < rival.sd().size(); i++)
        trace.add(axes.x().px(line.x().get(i)),
            CurveFigure.held(axes, rival.mean().get(i) + side * rival.sd().get(i)));
      trace.end();
    }
    boolean exact = rival.method() == Method.EXACT_BAYES;
    if (exact) pen.stroke(look.colour(theme), 4);
    else look.take(pen, theme);
    CurveFigure.drawCurve(pen, axes, line.x(), rival.mean());
    if (exact) {
      pen.stroke(theme.card(), 1.8);
      CurveFigure.drawCurve(pen, axes, line.x(), rival.mean());
    }
    drawMarks(pen, theme, axes, rival, look);
  }

  private void drawMarks(Pen pen, Theme theme, Axes axes, Finding.Rival rival, MethodLook look) {
    double every = Math.max(48, (axes.rightPx() - axes.leftPx()) / 7);
    double next = axes.leftPx() + every * (.35 + .3 * rivals.indexOf(rival));
    for (int i = 0; i < rival.mean().size(); i++) {
      double x = axes.x().px(line.x().get(i));
      double y = CurveFigure.held(axes, rival.mean().get(i));
      if (x < next || !Double.isFinite(y)) continue;
      look.mark(pen, theme, x, y, 3.6);
      next += every;
    }
  }

  private double fromPx(Axes axes) { return Math.clamp(axes.x().px(line.dataFrom()), axes.leftPx(), axes.rightPx()); }

  private double toPx(Axes axes) { return Math.clamp(axes.x().px(line.dataTo()), axes.leftPx(), axes.rightPx()); }

  private boolean spanKnown() { return line.dataFrom() <= line.dataTo(); }

  private void drawEmptyGround(Pen pen, Theme theme, Axes axes) {
    if (!spanKnown()) return;
    double height = axes.bottomPx() - axes.topPx();
    pen.fill(Palette.withAlpha(theme.faint(), theme.dark() ? .2 : .15));
    pen.fillRect(axes.leftPx(), axes.topPx(), fromPx(axes) - axes.leftPx(), height);
    pen.fillRect(toPx(axes), axes.topPx(), axes.rightPx() - toPx(axes), height);
  }

  private void drawEdges(Pen pen, Theme theme, Axes axes) {
    if (!spanKnown()) return;
    pen.stroke(theme.muted(), 1, 2, 3);
    for (double x : new double[] {fromPx(axes), toPx(axes)})
      if (x > axes.leftPx() + 1 && x < axes.rightPx() - 1) pen.line(x, axes.topPx(), x, axes.bottomPx());
    if (!axes.worded()) return;
    pen.fill(theme.muted());
    drawNoData(pen, axes, axes.leftPx(), fromPx(axes));
    drawNoData(pen, axes, toPx(axes), axes.rightPx());
  }

  private static void drawNoData(Pen pen, Axes axes, double left, double right) {
    Type type = new Type(Face.TEXT, axes.textSize() - 1);
    if (pen.textWidth("no data", type) + 8 > right - left) return;
    pen.text("no data", (left + right) / 2, axes.bottomPx() - 6, type, Align.CENTRE);
  }

  /// Thumbs as on a slider, which the edges are.
  private void drawHandles(Pen pen, Theme theme, Axes axes) {
    if (!spanKnown()) return;
    for (double x : new double[] {fromPx(axes), toPx(axes)}) {
      pen.fill(theme.card());
      pen.fillOval(x, axes.bottomPx(), HANDLE);
      pen.stroke(theme.muted(), 2);
      pen.strokeOval(x, axes.bottomPx(), HANDLE);
    }
  }

  private Axes axes(double width, double height) {
    Span data = new Span().addAll(train.y()).addAll(validation.y());
    Span curves = new Span().addAll(line.mean());
    if (options.deterministic) curves.addAll(line.deterministic());
    for (int i = 0; options.bands && i < line.mean().size(); i++)
      curves.add(bands.noisyEdge(i, -2)).add(bands.noisyEdge(i, 2));
    for (Finding.Rival rival : rivals) curves.addAll(rival.mean());
    Scale x = new Span().addAll(train.x()).addAll(validation.x()).addAll(line.x()).scale(0);
    Scale y = data.grownTowards(curves).scale(.04);
    double size = Axes.textSize(width, height);
    double room = CurveFigure.labelsBeside(width) ? EndLabels.room(texts(), size) : 0;
    return Axes.layOut(x, y, schema.inputs().getFirst(), schema.target(), width, height, room);
  }

  private List<String> texts() {
    List<String> texts = new ArrayList<>(List.of(noisy() ? "2 sd + noise" : "masks off"));
    for (Finding.Rival rival : rivals) texts.add(rival.method().title());
    return texts;
  }

  /// By importance: where there is not room for all, the first stay.
  private List<EndLabels.Label> labels(Theme theme, Axes axes) {
    int last = line.mean().size() - 1;
    if (last < 0) return List.of();
    List<EndLabels.Label> labels = new ArrayList<>();
    labels.add(new EndLabels.Label("mean", end(axes, line.mean()), theme.accent(), true));
    if (noisy()) labels.add(noise(theme, axes, "2 sd + noise", bands.noisyEdge(last, 2)));
    if (options.bands) labels.add(epistemic(theme, axes, "2 sd", bands.edge(last, 2)));
    for (Finding.Rival rival : rivals)
      labels.add(new EndLabels.Label(rival.method().title(), end(axes, rival.mean()),
          MethodLook.of(rival.method()).colour(theme), false));
    if (options.deterministic)
      labels.add(new EndLabels.Label("masks off", end(axes, line.deterministic()), theme.ink(), false));
    if (options.bands) labels.add(epistemic(theme, axes, "1 sd", bands.edge(last, 1)));
    if (noisy()) labels.add(noise(theme, axes, "1 sd + noise", bands.noisyEdge(last, 1)));
    return EndLabels.finite(labels);
  }

  private static double end(Axes axes, Table values) { return CurveFigure.end(axes, values); }

  private static EndLabels.Label epistemic(Theme theme, Axes axes, String text, double value) {
    return new EndLabels.Label(text, axes.y().px(value), Palette.mix(theme.accent(), theme.card(), .12), false);
  }

  private static EndLabels.Label noise(Theme theme, Axes axes, String text, double value) {
    return new EndLabels.Label(text, axes.y().px(value), LineBands.noiseInk(theme), false);
  }

  private List<Key.Entry> key(Theme theme, boolean beside) {
    List<Key.Entry> entries = new ArrayList<>();
    if (!validation.isEmpty()) entries.add(new Key.Entry(Key.Mark.RING, "held out", theme.ink()));
    entries.add(new Key.Entry(Key.Mark.DISC, "training", Palette.mix(theme.ink(), theme.card(), .25)));
    if (options.singles && !line.singles().isEmpty() && beside)
      entries.add(new Key.Entry(Key.Mark.LINE, "single passes", Palette.withAlpha(theme.accent(), .5)));
    if (noisy()) entries.add(new Key.Entry(Key.Mark.HATCH, "noise", LineBands.noiseInk(theme)));
    if (options.bands) entries.add(new Key.Entry(Key.Mark.PATCH, "passes", Palette.withAlpha(theme.accent(), .4)));
    return entries;
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Axes axes = axes(width, height);
    boolean near = axes.contains(x, y) || axes.contains(x, y - 2 * HANDLE);
    if (options.handles && spanKnown() && near) {
      boolean upper = Math.abs(x - toPx(axes)) <= Math.abs(x - fromPx(axes));
      if (Math.abs(x - (upper ? toPx(axes) : fromPx(axes))) <= EDGE_REACH)
        return Optional.of(new Hit.DataEdge(upper, axes.x().data(x), edgeText(upper)));
    }
    if (line.mean().isEmpty() || !axes.contains(x, y)) return Optional.empty();
    int i = CurveFigure.nearest(line.x(), axes.x().data(x));
    return Optional.of(new Hit.Place(line.x().get(i), line.mean().get(i), text(i)));
  }

  private String edgeText(boolean upper) {
    return schema.inputs().getFirst() + ": the data " + (upper ? "end" : "begin") + " at "
        + Numbers.brief(upper ? line.dataTo() : line.dataFrom()) + "\ndrag to move the edge";
  }

  private String text(int i) {
    StringBuilder text = new StringBuilder(schema.inputs().getFirst()).append(": ")
        .append(Numbers.brief(line.x().get(i))).append("\nmean: ").append(Numbers.reading(line.mean().get(i)))
        .append("\nepistemic sd, of the passes: ").append(Numbers.reading(bands.epistemicSd(i)));
    if (bands.noisy())
      text.append("\naleatoric sd, the noise: ").append(Numbers.reading(bands.aleatoricSd(i)))
          .append("\ntotal sd: ").append(Numbers.reading(bands.totalSd(i)));
    if (!line.deterministic().isEmpty())
      text.append("\nmasks off: ").append(Numbers.reading(line.deterministic().get(i)));
    for (Finding.Rival rival : rivals)
      text.append('\n').append(rival.method().title()).append(": ").append(Numbers.reading(rival.mean().get(i)))
          .append(", sd ").append(Numbers.reading(rival.sd().get(i)));
    return text.toString();
  }

  /// The place under a point in the user's units, not held to any curve: where a point is added, or an edge dragged to.
  public Optional<Hit.Place> place(double x, double y, double width, double height) {
    Axes axes = axes(width, height);
    if (!axes.contains(x, y)) return Optional.empty();
    double xData = axes.x().data(x);
    double yData = axes.y().data(y);
    String text = schema.inputs().getFirst() + ": " + Numbers.reading(xData) + "\n" + schema.target() + ": "
        + Numbers.reading(yData);
    return Optional.of(new Hit.Place(xData, yData, text));
  }
}
