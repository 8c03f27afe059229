package dropoutlab.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskedMeanTest {
  /// Oracle: both outcomes of one unit, enumerated.
  @ParameterizedTest
  @ValueSource(doubles = {0, .1, .5, .8})
  void meanAndErrorAreThoseOfTheTwoOutcomes(double p) {
    DroppedSum sum = new DroppedSum(new double[] {-.55}, 0, p, 1.7);
    assertThat(MaskedMean.of(p, 1.7, -.55)).isCloseTo(sum.mean(z -> z), within(1e-15));
    double square = sum.mean(z -> z * z) - sum.mean(z -> z) * sum.mean(z -> z);
    assertThat(MaskedMean.standardError(p, 1.7, -.55, 1)).isCloseTo(Math.sqrt(square), within(1e-8));
  }

  @Test void theErrorFallsAsTheRootOfHowMany() {
    assertThat(MaskedMean.standardError(.5, 2, .55, 10_000)).isCloseTo(.0055, within(1e-12));
    assertThat(MaskedMean.errorOf(.5, 2, .55, 10_000, 4)).isCloseTo(.0055, within(1e-12));
  }

  /// Oracle: the binomial distribution of how many are kept. Without the correction one mask at p = .95 fails in 5 % of
  /// all looks.
  @ParameterizedTest
  @ValueSource(doubles = {.01, .05, .1, .3, .5, .7, .9, .95})
  void fourErrorsAreExceededHardlyMoreOftenThanOfANormalMean(double p) {
    for (int n : new int[] {1, 2, 3, 5, 10, 20, 50, 105, 200, 1000}) {
      BinomialDistribution kept = new BinomialDistribution(null, n, 1 - p);
      double most = 4 * n * MaskedMean.errorOf(p, 1, 1, n, 4) + 1e-9, chance = 0;
      for (int k = 0; k <= n; k++) if (Math.abs(k - n * (1 - p)) > most) chance += kept.probability(k);
      assertThat(chance).as("%d masks", n).isLessThan(1e-4);
    }
  }
}
