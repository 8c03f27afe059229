package dropoutlab.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.data.Examples;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Weights;
import dropoutlab.math.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// Units of a small network, and every way to remove them, against numpy in double precision. The numbers were written
/// by `src/test/python/claims_units.py`.
class RemovableUnitsTest {
  record Case(double[][] w1, double[][] b1, double[][] w2, double[][] b2, double[][] x, int[] labels, double[] means,
              double[] zeros, double[][] r, double meanR, int[][] wrong, int[] order, int[] along) {
    RemovableUnits units() {
      Tensor inputs = new Tensor(x.length, x[0].length), classes = new Tensor(x.length, b2[0].length);
      for (int i = 0; i < x.length; i++) {
        for (int c = 0; c < x[i].length; c++) inputs.set(i, c, (float) x[i][c]);
        classes.set(i, labels[i], 1);
      }
      Weights weights = new Weights(List.of(matrix(w1), matrix(w2)), List.of(matrix(b1), matrix(b2)));
      return new RemovableUnits(weights, new Examples(inputs, classes), () -> {});
    }
  }

  private Case numpy;
  private RemovableUnits units;

  @BeforeEach void read() throws IOException {
    try (InputStream in = RemovableUnitsTest.class.getResourceAsStream("/claims/units.json")) {
      numpy = new JsonMapper().readValue(in, Case.class);
    }
    units = numpy.units();
  }

  private static Matrix matrix(double[][] rows) {
    return Matrix.generate(rows.length, rows[0].length, (r, c) -> rows[r][c]);
  }

  private static BitSet set(int bits) { return BitSet.valueOf(new long[] {bits}); }

  @Test void everyUnitPutsOutWhatNumpySays() {
    Matrix values = units.values();
    for (int u = 0; u < units.units(); u++) {
      double sum = 0, zeros = 0;
      for (int i = 0; i < values.rows(); i++) {
        sum += values.at(i, u) / values.rows();
        if (values.at(i, u) == 0) zeros++;
      }
      assertThat(sum).isEqualTo(numpy.means[u], within(1e-7));
      assertThat(zeros / values.rows()).isEqualTo(numpy.zeros[u], within(1e-12));
    }
  }

  @Test void everySetOfUnitsThatIsGoneCostsWhatNumpyCounts() {
    for (int set = 0; set < numpy.wrong.length; set++)
      assertThat(units.wrong(set(set))).containsExactly(numpy.wrong[set]);
  }

  @Test void unitsAreRemovedOneAfterTheOther() {
    assertThat(units.wrongAlong(numpy.order, 1)).containsExactly(numpy.along);
    assertThat(units.wrongAlong(numpy.order, 2)).containsExactly(numpy.along[0], numpy.along[2], numpy.along[4]);
  }

  /// No answer of this network hangs on a rounding error.
  @Test void whatRoundingMightChangeIsCounted() {
    assertThat(units.undecided(new BitSet())).containsOnly(0);
    assertThat(units.undecidedZeros()).isZero();
  }

  /// The dead unit has no correlation with any other.
  @Test void correlationsAreThoseOfNumpy() {
    Matrix r = Likeness.between(units.values());
    for (int u = 0; u < 4; u++) {
      for (int v = 0; v < 4; v++) if (u != v) assertThat(r.at(u, v)).isEqualTo(numpy.r[u][v], within(1e-6));
      assertThat(r.at(u, 4)).isNaN();
      assertThat(r.at(u, u)).isNaN();
    }
    assertThat(Likeness.meanOf(r)).isEqualTo(numpy.meanR, within(1e-6));
    assertThat(Likeness.mean(units.values())).isEqualTo(Likeness.meanOf(r));
  }
}
