package dropoutlab.nn.dropout;

import static dropoutlab.nn.DoubleNetwork.matrix;
import static dropoutlab.nn.Gradients.dot;
import static dropoutlab.nn.Gradients.gaussian;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.nn.Gradients;
import dropoutlab.nn.layer.Mode;
import dropoutlab.nn.layer.Parameter;
import dropoutlab.spec.Pin;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Gradients by the learnt parameters, against central differences of the formulas in double precision. The noise is
/// frozen: the reference takes its numbers from a stream of the same seed.
class LearntNoiseTest {
  private static final int ROWS = 5;
  private static final int UNITS = 7;

  private static RandomStream stream() { return RandomStream.of(8, Purpose.MASKS); }

  /// Compares the gradients of a layer whose mask is `mask(θ, number)`; the penalty is 0.
  private static void check(DropoutLayer layer, Mode mode, double[][] numbers, DoubleBinaryOperator mask) {
    Tensor x = gaussian(ROWS, UNITS, 12), weighting = gaussian(ROWS, UNITS, 13);
    layer.holdNewMask();
    layer.forward(x, mode);
    Tensor dx = layer.backward(weighting);
    Parameter theta = layer.parameters().getFirst();
    double[][] xs = matrix(x), weights = matrix(weighting), t = matrix(theta.value());
    assertThat((double) theta.gradient().at(0, 0)).isNotZero();
    Gradients.check(dx, xs, () -> dot(weights, noisy(xs, numbers, t[0][0], mode, mask)));
    double expected = difference(t, () -> dot(weights, noisy(xs, numbers, t[0][0], mode, mask)));
    assertThat((double) theta.gradient().at(0, 0)).isCloseTo(expected, within(1e-5 * (1 + Math.abs(expected))));
  }

  private static double difference(double[][] t, DoubleSupplier loss) {
    double kept = t[0][0], h = 1e-5;
    t[0][0] = kept + h;
    double above = loss.getAsDouble();
    t[0][0] = kept - h;
    double below = loss.getAsDouble();
    t[0][0] = kept;
    return (above - below) / (2 * h);
  }

  private static double[][] noisy(double[][] x, double[][] numbers, double theta, Mode mode, DoubleBinaryOperator mask) {
    double[][] y = new double[x.length][UNITS];
    // The first row of numbers is used for the held mask.
    for (int r = 0; r < x.length; r++)
      for (int c = 0; c < UNITS; c++)
        y[r][c] = x[r][c] * mask.applyAsDouble(theta, numbers[mode == Mode.HELD ? 0 : r + 1][c]);
    return y;
  }

  @ParameterizedTest
  @CsvSource({"0.1, TRAIN", "0.4, TRAIN", "0.3, FRESH", "0.3, HELD"})
  void learntGaussianGradientsAreTheDifferences(double p, Mode mode) {
    RandomStream words = stream();
    double[][] e = new double[ROWS + 1][UNITS];
    for (double[] row : e) for (int c = 0; c < UNITS; c++) row[c] = words.nextGaussian();
    check(new LearntGaussian(p, 0, UNITS, stream()), mode, e,
        (logAlpha, each) -> 1 + Math.sqrt(Math.exp(logAlpha)) * each);
  }

  @ParameterizedTest
  @CsvSource({"0.1, 0.1, TRAIN", "0.5, 0.5, TRAIN", "0.8, 0.67, FRESH", "0.3, 0.2, HELD"})
  void concreteGradientsAreTheDifferences(double p, double temperature, Mode mode) {
    RandomStream words = stream();
    double[][] u = new double[ROWS + 1][UNITS];
    for (double[] row : u) for (int c = 0; c < UNITS; c++) row[c] = words.nextDouble();
    check(new ConcreteDropout(p, temperature, 0, 0, UNITS, stream()), mode, u, (logit, each) -> {
      double rate = 1 / (1 + Math.exp(-logit)), eps = 1e-7;
      double z = 1 / (1 + Math.exp(-(Math.log(rate + eps) - Math.log(1 - rate + eps) + Math.log(each + eps)
          - Math.log(1 - each + eps)) / temperature));
      return (1 - z) / (1 - rate);
    });
  }

  /// Without a gradient of the output, only the penalty is left.
  @ParameterizedTest
  @CsvSource({"0.1", "0.37", "0.9"})
  void concretePenaltyPullsAtTheRateAndAtTheWeightsThatTheUnitsFeed(double p) {
    ConcreteDropout layer = new ConcreteDropout(p, 0.1, 0.02, 0.3, UNITS, stream());
    Parameter fed = new Parameter(gaussian(UNITS, 4, 1), new Tensor(UNITS, 4), true);
    layer.feeds(fed);
    backwardOfNothing(layer, Mode.TRAIN);
    double[][] w = matrix(fed.value()), t = matrix(layer.parameters().getFirst().value());
    Gradients.check(layer.parameters().getFirst().gradient(), t, () -> concretePenalty(t[0][0], w));
    Gradients.check(fed.gradient(), w, () -> concretePenalty(t[0][0], w));
    fed.gradient().fill(0);
    backwardOfNothing(layer, Mode.FRESH);
    assertThat(fed.gradient().data()).containsOnly(0);
    assertThat(layer.parameters().getFirst().gradient().at(0, 0)).isZero();
  }

  private static double concretePenalty(double logit, double[][] w) {
    double p = 1 / (1 + Math.exp(-logit));
    return 0.02 * dot(w, w) / (1 - p) + 0.3 * UNITS * (p * Math.log(p) + (1 - p) * Math.log(1 - p));
  }

  private static void backwardOfNothing(DropoutLayer layer, Mode mode) {
    layer.forward(gaussian(ROWS, UNITS, 1), mode);
    layer.backward(new Tensor(ROWS, UNITS));
  }

  /// The divergence from the log-uniform prior is E log|1 + √α e| - log α / 2 plus a constant; it is integrated
  /// numerically. The polynomial of Kingma et al. 2015 is an approximation: here its slope by log α is within 0.15 of
  /// the slope of the integral.
  @ParameterizedTest
  @CsvSource({"0.1", "0.3", "0.45"})
  void learntGaussianPenaltyFollowsTheDivergence(double p) {
    LearntGaussian layer = new LearntGaussian(p, 0.01, UNITS, stream());
    backwardOfNothing(layer, Mode.TRAIN);
    double logAlpha = layer.parameters().getFirst().value().at(0, 0), h = 0.05;
    double slope = (divergence(logAlpha + h) - divergence(logAlpha - h)) / (2 * h);
    double gradient = layer.parameters().getFirst().gradient().at(0, 0) / (0.01 * UNITS);
    assertThat(gradient).isNegative().isCloseTo(slope, within(0.15));
  }

  private static double divergence(double logAlpha) {
    double sum = 0, step = 1e-4, sd = Math.exp(logAlpha / 2);
    for (double e = -10 + step / 3; e < 10; e += step)
      sum += step * Math.exp(-e * e / 2) / Math.sqrt(2 * Math.PI) * Math.log(Math.abs(1 + sd * e));
    return sum - logAlpha / 2;
  }

  @Test void pinnedUnitsTeachNothing() {
    LearntGaussian layer = new LearntGaussian(0.3, 0, 2, stream());
    layer.setPin(0, Pin.DROPPED);
    layer.setPin(1, Pin.KEPT);
    layer.forward(gaussian(3, 2, 1), Mode.TRAIN);
    layer.backward(gaussian(3, 2, 2));
    assertThat(layer.parameters().getFirst().gradient().at(0, 0)).isZero();
  }

  @Test void whatHappensBetweenForwardAndBackwardChangesNoGradient() {
    for (double p : new double[] {0, 0.7}) {
      ConcreteDropout touched = new ConcreteDropout(0.3, 0.2, 0, 0, UNITS, stream());
      ConcreteDropout alone = new ConcreteDropout(0.3, 0.2, 0, 0, UNITS, stream());
      Tensor x = gaussian(ROWS, UNITS, 1), d = gaussian(ROWS, UNITS, 2);
      touched.forward(x, Mode.TRAIN);
      alone.forward(x, Mode.TRAIN);
      touched.setP(p);
      assertThat(touched.backward(d).data()).containsExactly(alone.backward(d).data());
      assertThat(touched.parameters().getFirst().gradient().data())
          .containsExactly(alone.parameters().getFirst().gradient().data());
    }
  }
}
