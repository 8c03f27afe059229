package dropoutlab.figure.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.figure.RecordingPen;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.sweep.CellState;
import dropoutlab.frame.sweep.SweepTable;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The raster of runs. Oracle: the states of the cells, counted.
class RunsFigureTest {
  private static RecordingPen drawn(SweepTable table, double width, double height) {
    RecordingPen pen = new RecordingPen();
    new RunsFigure(table, SweepLook.START).draw(pen, width, height, Theme.LIGHT);
    return pen;
  }

  @Test void everyRunIsThereOnceAndEveryStateHasItsShape() {
    SweepTable table = Sweeps.states();
    RunsRows rows = RunsRows.of(table);
    assertThat(rows.rows()).hasSize(10);
    assertThat(rows.rows().stream().flatMap(row -> row.cells().stream()).toList()).isEqualTo(table.values());
    RecordingPen pen = drawn(table, 370, 210);
    assertThat(pen.words()).contains("0.6", "3", "lost", "7", "waits", "done", "repeated", "repeat differs",
        "not finite",
        "running", "waiting", "failed");
    long waiting = table.values().stream().filter(cell -> cell.state() == CellState.WAITING).count();
    // One more in the legend.
    assertThat(pen.discs.stream().filter(disc -> disc.argb() == Theme.LIGHT.faint())).hasSize((int) waiting + 1);
  }

  @Test void pointingAtACellTellsItsRun() {
    SweepTable table = Sweeps.states();
    RunsFigure figure = new RunsFigure(table, SweepLook.START);
    Set<String> seen = new HashSet<>();
    for (double y = 0; y < 210; y += 2)
      for (double x = 0; x < 370; x += 2)
        figure.hit(x, y, 370, 210).map(Hit.Run.class::cast).filter(run -> run.seed() >= 0)
            .ifPresent(run -> seen.add(run.point() + " " + run.seed()));
    assertThat(seen).hasSize(400);
    RunsLayout at = RunsLayout.of(RunsRows.of(table), 370, 210, _ -> 2);
    Hit hit = figure.hit(at.x(14) + 1, at.y(3) + 1, 370, 210).orElseThrow();
    assertThat(hit.text()).isEqualTo("0.3, seed 15: failed\nThe memory was used up.");
    Hit row = figure.hit(5, at.y(3) + 1, 370, 210).orElseThrow();
    assertThat(row).isEqualTo(new Hit.Run(3, -1, "0.3: 26 of 40 runs have a result"));
  }

  @Test void fromOneRunToFourThousandNothingLeavesTheFigure() {
    for (SweepTable table : List.of(Sweeps.onePoint(1), Sweeps.states(), Sweeps.many(), Sweeps.series(6, 9, 10),
        Sweeps.passes()))
      for (double[] size : new double[][] {{720, 400}, {370, 210}, {260, 160}, {130, 90}, {60, 40}}) {
        RecordingPen pen = drawn(table, size[0], size[1]);
        for (RecordingPen.Box box : pen.boxes) {
          assertThat(box.x() + box.width()).isLessThanOrEqualTo(size[0] + 2);
          assertThat(box.y() + box.height()).isLessThanOrEqualTo(size[1] + 2);
        }
        assertThat(pen.boxes).isNotEmpty();
      }
  }

  @Test void twoHundredSeedsInAFewPixelsAreCountedTogether() {
    RecordingPen pen = drawn(Sweeps.many(), 370, 210);
    double narrowest = pen.boxes.stream().filter(box -> box.argb() == RunMark.grey(Theme.LIGHT))
        .mapToDouble(RecordingPen.Box::width).min().orElseThrow();
    assertThat(narrowest).isGreaterThan(1.5);
    assertThat(drawn(Sweeps.many(), 900, 300).boxes.size()).isGreaterThan(4000);
  }

  @Test void networksThatAreOnlyAskedOtherwiseAreOneRow() {
    assertThat(RunsRows.of(Sweeps.passes()).rows()).hasSize(1);
    assertThat(RunsRows.of(Sweeps.onePoint(3)).rows()).extracting(RunsRows.Row::label).containsExactly("0.5", "twin");
    assertThat(RunsRows.of(Sweeps.widths()).rows()).hasSize(20).extracting(RunsRows.Row::label)
        .contains("0.6", "twin of 0.6");
  }

  @Test void statesAreCountedInWordsAndListed() {
    RunsFigure figure = new RunsFigure(Sweeps.states(), SweepLook.START.withSeed(OptionalInt.of(1)));
    assertThat(figure.describe().text()).startsWith("400 runs: ")
        .contains("4 repeated", "1 repeat differs", "3 running",
        "1 failed", "20 lost").doesNotContain(" 0 ");
    // A repeat of what is not finite is told as not finite.
    assertThat(figure.table().orElseThrow().rows()).hasSize(400);
  }
}
