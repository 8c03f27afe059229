package dropoutlab.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.theory.FeatureFixtures.Information;
import dropoutlab.theory.FeatureFixtures.Passing;
import dropoutlab.theory.FeatureFixtures.PlugIn;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What passes a dropped layer. Oracle: sums over every setting, every mask and every sample in numpy
/// (`src/test/python/claims_information.py`).
class UnitCodeTest {
  private static final Information NUMPY = FeatureFixtures.read("information", Information.class);

  static List<Passing> cases() { return NUMPY.cases(); }

  static List<PlugIn> estimates() { return NUMPY.plugIn(); }

  @ParameterizedTest
  @MethodSource("cases")
  void theClosedFormIsTheSumOverEverythingThatCanHappen(Passing of) {
    assertThat(of.code().bits(of.p(), of.n())).isCloseTo(of.bits(), within(1e-12));
    assertThat(of.code().sd(of.p(), of.n())).isCloseTo(of.sd(), within(1e-7));
  }

  @ParameterizedTest
  @MethodSource("estimates")
  void theMeanOfTheEstimateIsThatOverAllMasksOfAllSamples(PlugIn of) {
    assertThat(of.code().plugIn(of.p(), of.n(), new PlugInEntropy(of.samples()))).isCloseTo(of.mean(), within(1e-12));
  }

  /// By hand: 1 - 1/16 and 1/16.
  @Test void fourUnitsAtOneHalf() {
    assertThat(UnitCode.COPY.bits(.5, 4)).isEqualTo(.9375);
    assertThat(UnitCode.PARITY.bits(.5, 4)).isEqualTo(.0625);
    assertThat(UnitCode.OWN.bits(.5, 4)).isEqualTo(.5);
  }

  /// To first order a count of chance r takes (1 - r) / (2 N ln 2) off its entropy (Miller and Madow 1955): at p = 1/2
  /// the parity of four units has 146 pairs and 81 outcomes, all with r = 1/16.
  @Test void withManySamplesTheEstimateIsHighAsMillerAndMadowSay() {
    double high = UnitCode.PARITY.plugIn(.5, 4, new PlugInEntropy(20_000)) - .0625;
    assertThat(high).isCloseTo((146 - 81) * 15 / 16.0 / (2 * 20_000 * Math.log(2)), within(1e-5));
  }

  @ParameterizedTest
  @EnumSource(UnitCode.class)
  void whereNothingOrEverythingIsDroppedTheEstimateIsExact(UnitCode code) {
    PlugInEntropy entropy = new PlugInEntropy(64);
    assertThat(code.plugIn(0, 4, entropy)).isCloseTo(1, within(1e-12));
    assertThat(code.plugIn(1, 4, entropy)).isCloseTo(0, within(1e-12));
    assertThat(code.sd(0, 4)).isZero();
  }

  @Test void settingsThatAreNotSentEquallyOftenAreRefused() {
    assertThatThrownBy(() -> UnitCode.OWN.plugIn(.5, 4, new PlugInEntropy(20)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
