package dropoutlab.figure.quality;

import dropoutlab.figure.plot.Chart;
import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.LayerName;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Series.Look;
import dropoutlab.figure.plot.Series.Spread;
import dropoutlab.figure.plot.Series;
import dropoutlab.figure.plot.Span;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.Critique;
import dropoutlab.frame.Method;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// What becomes of the predictive standard deviation as the data are repeated with p fixed, on logarithmic axes: that
/// of dropout stays, as its closed form says; that of exact Bayes falls. Beside it the drop rate that Concrete
/// dropout learns, which falls as the data grow. Of numbers that are not known yet there are the axes and the names.
public final class CritiqueFigure implements Figure {
  private static final double BESIDE_FROM = 640;
  private static final double GAP = 28;

  private final Chart spread;
  private final Chart learnt;
  private final CritiqueTold told;

  public CritiqueFigure(Critique critique) {
    Scale examples = examples(critique);
    this.told = new CritiqueTold(critique);
    this.spread = spread(critique, examples);
    this.learnt = learnt(critique, examples);
  }

  private static Scale examples(Critique critique) {
    Span span = new Span();
    for (Critique.Row row : critique.linear()) span.add(row.examples());
    for (Critique.Row row : critique.network()) span.add(row.examples());
    for (Critique.LearntRate row : critique.concrete()) span.add(row.examples());
    if (span.isEmpty()) return Scale.log(1, 1000, 0, 1);
    return Scale.log(Math.max(1, span.min()), Math.max(1, span.max()), 0, 1);
  }

  private static Chart spread(Critique critique, Scale examples) {
    List<Series> series = new ArrayList<>();
    Look dropout = new Look(Theme::accent, 2.2, true, 0, Spread.NONE);
    Look network = new Look(Theme::accent, 1.6, false, 1, Spread.NONE, 7, 3.5);
    add(series, critique.linear(), Critique.Row::mcSd, "figure.critique.linear",
        "figure.critique.linear.brief", dropout);
    add(series, critique.linear(), Critique.Row::bayesSd, "figure.critique.bayes",
        "figure.critique.bayes.brief", Look.of(Method.EXACT_BAYES, Spread.NONE, true));
    add(series, critique.network(), Critique.Row::mcSd, "figure.critique.network",
        "figure.critique.network.brief", network);
    add(series, critique.linear(), Critique.Row::closedForm, "figure.critique.closed_form",
        "figure.critique.closed_form.brief", Look.line(Theme::ink, 1.2, 1.5, 2.5));
    Span span = new Span();
    for (Series each : series) span.addAll(each.y());
    Scale y = span.isEmpty() ? Scale.log(.01, 1, 0, 1) : Scale.log(span.min(), span.max(), 0, 1);
    return new Chart(series, examples, y, Words.of("figure.critique.x"),
        Words.of("figure.critique.sd", Shown.dropRate(critique.p())));
  }

  private static void add(List<Series> series, List<Critique.Row> rows, ToDoubleFunction<Critique.Row> value,
                          String key, String briefKey, Look look) {
    String name = Words.of(key), brief = Words.of(briefKey);
    List<Critique.Row> known = rows.stream().filter(row -> value.applyAsDouble(row) > 0).toList();
    if (rows.isEmpty()) return;
    double[] y = known.stream().mapToDouble(value).toArray();
    series.add(new Series(name, brief, known.stream().mapToDouble(Critique.Row::examples).toArray(), y, new double[0],
        new double[0], look, i -> name + "\n"
            + told("figure.critique.told", known.get(i).examples(), Numbers.reading(y[i]))));
  }

  private static String told(String key, int examples, String value) {
    return Words.count(key, examples, Numbers.count(examples), value);
  }

  private static Chart learnt(Critique critique, Scale examples) {
    List<Critique.LearntRate> rows = critique.concrete();
    int layers = rows.stream().mapToInt(row -> row.p().size()).max().orElse(0);
    List<Series> series = new ArrayList<>();
    double top = .1;
    for (int l = 0; l < layers; l++) {
      int layer = l;
      List<Critique.LearntRate> known = rows.stream().filter(row -> row.p().size() > layer).toList();
      double[] y = known.stream().mapToDouble(row -> row.p().get(layer)).toArray();
      top = new Span().add(top).addAll(y).max();
      Look look = new Look(Theme::accent, l == 0 ? 2.2 : 1.5, l == 0, l, Spread.NONE, dash(l));
      String name = LayerName.hidden(l + 1);
      series.add(new Series(name, name, known.stream().mapToDouble(Critique.LearntRate::examples).toArray(), y,
          new double[0], new double[0], look, i -> name + "\n"
              + told("figure.critique.learnt.told", known.get(i).examples(), Numbers.fixed(y[i], 3))));
    }
    return new Chart(series, examples, Scale.linear(0, Math.min(1, 1.1 * top), 0, 1), Words.of("figure.critique.x"),
        Words.of("figure.critique.learnt"));
  }

  private static double[] dash(int layer) {
    double[][] dashes = {{}, {7, 3.5}, {2, 2.5}, {9, 3, 2, 3}};
    return dashes[layer % dashes.length];
  }

  private boolean both() { return !learnt.series().isEmpty() && !spread.series().isEmpty(); }

  private List<Inset> insets(double width, double height) {
    if (!both()) return List.of(new Inset(0, 0, width, height));
    double left = Math.round(.56 * (width - GAP));
    if (width >= BESIDE_FROM)
      return List.of(new Inset(0, 0, left, height), new Inset(left + GAP, 0, width - left - GAP, height));
    double upper = Math.round(.56 * height);
    return List.of(new Inset(0, 0, width, upper - 8), new Inset(0, upper, width, height - upper));
  }

  private Chart chart(int i) { return i == 0 && !spread.series().isEmpty() ? spread : learnt; }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    List<Inset> insets = insets(width, height);
    for (int i = 0; i < insets.size(); i++) insets.get(i).draw(pen, chart(i), theme);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    List<Inset> insets = insets(width, height);
    for (int i = 0; i < insets.size(); i++)
      if (insets.get(i).contains(x, y)) return insets.get(i).hit(chart(i), x, y);
    return Optional.empty();
  }

  @Override public Description describe() { return told.describe(); }

  @Override public Optional<DataTable> table() { return told.table(); }
}
