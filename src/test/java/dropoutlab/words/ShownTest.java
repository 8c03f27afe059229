package dropoutlab.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Oracle: written by hand.
class ShownTest {
  @Test void aDropRateIsTheSameEverywhere() {
    assertThat(Shown.rate(0.125)).isEqualTo("0.125");
    assertThat(Shown.dropRate(0.125)).isEqualTo("p = 0.125");
    assertThat(Shown.briefRate(0.125)).isEqualTo(".125");
    assertThat(Shown.threeNumbers(0.125)).isEqualTo("drop 12.5 % · keep 87.5 % · kept × 1.14");
    assertThat(Shown.rate(0.3)).isEqualTo("0.30");
    assertThat(Shown.briefRate(0.3)).isEqualTo(".30");
    assertThat(Shown.briefRate(0)).isEqualTo("0");
    assertThat(Shown.dropRate(0)).isEqualTo("p = 0.00");
    assertThat(Shown.threeNumbers(0.3)).isEqualTo("drop 30 % · keep 70 % · kept × 1.43");
    assertThat(Shown.threeNumbers(0)).isEqualTo("drop 0 % · keep 100 % · kept × 1.00");
  }

  @Test void aLearntRateHasTwoDecimals() {
    assertThat(Shown.rate(0.187364)).isEqualTo("0.19");
    assertThat(Shown.rate(0.3f)).isEqualTo("0.30");
    assertThat(Shown.threeNumbers(0.187364)).isEqualTo("drop 19 % · keep 81 % · kept × 1.23");
  }

  @Test void aRateBesideNoneOrAllIsNotToldAsThese() {
    assertThat(Shown.rate(0.0005)).isEqualTo("0.0005");
    assertThat(Shown.rate(0.9999)).isEqualTo("0.9999");
    assertThat(Shown.briefRate(0.999)).isEqualTo(".999");
    assertThat(Shown.threeNumbers(0.001)).isEqualTo("drop 0.1 % · keep 99.9 % · kept × 1.00");
  }

  @Test void ratesThatDifferAreTheirRange() {
    assertThat(Shown.dropRates(List.of(0.3, 0.3))).isEqualTo("p = 0.30");
    assertThat(Shown.dropRates(List.of(0.5, 0.1, 0.3))).isEqualTo("p = .10–.50");
    assertThat(Shown.dropRates(List.of(0.0, 0.125))).isEqualTo("p = 0–.125");
    assertThat(Shown.dropRates(List.of())).isEqualTo("p = 0.00");
  }

  @Test void sharesAreInPercentWithASpace() {
    assertThat(Shown.percent(0.3)).isEqualTo("30 %");
    assertThat(Shown.percent(0.1534, 1)).isEqualTo("15.3 %");
    assertThat(Shown.percent(-0.02, 1)).isEqualTo("−2.0 %");
    assertThat(Shown.percent(Double.NaN)).isEqualTo("–");
    assertThat(Shown.percent(Double.NaN, 1)).isEqualTo("–");
  }

  @Test void differencesHaveTheirSign() {
    assertThat(Shown.signed(0.3)).isEqualTo("+0.300");
    assertThat(Shown.signed(-0.3)).isEqualTo("−0.300");
    assertThat(Shown.signed(0)).isEqualTo("0.000");
    assertThat(Shown.signed(-2.5e-5)).isEqualTo("−2.50e−5");
  }

  @Test void anErrorStandsBesideItsValueWithTwoDigits() {
    assertThat(Shown.within(0.723, 0.0042)).isEqualTo("0.7230 ± 0.0042");
    assertThat(Shown.within(0.723, 0)).isEqualTo("0.723");
    assertThat(Shown.Uncertain.of(3.31e-6, 3e-7)).isEqualTo(new Shown.Uncertain("3.31e−6", "0.30e−6"));
    assertThat(Shown.Uncertain.of(0.5, Double.NaN)).isEqualTo(new Shown.Uncertain("0.50", "–"));
  }

  @Test void theUnitOfAColumnIsInItsName() {
    assertThat(Unit.of("CO2 (ppm)")).isEqualTo("ppm");
    assertThat(Unit.of("CO₂, ppm")).isEqualTo("ppm");
    assertThat(Unit.behind("year")).isEmpty();
    assertThat(Unit.behind("CO2 (ppm)")).isEqualTo(" ppm");
  }
}
