package dropoutlab.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DistinctMasksTest {
  static List<EnsembleFixtures.Masks> masks() { return EnsembleFixtures.read().masks(); }

  /// Oracle: the sums over all masks and all pairs of masks in numpy (`src/test/python/claims_ensemble.py`).
  @ParameterizedTest
  @MethodSource("masks")
  void meanAndVarianceAreSumsOverMasks(EnsembleFixtures.Masks of) {
    DistinctMasks law = new DistinctMasks(of.units(), of.p(), of.draws());
    assertThat(law.mean()).isCloseTo(of.mean(), Percentage.withPercentage(1e-9));
    assertThat(law.variance()).isEqualTo(of.variance(), within(1e-8 * Math.max(1, of.mean())));
  }

  /// One unit at p = 1/2 in three draws: both masks but for 2 of 8 sequences, and so 1.75 on average, with variance 3/16.
  @Test void byHand() {
    DistinctMasks law = new DistinctMasks(1, .5, 3);
    assertThat(law.mean()).isEqualTo(1.75, within(1e-15));
    assertThat(law.variance()).isEqualTo(3.0 / 16, within(1e-15));
  }

  @Test void withoutDropoutThereIsOneMask() {
    assertThat(new DistinctMasks(16, 0, 12_800).mean()).isEqualTo(1);
    assertThat(new DistinctMasks(16, 0, 12_800).variance()).isZero();
  }

  /// Of very many networks almost every draw meets another: N less the expected number of pairs that are alike.
  @Test void manyUnitsAreHardlyEverMetTwice() {
    double pairs = 12_800.0 * 12_799 / 2 * Math.pow(2, -40);
    assertThat(new DistinctMasks(40, .5, 12_800).mean()).isEqualTo(12_800 - pairs, within(1e-6));
  }

  @Test void whatCannotBeCountedIsRefused() {
    assertThatThrownBy(() -> new DistinctMasks(61, .5, 10)).isInstanceOf(IllegalArgumentException.class);
  }
}
