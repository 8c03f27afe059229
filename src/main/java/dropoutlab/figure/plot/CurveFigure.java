package dropoutlab.figure.plot;

import dropoutlab.data.DataSet;
import dropoutlab.data.Schema;
import dropoutlab.frame.Learned;
import dropoutlab.frame.Matrix;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A regression with one input: the examples, the network's curve, and the twin's, in the user's units. The curves go
/// as far as they were computed, also where there are no data.
public final class CurveFigure implements Ranged {
  private static final double[] TWIN_DASH = {7, 4};

  private static final String TARGET = "target";

  private final DataSet data;
  private final Schema schema;
  private final DataPoints train;
  private final DataPoints validation;
  private final Learned.FittedCurve curve;
  private final Optional<List<Double>> probe;
  private final Ranges wider;

  /// @param data  of one input and one target
  /// @param curve (n x 1) tables, x rising
  public CurveFigure(DataSet data, Learned.FittedCurve curve) { this(data, curve, Optional.empty()); }

  /// @param probe a place in the user's units (x) to mark
  public CurveFigure(DataSet data, Learned.FittedCurve curve, Optional<List<Double>> probe) {
    this(data, curve, probe, Ranges.NONE);
  }

  private CurveFigure(DataSet data, Learned.FittedCurve curve, Optional<List<Double>> probe, Ranges wider) {
    this.data = data;
    this.wider = wider;
    this.schema = data.schema();
    this.train = DataPoints.of(schema, data.train());
    this.validation = DataPoints.of(schema, data.validation());
    this.curve = curve;
    this.probe = probe;
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Axes axes = axes(width, height);
    axes.draw(pen, theme);
    clip(pen, axes);
    probe.ifPresent(at -> drawProbe(pen, theme, axes, at.getFirst()));
    validation.draw(pen, theme, axes, false);
    train.draw(pen, theme, axes, true);
    pen.stroke(theme.muted(), 2, TWIN_DASH);
    drawCurve(pen, axes, curve.x(), curve.twin());
    pen.stroke(theme.accent(), 2.4);
    drawCurve(pen, axes, curve.x(), curve.network());
    pen.unclip();
    boolean beside = labelsBeside(width);
    if (beside && axes.worded()) EndLabels.draw(pen, theme, labels(theme, axes), axes.rightPx(), axes);
    Legend.draw(pen, theme, key(theme, beside), axes);
  }

  /// To the plot and a little beside it, so that no point on its edge is sliced.
  public static void clip(Pen pen, Axes axes) {
    double beside = axes.worded() ? 4 : 0;
    pen.clip(axes.leftPx() - beside, axes.topPx(), axes.rightPx() - axes.leftPx() + 2 * beside,
        axes.bottomPx() - axes.topPx());
  }

  /// A thin line at a place of the x axis, with a small triangle on the axis.
  public static void drawProbe(Pen pen, Theme theme, Axes axes, double xData) {
    double x = axes.x().px(xData);
    if (!(x >= axes.leftPx() && x <= axes.rightPx())) return;
    pen.stroke(Palette.mix(theme.ink(), theme.card(), 0.3), 1);
    pen.line(x, axes.topPx(), x, axes.bottomPx());
    pen.fill(theme.ink());
    double foot = axes.bottomPx();
    pen.polygon(new double[] {x - 4, x + 4, x}, new double[] {foot, foot, foot - 6}, 3);
  }

  /// Draws (n x 1) values along (n x 1) x in the present stroke.
  public static void drawCurve(Pen pen, Axes axes, Matrix x, Matrix values) {
    Trace trace = new Trace(pen, 1.5);
    for (int i = 0; i < values.rows(); i++) trace.add(axes.x().px(x.at(i, 0)), held(axes, values.at(i, 0)));
    trace.end();
  }

  /// Far outside of the plot all heights look the same, but huge ones upset the back ends.
  public static double held(Axes axes, double value) { return Math.clamp(axes.y().px(value), -1e5, 1e5); }

  /// Names beside the curves need room that a small figure gives to the plot.
  public static boolean labelsBeside(double width) { return width >= 340; }

  @Override public Ranges ranges() { return Ranges.of(TARGET, targets()); }

  @Override public Figure within(Ranges ranges) { return new CurveFigure(data, curve, probe, ranges); }

  private Span targets() {
    Span data = new Span().addAll(train.y()).addAll(validation.y());
    Span curves = new Span().addAll(curve.network()).addAll(curve.twin());
    return wider.grown(TARGET, data.grownTowards(curves));
  }

  private Axes axes(double width, double height) {
    Scale x = new Span().addAll(train.x()).addAll(validation.x()).addAll(curve.x()).scale(0);
    Scale y = targets().scale(0.05);
    double room = labelsBeside(width) ? EndLabels.room(texts(), Axes.textSize(width, height)) : 0;
    return Axes.layOut(x, y, schema.inputs().getFirst(), schema.target(), width, height, room);
  }

  private List<String> texts() {
    String dropout = Words.of("figure.name.dropout");
    return curve.twin().isEmpty() ? List.of(dropout) : List.of(dropout, Words.of("figure.name.twin"));
  }

  private List<EndLabels.Label> labels(Theme theme, Axes axes) {
    List<EndLabels.Label> labels = new ArrayList<>();
    labels.add(new EndLabels.Label(Words.of("figure.name.dropout"), end(axes, curve.network()), theme.accent(), true));
    labels.add(new EndLabels.Label(Words.of("figure.name.twin"), end(axes, curve.twin()), theme.muted(), false));
    return EndLabels.finite(labels);
  }

  public static double end(Axes axes, Matrix values) {
    return values.isEmpty() ? Double.NaN : axes.y().px(values.at(values.rows() - 1, 0));
  }

  private List<Legend.Entry> key(Theme theme, boolean beside) {
    List<Legend.Entry> entries = new ArrayList<>();
    if (!validation.isEmpty())
      entries.add(new Legend.Entry(Legend.Mark.RING, Words.of("figure.name.validation"),
          Palette.mix(theme.ink(), theme.card(), 0.35)));
    entries.add(new Legend.Entry(Legend.Mark.DISC, Words.of("figure.name.training"),
        Palette.mix(theme.ink(), theme.card(), 0.25)));
    if (beside) return entries.reversed();
    if (!curve.twin().isEmpty())
      entries.add(new Legend.Entry(Legend.Mark.LINE, Words.of("figure.name.twin.brief"), theme.muted(), 5, 3));
    entries.add(new Legend.Entry(Legend.Mark.LINE, Words.of("figure.name.dropout.brief"), theme.accent()));
    return entries;
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Axes axes = axes(width, height);
    if (curve.network().isEmpty() || !axes.contains(x, y)) return Optional.empty();
    int i = nearest(curve.x(), axes.x().data(x));
    double network = curve.network().at(i, 0);
    double spread = schema.targetSpread();
    String at = Numbers.brief(curve.x().at(i, 0), schema.inputSpread(0)), dropout = Numbers.reading(network, spread);
    String text = Words.of("figure.told", schema.inputs().getFirst(), at) + "\n"
        + Words.of("figure.told", Words.of("figure.name.dropout"), dropout);
    if (!curve.twin().isEmpty())
      text += "\n" + Words.of("figure.told", Words.of("figure.name.twin"),
          Numbers.reading(curve.twin().at(i, 0), spread));
    return Optional.of(new Hit.Place(curve.x().at(i, 0), network, text));
  }

  /// The row of the rising (n x 1) table that is nearest to a value.
  public static int nearest(Matrix rising, double value) {
    int best = 0;
    for (int i = 1; i < rising.rows(); i++)
      if (Math.abs(rising.at(i, 0) - value) < Math.abs(rising.at(best, 0) - value)) best = i;
    return best;
  }

  @Override public Description describe() { return told().describe(); }

  @Override public Optional<DataTable> table() { return told().table(); }

  private CurveTold told() { return new CurveTold(schema, train, validation, curve); }
}
