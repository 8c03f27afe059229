package dropoutlab.figure.sweep;

import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.sweep.Cell;
import dropoutlab.frame.sweep.SweepTable;
import java.util.List;
import java.util.Optional;

/// The raster of runs: rows are values, columns seeds, blocks tasks. One glance tells what is there, what is missing
/// and where it went.
public record RunsFigure(SweepTable runs, SweepLook look) implements Figure {
  private static final double GAP = 1.4, SMALL_GAP = .5;

  private RunsLayout layout(double width, double height) {
    return RunsLayout.of(RunsRows.of(runs), width, height, 
        room -> new RunsWords(runs).keyLines(room, width, height));
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    RunsLayout at = layout(width, height);
    drawChosen(pen, theme, at);
    for (int row = 0; row < at.rows().rows().size(); row++) {
      if (at.bundle() > 1) drawBundles(pen, theme, at, row);
      else for (int seed = 0; seed < at.rows().seeds(); seed++) drawCell(pen, theme, at, row, seed);
    }
    drawSeed(pen, theme, at);
    if (!at.worded()) return;
    drawLabels(pen, theme, at);
    RunsWords words = new RunsWords(runs);
    if (at.head()) words.drawTasks(pen, theme, at);
    if (at.keys() > 0) words.drawKeys(pen, theme, at, width);
  }

  private boolean isChosen(RunsRows.Row row) {
    return row.point() >= 0 && look.point().isPresent() && look.point().getAsInt() == row.point();
  }

  private void drawChosen(Pen pen, Theme theme, RunsLayout at) {
    for (int i = 0; i < at.rows().rows().size(); i++) {
      if (!isChosen(at.rows().rows().get(i))) continue;
      pen.fill(SweepColours.chosen(theme));
      pen.fillRoundRect(0, at.y(i), at.right() + 2, at.row(), 3);
    }
  }

  private void drawCell(Pen pen, Theme theme, RunsLayout at, int row, int seed) {
    Cell cell = at.rows().rows().get(row).cells().get(seed);
    double gapX = gap(at.seed()), gapY = gap(at.row());
    RunMark.of(cell).draw(pen, theme, at.x(seed) + gapX / 2, at.y(row) + gapY / 2, at.seed() - gapX, at.row() - gapY,
        cell.repeat().isPresent());
  }

  private static double gap(double size) { return size >= 6 ? GAP : size >= 2.5 ? SMALL_GAP : size > 1.2 ? .25 : 0; }

  /// Many seeds in one cell: how many are done from below, then what is not finite, failed or lost.
  private void drawBundles(Pen pen, Theme theme, RunsLayout at, int row) {
    List<Cell> cells = at.rows().rows().get(row).cells();
    for (int from = 0; from < cells.size(); from += at.bundle()) {
      List<Cell> bundle = cells.subList(from, Math.min(cells.size(), from + at.bundle()));
      double x = at.left() + from * at.seed(), wide = bundle.size() * at.seed() - .3, gap = gap(at.row());
      double high = at.row() - gap, bottom = at.y(row) + gap / 2 + high;
      for (int[] part : new int[][] {{RunMark.grey(theme),
          count(bundle, RunMark.DONE) + count(bundle, RunMark.REPEATED)},
          {theme.ink(), count(bundle, RunMark.NOT_FINITE) + count(bundle, RunMark.DIFFERS)},
          {theme.faint(), count(bundle, RunMark.LOST) + count(bundle, RunMark.FAILED)}}) {
        double its = high * part[1] / bundle.size();
        pen.fill(part[0]);
        if (its > 0) pen.fillRect(x, bottom - its, wide, its);
        bottom -= its;
      }
    }
  }

  private static int count(List<Cell> cells, RunMark mark) {
    return (int) cells.stream().filter(cell -> RunMark.of(cell) == mark).count();
  }

  /// A frame around the runs of the seed that is pointed at.
  private void drawSeed(Pen pen, Theme theme, RunsLayout at) {
    if (look.seed().isEmpty() || look.seed().getAsInt() >= at.rows().seeds() || look.seed().getAsInt() < 0) return;
    double x = at.x(look.seed().getAsInt());
    pen.stroke(theme.ink(), 1.2);
    pen.strokeRoundRect(x - .6, at.top() - 1.5, at.seed() + 1.2, at.bottom() - at.top() + 3, 2);
  }

  private void drawLabels(Pen pen, Theme theme, RunsLayout at) {
    List<RunsRows.Row> rows = at.rows().rows();
    int every = at.labelEvery();
    for (int i = 0; i < rows.size(); i++) {
      boolean chosen = isChosen(rows.get(i));
      boolean near = every > 1 && look.point().isPresent() && Math.abs(i - look.point().getAsInt()) < every;
      if (!chosen && (i % every != 0 || near)) continue;
      Pen.Type type = chosen ? at.numberBold() : at.number();
      pen.fill(chosen ? theme.accent() : theme.muted());
      pen.text(Fit.within(pen, rows.get(i).label(), type, at.left() - 8), at.left() - 7,
          at.y(i) + at.row() / 2 + .34 * type.size(), type, Align.RIGHT);
    }
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    RunsLayout at = layout(width, height);
    int row = at.rowAt(y), seed = at.seedAt(x);
    if (row < 0 || seed < 0 && x > at.left()) return Optional.empty();
    RunsRows.Row of = at.rows().rows().get(row);
    return Optional.of(seed < 0 ? new Hit.Run(of.point(), -1, new RunsWords(runs).told(of))
        : new Hit.Run(of.point(), seed, new RunsWords(runs).told(of, seed)));
  }

  @Override public Description describe() { return new RunsWords(runs).description(); }

  @Override public Optional<DataTable> table() { return new RunsWords(runs).table(); }
}
