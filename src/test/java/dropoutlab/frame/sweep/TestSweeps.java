package dropoutlab.frame.sweep;

import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.sweep.Axis;
import dropoutlab.spec.sweep.AxisText;
import dropoutlab.spec.sweep.Measure;
import dropoutlab.spec.sweep.Pair;
import dropoutlab.spec.sweep.RunId;
import dropoutlab.spec.sweep.SeedRange;
import dropoutlab.spec.sweep.Sweep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Sweeps and tables for tests, whose results are given instead of computed.
public final class TestSweeps {
  public static final Experiment MOONS = ExperimentJson.read("{\"title\": \"Few moons\"}", "moons.json");

  private TestSweeps() {}

  /// Returns the value of a point and a seed, counted from 0: NaN for a run that waits, infinite for one that is not
  /// finite.
  public interface Values { double at(int point, int seed); }

  public static Sweep sweep(String axis, int seeds, Pair pair) {
    return of(List.of(AxisText.read(axis, List.of(), MOONS)), seeds, pair);
  }

  public static Sweep of(List<Axis> axes, int seeds, Pair pair) {
    return new Sweep("Error against p", MOONS, axes, new SeedRange(1, seeds), pair, Sweep.REPEATS, List.of(), "1.0.0");
  }

  /// Returns a table with these errors; `partner` is asked for the twin of a point.
  public static SweepTable table(Sweep sweep, Values values, Values partner) {
    return table(sweep, Measure.ERROR, values, partner, List.of());
  }

  public static SweepTable table(Sweep sweep, Measure measure, Values values, Values partner, List<SweepTable> again) {
    List<Cell> own = new ArrayList<>(), partners = new ArrayList<>();
    for (int point = 0; point < sweep.points(); point++)
      for (int seed = 0; seed < sweep.seeds().count(); seed++) {
        own.add(cell(sweep, sweep.experiment(point, sweep.seeds().at(seed)), measure, values.at(point, seed)));
        Optional<Experiment> pair = sweep.partner(point, sweep.seeds().at(seed));
        OptionalInt at = sweep.partnerPoint(point);
        double value = pair.isEmpty() ? Double.NaN : at.isPresent() ? values.at(at.getAsInt(), seed) : partner.at(
            point, seed);
        pair.ifPresent(e -> partners.add(cell(sweep, e, measure, value)));
      }
    return new SweepTable(sweep, own, partners, again);
  }

  private static Cell cell(Sweep sweep, Experiment experiment, Measure measure, double value) {
    RunId run = RunId.of(experiment, "", sweep.engine());
    if (Double.isNaN(value)) return new Cell(run, CellState.WAITING, 0, Optional.empty(), Optional.empty(), "");
    boolean finite = Double.isFinite(value);
    Outcome outcome = new Outcome(run, finite, 10, finite ? Map.of(measure, value) : Map.of(), Map.of(), "00", 1,
        "here");
    return new Cell(run, finite ? CellState.DONE : CellState.NOT_FINITE, 0, Optional.of(outcome), Optional.empty(), "");
  }
}
