package dropoutlab.figure.quality;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.Chart;
import dropoutlab.figure.plot.Diagonal;
import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.MethodLook;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Series.Look;
import dropoutlab.figure.plot.Series.Spread;
import dropoutlab.figure.plot.Series;
import dropoutlab.figure.plot.Span;
import dropoutlab.figure.plot.Stack;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.Quality;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;

/// The reliability diagram: the share that was right against the confidence, a mark a bin and larger where it
/// holds more examples, with its 95 % interval. On the
/// diagonal confidence keeps its promise; below it, it is too high. Below stands how many examples each bin holds.
public final class CalibrationFigure implements Figure {
  private final List<Quality.Reliability> methods;
  private final Chart chart;
  private final int most;

  public CalibrationFigure(List<Quality.Reliability> methods) {
    this.methods = List.copyOf(methods);
    Span confidences = new Span();
    int largest = 1;
    for (Quality.Reliability method : methods)
      for (Quality.Bin bin : method.bins()) {
        confidences.add(bin.low()).add(bin.high());
        largest = Math.max(largest, bin.count());
      }
    most = largest;
    // The likeliest of K classes has a confidence of 1/K at least.
    double from = confidences.isEmpty() ? 0 : Math.clamp(Math.floor(10 * confidences.min() + 1e-9) / 10, 0, .9);
    List<Series> series = methods.stream().map(this::series).toList();
    chart = new Chart(Diagonal.with(series, 0, 1), new Scale(false, from, 1, 0, 1), new Scale(false, 0, 1, 0, 1),
        Words.of("figure.calibration.x"), Words.of("figure.calibration.y"), 4);
  }

  /// Marks without a line: a line through bins of a few examples each would draw the eye to chance.
  private Series series(Quality.Reliability method) {
    List<Quality.Bin> bins = method.bins();
    String name = method.method().title();
    String error = Numbers.fixed(method.expectedCalibrationError(), 3);
    MethodLook look = MethodLook.of(method.method());
    return new Series(Words.of("figure.calibration.name", name, error),
        Words.of("figure.calibration.name.brief", name, error),
        bins.stream().mapToDouble(Quality.Bin::confidence).toArray(),
        bins.stream().mapToDouble(Quality.Bin::accuracy).toArray(),
        bins.stream().mapToDouble(Quality.Bin::accuracyLow).toArray(),
        bins.stream().mapToDouble(Quality.Bin::accuracyHigh).toArray(),
        bins.stream().mapToDouble(bin -> bin.count() / (double) most).toArray(),
        new Look(look::colour, 0, look.bold(), look.shape(), Spread.WHISKERS, look.dash()),
        i -> told(name, bins.get(i)));
  }

  private static String told(String name, Quality.Bin bin) {
    String interval = Words.of("figure.interval", Shown.percent(bin.accuracyLow()), Shown.percent(bin.accuracyHigh()));
    return Words.of("figure.calibration.bin", name, Numbers.fixed(bin.low(), 2), Numbers.fixed(bin.high(), 2)) + "\n"
        + Words.count("figure.calibration.examples", bin.count(), Numbers.count(bin.count()),
            Numbers.fixed(bin.confidence(), 3)) + "\n"
        + Words.of("figure.calibration.right", Shown.percent(bin.accuracy()), interval);
  }

  private Stack stack(double width, double height) {
    Stack.Part counts = new Stack.Part(chart.x(), Scale.linear(0, most, 0, 1), Words.of("figure.calibration.counts"),
        1.15, 0, 0);
    return Stack.of(List.of(new Stack.Part(chart, 3, width, height), counts), chart.xTitle(), 0, width, height);
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Stack stack = stack(width, height);
    stack.drawAxes(pen, theme);
    Pen upper = stack.pen(0, pen);
    chart.drawSeries(upper, theme, stack.axes().get(0));
    chart.drawNames(upper, theme, stack.axes().get(0), width, height);
    for (int i = 0; i < methods.size(); i++) drawCounts(stack.pen(1, pen), theme, stack.axes().get(1), i);
  }

  /// Bars beside each other within a bin: MC dropout's full, the others' pale with an outline in their dash.
  private void drawCounts(Pen pen, Theme theme, Axes axes, int index) {
    MethodLook look = MethodLook.of(methods.get(index).method());
    int colour = look.colour(theme);
    for (Quality.Bin bin : methods.get(index).bins()) {
      double left = axes.x().px(bin.low()) + 1;
      double each = (axes.x().px(bin.high()) - 1 - left) / methods.size();
      double height = Math.max(1, axes.bottomPx() - axes.y().px(bin.count()));
      double x = left + index * each;
      double width = Math.max(.8, each - (each > 3 ? 1 : 0));
      pen.fill(look.bold() ? Palette.withAlpha(colour, .75) : Palette.withAlpha(colour, .25));
      pen.fillRect(x, axes.bottomPx() - height, width, height);
      if (look.bold() || width < 4) continue;
      pen.stroke(colour, 1, look.dash());
      pen.strokeRect(x + .5, axes.bottomPx() - height + .5, width - 1, Math.max(.5, height - 1));
    }
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Stack stack = stack(width, height);
    if (stack.insets().getFirst().contains(x, y)) return chart.hit(x, y, stack.axes().getFirst());
    Axes axes = stack.axes().get(1);
    Inset inset = stack.insets().get(1);
    if (!inset.contains(x, y) || !axes.contains(x, y - inset.top())) return Optional.empty();
    double confidence = axes.x().data(x);
    StringBuilder text = new StringBuilder();
    for (Quality.Reliability method : methods)
      for (Quality.Bin bin : method.bins())
        if (confidence > bin.low() && confidence <= bin.high())
          text.append(text.isEmpty() ? "" : "\n").append(told(method.method().title(), bin));
    return text.isEmpty() ? Optional.empty() : Optional.of(new Hit.Place(confidence, 0, text.toString()));
  }

  @Override public Description describe() { return new CalibrationTold(methods).describe(); }

  @Override public Optional<DataTable> table() { return new CalibrationTold(methods).table(); }
}
