package dropoutlab.predict.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.frame.BesideEvidence;
import dropoutlab.frame.Curve;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.RunState;
import dropoutlab.frame.Weights;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.theory.SmoothedLabels;
import dropoutlab.train.FrameBuilder;
import dropoutlab.train.TrainingSession;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Oracles: by hand, the optimum of smoothed labels, and the scores that the session itself records.
class BesideMeasuresTest {
  private record Trained(Frame frame, BesideMeasures measures) {
    static Trained of(String set, double noise, String hidden, String more, int epochs) {
      Experiment experiment = ExperimentJson.read("""
          {"data": {"set": "%s", "training": 120, "validation": 150, "noise": %s}, "network": {"hidden": [%s]},
           "optimiser": {"type": "adam", "learningRate": 0.01}, "training": {"epochs": 500, "batch": 30, "twin": false}%s}"""
          .formatted(set, noise, hidden, more), "beside.json");
      DataSet data = DataSets.load(experiment, Path.of(""));
      TrainingSession session = new TrainingSession(experiment, data);
      while (session.progress().epoch() < epochs) session.step();
      Frame frame = new FrameBuilder(session).present(1, new RunState.Paused(), 0);
      return new Trained(frame, new BesideMeasures(frame, data));
    }
  }

  private static final String UNITS = "{\"units\": 24}";

  @Test void sizesOfWeightsAreThoseByHand() {
    WeightSizes sizes = WeightSizes.of(Matrix.copyOf(new double[] {3, 0.001, -4, 0.5}, 2, 2));
    assertThat(sizes.unitNorms().get(0)).isEqualTo(5);
    assertThat(sizes.unitNorms().get(1)).isCloseTo(0.500001, within(1e-9));
    assertThat(sizes.largestUnit()).isEqualTo(5);
    assertThat(sizes.nearZero()).isEqualTo(0.25);
    assertThat(sizes.largest()).isEqualTo(4);
    assertThat(sizes.norm()).isCloseTo(Math.sqrt(9 + 16 + 0.25 + 1e-6), within(1e-12));
    Matrix bias = Matrix.row(1, 2), weights = Matrix.copyOf(new double[4], 2, 2);
    assertThat(WeightSizes.of(new Weights(List.of(weights), List.of(bias), List.of(bias, weights)))).hasSize(2);
  }

  /// Three clusters apart: the network reaches the targets, and its logits their gap.
  @Test void logitsReachTheGapThatIsBestUnderSmoothedLabels() {
    Trained trained = Trained.of("blobs", 0, UNITS, ", \"regulariser\": {\"labelSmoothing\": 0.1}", 150);
    BesideEvidence.Gaps gaps = trained.measures.gaps(0.1);
    assertThat(gaps.gaps()).hasSize(120);
    double mean = gaps.gaps().stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    assertThat(mean).isCloseTo(SmoothedLabels.gap(0.1, 3), within(0.15));
    assertThat(gaps.smoothed()).isBetween(SmoothedLabels.floor(0.1, 3), SmoothedLabels.floor(0.1, 3) + 0.02);
    Trained hard = Trained.of("blobs", 0, UNITS, "", 150);
    assertThat(hard.measures.gaps(0.1).gaps()).allMatch(gap -> gap > SmoothedLabels.gap(0.1, 3));
    assertThat(hard.measures.gaps(0.1).plain()).isCloseTo(hard.frame.history().last(Curve.TRAIN), within(1e-4));
  }

  @ParameterizedTest @ValueSource(strings = {"two-moons", "blobs", "friedman"})
  void withMasksOffTheLossAndTheErrorAreThoseOfTheSession(String set) {
    Trained trained = Trained.of(set, 0.2, UNITS, "", 20);
    assertThat(trained.measures.underMasks().getFirst())
        .isCloseTo(trained.frame.history().last(Curve.VALIDATION), within(1e-4));
    if (set.equals("friedman")) assertThat(trained.measures.sure()).isEmpty();
    else assertThat(1 - trained.measures.sure().orElseThrow().right())
        .isCloseTo(trained.frame.history().last(Curve.VALIDATION_ERROR), within(1e-6));
  }

  @Test void whatWasTrainedUnderMasksSuffersLessFromThem() {
    List<Double> plain = Trained.of("two-moons", 0.3, "{\"units\": 32}, {\"units\": 32}", "", 150)
        .measures.underMasks();
    List<Double> dropped = Trained.of("two-moons", 0.3,
        "{\"units\": 32, \"drop\": 0.4}, {\"units\": 32, \"drop\": 0.4}", "", 150)
        .measures.underMasks();
    assertThat(plain).hasSameSizeAs(BesideEvidence.RATES).allMatch(Double::isFinite);
    assertThat(dropped.getLast() - dropped.getFirst()).isLessThan(plain.getLast() - plain.getFirst());
  }

  @Test void learntRatesAreReplacedToo() {
    Trained trained = Trained.of("two-moons", 0.3,
        "{\"units\": 8, \"drop\": 0.2, \"method\": {\"type\": \"concrete\"}}", "", 2);
    assertThat(trained.measures.underMasks()).hasSameSizeAs(BesideEvidence.RATES).allMatch(Double::isFinite);
  }

  @Test void theWayBetweenTwoExamplesEndsAtBoth() {
    BesideEvidence.Between between = Trained.of("blobs", 0, UNITS, "", 60).measures.between();
    assertThat(between.shares()).startsWith(0.0).endsWith(1.0);
    assertThat(between.p().getFirst()).isLessThan(0.05);
    assertThat(between.p().getLast()).isGreaterThan(0.95);
  }

  @Test void aHiddenSquareOfNoPixelsHidesNothing() {
    Trained trained = Trained.of("digits", 0.1, UNITS, "", 12);
    BesideEvidence.Hidden hidden = trained.measures.hidden();
    assertThat(hidden.sides()).startsWith(0, 2);
    assertThat(hidden.errors().getFirst()).as("of the first hundred of 150")
        .isCloseTo(trained.frame.history().last(Curve.VALIDATION_ERROR), within(0.1));
    assertThat(hidden.errors().getLast()).isGreaterThan(hidden.errors().getFirst());
  }
}
