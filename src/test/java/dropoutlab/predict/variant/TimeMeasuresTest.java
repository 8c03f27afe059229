package dropoutlab.predict.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.frame.Frame;
import dropoutlab.frame.LayerView.Dropped;
import dropoutlab.frame.LayerView.StepMask.Place;
import dropoutlab.frame.LayerView.StepMask;
import dropoutlab.frame.LayerView;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.RunState;
import dropoutlab.frame.TimeEvidence.Draw;
import dropoutlab.frame.TimeEvidence;
import dropoutlab.predict.variant.time.TimeMeasures;
import dropoutlab.predict.variant.time.ZoneoutDraws;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.train.FrameBuilder;
import dropoutlab.train.TrainingSession;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The evidence of the view of time. Oracles: by hand, closed forms, and predictions of the network itself.
class TimeMeasuresTest {
  private static Frame frame(String set, String body, String other) {
    Experiment experiment = ExperimentJson.read("""
        {"title": "t", "data": {"type": "generated", "set": "%s", "training": 24, "validation": 300, "noise": 0},
         "network": {"hidden": [], "body": [%s]},
         "beside": [{"name": "other", "network": {"hidden": [], "body": [%s]}}],
         "training": {"epochs": 2, "batch": 8, "twin": false}, "seed": 3}""".formatted(set, body, other), "test");
    TrainingSession session = new TrainingSession(experiment, data(experiment));
    for (int i = 0; i < 4; i++) session.step();
    return new FrameBuilder(session).present(1, new RunState.Paused(), 0);
  }

  private static DataSet data(Experiment experiment) { return DataSets.load(experiment, Path.of(".")); }

  private static String order(String cell, String method, double p) {
    return "{\"type\": \"embedding\", \"vocabulary\": 6, \"width\": 4}, {\"type\": \"recurrent\", \"cell\": \"" + cell
        + "\", \"units\": 16, \"drop\": {\"method\": \"" + method + "\", \"state\": " + p + "}}";
  }

  /// By hand: p = 0.25, last 0 and 2, proposed 4 and 2. The mean is 3 and 2, the variance 3/16 · 16 = 3 and 0; 4 and 2
  /// are drawn, 1 and 0 away.
  @Test void aDrawIsMeasuredAroundItsExpectation() {
    Dropped dropped = new Dropped(.25, Matrix.row(0, 2, 4, 2), Matrix.row(1, 1, 1, 0), Matrix.row(0, 2, 4, 2),
        Matrix.EMPTY, Matrix.EMPTY);
    LayerView.Recurrent layer = new LayerView.Recurrent(2, 2, Matrix.row(0, 2, 4, 2), Matrix.EMPTY,
        List.of(new StepMask(Place.STATE_ZONEOUT, 2, dropped)));
    Draw second = ZoneoutDraws.of(layer).get(1);
    assertThat(second.measured()).isCloseTo(Math.sqrt(.5), within(1e-12));
    assertThat(second.expected()).isCloseTo(Math.sqrt(1.5), within(1e-12));
  }

  /// 300 examples x 16 units: the ratio has a sampling error of a few per cent in each step.
  @ParameterizedTest @ValueSource(strings = {"lstm", "gru", "rnn"})
  void whatZoneoutDrawsHasTheSpreadOfItsClosedForm(String cell) {
    Frame frame = frame("temporal-order", order(cell, "zoneout", .3), order(cell, "per-step", .3));
    TimeEvidence found = TimeMeasures.of(frame, data(frame.experiment()), 0);
    List<Draw> draws = found.networks().getFirst().draws();
    assertThat(draws).hasSize(20).allSatisfy(draw -> assertThat(draw.measured())
        .isCloseTo(draw.expected(), within(.12 * draw.expected())));
    assertThat(draws.stream().mapToDouble(draw -> draw.measured() / draw.expected()).average().orElseThrow())
        .isCloseTo(1, within(.03));
    assertThat(found.networks().get(1).draws()).isEmpty();
  }

  /// At the first step of a GRU the candidate is the same under all masks: half-way between 0 and h~ with p = 0.5, and
  /// the mean of 24 draws lies within four standard errors.
  @Test void theMemoryUnderMasksScattersAroundTheOneWithoutAtTheFirstStep() {
    Frame frame = frame("temporal-order", order("gru", "zoneout", .5), order("gru", "per-step", .3));
    TimeEvidence.Network found = TimeMeasures.of(frame, data(frame.experiment()), 3).networks().getFirst();
    assertThat(found.masked().rows()).isEqualTo(24);
    for (int unit = 0; unit < 16; unit++) {
      double proposed = 2 * found.calm().at(0, unit), mean = 0;
      for (int mask = 0; mask < 24; mask++) {
        assertThat(Math.min(Math.abs(found.masked().at(mask, unit)),
            Math.abs(found.masked().at(mask, unit) - proposed))).isLessThan(1e-6);
        mean += found.masked().at(mask, unit) / 24;
      }
      assertThat(mean).isCloseTo(found.calm().at(0, unit), within(4 * .5 * Math.abs(proposed) / Math.sqrt(24) + 1e-7));
    }
  }

  @Test void theAnswersAreThoseOfEachNetworkOnTheExampleThatIsLookedAt() {
    Frame frame = frame("temporal-order", order("lstm", "candidate", .3), order("lstm", "variational", .3));
    TimeEvidence found = TimeMeasures.of(frame, data(frame.experiment()), 5);
    assertThat(found.networks()).hasSize(2).allSatisfy(network -> {
      assertThat(network.example()).isEqualTo(frame.network().examples().get(5));
      double sum = 0;
      for (int c = 0; c < 4; c++) sum += network.says().at(0, c);
      assertThat(sum).isCloseTo(1, within(1e-5));
      assertThat(network.noise()).hasSize(20).allMatch(value -> value >= 0 && Double.isFinite(value));
    });
    assertThat(found.networks().getFirst().says()).isNotEqualTo(found.networks().get(1).says());
  }

  /// Without noise only blanks follow the first mark, which stands at step 2 to 7 of 20: right after it, it is known.
  @Test void theFirstMarkIsReadFromTheMemoryRightAfterItCame() {
    Frame frame = frame("temporal-order", order("lstm", "variational", .1), order("lstm", "zoneout", 0));
    List<Double> recall = TimeMeasures.of(frame, data(frame.experiment()), 0).networks().get(1).recall();
    assertThat(recall).hasSizeBetween(13, 14);
    assertThat(recall.getFirst()).isGreaterThan(.95);
  }

  @Test void theFirstMarkedNumberIsReadFromTheMemory() {
    String body = """
        {"type": "reshape", "maps": 1, "rows": 20, "cols": 2},
        {"type": "recurrent", "cell": "gru", "units": 16, "drop": {"method": "per-step", "state": %s}}""";
    Frame frame = frame("adding-problem", body.formatted("0.3"), body.formatted("0"));
    TimeEvidence found = TimeMeasures.of(frame, data(frame.experiment()), 0);
    assertThat(found.networks().get(1).recall().getFirst()).isGreaterThan(.9);
    assertThat(found.networks().get(1).noise()).allSatisfy(value -> assertThat(value).isCloseTo(0, within(1e-9)));
  }
}
