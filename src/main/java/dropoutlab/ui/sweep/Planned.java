package dropoutlab.ui.sweep;

import dropoutlab.frame.sweep.Cell;
import dropoutlab.frame.sweep.CellState;
import dropoutlab.frame.sweep.SweepTable;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.sweep.RunId;
import dropoutlab.spec.sweep.Sweep;
import dropoutlab.sweep.Summary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A sweep of which nothing is on the disk yet: every run waits. Equal experiments count once, as in a folder.
record Planned(SweepTable table, Summary summary) {
  static Planned of(Sweep sweep) {
    Map<Experiment, Integer> known = new HashMap<>();
    List<Cell> values = new ArrayList<>(), partners = new ArrayList<>();
    for (int point = 0; point < sweep.points(); point++) {
      add(values, number(known, sweep.experiment(point, sweep.seeds().first())), sweep);
      Optional<Experiment> partner = sweep.partner(point, sweep.seeds().first());
      if (partner.isPresent()) add(partners, number(known, partner.get()), sweep);
    }
    SweepTable table = new SweepTable(sweep, values, partners, List.of());
    return new Planned(table, new Summary((long) known.size() * sweep.seeds().count(), 0, 0, 0, 0, 0, 0, 0,
        Double.NaN));
  }

  private static int number(Map<Experiment, Integer> known, Experiment of) {
    return known.computeIfAbsent(of, _ -> known.size());
  }

  private static void add(List<Cell> cells, int experiment, Sweep sweep) {
    for (int seed = 0; seed < sweep.seeds().count(); seed++)
      cells.add(new Cell(new RunId((long) experiment * sweep.seeds().count() + seed), CellState.WAITING, -1,
          Optional.empty(),
          Optional.empty(), ""));
  }
}
