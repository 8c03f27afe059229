package dropoutlab.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.data.Scaling;
import dropoutlab.data.Schema;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Weights;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.spec.Initialisation;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.Task;
import dropoutlab.theory.BayesianLinear;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;

/// With a fixed p, the dropout variance of a linear model does not change as the data grow, while the posterior
/// variance shrinks like 1/N (Osband 2016). Oracles: the exact minimiser of the dropout loss with its variance in
/// closed form, and the 1/N law.
class DropoutAgainstBayesTest {
  private static final double[] TRUTH = {1, -1, 0.5, 0, 2};
  private static final double NOISE = 0.5;
  private static final int PASSES = 40_000;

  private record Variances(double closedForm, double passes, double bayes) {}

  private static Predictor linear(double p, double... w) {
    int inputs = w.length;
    Schema schema = new Schema(Task.REGRESSION, Collections.nCopies(inputs, "x"), "y", List.of(),
        new Scaling(Collections.nCopies(inputs, 0.0), Collections.nCopies(inputs, 1.0)),
        new Scaling(List.of(0.0), List.of(1.0)), Optional.empty());
    Matrix weights = Matrix.generate(inputs, 1, (j, _) -> (float) w[j]);
    return new Predictor(schema, new NetworkSpec(p, List.of(), Initialisation.HE),
        new Weights(List.of(weights), List.of(Matrix.row(0))), 11);
  }

  private static Variances at(int n, double p, double[] weightsOfTruth, double noise) {
    RandomStream random = RandomStream.of(n, RandomStream.Purpose.DATA);
    int inputs = weightsOfTruth.length;
    double[][] x = new double[n][inputs];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < inputs; j++) y[i] += weightsOfTruth[j] * (x[i][j] = random.nextGaussian());
      y[i] += noise * random.nextGaussian();
    }
    double[] w = minimiser(x, y, p);
    double closed = 0;
    for (double each : w) closed += p / (1 - p) * each * each;
    Tensor ones = new Tensor(1, inputs);
    ones.fill(1);
    double passes = McDropout.predict(linear(p, w), ones, PASSES, true).variance().get(0);
    double[] star = new double[inputs];
    Arrays.fill(star, 1);
    return new Variances(closed, passes, BayesianLinear.byEvidence(x, y).variance(star));
  }

  /// Returns (XᵀX + p/(1-p) diag(XᵀX))⁻¹ Xᵀy, the minimiser of the expected squared error under input dropout.
  private static double[] minimiser(double[][] x, double[] y, double p) {
    RealMatrix matrix = new Array2DRowRealMatrix(x), squares = matrix.transpose().multiply(matrix);
    for (int j = 0; j < squares.getRowDimension(); j++) squares.multiplyEntry(j, j, 1 / (1 - p));
    return new LUDecomposition(squares).getSolver()
        .solve(MatrixUtils.createRealVector(matrix.transpose().operate(y))).toArray();
  }

  @Test void theMinimiserIsThatOfTheTwoByTwoExample() {
    // X = [[1,2],[3,4]], y = [5,6]: computed by hand from the normal equations.
    assertThat(minimiser(new double[][] {{1, 2}, {3, 4}}, new double[] {5, 6}, 0.2))
        .containsExactly(new double[] {0.849785, 0.884120}, within(1e-6));
  }

  @Test void oneWeightKeepsItsVarianceWhateverN() {
    // p/(1-p) w² x² with w = 2 is .4444, 1 and 4. Learnt from data without noise, the penalty leaves (1-p)² of w².
    for (double[] each : new double[][] {{0.1, 4 / 9.0}, {0.2, 1}, {0.5, 4}}) {
      double p = each[0];
      double exact = p / (1 - p) * 2 * 2;
      assertThat(exact).isCloseTo(each[1], within(1e-12));
      assertSampled(McDropout.predict(linear(p, 2), Tensor.of(1, 1, 1f), PASSES, true).variance().get(0), exact, p);
      for (int n : new int[] {10, 1000}) {
        Variances found = at(n, p, new double[] {2}, 0);
        assertThat(found.closedForm()).isCloseTo(exact * (1 - p) * (1 - p), within(1e-9));
        assertSampled(found.passes(), found.closedForm(), p);
      }
    }
  }

  /// The tolerance is four standard errors of a sample variance, √((μ₄/σ⁴ - 1) / T), with the kurtosis of one Bernoulli
  /// mask, (1 - 3 p (1-p)) / (p (1-p)); the kurtosis of a sum of several masks is smaller.
  private static void assertSampled(double variance, double exact, double p) {
    double kurtosis = (1 - 3 * p * (1 - p)) / (p * (1 - p));
    assertThat(variance).isCloseTo(exact, within(4 * exact * Math.sqrt(Math.max(kurtosis - 1, 1e-3) / PASSES)));
  }

  @Test void dropoutStaysWhereExactBayesShrinks() {
    int[] sizes = {10, 100, 1000, 10_000};
    Variances[] found = new Variances[sizes.length];
    for (int i = 0; i < sizes.length; i++) {
      found[i] = at(sizes[i], 0.1, TRUTH, NOISE);
      assertSampled(found[i].passes(), found[i].closedForm(), 0.1);
    }
    // As N grows, w approaches (1-p) times the truth, and the variance approaches p (1-p) Σ w² = .5625.
    assertThat(found[3].closedForm()).isCloseTo(0.09 * 6.25, within(0.02));
    for (Variances each : found) assertThat(each.passes()).isBetween(0.35, 0.85);
    // The posterior variance is σ² x*ᵀ(XᵀX)⁻¹x*, near .25 · 5 / N: ten times the data give a tenth of it.
    assertThat(found[1].bayes() / found[2].bayes()).isBetween(7.0, 14.0);
    assertThat(found[2].bayes() / found[3].bayes()).isBetween(8.5, 11.5);
    assertThat(found[3].bayes()).isCloseTo(1.25e-4, within(0.1e-4));
    assertThat(found[0].bayes()).isGreaterThan(found[1].bayes());
  }
}
