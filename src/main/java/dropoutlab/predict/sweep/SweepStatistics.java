package dropoutlab.predict.sweep;

import dropoutlab.frame.sweep.SweepTable;
import dropoutlab.spec.sweep.Measure;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// All numbers that a sweep's figures, table and sentences tell of one measure. They depend on the results alone.
///
/// @param columns one for each point
/// @param best    the point with the lowest median, the first of equals; empty before there is one
/// @param partner the quartiles of the partner where it is one run for all points of a row; empty otherwise
public record SweepStatistics(SweepTable table, Measure measure, List<Column> columns, OptionalInt best,
                              Optional<Quartiles> partner) {
  public SweepStatistics { columns = List.copyOf(columns); }

  public static SweepStatistics of(SweepTable table, Measure measure) { throw new UnsupportedOperationException(); }
}
