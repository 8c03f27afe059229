package dropoutlab.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.theory.UncertaintyFixtures.Sum;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// How far the variance of drawn sums may be off. Oracle: the fourth moment over all masks, by
/// `src/test/python/claims_uncertainty.py`.
class DrawnVarianceTest {
  static List<Sum> sums() { return UncertaintyFixtures.read().sums(); }

  @ParameterizedTest
  @MethodSource("sums")
  void theStandardErrorFollowsFromTheFourthMoment(Sum each) {
    DroppedSum of = DroppedSum.inverted(each.terms(), 0, each.p());
    assertThat(of.variance()).isEqualTo(each.variance(), within(1e-10 * Math.max(1, each.variance())));
    double square = each.variance() * each.variance();
    double expected = Math.sqrt((each.fourth() - square) / 100) + 4 * each.variance() / 100;
    assertThat(of.varianceSe(100)).isEqualTo(expected, within(1e-9 * Math.max(1, expected)));
  }

  /// One weight of 2 on the input 1: p/q times 4.
  @Test void theVarianceOfOneWeight() {
    double[] rates = {.1, .2, .5}, variances = {.4444, 1, 4};
    for (int i = 0; i < rates.length; i++)
      assertThat(DroppedSum.inverted(new double[] {2}, 0, rates[i]).variance()).isEqualTo(variances[i], within(5e-5));
  }

  /// A factor is 0 or 2 at p = 1/2, always 1 away from its mean: what the drawn variance lacks is the squared distance
  /// of the drawn mean, which is a binomial by hand.
  @Test void atOneHalfOnlyTheDistanceOfTheMeanIsMissing() {
    int draws = 100;
    double se = DroppedSum.inverted(new double[] {1}, 0, .5).varianceSe(draws);
    assertThat(se).isEqualTo(4.0 / draws, within(1e-15));
    double beyond = 0, chance = Math.pow(.5, draws);
    for (int kept = 0; kept <= draws; kept++) {
      double mean = 2.0 * kept / draws - 1;
      if (mean * mean > 4 * se) beyond += chance;
      chance *= (draws - kept) / (kept + 1.0);
    }
    assertThat(beyond).isLessThan(1e-4);
  }
}
