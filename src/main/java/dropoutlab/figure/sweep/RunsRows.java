package dropoutlab.figure.sweep;

import dropoutlab.frame.sweep.Cell;
import dropoutlab.frame.sweep.SweepTable;
import dropoutlab.spec.sweep.Axis;
import dropoutlab.spec.sweep.Pair;
import dropoutlab.spec.sweep.Point;
import dropoutlab.spec.sweep.RunId;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The rows of a raster of runs: a point each, and behind them those partners that are none of the points. No run
/// stands in two rows.
///
/// @param blocks the first seed of each task's block; the first is 0
record RunsRows(List<Row> rows, List<Integer> blocks, int seeds) {
  /// @param point -1 for a partner
  /// @param cells a seed each
  record Row(String label, int point, List<Cell> cells) {}

  static RunsRows of(SweepTable table) {
    int seeds = table.seeds();
    List<Row> rows = new ArrayList<>();
    Set<RunId> known = new HashSet<>();
    for (int point = 0; point < table.sweep().points(); point++) {
      List<Cell> cells = table.values().subList(point * seeds, (point + 1) * seeds);
      // Points that only ask the same networks otherwise are one row.
      if (known.addAll(cells.stream().map(Cell::run).toList())) rows.add(new Row(label(table, point), point, cells));
    }
    for (int point = 0; point < table.partners().size() / seeds; point++) {
      List<Cell> cells = table.partners().subList(point * seeds, (point + 1) * seeds);
      if (known.addAll(cells.stream().map(Cell::run).toList())) rows.add(new Row(partner(table, point), -1, cells));
    }
    return new RunsRows(rows, blocks(rows, seeds), seeds);
  }

  private static String label(SweepTable table, int point) {
    return table.sweep().at(point).reversed().stream().map(Point::label).collect(Collectors.joining(" · "));
  }

  private static String partner(SweepTable table, int point) {
    if (table.sweep().pair() instanceof Pair.Of(String label)) return label;
    boolean one = table.sweep().axes().stream().map(Axis::points).allMatch(points -> points.size() == 1)
        || table.partner(0, 0).equals(table.partner(table.sweep().points() - 1, 0));
    return one ? Words.of("sweepfigure.twin") : Words.of("sweepfigure.runs.twin_of", label(table, point));
  }

  /// Seeds of one task stand together; without tasks of whole seeds all stand together.
  private static List<Integer> blocks(List<Row> rows, int seeds) {
    List<Integer> starts = new ArrayList<>(List.of(0));
    for (int seed = 0; seed < seeds; seed++) {
      int task = task(rows, seed);
      if (task < 0) return List.of(0);
      if (seed > 0 && task != task(rows, seed - 1)) starts.add(seed);
    }
    return starts;
  }

  /// Returns the task that trains all runs of a seed; -1 if there is no such task.
  private static int task(List<Row> rows, int seed) {
    int[] tasks = rows.stream().mapToInt(row -> row.cells().get(seed).task()).filter(task -> task >= 0)
        .distinct().toArray();
    return tasks.length == 1 ? tasks[0] : -1;
  }

  /// Returns the task of a block; -1 if there are no tasks of whole seeds.
  int task(int block) { return task(rows, blocks.get(block)); }

  boolean hasTasks() { return task(0) >= 0; }

  int end(int block) { return block + 1 < blocks.size() ? blocks.get(block + 1) : seeds; }

  /// Returns the cells of a block.
  List<Cell> cells(int block) {
    return rows.stream().flatMap(row -> row.cells().subList(blocks.get(block), end(block)).stream()).toList();
  }
}
