package dropoutlab.ui.sweep;

import dropoutlab.frame.sweep.Cell;
import dropoutlab.frame.sweep.Outcome;
import dropoutlab.frame.sweep.SweepTable;
import dropoutlab.sweep.Estimate;
import dropoutlab.sweep.LocalEngine;
import dropoutlab.sweep.Summary;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// How long the runs take, by those that are done. Runs that ended early do not count.
///
/// @param measured how many runs were measured
/// @param each     the median of their seconds; NaN before one is done
/// @param all      how many runs the sweep has
record Timing(int measured, double each, long all) {
  static Timing of(SweepTable table, Summary summary) {
    Map<Object, Double> seconds = new LinkedHashMap<>();
    Stream.concat(table.values().stream(), table.partners().stream()).map(Cell::outcome).flatMap(Optional::stream)
        .filter(Outcome::finite).forEach(outcome -> seconds.putIfAbsent(outcome.run(), outcome.seconds()));
    double[] sorted = seconds.values().stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return new Timing(sorted.length, sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2], summary.runs());
  }

  static Timing of(Estimate estimate) { return new Timing(estimate.trials(), estimate.secondsEach(), estimate.runs()); }

  boolean isKnown() { return measured > 0; }

  double onOneCore() { return each * all; }

  double here() { return onOneCore() / Math.min(all, LocalEngine.usualThreads()); }
}
