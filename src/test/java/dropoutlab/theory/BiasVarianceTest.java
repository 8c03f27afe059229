package dropoutlab.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.theory.UncertaintyFixtures.Fit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Oracle: numpy's inverse, in `src/test/python/claims_uncertainty.py`; the anchors of the design.
class BiasVarianceTest {
  private static final double[][] X = {{1, 2}, {3, 4}};
  private static final double[] ONES = {1, 1};

  static List<Fit> fits() { return UncertaintyFixtures.read().biasVariance(); }

  @ParameterizedTest
  @MethodSource("fits")
  void biasVarianceAndPredictionAreThoseOfNumpy(Fit fit) {
    BiasVariance of = new BiasVariance(fit.x(), fit.beta(), fit.noise(), fit.at(), fit.p());
    assertThat(of.bias()).isEqualTo(fit.bias(), within(1e-10));
    assertThat(of.variance()).isEqualTo(fit.variance(), within(1e-10));
    assertThat(of.prediction(fit.y())).isEqualTo(fit.prediction(), within(1e-10));
    assertThat(of.error()).isEqualTo(fit.bias() * fit.bias() + fit.variance(), within(1e-10));
  }

  /// X = [[1,2],[3,4]], β = x* = (1,1), σ = 1: squared bias and variance.
  @ParameterizedTest
  @CsvSource({"0, 0, .5", "0.2, .029472, .058428", "0.5, .395816, .032477"})
  void theAnchorsHold(double p, double squaredBias, double variance) {
    BiasVariance of = new BiasVariance(X, ONES, 1, ONES, p);
    assertThat(of.squaredBias()).isEqualTo(squaredBias, within(5e-7));
    assertThat(of.variance()).isEqualTo(variance, within(5e-7));
  }

  @Test void inputsThatAreAlwaysZeroPredictNothing() {
    BiasVariance of = new BiasVariance(new double[2][2], ONES, 1, ONES, .2);
    assertThat(of.mean()).isZero();
    assertThat(of.variance()).isZero();
    assertThat(of.bias()).isEqualTo(-2);
  }
}
