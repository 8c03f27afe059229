package dropoutlab.predict.sweep;

import dropoutlab.frame.sweep.Cell;
import dropoutlab.frame.sweep.CellState;
import dropoutlab.frame.sweep.SweepTable;
import dropoutlab.spec.sweep.Measure;
import dropoutlab.spec.sweep.Pair;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// All numbers that a sweep's figures, table and sentences tell of one measure. They depend on the results alone.
///
/// The values of the second axis are series. Each series has a best of its own, because "which p?" is asked of each;
/// but the sign tests of all columns are adjusted together, because a reader may take the most striking of all.
///
/// @param columns one for each point
/// @param best    the point with the lowest median of all, the first of equals; empty before there is one
/// @param partner the quartiles of the partner where it is one run for all points of a seed; empty otherwise
public record SweepStatistics(SweepTable table, Measure measure, List<Column> columns, OptionalInt best,
                              Optional<Quartiles> partner) {
  public SweepStatistics { columns = List.copyOf(columns); }

  public static SweepStatistics of(SweepTable table, Measure measure) {
    int points = table.sweep().points(), row = row(table);
    double[][] values = new double[points][], partners = new double[points][];
    for (int i = 0; i < points; i++) {
      int point = i;
      values[i] = each(table, seed -> table.measured(point, seed, measure));
      partners[i] = each(table, seed -> table.partnerMeasured(point, seed, measure));
    }
    List<Quartiles> quartiles = Arrays.stream(values).map(Quartiles::of).toList();
    List<Optional<Paired>> paired = IntStream.range(0, points).mapToObj(i -> isPaired(table, i)
        ? Optional.of(Paired.of(values[i], partners[i])) : Optional.<Paired>empty()).toList();
    double[] holm = Holm.adjusted(paired.stream().mapToDouble(p -> p.map(Paired::sign).orElse(Double.NaN)).toArray());
    List<Column> columns = IntStream.range(0, points).mapToObj(i -> new Column(i, boxed(values[i]),
        table.partners().isEmpty() ? List.of() : boxed(partners[i]), quartiles.get(i), paired.get(i), holm[i],
        isLike(values, i, best(quartiles, i - i % row, row)))).toList();
    return new SweepStatistics(table, measure, columns, best(quartiles, 0, points), partner(table, measure, 0));
  }

  /// Returns whether a point cannot be told from the best.
  private static boolean isLike(double[][] values, int point, OptionalInt best) {
    return best.isPresent() && best.getAsInt() != point
        && Paired.of(values[point], values[best.getAsInt()]).interval().filter(each -> each.holds(0)).isPresent();
  }

  /// How many series there are: one for each value of the second axis.
  public int series() { return columns.size() / row(table); }

  /// Returns the columns of a series.
  public List<Column> series(int series) { return columns.subList(series * row(table), (series + 1) * row(table)); }

  /// Returns the point with the lowest median of a series.
  public OptionalInt best(int series) {
    return best(columns.stream().map(Column::quartiles).toList(), series * row(table), row(table));
  }

  /// Returns the quartiles of the partner of a series where it is one run for all its points of a seed.
  public Optional<Quartiles> partner(int series) { return partner(table, measure, series); }

  /// Over how many columns the sign tests are adjusted.
  public int tested() { return (int) columns.stream().filter(column -> !Double.isNaN(column.holm())).count(); }

  /// Returns whether all runs have come to an end, well or badly.
  public boolean isFinished() { return stillToCome() == 0; }

  /// How many runs have no result yet, those that were lost among them; a run that stands at several places counts
  /// once.
  public int stillToCome() {
    return runs(cell -> !cell.state().isResult() && cell.state() != CellState.FAILED);
  }

  /// How many runs failed: they are missing.
  public int failed() { return runs(cell -> cell.state() == CellState.FAILED); }

  private int runs(Predicate<Cell> counted) {
    return (int) Stream.concat(table.values().stream(), table.partners().stream()).filter(counted).map(Cell::run)
        .distinct().count();
  }

  private static int row(SweepTable table) { return table.sweep().axes().getFirst().points().size(); }

  private static OptionalInt best(List<Quartiles> quartiles, int from, int count) {
    return IntStream.range(from, from + count).filter(i -> Double.isFinite(quartiles.get(i).median())).boxed()
        .min(Comparator.comparingDouble(i -> quartiles.get(i).median()))
        .map(OptionalInt::of).orElse(OptionalInt.empty());
  }

  /// Returns whether a point has a partner other than itself.
  private static boolean isPaired(SweepTable table, int point) {
    return switch (table.sweep().pair()) {
      case Pair.None _ -> false;
      case Pair.Of _ -> table.sweep().partnerPoint(point).orElse(point) != point;
      case Pair.Twin _ -> !table.partners().isEmpty() && IntStream.range(0, table.seeds()).anyMatch(seed ->
          !table.partner(point, seed).map(Cell::run).equals(Optional.of(table.value(point, seed).run())));
    };
  }

  private static Optional<Quartiles> partner(SweepTable table, Measure measure, int series) {
    if (table.partners().isEmpty()) return Optional.empty();
    int row = row(table), first = series * row;
    boolean one = IntStream.range(0, table.seeds()).allMatch(seed -> IntStream.range(first, first + row)
        .mapToObj(point -> table.partner(point, seed).map(Cell::run)).distinct().count() == 1);
    if (!one) return Optional.empty();
    return Optional.of(Quartiles.of(each(table, seed -> table.partnerMeasured(first, seed, measure))));
  }

  private static double[] each(SweepTable table, IntToDoubleFunction of) {
    return IntStream.range(0, table.seeds()).mapToDouble(of).toArray();
  }

  private static List<Double> boxed(double[] values) { return Arrays.stream(values).boxed().toList(); }
}
