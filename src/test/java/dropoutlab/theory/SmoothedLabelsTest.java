package dropoutlab.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Oracles: the targets themselves, and a search for the least loss.
class SmoothedLabelsTest {
  @ParameterizedTest @CsvSource({"0.1, 10, 4.510860", "0.1, 1000, 9.105090", "0.2, 2, 2.197225"})
  void gapIsTheLogarithmOfTheTargetsRatio(double epsilon, int classes, double gap) {
    assertThat(SmoothedLabels.gap(epsilon, classes)).isCloseTo(gap, within(1e-6))
        .isCloseTo(Math.log((1 - epsilon + epsilon / classes) / (epsilon / classes)), within(1e-12));
  }

  @ParameterizedTest @CsvSource({"0.1, 10", "0.3, 3", "0.2, 2"})
  void noOtherGapHasALowerLossThanTheFloor(double epsilon, int classes) {
    double best = Double.POSITIVE_INFINITY, at = 0;
    for (double gap = 0; gap < 12; gap += 1e-3) {
      double norm = Math.log(Math.exp(gap) + classes - 1), other = epsilon / classes;
      double loss = (1 - epsilon + other) * (norm - gap) + (classes - 1) * other * norm;
      if (loss >= best) continue;
      best = loss;
      at = gap;
    }
    assertThat(SmoothedLabels.floor(epsilon, classes)).isCloseTo(best, within(1e-6));
    assertThat(SmoothedLabels.gap(epsilon, classes)).isCloseTo(at, within(2e-3));
  }

  @Test void hardLabelsHaveNoBestGap() {
    assertThat(SmoothedLabels.gap(0, 3)).isInfinite();
    assertThat(SmoothedLabels.floor(0, 3)).isZero();
  }
}
