package dropoutlab.figure.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.frame.Viewport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What sentences and tables of figures are computed with. Oracle: by hand.
class SummaryTest {
  @Test void onlyFiniteNumbersCount() {
    Summary of = Summary.of(Double.NaN, 3, -1, Double.POSITIVE_INFINITY, 4, -1);
    assertThat(of.count()).isEqualTo(4);
    assertThat(of.mean()).isEqualTo(1.25);
    // (1.75² + 2.25² + 2.75² + 2.25²) / 4
    assertThat(of.sd()).isCloseTo(Math.sqrt(20.75 / 4), within(1e-12));
    assertThat(of.rms()).isCloseTo(Math.sqrt((9 + 1 + 16 + 1) / 4.), within(1e-12));
    assertThat(new int[] {of.leastAt(), of.mostAt()}).containsExactly(2, 4);
    assertThat(Summary.of(Double.NaN).isEmpty()).isTrue();
    assertThat(Summary.of(Double.NaN).leastAt()).isEqualTo(-1);
  }

  @Test void aCurveRisesFallsOrIsLevelAtItsEnd() {
    double[] line = IntStream.range(0, 100).mapToDouble(i -> i).toArray();
    assertThat(Trend.of(line)).contains(Trend.RISING);
    assertThat(Trend.of(IntStream.range(0, 100).mapToDouble(i -> 200 - i).toArray())).contains(Trend.FALLING);
    assertThat(Trend.of(IntStream.range(0, 100).mapToDouble(i -> i < 50 ? i : 50 + .001 * i).toArray())).contains(Trend.LEVEL);
    // Noise of one tenth: the halves differ by a few per cent, and by less than two standard errors.
    assertThat(Trend.of(1, 1.2, 1.1, 1.3)).isEmpty();
    assertThat(Trend.of(1, 2, 3)).isEmpty();
  }

  @Test void numbersAreAlikeWithinOnePerCent() {
    assertThat(Than.of(100, 100.5)).isEqualTo(Than.ALIKE);
    assertThat(Than.of(100, 102)).isEqualTo(Than.LOWER);
    assertThat(Than.of(-1, -2)).isEqualTo(Than.HIGHER);
    assertThat(Than.of(0, 0)).isEqualTo(Than.ALIKE);
  }

  @Test void aUnitIsPartedFromItsName() {
    assertThat(DataTable.Column.named("CO₂ (ppm)")).isEqualTo(new DataTable.Column("CO₂", "ppm"));
    assertThat(DataTable.Column.named("cross-entropy, nats")).isEqualTo(new DataTable.Column("cross-entropy", "nats"));
    assertThat(DataTable.Column.named("p(class 3)")).isEqualTo(new DataTable.Column("p(class 3)"));
    assertThat(DataTable.Column.named("y")).isEqualTo(new DataTable.Column("y"));
  }

  /// 4 x 2 cells over [0, 4] x [0, 2]: each is a unit square.
  @Test void cellsLieRowByRowFromTheBottom() {
    Cells cells = new Cells(new Viewport(0, 4, 0, 2), 4, 2);
    assertThat(new double[] {cells.x(5), cells.y(5)}).containsExactly(1.5, 1.5);
    assertThat(cells.at(1.2, 1.9)).isEqualTo(5);
    assertThat(cells.at(4, 2)).isEqualTo(7);
    assertThat(cells.at(4.1, 1)).isEqualTo(-1);
  }
}
