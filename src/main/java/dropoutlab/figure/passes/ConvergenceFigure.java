package dropoutlab.figure.passes;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.Chart;
import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Ranged;
import dropoutlab.figure.plot.Ranges;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Series.Look;
import dropoutlab.figure.plot.Series.Spread;
import dropoutlab.figure.plot.Series;
import dropoutlab.figure.plot.Span;
import dropoutlab.figure.plot.Stack;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.Convergence;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// How the mean of the passes, and below it their standard deviation, settle as passes are added: each with a band of
/// one standard error (se), against the number of passes on a logarithmic axis. A dotted line goes back from the last
/// value.
public final class ConvergenceFigure implements Ranged {
  /// Fewer passes than this have bands that would flatten all else.
  private static final int BANDS_FROM = 5;

  private static final String PASSES = "passes", MEAN = "passes.convergence.mean", SD = "passes.convergence.sd";

  private final String quantity;
  private final Ranges wider;
  private final Convergence convergence;
  private final Chart mean;
  private final Chart sd;

  /// @param quantity what the passes say, with its unit: "CO₂, ppm" or "p(class 3)"
  public ConvergenceFigure(Convergence convergence, String quantity) { this(convergence, quantity, Ranges.NONE); }

  private ConvergenceFigure(Convergence convergence, String quantity, Ranges wider) {
    this.wider = wider;
    this.quantity = quantity;
    this.convergence = convergence;
    boolean alone = !convergence.passes().isEmpty() && convergence.passes().getFirst() == 1;
    this.mean = chart("passes.convergence.mean", "passes.convergence.mean.told", convergence.mean(),
        convergence.meanSe(), 0);
    // One pass has no standard deviation.
    this.sd = chart("passes.convergence.sd", "passes.convergence.sd.told", convergence.sd(), convergence.sdSe(),
        alone ? 1 : 0);
  }

  @Override public Ranges ranges() {
    Ranges ranges = Ranges.of(MEAN, span(convergence.mean(), convergence.meanSe()))
        .joined(Ranges.of(SD, span(convergence.sd(), convergence.sdSe())));
    return convergence.passes().isEmpty() ? ranges : ranges.with(PASSES, 1, convergence.passes().getLast());
  }

  @Override public Figure within(Ranges ranges) { return new ConvergenceFigure(convergence, quantity, ranges); }

  /// The values, and the bands where these are not too wide.
  private Span span(List<Double> values, List<Double> errors) {
    Span span = new Span();
    for (int i = 0; i < values.size(); i++) {
      span.add(values.get(i));
      if (convergence.passes().get(i) >= BANDS_FROM) span.add(values.get(i) - errors.get(i)).add(values.get(i)
          + errors.get(i));
    }
    return span;
  }

  /// @param title key of what stands at the axis
  /// @param told  key of what is told of a number of passes
  private Chart chart(String title, String told, List<Double> values, List<Double> errors, int from) {
    int n = Math.max(0, values.size() - from);
    double[] x = IntStream.range(0, n).mapToDouble(i -> convergence.passes().get(i + from)).toArray();
    double[] y = IntStream.range(0, n).mapToDouble(i -> values.get(i + from)).toArray();
    double[] low = IntStream.range(0, n).mapToDouble(i -> y[i] - errors.get(i + from)).toArray();
    double[] high = IntStream.range(0, n).mapToDouble(i -> y[i] + errors.get(i + from)).toArray();
    Span span = new Span().addAll(y);
    for (int i = 0; i < n; i++) if (x[i] >= BANDS_FROM) span.add(low[i]).add(high[i]);
    String last = n == 0 ? "" : Shown.within(y[n - 1], errors.getLast());
    Series curve = new Series(last, last, x, y, low, high, new Look(Theme::accent, 2, true, -1, Spread.RIBBON),
        i -> Words.of(told, Numbers.brief(x[i]), Numbers.reading(y[i], high[i] - y[i]),
            Numbers.reading(high[i] - y[i])));
    Scale passes = new Scale(true, 1, wider.top(PASSES, Math.max(10, n == 0 ? 10 : x[n - 1])), 0, 1);
    return new Chart(List.of(curve), passes, wider.grown(title, span).scale(.08), Words.of("passes.convergence.x"),
        Words.of(title, quantity));
  }

  private Stack stack(double width, double height) {
    return Stack.of(List.of(new Stack.Part(mean, 1, width, height), new Stack.Part(sd, 1, width, height)),
        mean.xTitle(), 0, width, height);
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Stack stack = stack(width, height);
    stack.drawAxes(pen, theme);
    draw(stack.pen(0, pen), theme, stack.axes().get(0), mean, width, height);
    draw(stack.pen(1, pen), theme, stack.axes().get(1), sd, width, height);
  }

  private static void draw(Pen pen, Theme theme, Axes axes, Chart chart, double width,
                           double height) {
    double last = chart.series().getFirst().endPx(axes);
    pen.stroke(Palette.mix(theme.muted(), theme.card(), .2), 1, 1.5, 3);
    if (Double.isFinite(last)) pen.line(axes.leftPx(), last, axes.rightPx(), last);
    chart.drawSeries(pen, theme, axes);
    chart.drawNames(pen, theme, axes, width, height);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Stack stack = stack(width, height);
    for (int i = 0; i < 2; i++) {
      Inset inset = stack.insets().get(i);
      if (inset.contains(x, y))
        return (i == 0 ? mean : sd).hitColumn(x - inset.left(), y - inset.top(), stack.axes().get(i));
    }
    return Optional.empty();
  }

  @Override public Description describe() { return new ConvergenceTold(convergence, quantity).describe(); }

  @Override public Optional<DataTable> table() { return new ConvergenceTold(convergence, quantity).table(); }
}
