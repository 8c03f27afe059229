package dropoutlab.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.theory.UncertaintyFixtures.Spikes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Oracle: both outcomes and a Riemann sum in numpy (`src/test/python/claims_uncertainty.py`), and closed forms by
/// hand.
class TwoSpikesTest {
  static List<Spikes> cases() { return UncertaintyFixtures.read().spikes(); }

  private static TwoSpikes of(Spikes each) { return new TwoSpikes(each.p(), each.n(), each.seen(), each.noise(),
      each.prior()); }

  @ParameterizedTest
  @MethodSource("cases")
  void bothLawsAreThoseOfNumpy(Spikes each) {
    TwoSpikes of = of(each);
    assertThat(of.mean()).isEqualTo(each.mean(), within(1e-11));
    assertThat(of.posteriorVariance()).isEqualTo(each.posterior(), within(1e-11));
    assertThat(of.passes().mean()).isEqualTo(each.mean(), within(1e-11));
    assertThat(of.passes().variance()).isEqualTo(each.variance(), within(1e-9));
    assertThat(of.divergence(each.width())).isEqualTo(each.divergence(), within(1e-8));
  }

  /// x = 1, ȳ = 2, σ = .5, prior N(0, 1), N = 10, p = .1.
  @Test void theVariancesOfTheDesign() {
    TwoSpikes of = new TwoSpikes(.1, 10, 2, .5, 1);
    assertThat(of.posteriorVariance()).isEqualTo(1.0 / 41, within(1e-15));
    assertThat(of.passes().variance()).isEqualTo(.423029, within(5e-7));
    assertThat(of.passes().variance() - of.posteriorVariance()).isEqualTo(.3986384, within(5e-7));
  }

  @ParameterizedTest
  @CsvSource({".1, 3.5976", ".01, 5.8953", ".001, 8.1978"})
  void theDivergencesOfTheDesign(double width, double nats) {
    assertThat(new TwoSpikes(.1, 10, 2, .5, 1).divergence(width)).isEqualTo(nats, within(5e-5));
  }

  /// Spikes that do not touch: -H(p) - ln s + ln τ - 1/2 + (E w² + s²) / (2 τ²), by hand.
  @Test void spikesApartHaveAClosedForm() {
    TwoSpikes of = new TwoSpikes(.1, 10, 2, .5, 1);
    double s = .001, square = of.mean() * of.mean() / .9;
    double closed = .1 * Math.log(.1) + .9 * Math.log(.9) - Math.log(s) - .5 + (square + s * s) / 2;
    assertThat(of.divergence(s)).isEqualTo(closed, within(1e-11));
    assertThat(of.divergence(s / 10) - of.divergence(s)).isEqualTo(Math.log(10), within(1e-6));
  }

  @Test void withoutDropoutThereIsOneSpike() {
    TwoSpikes of = new TwoSpikes(0, 10, 2, .5, 1);
    assertThat(of.passes().variance()).isZero();
    assertThat(of.kept()).isEqualTo(of.mean());
    assertThat(of.divergence(1)).isEqualTo(of.mean() * of.mean() / 2, within(1e-11));
    assertThat(of.divergenceSe(1, 10)).isZero();
  }

  @Test void theDivergenceOfDrawnPassesWeighsTheSpikesAsTheyWereDrawn() {
    TwoSpikes of = new TwoSpikes(.1, 10, 2, .5, 1);
    double zero = of.divergence(.1, 1), kept = of.divergence(.1, 0);
    assertThat(of.divergence(.1, .1)).isEqualTo(of.divergence(.1), within(1e-12));
    assertThat(of.divergence(.1, .25)).isEqualTo(.25 * zero + .75 * kept, within(1e-12));
    assertThat(of.divergenceSe(.1, 100)).isEqualTo(Math.abs(kept - zero) * .03, within(1e-12));
  }
}
