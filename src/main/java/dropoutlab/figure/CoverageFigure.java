package dropoutlab.figure;

import dropoutlab.figure.Series.Look;
import dropoutlab.figure.Series.Spread;
import dropoutlab.frame.Quality;
import java.util.List;
import java.util.Optional;

/// The share of held-out targets that lie inside the predicted central intervals, against the probability that these
/// claim, with its 95 % interval. On the diagonal a method keeps its promise; below it, it is too sure of itself. How
/// wide its 95 % interval is on average stands beside its name: of two honest methods the sharper is the better.
public final class CoverageFigure implements Figure {
  private static final double NAMED = .95;

  private final Chart chart;

  /// @param target what is predicted, with its unit
  public CoverageFigure(List<Quality.Coverage> methods, String target) {
    int comma = target.lastIndexOf(", ");
    String unit = comma < 0 ? "" : " " + target.substring(comma + 2);
    List<Series> series = methods.stream().map(each -> series(each, unit)).toList();
    Scale percent = new Scale(false, 0, 100, 0, 1);
    chart = new Chart(Diagonal.with(series, "exact", 0, 100), percent, percent, "claimed, %", "inside the interval, %", 4);
  }

  private static Series series(Quality.Coverage coverage, String unit) {
    List<Quality.Level> levels = coverage.levels();
    double[] x = levels.stream().mapToDouble(level -> 100 * level.nominal()).toArray();
    double[] y = levels.stream().mapToDouble(level -> 100 * level.observed()).toArray();
    double[] low = levels.stream().mapToDouble(level -> 100 * level.low()).toArray();
    double[] high = levels.stream().mapToDouble(level -> 100 * level.high()).toArray();
    String name = coverage.method().title();
    return new Series(name + named(levels, unit), name, x, y, low, high,
        Look.of(coverage.method(), Spread.WHISKERS, true), i -> told(name, levels.get(i), unit));
  }

  /// The width of the interval of 95 %, or of the widest that there is.
  private static String named(List<Quality.Level> levels, String unit) {
    if (levels.isEmpty()) return "";
    Quality.Level best = levels.getLast();
    for (Quality.Level level : levels) if (Math.abs(level.nominal() - NAMED) < .005) best = level;
    return ", " + Shown.percent(best.nominal()) + " in " + Numbers.reading(best.meanWidth()) + unit;
  }

  private static String told(String name, Quality.Level level, String unit) {
    return name + ": the " + Shown.percent(level.nominal()) + " interval holds " + Shown.percent(level.observed())
        + " of the targets\n95 % interval of that share: " + Shown.percent(level.low()) + " to "
        + Shown.percent(level.high()) + "\nmean width: " + Numbers.reading(level.meanWidth()) + unit;
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) { chart.draw(pen, width, height, theme); }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    return chart.hit(x, y, width, height);
  }
}
