package dropoutlab.sweep;

import dropoutlab.frame.sweep.Cell;
import dropoutlab.frame.sweep.CellState;
import dropoutlab.frame.sweep.Outcome;
import dropoutlab.frame.sweep.SweepTable;
import dropoutlab.spec.sweep.RunId;
import dropoutlab.spec.sweep.Sweep;
import dropoutlab.sweep.folder.FolderException;
import dropoutlab.sweep.folder.PlanRow;
import dropoutlab.words.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes a table of all that is known of a sweep. The plan and each result are read once.
final class Tables {
  private final SweepFolder folder;
  private final Map<Long, Outcome> outcomes = new HashMap<>();
  private List<PlanRow> rows;

  Tables(SweepFolder folder) { this.folder = folder; }

  SweepTable now() throws IOException {
    folder.ledger().refresh();
    States states = folder.states();
    Sweep sweep = folder.sweep();
    Map<Long, Cell> cells = new HashMap<>();
    List<PlanRow> all = rows();
    int runs = sweep.points() * sweep.seeds().count(), seeds = sweep.seeds().count();
    List<Cell> values = new ArrayList<>(Collections.nCopies(runs, null)), partners = new ArrayList<>(values);
    boolean paired = false;
    for (int i = 0; i < runs; i++) {
      PlanRow row = all.get(i);
      int at = row.point() * seeds + row.task();
      values.set(at, cell(row.run(), row.task(), states, cells));
      paired = row.twin() != PlanRow.NONE;
      if (paired) partners.set(at, cell(row.twin(), row.task(), states, cells));
    }
    return new SweepTable(sweep, values, paired ? partners : List.of(),
        confirmations(all.subList(runs, all.size()), states, cells));
  }

  private List<SweepTable> confirmations(List<PlanRow> all, States states, Map<Long, Cell> cells) throws IOException {
    List<SweepTable> tables = new ArrayList<>();
    Iterator<PlanRow> next = all.iterator();
    for (Sweep.Confirmation again : folder.sweep().confirmations()) {
      List<Cell> values = new ArrayList<>(), partners = new ArrayList<>();
      for (int s = 0; s < again.seeds().count(); s++) {
        PlanRow row = next.next();
        values.add(cell(row.run(), row.task(), states, cells));
        if (row.twin() != PlanRow.NONE) partners.add(cell(row.twin(), row.task(), states, cells));
      }
      tables.add(new SweepTable(folder.sweep().confirming(again), values, partners, List.of()));
    }
    return tables;
  }

  private Cell cell(long run, int block, States states, Map<Long, Cell> known) throws IOException {
    Cell cell = known.get(run);
    if (cell != null) return cell;
    Optional<Outcome> outcome = outcome(run);
    Optional<Outcome> repeat = folder.ledger().repeated(run) ? folder.ledger().repeat(run) : Optional.empty();
    CellState state = states.of(run, block);
    // A line that was damaged after it had been read once is no result any more.
    if (state.isResult() && outcome.isEmpty()) state = CellState.WAITING;
    cell = new Cell(new RunId(run), state, states.task(run, block), outcome,
        outcome.isPresent() ? repeat : Optional.empty(), states.cause(run, block));
    known.put(run, cell);
    return cell;
  }

  private Optional<Outcome> outcome(long run) throws IOException {
    if (!folder.ledger().has(run)) return Optional.empty();
    Outcome known = outcomes.get(run);
    if (known == null) {
      known = folder.ledger().outcome(run).orElse(null);
      if (known != null) outcomes.put(run, known);
    }
    return Optional.ofNullable(known);
  }

  private List<PlanRow> rows() throws IOException {
    if (rows != null) return rows;
    List<PlanRow> all = new ArrayList<>();
    folder.eachRow(all::add);
    Sweep sweep = folder.sweep();
    long asked = (long) sweep.points() * sweep.seeds().count()
        + sweep.confirmations().stream().mapToLong(each -> each.seeds().count()).sum();
    if (all.size() != asked)
      throw new FolderException(Words.of("sweeprun.plan.other", folder.layout().plan(), all.size(), asked));
    rows = all;
    return all;
  }
}
