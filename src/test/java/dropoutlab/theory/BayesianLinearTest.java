package dropoutlab.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.math.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// Oracles: the closed form in one dimension, a Gaussian elimination written here, and the marginal likelihood of the
/// targets by their n x n covariance.
class BayesianLinearTest {
  private static final double[] TRUTH = {1, -1, 0.5, 0, 2};

  private record Sample(double[][] x, double[] y) {
    static Sample of(int n, double noise, long seed) {
      RandomStream random = RandomStream.of(seed, RandomStream.Purpose.DATA);
      double[][] x = new double[n][TRUTH.length];
      double[] y = new double[n];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < TRUTH.length; j++) {
          x[i][j] = random.nextGaussian();
          y[i] += TRUTH[j] * x[i][j];
        }
        y[i] += noise * random.nextGaussian();
      }
      return new Sample(x, y);
    }
  }

  @Test void oneWeightByHand() {
    // α = 2, β = 4, Σx² = 14, Σxt = 11: precision 2 + 56, mean 44/58.
    BayesianLinear model = BayesianLinear.given(new double[][] {{1}, {2}, {3}}, new double[] {1, 2, 2}, 2, 4);
    assertThat(model.weights()[0]).isCloseTo(44 / 58.0, within(1e-14));
    assertThat(model.covariance().getEntry(0, 0)).isCloseTo(1 / 58.0, within(1e-14));
    assertThat(model.mean(new double[] {5})).isCloseTo(220 / 58.0, within(1e-13));
    assertThat(model.variance(new double[] {5})).isCloseTo(25 / 58.0, within(1e-14));
  }

  @Test void manyWeightsAgreeWithAnElimination() {
    Sample data = Sample.of(30, 0.5, 1);
    double alpha = 0.3, beta = 4;
    double[][] precision = new double[5][5];
    double[] right = new double[5];
    for (int j = 0; j < 5; j++) {
      for (int k = 0; k < 5; k++)
        for (double[] row : data.x()) precision[j][k] += beta * row[j] * row[k];
      precision[j][j] += alpha;
      for (int i = 0; i < 30; i++) right[j] += beta * data.x()[i][j] * data.y()[i];
    }
    BayesianLinear model = BayesianLinear.given(data.x(), data.y(), alpha, beta);
    assertThat(model.weights()).containsExactly(solved(precision, right), within(1e-12));
    double[] at = {1, 1, 1, 1, 1}, covariant = solved(precision, at);
    double variance = 0;
    for (int j = 0; j < 5; j++) variance += covariant[j];
    assertThat(model.variance(at)).isCloseTo(variance, within(1e-14));
    double[] row = solved(precision, new double[] {0, 1, 0, 0, 0});
    assertThat(model.covariance().getRow(1)).containsExactly(row, within(1e-14));
  }

  /// Gauss-Jordan elimination with pivots.
  private static double[] solved(double[][] matrix, double[] right) {
    int n = right.length;
    double[][] a = new double[n][];
    for (int i = 0; i < n; i++) {
      a[i] = Arrays.copyOf(matrix[i], n + 1);
      a[i][n] = right[i];
    }
    for (int c = 0; c < n; c++) {
      int pivot = c;
      for (int r = c + 1; r < n; r++) if (Math.abs(a[r][c]) > Math.abs(a[pivot][c])) pivot = r;
      double[] swap = a[c];
      a[c] = a[pivot];
      a[pivot] = swap;
      for (int r = 0; r < n; r++) {
        if (r == c) continue;
        double factor = a[r][c] / a[c][c];
        for (int k = c; k <= n; k++) a[r][k] -= factor * a[c][k];
      }
    }
    double[] solution = new double[n];
    for (int i = 0; i < n; i++) solution[i] = a[i][n] / a[i][i];
    return solution;
  }

  /// Computes ln N(t; 0, I/β + ΦΦᵀ/α) by a Cholesky factor written here.
  private static double evidence(Sample data, double alpha, double beta) {
    int n = data.y().length;
    double[][] l = new double[n][n];
    double[] z = new double[n];
    double log = -n / 2.0 * Math.log(2 * Math.PI);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = i == j ? 1 / beta : 0;
        for (int k = 0; k < TRUTH.length; k++) sum += data.x()[i][k] * data.x()[j][k] / alpha;
        for (int k = 0; k < j; k++) sum -= l[i][k] * l[j][k];
        l[i][j] = i == j ? Math.sqrt(sum) : sum / l[j][j];
      }
      z[i] = data.y()[i];
      for (int k = 0; k < i; k++) z[i] -= l[i][k] * z[k];
      z[i] /= l[i][i];
      log -= Math.log(l[i][i]) + z[i] * z[i] / 2;
    }
    return log;
  }

  @Test void theEvidenceIsAtItsMaximum() {
    Sample data = Sample.of(40, 0.5, 2);
    BayesianLinear model = BayesianLinear.byEvidence(data.x(), data.y());
    double best = evidence(data, model.alpha(), model.beta());
    for (double factor : new double[] {0.97, 1.03}) {
      assertThat(evidence(data, model.alpha() * factor, model.beta())).isLessThan(best);
      assertThat(evidence(data, model.alpha(), model.beta() * factor)).isLessThan(best);
    }
    double slope = (evidence(data, model.alpha() * 1.0001, model.beta()) - evidence(data, model.alpha() / 1.0001,
        model.beta())) / 2e-4;
    assertThat(slope).isCloseTo(0, within(1e-5));
    // The true noise is .5; its standard deviation is estimated from 40 examples minus 5 weights.
    assertThat(1 / Math.sqrt(model.beta())).isCloseTo(0.5, within(4 * 0.5 / Math.sqrt(70)));
  }

  @Test void aGivenNoiseIsKept() {
    Sample data = Sample.of(40, 0.5, 2);
    BayesianLinear model = BayesianLinear.withNoise(data.x(), data.y(), 4);
    assertThat(model.beta()).isEqualTo(4);
    double best = evidence(data, model.alpha(), 4);
    assertThat(evidence(data, model.alpha() * 1.03, 4)).isLessThan(best);
    assertThat(evidence(data, model.alpha() * 0.97, 4)).isLessThan(best);
  }

  @Test void targetsWithoutNoiseOrSignalStayFinite() {
    double[][] x = {{1, 1}, {2, 2}, {3, 3}};
    BayesianLinear exact = BayesianLinear.byEvidence(x, new double[] {1, 2, 3});
    assertThat(exact.mean(new double[] {4, 4})).isCloseTo(4, within(1e-6));
    assertThat(exact.variance(new double[] {1, 1})).isBetween(0.0, 1e-9);
    BayesianLinear none = BayesianLinear.byEvidence(x, new double[] {0, 0, 0});
    assertThat(none.weights()).containsExactly(0, 0);
    assertThat(none.variance(new double[] {1, 1})).isFinite();
  }

  @Test void rowsAndTargetsMustMatch() {
    assertThatThrownBy(() -> BayesianLinear.given(new double[2][1], new double[3], 1, 1))
        .hasMessage("2 rows of features but 3 targets");
  }
}
