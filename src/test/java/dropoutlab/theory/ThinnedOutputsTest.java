package dropoutlab.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.theory.UncertaintyFixtures.Information;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Oracle: all masks, and all ways in which the passes can fall on them, in `src/test/python/claims_uncertainty.py`.
class ThinnedOutputsTest {
  static List<Information> cases() { return UncertaintyFixtures.read().information(); }

  private static ThinnedOutputs of(Information each) { return new ThinnedOutputs(each.p(), each.bias(), each.terms()); }

  @ParameterizedTest
  @MethodSource("cases")
  void meanVarianceAndInformationAreThoseOfAllMasks(Information each) {
    ThinnedOutputs of = of(each);
    assertThat(of.mean()).isEqualTo(each.mean(), within(1e-11));
    assertThat(of.variance()).isEqualTo(each.variance(), within(1e-11));
    assertThat(of.information()).isEqualTo(each.information(), within(1e-11));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatPassesGiveOnAverageIsTheMeanOverAllThatCanBeDrawn(Information each) {
    for (int i = 0; i < each.passes().length; i++)
      assertThat(of(each).expectedInformation(each.passes()[i])).as("T = %d", each.passes()[i])
          .isEqualTo(each.expected()[i], within(1e-10));
  }

  /// The claim: too low by Var(o) / (2 T ō (1 - ō)), the better the more passes there are.
  @ParameterizedTest
  @MethodSource("cases")
  void theRoughBiasIsTheFirstOrderOfTheExactOne(Information each) {
    ThinnedOutputs of = of(each);
    for (int passes : new int[] {100, 1000}) {
      double exact = of.expectedInformation(passes) - of.information();
      assertThat(exact).isNegative()
          .isEqualTo(of.roughBias(passes), within(20 * Math.abs(of.roughBias(passes)) / passes));
    }
  }

  @Test void onePassGivesNothing() {
    // Standard dropout, w x = (1, -1, 1, 1.5): half of that is inverted.
    ThinnedOutputs of = new ThinnedOutputs(.5, .1, .5, -.5, .5, .75);
    assertThat(of.expectedInformation(1)).isEqualTo(0, within(1e-11));
    // The mean of the anchor of Baldi and Sadowski's formulas.
    assertThat(of.mean()).isEqualTo(.74458567, within(5e-9));
    assertThat(of.variance()).isEqualTo(.035180, within(5e-7));
  }

  @Test void withoutDropoutAllNetworksAgree() {
    ThinnedOutputs of = new ThinnedOutputs(0, .1, 1, 2);
    assertThat(of.information()).isEqualTo(0, within(1e-15));
    assertThat(of.informationSe(10)).isEqualTo(0, within(1e-12));
    assertThat(of.between(0, 1)).isEqualTo(1, within(1e-15));
  }

  /// Two networks, so that the passes are a binomial by hand: four standard errors are hardly ever exceeded, and one is
  /// no less than the root of the mean square of I_T - I.
  @ParameterizedTest
  @ValueSource(ints = {20, 400})
  void theStandardErrorHoldsForFewAndForManyPasses(int passes) {
    ThinnedOutputs of = new ThinnedOutputs(.5, 0, 1.5);
    double low = .5, high = 1 / (1 + Math.exp(-3)), square = 0, beyond = 0, chance = Math.pow(.5, passes);
    for (int k = 0; k <= passes; k++) {
      double drawn = (k * high + (passes - k) * low) / passes;
      double own = (k * ThinnedOutputs.entropy(high) + (passes - k) * ThinnedOutputs.entropy(low)) / passes;
      double gap = ThinnedOutputs.entropy(drawn) - own - of.information();
      square += chance * gap * gap;
      if (Math.abs(gap) > 4 * of.informationSe(passes)) beyond += chance;
      chance *= (passes - k) / (k + 1.0);
    }
    assertThat(beyond).isLessThan(2e-4);
    assertThat(of.informationSe(passes)).isBetween( Math.sqrt(square), 4 * Math.sqrt(square));
  }
}
