package dropoutlab.figure.sweep;

import dropoutlab.frame.sweep.Cell;
import dropoutlab.frame.sweep.SweepTable;
import dropoutlab.predict.sweep.Column;
import dropoutlab.predict.sweep.Quartiles;
import dropoutlab.predict.sweep.SweepStatistics;
import dropoutlab.predict.sweep.SweepWords;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.sweep.Axis;
import dropoutlab.spec.sweep.Measure;
import dropoutlab.spec.sweep.Pair;
import dropoutlab.spec.sweep.Sweep;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What the parts of a sweep's figure ask of its statistics. It computes no number but those of a partner that each
/// column has for itself, which are the statistics' own.
final class SweepView {
  private final SweepStatistics statistics;
  private final SweepLook look;
  private final SweepWords words;
  private final List<Series> series;
  private final boolean[] drops;
  private final boolean oneOfMany;
  private final boolean percent;
  private final List<Confirmed> confirmed;

  SweepView(SweepWords words, SweepLook look) {
    this(words, look, seriesOf(words.statistics()), DropsOf.points(words.statistics().table().sweep()), false);
  }

  private SweepView(SweepWords words, SweepLook look, List<Series> series, boolean[] drops, boolean oneOfMany) {
    this.words = words;
    this.look = look;
    this.series = series;
    this.drops = drops;
    this.oneOfMany = oneOfMany;
    confirmed = oneOfMany ? List.of() : Confirmed.of(words.statistics());
    percent = words.value(1).endsWith("%");
    statistics = words.statistics();
  }

  /// The same with one series alone.
  SweepView of(Series one) { return new SweepView(words, look, List.of(one), drops, oneOfMany); }

  /// The same panel without a table or differences, as one of many.
  SweepView alone() { return new SweepView(words, look.withRows(false), series, drops, true); }

  private static List<Series> seriesOf(SweepStatistics statistics) {
    List<Axis> axes = statistics.table().sweep().axes();
    List<Series> all = new ArrayList<>();
    for (int j = 0; j < statistics.series(); j++) {
      List<Column> columns = statistics.series(j);
      Optional<Quartiles> shared = statistics.partner(j);
      all.add(new Series(j, axes.size() < 2 ? "" : axes.get(1).points().get(j).label(), columns, shared,
          shared.isPresent() ? own(statistics.table(), columns) : OptionalInt.empty()));
    }
    return all;
  }

  /// Returns the index of the column that is the partner of all the others: it has none itself.
  private static OptionalInt own(SweepTable table, List<Column> columns) {
    OptionalInt named = table.sweep().partnerPoint(columns.getFirst().point());
    if (named.isPresent()) return OptionalInt.of(named.getAsInt() - columns.getFirst().point());
    return IntStream.range(0, columns.size()).filter(i -> columns.get(i).paired().isEmpty()).findFirst();
  }

  static Quartiles quartiles(List<Double> of) {
    return Quartiles.of(of.stream().mapToDouble(Double::doubleValue).toArray());
  }

  SweepStatistics statistics() { return statistics; }

  SweepTable table() { return statistics.table(); }

  Sweep sweep() { return table().sweep(); }

  SweepWords words() { return words; }

  List<Series> series() { return series; }

  /// Returns whether a dot is a partner's: it is hollow then.
  boolean isHollow(Dot dot) {
    return dot.point() < 0 || isOwn(column(dot.point()));
  }

  /// Returns what was judged again on new seeds.
  List<Confirmed> confirmed() { return confirmed; }

  int columns() { return series.getFirst().columns().size(); }

  Axis axis() { return sweep().axes().getFirst(); }

  Column column(int point) { return statistics.columns().get(point); }

  boolean paired() { return !(sweep().pair() instanceof Pair.None); }

  /// Returns whether differences are drawn: one of many panels shows its values alone.
  boolean showsDifferences() { return paired() && !oneOfMany; }

  /// Returns whether words stand beside the panels.
  boolean showsSides() { return !oneOfMany; }

  /// Returns whether the axis is named: of many panels the last one names it for all.
  boolean showsTitle() { return !oneOfMany || series.getFirst().index() == statistics.series() - 1; }

  /// Returns the name of a series: "units = 64".
  String name(Series of) {
    String symbol = words.symbol(1);
    return symbol.isEmpty() ? of.label() : Words.of("sweepfigure.at", symbol, of.label());
  }

  /// Returns the unit of the numbers in the table.
  String unit() { return percent() ? Words.of("sweepfigure.table.percent") : ""; }

  /// Returns the column that is chosen, by its point: at first the one with the lowest median.
  OptionalInt chosen() { return look.point().isPresent() ? look.point() : statistics.best(); }

  boolean isChosen(int point) { return chosen().equals(OptionalInt.of(point)); }

  /// Returns whether the chosen point is one of a series.
  boolean isChosenSeries(Series of) {
    return chosen().stream().anyMatch(point -> of.columns().stream().anyMatch(column -> column.point() == point));
  }

  /// Returns the index of the seed that is pointed at.
  OptionalInt seed() {
    return look.seed().stream().filter(seed -> seed >= 0 && seed < table().seeds()).findFirst();
  }

  boolean wantsRows() { return look.rows(); }

  /// Returns whether a point has any dropout: violet belongs to it alone.
  boolean drops(int point) { return drops[point]; }

  /// Returns whether a point is its own partner, as p = 0 is its own twin.
  boolean isOwn(Column column) { return paired() && column.paired().isEmpty(); }

  /// Returns whether measured shares are told in percent, and differences in points.
  boolean percent() { return percent; }

  double factor() { return percent() ? 100 : 1; }

  /// Returns whether a lower value is a better one.
  boolean lowerIsBetter() {
    return switch (statistics.measure()) {
      case ERROR, LOSS, TRAIN_ERROR, TRAIN_LOSS, GAP, BEST_ERROR -> true;
      case ACTIVATION, ZEROS -> false;
    };
  }

  /// Returns all values of all series that are drawn, partners included.
  double[] values() {
    return DoubleStream.concat(all(Column::values), all(Column::partners)).toArray();
  }

  private DoubleStream all(Function<Column, List<Double>> of) {
    Stream<Column> columns = Stream.concat(series.stream().flatMap(each -> each.columns().stream()),
        confirmed.stream().map(Confirmed::column));
    return columns.flatMap(column -> of.apply(column).stream()).mapToDouble(Double::doubleValue);
  }

  int most(ToDoubleFunction<Column> of) {
    return (int) series.stream().flatMap(each -> each.columns().stream()).mapToDouble(of).max().orElse(0);
  }

  /// Returns how the partner is called: "twin", or its point.
  String partner() { return isTwin() ? Words.of("sweepfigure.twin") : words.partner(); }

  boolean isTwin() { return sweep().pair() instanceof Pair.Twin; }

  /// Returns the number of the seed at an index.
  long seedAt(int index) { return sweep().seeds().at(index); }
}
