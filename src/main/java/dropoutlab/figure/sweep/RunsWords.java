package dropoutlab.figure.sweep;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.DataTable.Column;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Hatch;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.TextMeasure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.sweep.Cell;
import dropoutlab.frame.sweep.CellState;
import dropoutlab.frame.sweep.SweepTable;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The words of a raster of runs: its tasks, its legend, and all of it in sentences.
record RunsWords(SweepTable runs) {
  private static final double MARK = 8, BETWEEN = 13, GAP = 5;

  /// What the legend explains: the usual states, and the others where there are some.
  private List<RunMark> marks() {
    Map<RunMark, Integer> counts = counts();
    return Arrays.stream(RunMark.values()).filter(mark -> switch (mark) {
      case DONE, NOT_FINITE, RUNNING, WAITING -> true;
      case REPEATED, DIFFERS, LOST, FAILED -> counts.containsKey(mark);
    }).toList();
  }

  private Map<RunMark, Integer> counts() {
    Map<RunMark, Integer> counts = new EnumMap<>(RunMark.class);
    RunsRows.of(runs).rows().forEach(row ->
        row.cells().forEach(cell -> counts.merge(RunMark.of(cell), 1, Integer::sum)));
    return counts;
  }

  int keyLines(double room, double width, double height) {
    Type type = new Type(Face.TEXT, .9 * Axes.textSize(width, height));
    int lines = 1;
    double x = 0;
    for (RunMark mark : marks()) {
      double wide = keyWidth(mark, type);
      if (x > 0 && x + wide - BETWEEN > room) {
        lines++;
        x = 0;
      }
      x += wide;
    }
    return lines;
  }

  private static double keyWidth(RunMark mark, Type type) {
    return MARK + GAP + TextMeasure.width(Words.name("sweepfigure.mark", mark), type) + BETWEEN;
  }

  void drawKeys(Pen pen, Theme theme, RunsLayout at, double width) {
    double x = at.left(), y = at.bottom() + 1.75 * at.size();
    for (RunMark mark : marks()) {
      double end = x + keyWidth(mark, at.words());
      if (x > at.left() && end - BETWEEN > width) {
        end = at.left() + end - x;
        x = at.left();
        y += 1.65 * at.size();
      }
      mark.draw(pen, theme, x, y - .36 * at.size() - 4.5, 7, 9, false);
      pen.fill(theme.muted());
      pen.text(Words.name("sweepfigure.mark", mark), x + MARK + GAP, y, at.words(), Align.LEFT);
      x = end;
    }
  }

  /// The tasks over their blocks: number, and how far each is.
  void drawTasks(Pen pen, Theme theme, RunsLayout at) {
    double taken = Double.NEGATIVE_INFINITY;
    for (int block = 0; block < at.blocks().size(); block++) {
      double left = at.x(at.blocks().get(block)), right = at.x(at.rows().end(block) - 1) + at.seed();
      List<Cell> cells = at.rows().cells(block);
      drawBar(pen, theme, cells, left, 1.75 * at.size(), right - left);
      taken = drawTask(pen, theme, at, at.rows().task(block), cells, left, right, taken);
    }
  }

  private double drawTask(Pen pen, Theme theme, RunsLayout at, int task, List<Cell> cells, double left, double right,
                          double taken) {
    String number = Integer.toString(task);
    if (left < taken + 4) return taken;
    double y = 1.15 * at.size(), end = left + TextMeasure.width(number, at.words());
    pen.fill(theme.muted());
    pen.text(number, left, y, at.words(), Align.LEFT);
    boolean lost = has(cells, CellState.LOST), waits = cells.stream().allMatch(c -> c.state() == CellState.WAITING);
    String word = lost ? Words.of("sweepfigure.runs.lost") : waits ? Words.of("sweepfigure.runs.waits") : "";
    Type type = lost ? at.bold() : at.words();
    double wide = TextMeasure.width(word, type);
    if (word.isEmpty() || end + 4 + wide > right + at.gap()) return end;
    if (lost) pen.fill(theme.ink());
    pen.text(word, end + 4, y, type, Align.LEFT);
    return end + 4 + wide;
  }

  private static boolean has(List<Cell> cells, CellState state) {
    return cells.stream().anyMatch(cell -> cell.state() == state);
  }

  /// Grey of a task that has ended, ink of one that is at work, and hatched what was lost.
  private static void drawBar(Pen pen, Theme theme, List<Cell> cells, double left, double top, double width) {
    double high = 4, results = share(cells, CellState.DONE) + share(cells, CellState.NOT_FINITE);
    double lost = share(cells, CellState.LOST) + share(cells, CellState.FAILED);
    boolean working = has(cells, CellState.RUNNING);
    pen.fill(theme.line());
    pen.fillRoundRect(left, top, width, high, high / 2);
    if (results > 0) {
      pen.fill(working ? theme.ink() : theme.muted());
      pen.fillRoundRect(left, top, Math.max(high, width * results), high, high / 2);
    }
    if (lost == 0) return;
    pen.fill(theme.card());
    pen.fillRect(left + width * results, top, width * lost, high);
    pen.stroke(theme.ink(), .8);
    pen.strokeRect(left + width * results + .4, top + .4, width * lost - .8, high - .8);
    Hatch.rect(pen, left + width * results, top, width * lost, high, 3);
  }

  private static double share(List<Cell> cells, CellState state) {
    return cells.stream().filter(cell -> cell.state() == state).count() / (double) cells.size();
  }

  String told(RunsRows.Row row) {
    int results = (int) row.cells().stream().filter(cell -> cell.state().isResult()).count();
    return Words.of("sweepfigure.runs.row", row.label(), results, row.cells().size());
  }

  String told(RunsRows.Row row, int seed) {
    Cell cell = row.cells().get(seed);
    String told = Words.of("sweepfigure.runs.run", row.label(), runs.sweep().seeds().at(seed),
        Words.name("sweepfigure.mark", RunMark.of(cell)));
    return cell.cause().isEmpty() ? told : told + "\n" + cell.cause();
  }

  Description description() {
    Map<RunMark, Integer> counts = counts();
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    List<String> parts = new ArrayList<>();
    counts.forEach((mark, count) ->
        parts.add(Words.of("sweepfigure.runs.counted", count, Words.name("sweepfigure.mark", mark))));
    return new Description(Words.of("sweepfigure.runs.title"),
        List.of(Words.count("sweepfigure.runs.counts", all, Words.parted(parts))));
  }

  Optional<DataTable> table() {
    DataTable.Rows rows = new DataTable.Rows(new Column(Words.of("sweepfigure.table.value")),
        new Column(Words.of("sweepfigure.table.seed")), new Column(Words.of("sweepfigure.table.task")),
        new Column(Words.of("sweepfigure.table.state")), new Column(Words.of("sweepfigure.table.cause")),
        new Column(Words.of("sweepfigure.table.run")));
    for (RunsRows.Row row : RunsRows.of(runs).rows())
      for (int seed = 0; seed < row.cells().size(); seed++) {
        Cell cell = row.cells().get(seed);
        rows.add(row.label(), runs.sweep().seeds().at(seed), cell.task() < 0 ? null : cell.task(),
            Words.name("sweepfigure.mark", RunMark.of(cell)), cell.cause().isEmpty() ? null : cell.cause(),
            cell.run().toString());
      }
    return rows.table();
  }
}
