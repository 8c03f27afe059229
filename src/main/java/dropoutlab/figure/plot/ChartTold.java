package dropoutlab.figure.plot;

import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;

/// What a [Chart] says of itself where the figure that it belongs to has nothing better to say: from where to where
/// each of its curves goes.
final class ChartTold {
  private static final int MOST_CURVES = 4;

  private final List<Series> series;
  private final String x;
  private final String y;

  ChartTold(Chart chart) {
    this.series = chart.series().stream().filter(each -> !Summary.of(each.y()).isEmpty()).toList();
    this.x = chart.xTitle().isEmpty() ? Words.of("told.chart.x") : chart.xTitle();
    this.y = chart.yTitle().isEmpty() ? Words.of("told.chart.y") : chart.yTitle();
  }

  private List<Series> named() { return series.stream().filter(each -> !each.brief().isEmpty()).toList(); }

  Description describe() {
    String title = Words.of("told.chart.title", y, x);
    if (named().isEmpty()) return Description.of(title, Words.of("told.chart.empty", y, x));
    String names = Words.list(named().stream().map(Series::brief).toList());
    String courses = Words.list(named().stream().limit(MOST_CURVES).map(ChartTold::course).toList());
    return Description.of(title, Words.count("told.chart.drawn", named().size(), y, x, names),
        Words.of("told.chart.courses", courses));
  }

  private static String course(Series of) {
    int first = 0, last = of.y().length - 1;
    while (!Double.isFinite(of.y()[first])) first++;
    while (!Double.isFinite(of.y()[last])) last--;
    return Words.of("told.chart.course", of.brief(), Numbers.reading(of.y()[first]), Numbers.brief(of.x()[first]),
        Numbers.reading(of.y()[last]), Numbers.brief(of.x()[last]));
  }

  /// One row a point of a curve.
  Optional<DataTable> table() {
    DataTable.Rows rows = new DataTable.Rows(new DataTable.Column(Words.of("told.chart.column.curve")),
        DataTable.Column.named(x), DataTable.Column.named(y), new DataTable.Column(Words.of("told.chart.column.low")),
        new DataTable.Column(Words.of("told.chart.column.high")));
    for (Series each : series)
      for (int i = 0; i < each.y().length; i++)
        rows.add(each.brief(), each.x()[i], each.y()[i], i < each.low().length ? each.low()[i] : null,
            i < each.high().length ? each.high()[i] : null);
    return rows.table();
  }
}
