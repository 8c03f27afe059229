package dropoutlab.figure.plot;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.figure.RecordingPen;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TraceTest {
  private final RecordingPen pen = new RecordingPen();
  private final Trace trace = new Trace(pen, 2);

  /// Oracle: the extremes of each column, by a plain loop.
  @Test void thinningKeepsTheLowestAndHighestOfEachColumn() {
    int columns = 50;
    double[] low = new double[columns];
    double[] high = new double[columns];
    Arrays.fill(low, Double.POSITIVE_INFINITY);
    Arrays.fill(high, Double.NEGATIVE_INFINITY);
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 100_000; i++) {
      double x = i * columns / 100_000.0;
      double y = random.nextDouble();
      low[(int) x] = Math.min(low[(int) x], y);
      high[(int) x] = Math.max(high[(int) x], y);
      trace.add(x, y);
    }
    trace.end();
    RecordingPen.Line line = pen.lines.getFirst();
    assertThat(pen.lines).hasSize(1);
    assertThat(line.x()).hasSize(2 * columns);
    assertThat(line.x()).isSorted();
    for (int c = 0; c < columns; c++) {
      assertThat(Math.min(line.y()[2 * c], line.y()[2 * c + 1])).isEqualTo(low[c]);
      assertThat(Math.max(line.y()[2 * c], line.y()[2 * c + 1])).isEqualTo(high[c]);
    }
  }

  @Test void sparsePointsAreDrawnAsTheyAre() {
    for (int i = 0; i < 4; i++) trace.add(10 * i, i * i);
    trace.end();
    assertThat(pen.lines.getFirst().x()).containsExactly(0, 10, 20, 30);
    assertThat(pen.lines.getFirst().y()).containsExactly(0, 1, 4, 9);
  }

  @Test void gapsInterruptAndLonelyPointsBecomeDots() {
    trace.add(0, 1);
    trace.add(5, 2);
    trace.add(10, Double.NaN);
    trace.add(15, 4);
    trace.add(20, Double.POSITIVE_INFINITY);
    trace.end();
    assertThat(pen.lines).hasSize(1);
    assertThat(pen.discs).containsExactly(new RecordingPen.Disc(15, 4, 2, 0, true));
  }
}
