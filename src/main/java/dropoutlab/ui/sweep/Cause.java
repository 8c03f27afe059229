package dropoutlab.ui.sweep;

import dropoutlab.frame.sweep.Cell;
import dropoutlab.frame.sweep.CellState;
import dropoutlab.frame.sweep.Outcome;
import dropoutlab.frame.sweep.SweepTable;
import dropoutlab.predict.sweep.Column;
import dropoutlab.predict.sweep.SweepStatistics;
import dropoutlab.predict.sweep.SweepWords;
import dropoutlab.spec.sweep.Point;
import dropoutlab.spec.sweep.RunId;
import dropoutlab.sweep.Summary;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Something that is to be said of the runs, and what can be done about it.
///
/// @param sentence what it is
/// @param detail   more about it, muted
/// @param runs     that can be run by a button; 0 for none
/// @param asked    those that are only run when they are asked for by name
record Cause(Kind kind, String sentence, String detail, int runs, List<RunId> asked) {
  private static final int MOST_VALUES = 3;

  Cause(Kind kind, String sentence, String detail) { this(kind, sentence, detail, 0, List.of()); }

  enum Kind { NOT_FINITE, FAILED, LOST, DIFFERS, REPEATS }

  static List<Cause> of(SweepWords words, Summary summary) {
    SweepStatistics statistics = words.statistics();
    List<Cause> causes = new ArrayList<>();
    Map<RunId, Cell> cells = new LinkedHashMap<>();
    all(statistics.table()).forEach(cell -> cells.putIfAbsent(cell.run(), cell));
    addDiffering(causes, words);
    addMissing(causes, cells.values());
    addNotFinite(causes, statistics, cells.values());
    addRepeats(causes, summary, cells.values(), statistics.table().sweep().repeats());
    return causes;
  }

  private static Stream<Cell> all(SweepTable table) {
    return Stream.concat(Stream.concat(table.values().stream(), table.partners().stream()),
        table.confirmations().stream().flatMap(Cause::all));
  }

  private static void addNotFinite(List<Cause> causes, SweepStatistics statistics, Collection<Cell> cells) {
    int many = (int) cells.stream().filter(cell -> cell.state() == CellState.NOT_FINITE).count();
    if (many == 0) return;
    List<Column> with = statistics.columns().stream().filter(column -> column.notFinite() > 0).toList();
    List<String> where = with.stream().limit(MOST_VALUES).map(column -> Words.of("sweepview.cause.at",
        label(statistics.table(), column.point()), column.notFinite(), column.results())).toList();
    String places = where.isEmpty() ? "" : String.join(", ", where) + ". ";
    causes.add(new Cause(Kind.NOT_FINITE, Words.count("sweepview.cause.not_finite", many),
        Words.of("sweepview.cause.not_finite.detail", places)));
  }

  /// What failed alike, and what was lost with the same task, is told as one.
  private static void addMissing(List<Cause> causes, Collection<Cell> cells) {
    Map<String, List<Cell>> failed = cells.stream().filter(cell -> cell.state() == CellState.FAILED)
        .collect(Collectors.groupingBy(Cell::cause, LinkedHashMap::new, Collectors.toList()));
    failed.forEach((why, of) -> causes.add(new Cause(Kind.FAILED, Words.count("sweepview.cause.failed", of.size()),
        SeedText.sentence(why.isEmpty() ? Words.of("sweepview.cause.unknown") : why), of.size(),
        of.stream().map(Cell::run).toList())));
    Map<Integer, List<Cell>> lost = cells.stream().filter(cell -> cell.state() == CellState.LOST)
        .collect(Collectors.groupingBy(Cell::task, TreeMap::new, Collectors.toList()));
    lost.forEach((task, of) -> causes.add(lost(task, of, cells)));
  }

  private static Cause lost(int task, List<Cell> of, Collection<Cell> cells) {
    long kept = cells.stream().filter(cell -> cell.task() == task && cell.state().isResult()).count();
    String why = of.getFirst().cause();
    String keeps = kept == 0 ? "" : Words.count("sweepview.cause.kept", kept);
    String told = task < 0 ? Words.count("sweepview.cause.lost", of.size()) : Words.count("sweepview.cause.lost.task",
        of.size(), task);
    return new Cause(Kind.LOST, told, Words.of("sweepview.cause.lost.detail", why.isEmpty() ? ""
        : SeedText.sentence(why), keeps).strip(),
        of.size(), List.of());
  }

  private static void addRepeats(List<Cause> causes, Summary summary, Collection<Cell> cells, double share) {
    if (summary.repeated() == 0 || summary.repeatsDiffer() > 0) return;
    String detail = share > 0 ? Words.of("sweepview.cause.repeats.detail", Math.round(1 / share))
        : Words.of("sweepview.cause.repeats.own");
    causes.add(new Cause(Kind.REPEATS, Words.count("sweepview.cause.repeats", summary.repeated()), detail));
  }

  private static void addDiffering(List<Cause> causes, SweepWords words) {
    SweepTable table = words.statistics().table();
    for (int point = 0; point < table.sweep().points(); point++)
      for (int seed = 0; seed < table.seeds(); seed++)
        if (table.value(point, seed).contradicted()) {
          causes.add(differing(words, point, seed));
          return;
        }
  }

  private static Cause differing(SweepWords words, int point, int seed) {
    SweepStatistics statistics = words.statistics();
    SweepTable table = statistics.table();
    Cell cell = table.value(point, seed);
    Outcome first = cell.outcome().orElseThrow(), again = cell.repeat().orElseThrow();
    return new Cause(Kind.DIFFERS, Words.of("sweepview.cause.differs", label(table, point),
        table.sweep().seeds().at(seed)),
        Words.of("sweepview.cause.differs.detail", words.value(first.value(statistics.measure(),
            table.sweep().passes(point))), first.node(),
            words.value(again.value(statistics.measure(), table.sweep().passes(point))), again.node()));
  }

  /// A value as a person calls it: "p = 0.6".
  static String label(SweepTable table, int point) {
    return table.sweep().at(point).stream().map(Point::label).collect(Collectors.joining(Words.of("sweepview.values")));
  }
}
