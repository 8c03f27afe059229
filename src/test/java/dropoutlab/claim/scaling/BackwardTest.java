package dropoutlab.claim.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.claim.Settings;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.bench.Comparison;
import dropoutlab.frame.bench.Findings;
import dropoutlab.frame.bench.ScalingPicture;
import dropoutlab.frame.bench.Verdict;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.theory.MaskedTanh;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackwardTest {
  private static final Backward BENCH = new Backward();

  private static Findings find(Settings settings) { return BENCH.find(settings, ProgressMonitor.NOBODY); }

  private static ScalingPicture.Backward picture(Settings settings) {
    return (ScalingPicture.Backward) find(settings).picture();
  }

  /// Oracle: the chain rule in double precision, with the same mask both ways and with none on the way back.
  @ParameterizedTest
  @ValueSource(doubles = {0, .2, .4, .5, .8})
  void theEngineFollowsTheChainRuleWithTheMaskOfTheWayForward(double p) {
    Settings settings = BENCH.defaults().with("p", p);
    BackwardEngine engine = new BackwardEngine(settings);
    double[][] masks = BackwardEngine.numbers(engine.masks());
    MaskedTanh network = new MaskedTanh(BackwardEngine.SIZES, masks, BackwardEngine.TARGET);
    double[] right = network.chainRule(engine.numbers(), masks),
        wrong = network.chainRule(engine.numbers(), BackwardEngine.ones());
    Matrix seen = picture(settings).gradients();
    for (int i = 0; i < right.length; i++) {
      assertThat(seen.at(0, i)).isCloseTo(right[i], within(1e-8));
      assertThat(seen.at(1, i)).isCloseTo(right[i], within(1e-4));
      assertThat(seen.at(2, i)).isCloseTo(wrong[i], within(1e-4));
    }
  }

  /// All of a dropped unit's weights and its bias, and nothing else: a tanh unit that is kept has no gradient of 0.
  @Test void exactlyTheWeightsOfDroppedUnitsHaveNoGradient() {
    ScalingPicture.Backward seen = picture(BENCH.defaults());
    int zeros = 0, dropped = 0;
    for (int i = 0; i < seen.gradients().cols(); i++) if (seen.gradients().at(1, i) == 0) zeros++;
    for (int layer = 0; layer < 3; layer++)
      for (int to = 0; to < seen.sizes().get(layer + 1); to++) {
        if (seen.dropped(layer + 1, to)) dropped++;
        for (int from = 0; from < seen.sizes().get(layer); from++) {
          boolean none = seen.dropped(layer, from) || seen.dropped(layer + 1, to);
          if (none) dropped++;
          assertThat(seen.gradients().at(1, seen.weight(layer, from, to)) == 0).isEqualTo(none);
        }
      }
    assertThat(zeros).isEqualTo(dropped).isPositive();
  }

  @Test void withoutDropoutAToggledModeChangesNothing() {
    Findings found = find(BENCH.defaults().with("p", 0));
    assertThat(found.answer().getFirst()).isCloseTo(0, within(1e-9));
    assertThat(found.rows()).extracting(Comparison::verdict).containsOnly(Verdict.EQUAL);
  }

  @Test void aGuessIsMeasuredAgainstFiveSeeds() {
    Findings found = find(BENCH.defaults());
    assertThat(found.answers()).hasSize(5).doesNotHaveDuplicates();
    assertThat(found.answers().get(1)).isEqualTo(find(BENCH.defaults().withSeed(8)).answer());
  }

  /// Where nothing is kept, and where almost everything is.
  @ParameterizedTest
  @ValueSource(doubles = {.01, .3, .7, .95})
  void noHonestSettingFails(double p) {
    for (long seed = 1; seed <= 40; seed++)
      assertThat(find(BENCH.defaults().with("p", p).withSeed(seed)).rows()).as("seed %d", seed).allSatisfy(row ->
          assertThat(row.verdict()).as("%s %s", row, row.gap()).isNotEqualTo(Verdict.FAILS));
  }
}
