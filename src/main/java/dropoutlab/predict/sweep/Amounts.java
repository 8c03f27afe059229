package dropoutlab.predict.sweep;

import dropoutlab.data.Schema;
import dropoutlab.spec.Task;
import dropoutlab.spec.sweep.Measure;
import dropoutlab.words.Numbers;
import dropoutlab.words.Unit;
import dropoutlab.words.Words;
import java.util.List;

/// How the values of a measure are written: shares in percent, all with one number of decimals, which suits the
/// columns' medians.
///
/// @param percent whether values are shares; their differences are then points
/// @param unit    behind a value; "" without one
record Amounts(boolean percent, String unit, int decimals) {
  private static final int DIGITS = 3, MOST_DECIMALS = 5, MOST_OF_PERCENT = 2;

  static Amounts of(SweepStatistics statistics, Schema schema) {
    boolean classes = schema.task() == Task.CLASSIFICATION;
    boolean isError = switch (statistics.measure()) {
      case ERROR, TRAIN_ERROR, BEST_ERROR, GAP -> true;
      case LOSS, TRAIN_LOSS, ACTIVATION, ZEROS -> false;
    };
    boolean percent = isError && classes || statistics.measure() == Measure.ZEROS;
    String unit = isError && !classes ? Unit.of(schema.target()) : "";
    return new Amounts(percent, unit, decimals(statistics.columns(), percent));
  }

  /// Three digits of a typical median.
  private static int decimals(List<Column> columns, boolean percent) {
    double[] medians = columns.stream().mapToDouble(column -> Math.abs(column.quartiles().median()))
        .filter(Double::isFinite).filter(each -> each > 0).sorted().toArray();
    if (medians.length == 0) return percent ? 1 : DIGITS;
    double typical = medians[medians.length / 2] * (percent ? 100 : 1);
    int wanted = DIGITS - 1 - (int) StrictMath.floor(StrictMath.log10(typical));
    return percent ? Math.clamp(wanted, 1, MOST_OF_PERCENT) : Math.clamp(wanted, 0, MOST_DECIMALS);
  }

  /// Writes a value as it is: "17.4".
  String bare(double value) { return Numbers.fixed(percent ? 100 * value : value, decimals); }

  /// Writes a value with its unit: "17.4 %".
  String value(double value) {
    if (!Double.isFinite(value)) return bare(value);
    return percent ? Words.of("words.percent", bare(value)) : behind(bare(value));
  }

  private String behind(String number) { return unit.isEmpty() ? number : Words.of("sweep.unit", number, unit); }

  /// Writes a difference with its sign; 0 has none.
  String difference(double value) {
    String number = bare(value);
    return value > 0 && number.matches(".*[1-9∞].*") ? "+" + number : number;
  }

  /// Writes how much there is between two values: "3.2 points".
  String between(double size) { return percent ? Words.of("sweep.points", bare(size)) : behind(bare(size)); }
}
