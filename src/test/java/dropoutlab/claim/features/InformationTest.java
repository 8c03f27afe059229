package dropoutlab.claim.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.claim.Settings;
import dropoutlab.frame.bench.Comparison;
import dropoutlab.frame.bench.FeaturesPicture;
import dropoutlab.frame.bench.Findings;
import dropoutlab.frame.bench.Tolerance;
import dropoutlab.frame.bench.Verdict;
import dropoutlab.math.RandomStream;
import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.theory.UnitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The bench "What gets through". Oracles: codes of which all or nothing passes, and the spread over many seeds.
class InformationTest {
  private static final Information BENCH = new Information();

  private static Findings find(Settings settings) { return BENCH.find(settings, ProgressMonitor.NOBODY); }

  @ParameterizedTest
  @EnumSource(UnitCode.class)
  void allThatIsSentArrivesWhereNothingIsDropped(UnitCode code) {
    SampledBits sampler = new SampledBits(code, 0, 3, RandomStream.of(1, Purpose.MASKS));
    assertThat(sampler.estimate(SampledBits.whole(100, 3), ProgressMonitor.NOBODY)).isCloseTo(1, within(1e-12));
  }

  @Test void samplesAreWholeRoundsOfAllSettings() {
    assertThat(SampledBits.whole(20_000, 4)).isEqualTo(20_000);
    assertThat(SampledBits.whole(100, 4)).isEqualTo(112);
    assertThat(SampledBits.whole(1, 6)).isEqualTo(64);
  }

  /// The tolerance is right if gaps in standard errors have a spread of 1.
  @ParameterizedTest
  @CsvSource({".5, 4, 20000", ".2, 4, 1000", ".8, 4, 2000", ".5, 6, 2000"})
  void gapsSpreadAsTheirStandardErrorSays(double p, int units, int masks) {
    Settings settings = BENCH.defaults().with("p", p).with("units", units).with("masks", masks);
    double[] squares = new double[4];
    int seeds = 60;
    for (int seed = 0; seed < seeds; seed++) {
      int at = 0;
      for (Comparison row : find(settings.withSeed(seed)).rows()) {
        double se = row.tolerance().most() / Tolerance.Noise.SES;
        squares[at++] += row.gap() * row.gap() / (se * se) / seeds;
      }
    }
    // Of 60 seeds the mean square has a standard deviation of sqrt(2 / 60) = 0.18. With few masks it may be less than
    // 1.
    for (double square : squares) assertThat(square).isBetween(.15, 1.8);
  }

  @Test void fewMasksFindMoreThanThereIs() {
    Comparison bias = find(BENCH.defaults()).rows().get(3);
    assertThat(bias.verdict()).isEqualTo(Verdict.DIFFERS);
    assertThat(bias.exact().value()).isBetween(.2, .3);
  }

  @Test void theAnswerIsThatOfTheCodeThatIsAskedFor() {
    assertThat(find(BENCH.defaults()).answer()).containsExactly(.9375);
    assertThat(find(BENCH.defaults().with("code=parity")).answer()).containsExactly(.0625);
    assertThat(find(BENCH.defaults().with("code=own")).answer()).containsExactly(.5);
  }

  @Test void theMaskThatIsShownIsOneOfTheLayer() {
    FeaturesPicture.Information shown = (FeaturesPicture.Information) find(BENCH.defaults()).picture();
    assertThat(shown.coded()).allSatisfy(coded -> {
      assertThat(coded.sent()).hasSize(4);
      assertThat(coded.kept()).hasSize(4);
    });
    assertThat(shown.coded().getFirst().sent()).containsOnly(shown.coded().getFirst().sent().getFirst());
    assertThat(((FeaturesPicture.Information) find(BENCH.defaults().with("p=0")).picture()).coded())
        .allSatisfy(coded -> assertThat(coded.kept()).containsOnly(true));
  }
}
