package dropoutlab.predict.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.data.Examples;
import dropoutlab.figure.variant.DeepRuns.Moment;
import dropoutlab.figure.variant.DeepRuns;
import dropoutlab.frame.LayersEvidence;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.NetworkState;
import dropoutlab.frame.SitesEvidence;
import dropoutlab.frame.Weights;
import dropoutlab.predict.Predictor;
import dropoutlab.predict.variant.depth.LossRise;
import dropoutlab.predict.variant.depth.Pruning;
import dropoutlab.theory.PoissonBinomial;
import dropoutlab.train.TrainingSession;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The evidence of the views of encoders and of deep networks. Oracles: closed forms with their sampling errors, and losses
/// that must agree.
class DeepMeasuredTest {
  private static final String NONE = DeepRuns.encoders(1, 0, 0, 0, 0, 0, "post");

  private static void epochs(TrainingSession session) { while (session.progress().epoch() < 3) session.step(); }

  private static SitesEvidence sites(String a, String b) {
    return (SitesEvidence) Moment.of(DeepRuns.onSequences(a, b), DeepMeasuredTest::epochs).measured();
  }

  /// 320 rows of 16 sequences; the root mean square of independent sums has a relative error below 0.2.
  @Test void rowsOfAttentionHaveTheSpreadOfTheirClosedForm() {
    SitesEvidence found = sites(DeepRuns.encoders(1, 0, .3, 0, 0, 0, "post"), NONE);
    assertThat(found.sums()).hasSize(1);
    SitesEvidence.Sums sums = found.sums().getFirst();
    assertThat(sums.attention()).isTrue();
    assertThat(sums.rows()).isEqualTo(320);
    assertThat(sums.mean()).isCloseTo(1, within(4 * sums.expectedSd() / Math.sqrt(320)));
    assertThat(sums.sd() / sums.expectedSd()).isBetween(.8, 1.2);
  }

  /// The mean of 8 factors has mean 1 and variance p / (1 - p) / 8; 160 words.
  @Test void factorsOfAWordHaveTheSpreadOfTheirClosedForm() {
    SitesEvidence.Sums sums = sites(DeepRuns.encoders(1, .2, 0, 0, 0, 0, "post"), NONE).sums().getFirst();
    assertThat(sums.attention()).isFalse();
    assertThat(sums.expectedSd()).isCloseTo(Math.sqrt(.25 / 8), within(1e-9));
    assertThat(sums.mean()).isCloseTo(1, within(4 * sums.expectedSd() / Math.sqrt(160)));
    assertThat(sums.sd() / sums.expectedSd()).isBetween(.75, 1.25);
  }

  @Test void eachPlaceIsSwitchedOnAloneAtTheRateInForce() {
    SitesEvidence found = sites(DeepRuns.encoders(2, 0, .3, 0, 0, 0, "pre"), NONE.replace("post", "pre"));
    assertThat(found.alone()).extracting(SitesEvidence.Alone::method).containsExactly("embedding", "attention", "residual", "feed-forward");
    assertThat(found.alone()).extracting(SitesEvidence.Alone::p).containsExactly(.1, .3, .1, .1);
    assertThat(found.alone()).allSatisfy(alone -> assertThat(alone.rises()).hasSize(2));
  }

  @Test void withoutMasksTheLossDoesNotRise() {
    Moment moment = Moment.of(DeepRuns.onSequences(NONE, ""), DeepMeasuredTest::epochs);
    LossRise rise = LossRise.of(moment.frame(), moment.data().schema(), moment.frame().inForce(), moment.data().validation(), 3);
    assertThat(rise.mean()).isZero();
    assertThat(rise.error()).isZero();
    assertThat(rise.without()).isCloseTo(loss(moment, moment.data().validation()), within(1e-6));
  }

  private static double loss(Moment moment, Examples examples) {
    Predictor predictor = Predictor.of(moment.frame(), moment.data().schema());
    double sum = 0;
    for (int row = 0; row < examples.size(); row++) sum -= Math.log(predictor.deterministic(examples.x()).at(row, examples.label(row)));
    return sum / examples.size();
  }

  private static LayersEvidence layers(String a, String b) {
    return (LayersEvidence) Moment.of(DeepRuns.onMoons(a, b), DeepMeasuredTest::epochs).measured();
  }

  /// 500 draws of the sum of 12 decisions.
  @Test void theEffectiveDepthIsPoissonBinomial() {
    LayersEvidence found = layers(DeepRuns.residual(12, .4, 0, 0), DeepRuns.residual(12, 0, .3, 0));
    assertThat(found.depths()).hasSize(1);
    LayersEvidence.Depths depths = found.depths().getFirst();
    double[] kept = new double[12];
    Arrays.fill(kept, .6);
    PoissonBinomial exact = new PoissonBinomial(kept);
    assertThat(depths.expectedMean()).isCloseTo(7.2, within(1e-9));
    assertThat(depths.mean()).isCloseTo(7.2, within(4 * Math.sqrt(exact.variance() / 500)));
    for (int d = 0; d <= 12; d++) assertThat(depths.expected().get(d)).isEqualTo(exact.probability(d));
    assertThat(depths.counts().stream().mapToInt(Integer::intValue).sum()).isEqualTo(500);
  }

  @Test void layerDropIsDrawnForEachExampleToo() {
    LayersEvidence found = (LayersEvidence) Moment.of(DeepRuns.onSequences(DeepRuns.encoders(4, 0, 0, 0, 0, .4, "pre"), ""),
        TrainingSession::step).measured();
    LayersEvidence.Depths depths = found.depths().getFirst();
    assertThat(depths.mean()).isCloseTo(2.4, within(4 * Math.sqrt(4 * .24 / 500)));
    assertThat(found.pruned().getFirst().blocks()).containsExactly(4, 3, 2);
  }

  @Test void theShareOfBlocksIsThatOfTheMeanDepthAndTheTimeIsMeasured() {
    LayersEvidence.StepTime time = layers(DeepRuns.residual(12, .4, 0, 0), "").times().getFirst();
    assertThat(time.blocks()).isCloseTo(.6, within(1e-9));
    assertThat(time.low()).isPositive().isLessThanOrEqualTo(time.middle());
    assertThat(time.middle()).isLessThanOrEqualTo(time.high());
    assertThat(time.steps()).isPositive();
  }

  @Test void withoutABlockThatAddsNothingTheLossIsTheSame() {
    Moment moment = Moment.of(DeepRuns.onMoons(DeepRuns.residual(6, .4, 0, 0), ""), DeepMeasuredTest::epochs);
    // The second dense layer of every other block gives 0: its weights and biases are the third and fourth tensor of four.
    Weights weights = moment.frame().weights();
    List<Matrix> body = new ArrayList<>(weights.body());
    for (int block = 1; block < 6; block += 2)
      for (int tensor = 2; tensor < 4; tensor++) {
        Matrix old = body.get(2 + 4 * block + tensor);
        body.set(2 + 4 * block + tensor, Matrix.generate(old.rows(), old.cols(), (_, _) -> 0));
      }
    var own = moment.frame().networks().getFirst();
    var silent = moment.frame().withNetworks(List.of(new NetworkState(own.name(), own.inForce(),
        new Weights(weights.weights(), weights.biases(), body), own.rates(), own.view(), own.failure())));
    Pruning pruning = new Pruning(silent, moment.data().schema());
    double whole = pruning.loss(_ -> true, moment.data().validation());
    assertThat(pruning.loss(block -> block % 2 == 0, moment.data().validation())).isEqualTo(whole);
    assertThat(pruning.loss(block -> block % 2 == 1, moment.data().validation())).isNotEqualTo(whole);
  }

  @Test void withAllBlocksTheLossIsThatOfTheNetwork() {
    Moment moment = Moment.of(DeepRuns.onSequences(DeepRuns.encoders(3, .1, .1, .1, .1, .2, "post"), ""), DeepMeasuredTest::epochs);
    Pruning pruning = new Pruning(moment.frame(), moment.data().schema());
    assertThat(pruning.blocks()).isEqualTo(3);
    assertThat(pruning.loss(_ -> true, moment.data().validation())).isCloseTo(loss(moment, moment.data().validation()), within(1e-6));
  }
}
