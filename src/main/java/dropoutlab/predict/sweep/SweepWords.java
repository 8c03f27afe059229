package dropoutlab.predict.sweep;

import dropoutlab.data.Schema;
import dropoutlab.spec.Task;
import dropoutlab.spec.sweep.Axis;
import dropoutlab.spec.sweep.Pair;
import dropoutlab.spec.sweep.Sweep;
import dropoutlab.words.Numbers;
import dropoutlab.words.Unit;
import dropoutlab.words.Words;
import java.util.List;
import java.util.stream.Stream;

/// A sweep as people read it: on the screen, on paper, on the command line and aloud.
///
/// @param schema tells what the errors are: wrong classes, or a root mean squared error in the target's unit
public record SweepWords(SweepStatistics statistics, Schema schema) {
  private static final double TINY = 0.001, SMALL = 0.01, NEARLY_ONE = 0.995, BELOW_LEVEL = 0.045, ABOVE_LEVEL = 0.055;

  /// The finding; the first sentence is the one that stands out.
  public List<String> finding() { return new Finding(this, amounts()).sentences(); }

  /// What became of a value that was confirmed on new seeds.
  public String confirmation(int index) { return new Finding(this, amounts()).confirmation(index); }

  /// Why a confirmation is needed: "Best of 9 on these seeds, so it flatters."
  public String flatters() {
    int values = (int) statistics.columns().stream().filter(column -> column.results() > 0).count();
    return values < 2 ? "" : Words.of("sweep.flatters", values);
  }

  /// What stands at a point: "p 0.6: median 17.4 %, 27 pairs, difference −3.2, −4.5 to −0.9".
  public String column(int point) {
    Column column = statistics.columns().get(point);
    String name = listed(point);
    if (column.results() == 0) return Words.of("sweep.column.none", name);
    String median = Words.of("sweep.column", name, value(column.quartiles().median()));
    if (column.paired().isEmpty()) return median;
    Paired paired = column.paired().get();
    String told = paired.interval().map(i -> Words.of("sweep.column.interval", difference(paired.median()),
        difference(i.low()), difference(i.high()))).orElse(difference(paired.median()));
    return paired.pairs() == 0 ? Words.of("sweep.column.no_pair", median)
        : Words.count("sweep.column.pairs", paired.pairs(), median, told);
  }

  /// A measured value with its unit ("17.4 %"), and without ("17.4").
  public String value(double measured) { return amounts().value(measured); }

  public String bare(double measured) { return amounts().bare(measured); }

  /// A difference with its sign ("−3.2").
  public String difference(double measured) { return amounts().difference(measured); }

  /// What the differences are counted in: "points", "ppm"; "" without a unit.
  public String differenceUnit() { return amounts().percent() ? Words.of("sweep.points.alone") : amounts().unit(); }

  /// A p value (".07", "<.001").
  public String p(double value) {
    if (Double.isNaN(value)) return Numbers.fixed(value, 0);
    if (value < TINY) return Words.of("sweep.p.tiny", Numbers.fixed(TINY, 3).substring(1));
    if (value > NEARLY_ONE) return Words.of("sweep.p.one");
    boolean near = value > BELOW_LEVEL && value < ABOVE_LEVEL;
    return Numbers.fixed(value, near || value < SMALL ? 3 : 2).substring(1);
  }

  /// What is measured: "wrong validation answers after the last epoch".
  public String measured() {
    boolean classes = schema.task() == Task.CLASSIFICATION;
    return switch (statistics.measure()) {
      case ERROR -> classes ? Words.of("sweep.measured.wrong") : rmse(Words.of("sweep.measured.rmse"));
      case TRAIN_ERROR -> classes ? Words.of("sweep.measured.train_wrong")
          : rmse(Words.of("sweep.measured.train_rmse"));
      case BEST_ERROR -> classes ? Words.of("sweep.measured.best_wrong") : rmse(Words.of("sweep.measured.best_rmse"));
      case GAP -> classes ? Words.of("sweep.measured.gap") : rmse(Words.of("sweep.measured.gap_rmse"));
      case LOSS -> Words.of("sweep.measured.loss");
      case TRAIN_LOSS -> Words.of("sweep.measured.train_loss");
      case ACTIVATION -> Words.of("sweep.measured.activation");
      case ZEROS -> Words.of("sweep.measured.zeros");
    };
  }

  private String rmse(String what) {
    String unit = Unit.of(schema.target());
    return unit.isEmpty() ? what : Words.of("sweep.measured.in", what, unit);
  }

  /// The path in words where it has some: "p, hidden layers".
  public String axis(int axis) { return AxisWords.of(axes().get(axis)).title(); }

  /// What stands before the values of an axis in a sentence: "p" of "p = 0.6"; "" where values are names.
  public String symbol(int axis) { return AxisWords.of(axes().get(axis)).symbol(); }

  /// Names a point in a sentence: "p = 0.6", and with two axes "p = 0.6, units = 64".
  public String named(int point) { return Words.parted(names(point, true)); }

  /// Names a point in a list: "p 0.6".
  public String listed(int point) { return Words.parted(names(point, false)); }

  /// Names that with which a run is paired: "the twin", "p = 0", "masks off"; "" without a pair.
  public String partner() {
    return switch (sweep().pair()) {
      case Pair.Twin _ -> Words.of("sweep.twin");
      case Pair.None _ -> "";
      case Pair.Of(String label) -> {
        Axis first = axes().getFirst();
        yield AxisWords.of(first).named(first, first.points().stream().map(p -> p.label()).toList().indexOf(label));
      }
    };
  }

  /// Puts the name of a series before what is said of it, where there are several.
  String inSeries(int series, String what) {
    if (axes().size() == 1) return what;
    return Words.of("sweep.series", AxisWords.of(axes().getLast()).named(axes().getLast(), series), what);
  }

  /// Returns some columns as places on the first axis.
  Places places(List<Column> columns) {
    Axis axis = axes().getFirst();
    return new Places(axis, columns.stream().map(column -> column.point() % axis.points().size()).toList());
  }

  private List<String> names(int point, boolean sentence) {
    int row = axes().getFirst().points().size();
    Stream.Builder<String> names = Stream.builder();
    for (int i = 0, rest = point; i < axes().size(); i++, rest /= row) {
      Axis axis = axes().get(i);
      int at = i == 0 ? rest % row : rest;
      names.add(sentence ? AxisWords.of(axis).named(axis, at) : AxisWords.of(axis).listed(axis, at));
    }
    return names.build().toList();
  }

  private Amounts amounts() { return Amounts.of(statistics, schema); }

  private Sweep sweep() { return statistics.table().sweep(); }

  private List<Axis> axes() { return sweep().axes(); }
}
