package dropoutlab.figure.sweep;

import dropoutlab.frame.sweep.SweepTable;
import dropoutlab.predict.sweep.Column;
import dropoutlab.predict.sweep.SweepStatistics;
import dropoutlab.spec.sweep.SeedRange;
import dropoutlab.words.Words;
import java.util.List;
import java.util.stream.IntStream;

/// A value that was chosen on the sweep's seeds and is judged alone on new ones: a hollow column behind the others.
///
/// @param column of the new seeds, with the point's number in the sweep
record Confirmed(Column column, SeedRange seeds) {
  static List<Confirmed> of(SweepStatistics statistics) {
    List<SweepTable> tables = statistics.table().confirmations();
    return IntStream.range(0, tables.size()).mapToObj(i -> {
      Column column = SweepStatistics.of(tables.get(i), statistics.measure()).columns().getFirst();
      int point = statistics.table().sweep().confirmations().get(i).point();
      return new Confirmed(new Column(point, column.values(), column.partners(), column.quartiles(), column.paired(),
          column.holm(), false), tables.get(i).sweep().seeds());
    }).toList();
  }

  /// Returns which seeds these are: "41–60".
  String range() { return Words.of("sweepfigure.seeds", seeds.first(), seeds.last()); }
}
