package dropoutlab.frame.sweep;

import dropoutlab.spec.sweep.Measure;
import dropoutlab.spec.sweep.Sweep;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// All that is known of a sweep at one moment: a cell for each point and seed, and the cell with which it is paired. A
/// run that stands at several places is the same [Cell] everywhere.
///
/// @param values        point by point, within a point seed by seed
/// @param partners      in the same order; empty without pairs
/// @param confirmations of the values that were confirmed on new seeds, in the order of the sweep's
public record SweepTable(Sweep sweep, List<Cell> values, List<Cell> partners, List<SweepTable> confirmations) {
  public SweepTable {
    values = List.copyOf(values);
    partners = List.copyOf(partners);
    confirmations = List.copyOf(confirmations);
  }

  public int seeds() { return sweep.seeds().count(); }

  public Cell value(int point, int seed) { return values.get(point * seeds() + seed); }

  public Optional<Cell> partner(int point, int seed) {
    return partners.isEmpty() ? Optional.empty() : Optional.of(partners.get(point * seeds() + seed));
  }

  /// Returns what was measured: infinite for a run that is not finite, NaN for one without a result.
  public double measured(int point, int seed, Measure measure) {
    return value(point, seed).outcome().map(o -> o.value(measure, sweep.passes(point))).orElse(Double.NaN);
  }

  /// Returns the same of its partner; NaN without one.
  public double partnerMeasured(int point, int seed, Measure measure) {
    OptionalInt of = sweep.partnerPoint(point);
    OptionalInt passes = of.isPresent() ? sweep.passes(of.getAsInt()) : OptionalInt.empty();
    return partner(point, seed).flatMap(Cell::outcome).map(o -> o.value(measure, passes)).orElse(Double.NaN);
  }
}
