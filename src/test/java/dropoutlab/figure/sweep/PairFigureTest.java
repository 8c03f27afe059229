package dropoutlab.figure.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.figure.RecordingPen;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.sweep.SweepTable;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// One value against its partner. Oracle: the results themselves.
class PairFigureTest {
  private static final SweepLook AT_HALF = SweepLook.START.withPoint(OptionalInt.of(5));

  private static PairPlot plot(SweepTable table, int point) {
    SweepView view = new SweepView(Sweeps.words(table), SweepLook.START);
    return new PairPlot(view, view.column(point), 400, 400);
  }

  @Test void aDotLiesBelowTheDiagonalWhereTheValueIsLower() {
    List<Dot> dots = plot(Sweeps.finished(), 5).dots();
    assertThat(dots).hasSize(40);
    RecordingPen pen = new RecordingPen();
    new PairFigure(Sweeps.words(Sweeps.finished()), AT_HALF).draw(pen, 400, 400, Theme.LIGHT);
    RecordingPen.Line diagonal = pen.lines.stream().filter(line -> line.dash().length == 2 && line.x()[0] != line.x()[1]
        && line.y()[0] != line.y()[1]).findFirst().orElseThrow();
    for (Dot dot : dots) {
      double below = dot.at() - (diagonal.y()[0] - (dot.along() - diagonal.x()[0]));
      double difference = Sweeps.moons(5, dot.seed()) - Sweeps.moons(0, dot.seed());
      assertThat(Math.signum(below)).as("seed %s", dot.seed()).isEqualTo(Math.abs(below) < 1e-6 ? Math.signum(below)
          : -Math.signum(difference));
    }
  }

  @Test void bothAxesHaveOneScale() {
    List<Dot> dots = plot(Sweeps.constant(3, 5, .2), 2).dots();
    RecordingPen pen = new RecordingPen();
    new PairFigure(Sweeps.words(Sweeps.constant(3, 5, .2)), SweepLook.START.withPoint(OptionalInt.of(2)))
        .draw(pen, 400, 400,
        Theme.LIGHT);
    RecordingPen.Line diagonal = pen.lines.stream().filter(line -> line.dash().length == 2).findFirst().orElseThrow();
    for (Dot dot : dots)
      assertThat(dot.at()).isCloseTo(diagonal.y()[0] - (dot.along() - diagonal.x()[0]), within(1e-6));
  }

  @Test void whatIsNotFiniteStandsInAStrip() {
    PairPlot plot = plot(Sweeps.finished(), 9);
    assertThat(plot.dots()).hasSize(40);
    assertThat(plot.dots().stream().filter(dot -> dot.kind() == Dot.Kind.NOT_FINITE)).hasSize(20)
        .allMatch(dot -> dot.at() < 50);
  }

  @Test void pointingTellsTheSeed() {
    PairFigure figure = new PairFigure(Sweeps.words(Sweeps.finished()), AT_HALF);
    for (Dot dot : plot(Sweeps.finished(), 5).dots()) {
      Hit.Run run = (Hit.Run) figure.hit(dot.along(), dot.at(), 400, 400).orElseThrow();
      assertThat(run.point()).isEqualTo(5);
      assertThat(run.seed()).isEqualTo(dot.seed());
    }
    assertThat(figure.hit(2, 2, 400, 400)).isEmpty();
  }

  @Test void halvesAndAxesAreNamed() {
    RecordingPen pen = new RecordingPen();
    new PairFigure(Sweeps.words(Sweeps.few(6, 5)), AT_HALF.withSeed(OptionalInt.of(0)))
        .draw(pen, 400, 400, Theme.LIGHT);
    assertThat(pen.words()).contains("p = 0.5", "dropout better", "dropout worse", "seed 1")
        .anyMatch(word -> word.startsWith("the twin"));
  }

  @Test void withoutAPairItSaysSo() {
    RecordingPen pen = new RecordingPen();
    new PairFigure(Sweeps.words(Sweeps.constant(3, 2, Double.NaN)), SweepLook.START).draw(pen, 400, 400, Theme.LIGHT);
    assertThat(pen.words()).containsExactly("There is no pair to compare yet");
    assertThat(new PairFigure(Sweeps.words(Sweeps.finished()), AT_HALF).table().orElseThrow().rows()).hasSize(40);
  }
}
