package dropoutlab.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Against numpy, which goes through the masks one by one (`src/test/python/claims_ensemble.py`), and against numbers that
/// were computed by hand.
class ThinnedUnitTest {
  static List<EnsembleFixtures.Unit> units() { return EnsembleFixtures.read().units(); }

  private static ThinnedUnit of(EnsembleFixtures.Unit unit) { return new ThinnedUnit(unit.terms().length, unit.p()); }

  @ParameterizedTest
  @MethodSource("units")
  void theMomentsAreThoseOfAllMasks(EnsembleFixtures.Unit unit) {
    ThinnedUnit.Moments moments = of(unit).moments(unit.terms(), unit.bias());
    assertThat(moments.mean()).isEqualTo(unit.mean(), within(1e-13));
    assertThat(moments.square()).isEqualTo(unit.square(), within(1e-13));
    assertThat(moments.variance()).isEqualTo(unit.square() - unit.mean() * unit.mean(), within(1e-13));
    assertThat(of(unit).chanceOfYes(unit.terms(), unit.bias())).isEqualTo(unit.yes(), within(1e-13));
  }

  /// Baldi and Sadowski 2014: the renormalised geometric mean is σ(E z), whatever p is.
  @ParameterizedTest
  @MethodSource("units")
  void theGeometricMeanIsWhatMasksOffSays(EnsembleFixtures.Unit unit) {
    double geometric = of(unit).geometricMean(unit.terms(), unit.bias());
    assertThat(geometric).isEqualTo(unit.geometric(), within(1e-13));
    assertThat(geometric).isEqualTo(ThinnedUnit.sigmoid(unit.bias() + Arrays.stream(unit.terms()).sum()), within(1e-13));
  }

  /// w x = (1, -1, 1, 1.5), b = 0.1. With standard dropout the terms with masks off are q w x.
  @Test void theCaseByHand() {
    double[] half = {.5, -.5, .5, .75}, four = {.8, -.8, .8, 1.2};
    ThinnedUnit atHalf = new ThinnedUnit(4, .5), atFifth = new ThinnedUnit(4, .2);
    assertThat(atHalf.moments(half, .1).mean()).isEqualTo(.74458567, within(5e-9));
    assertThat(atHalf.moments(half, .1).variance()).isEqualTo(.035180, within(5e-7));
    assertThat(atHalf.geometricMean(half, .1)).isEqualTo(.79412963, within(5e-9));
    assertThat(atFifth.moments(four, .1).mean()).isEqualTo(.85967448, within(5e-9));
    assertThat(atFifth.geometricMean(four, .1)).isEqualTo(.89090318, within(5e-9));
    double yes = 0, no = 0;
    double[] chances = ThinnedUnit.chances(4, .5), logits = atHalf.logits(half, .1);
    for (int m = 0; m < 16; m++) {
      yes += chances[m] * Math.log(ThinnedUnit.sigmoid(logits[m]));
      no += chances[m] * Math.log(ThinnedUnit.sigmoid(-logits[m]));
    }
    assertThat(Math.exp(yes)).isEqualTo(.71431273, within(5e-9));
    assertThat(Math.exp(no)).isEqualTo(.18517862, within(5e-9));
  }

  @Test void aMaskIsANumberWhoseBitsAreTheInputsThatAreKept() {
    assertThat(ThinnedUnit.chances(2, .2)).containsExactly(new double[] {.04, .16, .16, .64}, within(1e-15));
    assertThat(new ThinnedUnit(2, .5).logits(new double[] {1, 10}, .5)).containsExactly(.5, 2.5, 20.5, 22.5);
  }

  @Test void hugeTermsOverflowNowhere() {
    double[] terms = {900, -900, 300, 5};
    ThinnedUnit.Moments moments = new ThinnedUnit(4, .5).moments(terms, -2);
    // Of the 16 masks those with the first input but not the second say 1, those with the second alone 0; with both or neither
    // the third decides, and then the fourth.
    double last = (ThinnedUnit.sigmoid(-2) + ThinnedUnit.sigmoid(8)) / 2;
    assertThat(moments.mean()).isEqualTo(.25 * 1 + .25 * 0 + .5 * (.5 * 1 + .5 * last), within(1e-12));
    assertThat(new ThinnedUnit(4, .5).geometricMean(terms, -2)).isEqualTo(1, within(1e-12));
  }

  @Test void atRateZeroThereIsOneAnswer() {
    ThinnedUnit.Moments moments = new ThinnedUnit(10, 0).moments(new double[] {.1, .2, .3, -.4, .5, .6, -.7, .8, .9, 1}, 0);
    assertThat(moments.mean()).isEqualTo(ThinnedUnit.sigmoid(3.3), within(1e-15));
    assertThat(moments.variance()).isEqualTo(0, within(1e-15));
  }

  /// The error of the average of k answers is that of the average of all plus their variance over k. Oracle: all k-tuples of
  /// masks in numpy.
  @Test void averagingDividesTheVariance() {
    for (EnsembleFixtures.Average of : EnsembleFixtures.read().errors()) {
      ThinnedUnit.Moments moments = new ThinnedUnit(of.terms().length, of.p()).moments(of.terms(), of.bias());
      double away = moments.mean() - 1;
      assertThat(away * away + moments.variance() / of.k()).isEqualTo(of.square(), within(1e-13));
    }
  }

  @Test void tooManyInputsAreRefused() {
    assertThatThrownBy(() -> new ThinnedUnit(25, .5)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ThinnedUnit(3, 1)).isInstanceOf(IllegalArgumentException.class);
  }
}
