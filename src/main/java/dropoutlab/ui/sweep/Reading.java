package dropoutlab.ui.sweep;

import dropoutlab.data.Schema;
import dropoutlab.frame.sweep.SweepTable;
import dropoutlab.predict.sweep.SweepStatistics;
import dropoutlab.predict.sweep.SweepWords;
import dropoutlab.spec.sweep.Measure;
import dropoutlab.spec.sweep.Sweep;
import dropoutlab.sweep.Summary;
import dropoutlab.sweep.SweepEngine;
import dropoutlab.sweep.SweepFolder;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// All that is shown of a sweep at one moment, computed beside the window.
///
/// @param schema     of the data, which tells what errors are
/// @param finding    in sentences, the first of which stands out
/// @param causes     what went wrong, and what can be done
/// @param engine     how it stands; empty where this window has none
/// @param at         when it was read, in nanoseconds
record Reading(SweepTable table, Summary summary, SweepStatistics statistics, Schema schema, List<String> finding,
               List<Cause> causes, Optional<SweepEngine.State> engine, Timing timing, long at) {
  Reading {
    finding = List.copyOf(finding);
    causes = List.copyOf(causes);
  }

  /// Reads a folder. What did not change since the reading before is taken from there.
  ///
  /// @param before null for the first
  static Reading of(SweepFolder folder, Optional<SweepEngine.State> engine, Measure measure, Schema schema,
      Reading before) throws IOException {
    SweepTable table = folder.table();
    Summary summary = folder.summary();
    if (before != null && before.statistics.measure() == measure && before.table.equals(table))
      return new Reading(before.table, summary, before.statistics, schema, before.finding, before.causes, engine,
          before.timing, System.nanoTime());
    return of(table, summary, engine, measure, schema);
  }

  /// Of a sweep that is only planned.
  static Reading planned(Sweep sweep, Measure measure, Schema schema) {
    Planned planned = Planned.of(sweep);
    return of(planned.table(), planned.summary(), Optional.empty(), measure, schema);
  }

  private static Reading of(SweepTable table, Summary summary, Optional<SweepEngine.State> engine, Measure measure,
      Schema schema) {
    SweepStatistics statistics = SweepStatistics.of(table, measure);
    List<String> finding = summary.results() == 0 ? List.of() : new SweepWords(statistics, schema).finding();
    return new Reading(table, summary, statistics, schema, finding, Cause.of(new SweepWords(statistics, schema),
        summary), engine,
        Timing.of(table, summary), System.nanoTime());
  }

  Reading measuring(Measure measure) {
    return statistics.measure() == measure ? this : of(table, summary, engine, measure, schema);
  }

  SweepWords words() { return new SweepWords(statistics, schema); }

  Sweep sweep() { return table.sweep(); }
}
