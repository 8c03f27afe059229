package dropoutlab.predict.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.data.Scaling;
import dropoutlab.data.Schema;
import dropoutlab.frame.sweep.SweepTable;
import dropoutlab.frame.sweep.TestSweeps;
import dropoutlab.spec.Task;
import dropoutlab.spec.sweep.AxisText;
import dropoutlab.spec.sweep.Measure;
import dropoutlab.spec.sweep.Pair;
import dropoutlab.spec.sweep.SeedRange;
import dropoutlab.spec.sweep.Sweep;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Oracle: sentences written by hand, those of the design among them.
class SweepWordsTest {
  private static final Scaling NONE = new Scaling(List.of(), List.of());
  private static final Schema CLASSES = new Schema(Task.CLASSIFICATION, List.of("x", "y"), "class", List.of("a", "b"),
      NONE, NONE, Optional.empty());
  private static final Schema PPM = new Schema(Task.REGRESSION, List.of("year"), "CO2 (ppm)", List.of(), NONE, NONE,
      Optional.empty());
  private static final double WAITS = Double.NaN, INF = Double.POSITIVE_INFINITY;
  private static final String ALONG_P = "network.hidden.*.drop=0, 0.1 ... 0.9";

  private static SweepWords words(SweepTable table) { return words(table, Measure.ERROR, CLASSES); }

  private static SweepWords words(SweepTable table, Measure measure, Schema schema) {
    return new SweepWords(SweepStatistics.of(table, measure), schema);
  }

  @Test void printed() {
    Sweep sweep = TestSweeps.sweep(ALONG_P, 40, new Pair.Twin());
    double[] effect = {0, -.007, -.010, -.015, -.015, -.027, -.032, -.030, -.019, .3};
    TestSweeps.Values values = (point, seed) -> seed >= 27 ? WAITS : point == 9 && seed < 11 ? INF
        : .196 + (seed - 13) * .003 + effect[point] + (point == 0 ? 0 : ((seed * 7 + point) % 11 - 5) * .004);
    System.err.println(words(TestSweeps.table(sweep, values, (p, s) -> values.at(0, s))).finding());
    SweepWords w = words(TestSweeps.table(sweep, values, (p, s) -> values.at(0, s)));
    for (int i = 0; i < 10; i++) System.err.println(w.column(i));
    System.err.println(w.axis(0) + " " + w.measured() + w.p(.07) + w.p(.0004)+w.p(.0034)+w.p(.049)+w.p(1));
  }
}
