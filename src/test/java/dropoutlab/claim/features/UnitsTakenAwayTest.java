package dropoutlab.claim.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.claim.Settings;
import dropoutlab.claim.features.TakenTrial.Asked;
import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Weights;
import dropoutlab.frame.bench.FeaturesPicture;
import dropoutlab.frame.bench.Findings;
import dropoutlab.frame.bench.Verdict;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.nn.Network;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.spec.Experiment;
import dropoutlab.theory.TakenAway;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The bench "Units taken away". Oracles: a network whose weights behind the units are 0, and counts that were made
/// twice.
class UnitsTakenAwayTest {
  private static final UnitsTakenAway BENCH = new UnitsTakenAway();

  private static Findings find(Settings settings) { return BENCH.find(settings, ProgressMonitor.NOBODY); }

  private static FeaturesPicture.TakenAway picture(Settings settings) {
    return (FeaturesPicture.TakenAway) find(settings).picture();
  }

  /// A pinned unit does what a unit does whose outgoing weights are 0.
  @Test void aPinnedUnitIsOneWhoseOutgoingWeightsAreZero() {
    Experiment experiment = new Asked(3, .5, 6, true).experiment();
    DataSet data = DataSets.load(experiment, Path.of(""));
    Network network = new Network(experiment.network(), data.schema().shape(), data.schema().outputs(),
        layer -> RandomStream.of(3, RandomStream.Purpose.MASKS, layer));
    network.initialise(experiment.network(), 3);
    TakenAway pinned = new PinnedUnits(experiment.network(), network.weights(), data).count(() -> {});
    for (int set : new int[] {0, 1, 0b101000, 0b111110, 0b111111})
      assertThat(pinned.wrong(set)).isEqualTo(wrong(network, without(network.weights(), set), data));
  }

  private static Weights without(Weights of, int set) {
    List<Matrix> weights = new ArrayList<>(of.weights());
    Matrix last = weights.removeLast();
    weights.add(Matrix.generate(last.rows(), last.cols(), (r, c) -> (set >> r & 1) == 1 ? 0 : last.at(r, c)));
    return new Weights(weights, of.biases());
  }

  private static double wrong(Network network, Weights weights, DataSet data) {
    Weights whole = network.weights();
    network.load(weights);
    Tensor out = new Tensor(0, network.outputs());
    network.infer(data.validation().x(), out);
    network.load(whole);
    int wrong = 0;
    for (int r = 0; r < out.rows(); r++) {
      int said = 0;
      for (int c = 1; c < out.cols(); c++) if (out.at(r, c) > out.at(r, said)) said = c;
      if (said != data.validation().label(r)) wrong++;
    }
    return (double) wrong / out.rows();
  }

  /// The network of the bench of all thinned networks: masks off it is wrong on 13.0 % of the 400 points. With four of
  /// its eight units away 4543 of 70 x 400 answers are wrong, of the twin's 8552.
  @Test void theShownNetworkLosesAsMuchAsWasCounted() {
    FeaturesPicture.TakenAway shown = picture(BENCH.defaults());
    assertThat(shown.shown().own().exact()).element(0).isEqualTo(.13);
    assertThat(shown.shown().own().exact().get(4)).isCloseTo(4543 / 28_000.0, within(1e-15));
    assertThat(shown.shown().twin().exact()).element(0).isEqualTo(.2);
    assertThat(shown.shown().twin().exact().get(4)).isCloseTo(8552 / 28_000.0, within(1e-15));
    assertThat(shown.shown().own().engine()).isEqualTo(shown.shown().own().exact());
  }

  @Test void onEveryOfFiveSeedsTheTwinSuffersMore() {
    FeaturesPicture.TakenAway shown = picture(BENCH.defaults().withSeed(1));
    assertThat(shown.seeds()).extracting(FeaturesPicture.TakenAway.Seed::seed).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(shown.seeds()).allSatisfy(seed -> {
      assertThat(seed.own().exact().get(4)).isBetween(.12, .182);
      assertThat(seed.twin().exact().get(4)).isBetween(.261, .362);
    });
  }

  @Test void aGuessIsMeasuredAgainstEverySeed() {
    Findings found = find(BENCH.defaults());
    assertThat(found.answers()).hasSize(5).allSatisfy(answer -> assertThat(answer).hasSize(9).last().isEqualTo(.5));
    assertThat(find(BENCH.defaults().with("units=4")).answers()).allSatisfy(answer -> assertThat(answer).hasSize(5));
  }

  @Test void withoutDropoutTheNetworkIsItsTwin() {
    FeaturesPicture.TakenAway shown = picture(BENCH.defaults().with("p=0"));
    assertThat(shown.seeds()).allSatisfy(seed -> assertThat(seed.own()).isEqualTo(seed.twin()));
    assertThat(find(BENCH.defaults().with("p=0")).rows().get(3).verdict()).isEqualTo(Verdict.EQUAL);
  }

  @Test void theWorstChoiceIsTheUpperEdgeOfAllWays() {
    FeaturesPicture.TakenAway worst = picture(BENCH.defaults().with("away=worst"));
    assertThat(worst.shown().own().exact()).isEqualTo(worst.shown().own().worst());
    List<Double> mean = picture(BENCH.defaults()).shown().own().exact();
    for (int k = 0; k <= 8; k++) assertThat(worst.shown().own().exact().get(k)).isGreaterThanOrEqualTo(mean.get(k));
  }
}
