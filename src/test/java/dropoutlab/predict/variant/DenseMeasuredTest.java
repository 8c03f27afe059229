package dropoutlab.predict.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.frame.Curve;
import dropoutlab.frame.FactorCounts;
import dropoutlab.frame.Frame;
import dropoutlab.frame.History;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Metric;
import dropoutlab.frame.RunState;
import dropoutlab.frame.UnitsEvidence;
import dropoutlab.frame.WeightsEvidence;
import dropoutlab.predict.variant.dense.SelfNormalisation;
import dropoutlab.predict.variant.dense.UnitsMeasured;
import dropoutlab.predict.variant.dense.WeightsMeasured;
import dropoutlab.spec.Beside;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.train.FrameBuilder;
import dropoutlab.train.TrainingSession;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The evidence of the views of units and weights. Oracles: closed forms within their sampling errors, the losses of
/// the engine's own run, and DropConnect's exact mean over all masks.
class DenseMeasuredTest {
  private record Run(Frame frame, DataSet data) {
    UnitsEvidence units() { return UnitsMeasured.of(frame, data, 2); }

    WeightsEvidence weights() { return WeightsMeasured.of(frame, data, 2); }
  }

  private static Run run(String method, double p, String activation, int epochs) {
    String layer = "{\"units\": 16, \"activation\": \"%s\", \"drop\": %s, \"method\": %s}".formatted(activation, p,
        method);
    Experiment experiment = ExperimentJson.read("""
        {"title": "t", "data": {"type": "generated", "set": "two-moons", "training": 40, "validation": 60},
            "network": {"hidden": [%s, %s]},
        "training": {"batch": 10, "epochs": %d, "twin": false}, "beside": [{"name": "none", "network":
          {"hidden": [{"units": 16, "activation": "%s", "drop": 0}, {"units": 16, "activation": "%s", "drop": 0}]}}]}"""
        .formatted(layer, layer, epochs, activation, activation), "test");
    DataSet data = DataSets.load(experiment, Path.of("."));
    TrainingSession session = new TrainingSession(experiment, data);
    while (session.progress().epoch() < epochs) session.step();
    return new Run(new FrameBuilder(session).present(1, new RunState.Paused(), 0), data);
  }

  private static String type(String name) { return "{\"type\": \"" + name + "\"}"; }

  @ParameterizedTest
  @ValueSource(strings = {"inverted", "standard", "gaussian", "learnt-gaussian", "uniform", "alpha", "concrete"})
  void factorsFollowTheirLaw(String method) {
    UnitsEvidence.Drawn drawn = run(type(method), .3, "relu", 2).units().sides().getFirst().drawn().orElseThrow();
    FactorCounts factors = drawn.factors();
    int count = 200 * 16;
    double error = Math.sqrt(factors.closedVariance() / count);
    assertThat(factors.mean()).isCloseTo(factors.closedMean(), within(4 * error));
    assertThat(factors.variance()).isCloseTo(factors.closedVariance(), within(.12 * factors.closedVariance() + .01));
    for (int bin = 0; bin < factors.counts().size(); bin++) {
      double expected = factors.expected().get(bin), share = expected / count;
      assertThat(factors.counts().get(bin).doubleValue()).isCloseTo(expected,
          within(5 * Math.sqrt(count * share * (1 - share)) + 3));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"inverted", "gaussian", "uniform"})
  void theMeanOverMasksIsWhatIsUsedAtInference(String method) {
    UnitsEvidence.Drawn drawn = run(type(method), .3, "relu", 2).units().sides().getFirst().drawn().orElseThrow();
    for (int unit = 0; unit < 16; unit++) {
      double y = drawn.before().get(unit), error = Math.abs(y) * Math.sqrt(drawn.factors().closedVariance() / 200);
      assertThat(drawn.means().get(unit)).isCloseTo(y, within(5 * error + 1e-6));
    }
  }

  @Test void aSideThatDropsNothingHasNothingDrawn() {
    UnitsEvidence evidence = run(type("inverted"), .3, "relu", 1).units();
    assertThat(evidence.sides()).hasSize(2);
    assertThat(evidence.sides().get(1).drawn()).isEmpty();
  }

  /// 3 / (3 + β²) is the ratio for units of mean 0; the formula with their means is exact on average over masks.
  @Test void uniformNoiseHardlyShiftsTheVariance() {
    UnitsEvidence.Ratio ratio = run("{\"type\": \"uniform\", \"beta\": 0.5}", .5, "tanh",
        2).units().sides().getFirst().ratio().orElseThrow();
    assertThat(ratio.measured()).isCloseTo(ratio.closed(), within(.03));
    assertThat(ratio.closed()).isBetween(.8, 3 / 3.25);
  }

  @Test void alphaKeepsTheMomentsOfTenLayersAndInvertedDropoutDoesNot() {
    UnitsEvidence.Depths alpha = run(type("alpha"), .1, "selu", 1).units().sides().getFirst().depths().orElseThrow();
    assertThat(alpha.variances()).hasSize(10).allSatisfy(variance -> assertThat(variance).isBetween(.93, 1.07));
    assertThat(alpha.means()).allSatisfy(mean -> assertThat(mean).isBetween(-.05, .05));
    SelfNormalisation inverted = SelfNormalisation.of(new DropoutSpec.Inverted(), .1, SelfNormalisation.Size.STANDARD,
        0);
    assertThat(inverted.variances().getLast()).isGreaterThan(1.2);
  }

  @Test void aNetworkOfWhichNothingIsPrunedHasTheLossOfTheRun() {
    Run run = run("{\"type\": \"targeted\", \"share\": 0.5, \"target\": \"units\"}", .5, "relu", 4);
    UnitsEvidence evidence = run.units();
    History history = run.frame.history();
    double whole = evidence.sides().get(1).pruned().orElseThrow().losses().getFirst();
    assertThat(whole).isCloseTo(history.value(new Curve("none", Metric.VALIDATION), history.size() - 1), within(1e-5));
    double half = evidence.sides().getFirst().pruned().orElseThrow().losses().get(5);
    assertThat(half).isCloseTo(history.value(new Curve(Beside.OWN, Metric.VALIDATION), history.size() - 1),
        within(1e-5));
    double wrong = evidence.sides().getFirst().pruned().orElseThrow().wrong().get(5);
    assertThat(wrong).isCloseTo(history.value(new Curve(Beside.OWN, Metric.VALIDATION_ERROR), history.size() - 1),
        within(1e-6));
  }

  @Test void theSumUnderDropConnectIsNearTheNormalOfItsMoments() {
    WeightsEvidence.Sum sum = run(type("drop-connect"), .4, "relu", 2).weights().sides().getFirst().sum().orElseThrow();
    assertThat(sum.layer()).as("the layer with the most inputs").isEqualTo(2);
    double mean = 0, square = 0;
    int count = 0;
    for (int bin = 0; bin < sum.counts().size(); bin++) {
      double at = sum.from() + (bin + .5) * sum.width();
      mean += at * sum.counts().get(bin);
      square += at * at * sum.counts().get(bin);
      count += sum.counts().get(bin);
    }
    mean /= count;
    assertThat(mean).isCloseTo(sum.mean(), within(4 * sum.sd() / 20 + sum.width()));
    assertThat(Math.sqrt(square / count - mean * mean)).isCloseTo(sum.sd(), within(.2 * sum.sd()));
  }

  @Test void matchedMomentsAreNearerToTheMeanOverMasksThanTheMeanOfTheWeights() {
    WeightsEvidence.Rules rules = run(type("drop-connect"), .4, "relu",
        4).weights().sides().getFirst().rules().orElseThrow();
    assertThat(rules.error(rules.matched())).isLessThan(rules.error(rules.byMean()));
    assertThat(rules.error(Matrix.row(rules.drawn().toArray()))).isZero();
  }
}
