package dropoutlab.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// Oracles: all masks one by one, and the two-by-two example by hand from the normal equations.
class LinearDropoutTest {
  private static final double[][] X = {{1, -2, .5}, {0, 1, 2}, {-1, .5, 1}, {2, 1, -1}, {.3, -.7, 1.4}};
  private static final double[] Y = {1, 3, -.5, 2, .4};
  private static final double P = 0.3;

  /// Returns the prediction at x under the mask whose bits say which inputs are kept.
  private static double pass(double[] weights, double[] x, int kept) {
    double sum = weights[x.length];
    for (int j = 0; j < x.length; j++) if ((kept >> j & 1) == 1) sum += x[j] * weights[j] / (1 - P);
    return sum;
  }

  private static double probability(int kept) {
    int count = Integer.bitCount(kept);
    return Math.pow(1 - P, count) * Math.pow(P, 3 - count);
  }

  private static double expectedLoss(double[] weights) {
    double loss = 0;
    for (int kept = 0; kept < 8; kept++)
      for (int i = 0; i < X.length; i++) {
        double error = pass(weights, X[i], kept) - Y[i];
        loss += probability(kept) * error * error;
      }
    return loss;
  }

  @Test void theSpreadOfThePassesIsThatOverAllMasks() {
    LinearDropout linear = LinearDropout.of(X, Y, P);
    double[] at = {.4, -1.5, 2};
    double mean = 0, square = 0;
    for (int kept = 0; kept < 8; kept++) {
      double value = pass(linear.weights(), at, kept);
      mean += probability(kept) * value;
      square += probability(kept) * value * value;
    }
    assertThat(linear.sd(at)).isCloseTo(Math.sqrt(square - mean * mean), within(1e-12));
  }

  @Test void noStepInAnyDirectionLowersTheLossOverAllMasks() {
    double[] weights = LinearDropout.of(X, Y, P).weights();
    double least = expectedLoss(weights);
    for (int j = 0; j < 4; j++)
      for (double step : new double[] {-1e-3, 1e-3}) {
        double[] beside = weights.clone();
        beside[j] += step;
        assertThat(expectedLoss(beside)).isGreaterThan(least);
      }
  }

  /// X = [[1,2],[3,4]], y = [5,6]. With each row's mirror image added, the bias is 0 and the weights are as without a
  /// bias.
  @Test void theTwoByTwoExample() {
    double[][] x = {{1, 2}, {3, 4}, {-1, -2}, {-3, -4}};
    double[] y = {5, 6, -5, -6};
    assertThat(LinearDropout.of(x, y, 0).weights()).containsExactly(new double[] {-4, 4.5, 0}, within(1e-9));
    assertThat(LinearDropout.of(x, y, 0.2).weights())
        .containsExactly(new double[] {0.849785, 0.884120, 0}, within(1e-6));
    assertThat(LinearDropout.of(x, y, 0.5).weights())
        .containsExactly(new double[] {0.735099, 0.592715, 0}, within(1e-6));
  }

  @Test void aRateOfOneIsRefused() {
    assertThatThrownBy(() -> LinearDropout.of(X, Y, 1)).hasMessage("p must be in [0, 1), but is 1.0.");
  }
}
