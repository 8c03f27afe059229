package dropoutlab.claim.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.claim.Bench;
import dropoutlab.claim.Settings;
import dropoutlab.frame.bench.Comparison;
import dropoutlab.frame.bench.Findings;
import dropoutlab.frame.bench.UncertaintyPicture;
import dropoutlab.frame.bench.Verdict;
import dropoutlab.predict.ProgressMonitor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The four benches against numbers that were known before: those of the design, and limits by hand.
class UncertaintyBenchesTest {
  private static final Bench BIAS = new BiasAndVariance(), RISK = new RiskNotUncertainty(),
      SPIKES = new SpikesForABell(),
      ASK = new WhereToAsk();

  private static Findings find(Bench bench, String... changes) {
    Settings settings = bench.defaults();
    for (String each : changes) settings = settings.with(each);
    return bench.find(settings, ProgressMonitor.NOBODY);
  }

  private static double exact(Findings found, int row) { return found.rows().get(row).exact().value(); }

  private static Verdict verdict(Findings found, int row) { return found.rows().get(row).verdict(); }

  @Test void biasAndVarianceAreThoseOfTheDesign() {
    Findings found = find(BIAS);
    assertThat(exact(found, 0)).isEqualTo(.0584280, within(5e-8));
    assertThat(exact(found, 1) * exact(found, 1)).isEqualTo(.029472, within(5e-7));
    assertThat(exact(found, 2)).isEqualTo(.029472 + .058428, within(1e-6));
    assertThat(exact(found, 3)).isEqualTo(.5, within(1e-12));
    assertThat(verdict(found, 4)).isEqualTo(Verdict.EQUAL);
  }

  /// The first networks are the same however many there are.
  @Test void theClockAddsNetworks() {
    UncertaintyPicture.Sheaf few = (UncertaintyPicture.Sheaf) find(BIAS, "networks=100").picture();
    UncertaintyPicture.Sheaf many = (UncertaintyPicture.Sheaf) find(BIAS).picture();
    assertThat(few.own().said().cols()).isEqualTo(100);
    for (int k = 0; k < 100; k++) assertThat(many.own().said().get(k)).isEqualTo(few.own().said().get(k));
  }

  @Test void theVarianceOfOneWeightHasNoNumberOfExamples() {
    double[] rates = {.1, .2, .5}, variances = {4 / 9.0, 1, 4};
    for (int i = 0; i < rates.length; i++)
      assertThat(exact(find(RISK, "p=" + rates[i]), 0)).isEqualTo(variances[i], within(1e-12));
  }

  /// For many examples the weights become q times the true ones, and so the variance p q Σ w² = .5625; the posterior's
  /// is .25 / 10,000 for each of five weights and the bias.
  @Test void withManyExamplesTheSpreadHasALimitAndThePosteriorHasNone() {
    UncertaintyPicture.Growth growth = (UncertaintyPicture.Growth) find(RISK).picture();
    assertThat(Math.pow(growth.exact(3), 2)).isEqualTo(.5625, within(.03));
    assertThat(Math.pow(growth.posterior(3), 2)).isEqualTo(1.5e-4, within(.05e-4));
    assertThat(growth.exact(3) / growth.exact(1)).isGreaterThan(.8);
    assertThat(growth.posterior(3) / growth.posterior(1)).isLessThan(.12);
  }

  @Test void repeatedExamplesLeaveTheSpreadAsItIs() {
    Findings found = find(RISK, "data=repeated", "n=1000");
    UncertaintyPicture.Growth growth = (UncertaintyPicture.Growth) found.picture();
    for (int row = 1; row < 4; row++) assertThat(growth.exact(row)).isEqualTo(growth.exact(0), within(1e-9));
    assertThat(growth.posterior(3)).isLessThan(growth.posterior(0) / 10);
    assertThat(verdict(found, 3)).isEqualTo(Verdict.EQUAL);
  }

  /// Where the data are drawn, five seeds answer.
  @Test void aGuessIsMeasuredAgainstFiveSeeds() {
    Findings found = find(RISK), next = RISK.find(RISK.defaults().withSeed(Bench.SEED + 1), ProgressMonitor.NOBODY);
    assertThat(found.answers()).hasSize(5).doesNotHaveDuplicates();
    assertThat(found.answers().get(1)).isEqualTo(next.answer());
  }

  @Test void theSpikesAreThoseOfTheDesign() {
    Findings found = find(SPIKES);
    assertThat(exact(found, 0)).isEqualTo(.3986384, within(5e-8));
    assertThat(found.answer()).isEqualTo(List.of(found.answers().getFirst().getFirst()));
    assertThat(found.answer().getFirst()).isEqualTo(.423029, within(5e-7));
    assertThat(exact(found, 3)).isEqualTo(3.5976, within(5e-5));
    assertThat(exact(find(SPIKES, "width=0.01"), 3)).isEqualTo(5.8953, within(5e-5));
    assertThat(exact(find(SPIKES, "width=0.001"), 3)).isEqualTo(8.1978, within(5e-5));
    assertThat(exact(find(SPIKES, "width=0.001"), 4)).isEqualTo(Math.log(10), within(1e-6));
  }

  /// At p = 1/2 the variance of the passes has no error of first order, and is still not exact.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void atOneHalfTheVarianceHolds(long seed) {
    for (Bench bench : List.of(RISK, SPIKES)) {
      Settings settings = bench.defaults().with("p=0.5").with("passes=1000").withSeed(seed);
      assertThat(bench.find(settings, ProgressMonitor.NOBODY).rows()).extracting(Comparison::verdict)
          .doesNotContain(Verdict.FAILS);
    }
  }

  /// The network of the drawings: its average at the cross is .189812, and 50 passes gave .1831640.
  @Test void theInformationIsThatOfTheDesign() {
    Findings found = find(ASK);
    assertThat(exact(found, 0)).isEqualTo(.1899847, within(5e-8));
    assertThat(found.rows().getFirst().engine().value()).isEqualTo(.1831640, within(5e-8));
    assertThat(exact(found, 2)).isEqualTo(.189812, within(5e-7));
    assertThat(verdict(found, 1)).isEqualTo(Verdict.DIFFERS);
    assertThat(verdict(found, 3)).isEqualTo(Verdict.EQUAL);
  }

  /// What 5 passes miss on average is about ten times what 50 miss.
  @Test void fewPassesMissMore() {
    double five = exact(find(ASK, "passes=5"), 1), fifty = exact(find(ASK, "passes=50"), 1);
    assertThat(five / fifty).isBetween(9.0, 11.5);
    assertThat(five).isEqualTo(-.0396, within(5e-5));
  }

  @Test void aLabelIsLearntAndChangesTheMap() {
    Findings before = find(ASK), after = find(ASK, "labels=2");
    UncertaintyPicture.Asking picture = (UncertaintyPicture.Asking) after.picture();
    assertThat(picture.points().rows()).isEqualTo(66);
    assertThat(picture.points().at(65, 0)).isEqualTo(1.9, within(1e-6));
    assertThat(picture.at().before()).isEqualTo(exact(before, 0));
    assertThat(exact(after, 4)).isEqualTo(exact(after, 0) - exact(before, 0), within(1e-15));
    assertThat(before.rows()).hasSize(4);
    assertThat(after.rows()).hasSize(5);
  }

  /// Without labels the cross decides nothing about the training.
  @Test void movingTheCrossTrainsNothing() {
    UncertaintyPicture.Asking here = (UncertaintyPicture.Asking) find(ASK).picture();
    UncertaintyPicture.Asking there = (UncertaintyPicture.Asking) find(ASK, "cross=0.5,0.5").picture();
    assertThat(there.exact()).isSameAs(here.exact());
  }
}
