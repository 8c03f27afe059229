package dropoutlab.sweep;

import dropoutlab.frame.sweep.Outcome;
import dropoutlab.spec.sweep.Axis;
import dropoutlab.spec.sweep.Measure;
import dropoutlab.spec.sweep.Point;
import dropoutlab.spec.sweep.RunId;
import dropoutlab.spec.sweep.Sweep;
import dropoutlab.sweep.folder.Ledger;
import dropoutlab.sweep.folder.PlanRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// All results as one table for other programs, in the order of the plan: a line for each point and seed, and at the
/// end of each seed a line for each run that stands in no column but is the twin of some. It is written line by line,
/// whatever its length. Without times it is the same for every engine, number of threads and interruption, byte for
/// byte.
///
/// `role` is "value", "twin" or "confirmation"; `twin` is the run with which a line is compared; `end` is "done",
/// "not-finite", or empty for a run without a result. `error` is that of so many `passes` where they are asked for.
public final class ResultsFile {
  public static final String NAME = "results.csv";

  private final SweepFolder folder;
  private final Sweep sweep;
  private final Ledger ledger;
  private final Writer to;
  private final boolean times;
  /// The twins of the present seed, with a row of each; those that stand in columns of their own are taken out.
  private final Map<Long, PlanRow> twins = new LinkedHashMap<>();
  private final List<Long> own = new ArrayList<>();
  private int task;

  private ResultsFile(SweepFolder folder, Writer to, boolean times) {
    this.folder = folder;
    sweep = folder.sweep();
    ledger = folder.ledger();
    this.to = to;
    this.times = times;
  }

  /// @param times whether the seconds of computing and the names of the machines are written too
  public static void write(SweepFolder folder, Writer to, boolean times) throws IOException {
    folder.layout().told(() -> {
      folder.ledger().refresh();
      ResultsFile file = new ResultsFile(folder, to, times);
      file.head();
      folder.eachRow(file::row);
      file.endSeed();
      return null;
    });
  }

  private void head() throws IOException {
    List<String> names = new ArrayList<>(List.of("run", "role", "point"));
    for (Axis axis : sweep.axes()) names.add(axis.path());
    names.addAll(List.of("seed", "twin", "end", "epoch", "passes"));
    for (Measure each : Measure.values()) names.add(each.name().toLowerCase(Locale.ROOT));
    names.add("weights");
    if (times) names.addAll(List.of("seconds", "node"));
    line(names);
  }

  private void row(PlanRow row) {
    try {
      if (row.task() != task) endSeed();
      task = row.task();
      own.add(row.run());
      if (row.twin() != PlanRow.NONE) twins.putIfAbsent(row.twin(), row);
      line(row.run(), task < sweep.seeds().count() ? "value" : "confirmation", row);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void endSeed() throws IOException {
    own.forEach(twins::remove);
    for (Map.Entry<Long, PlanRow> each : twins.entrySet()) line(each.getKey(), "twin", each.getValue());
    own.clear();
    twins.clear();
  }

  private void line(long run, String role, PlanRow row) throws IOException {
    boolean twin = role.equals("twin");
    OptionalInt passes = twin ? OptionalInt.empty() : sweep.passes(row.point());
    List<String> cells = new ArrayList<>(List.of(new RunId(run).toString(), role));
    cells.add(twin ? "" : String.valueOf(row.point()));
    for (Point each : sweep.at(row.point())) cells.add(twin ? "" : each.label());
    cells.add(String.valueOf(row.seed()));
    cells.add(twin || row.twin() == PlanRow.NONE ? "" : HexFormat.of().toHexDigits(row.twin()));
    Optional<Outcome> outcome = ledger.outcome(run);
    cells.add(outcome.map(o -> o.finite() ? "done" : "not-finite").orElse(""));
    cells.add(outcome.map(o -> String.valueOf(o.epoch())).orElse(""));
    cells.add(passes.isPresent() ? String.valueOf(passes.getAsInt()) : "");
    for (Measure each : Measure.values()) cells.add(outcome.map(o -> number(o.value(each, passes))).orElse(""));
    cells.add(outcome.map(Outcome::weights).orElse(""));
    if (times) {
      cells.add(outcome.map(o -> String.valueOf(o.seconds())).orElse(""));
      cells.add(outcome.map(Outcome::node).orElse(""));
    }
    line(cells);
  }

  private static String number(double value) { return Double.isFinite(value) ? String.valueOf(value) : ""; }

  private void line(List<String> cells) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) to.write(',');
      to.write(quoted(cells.get(i)));
    }
    to.write('\n');
  }

  private static String quoted(String cell) {
    boolean plain = cell.indexOf(',') < 0 && cell.indexOf('"') < 0 && cell.indexOf('\n') < 0 && cell.indexOf('\r') < 0;
    return plain ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
  }
}
