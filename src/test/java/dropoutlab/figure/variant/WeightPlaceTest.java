package dropoutlab.figure.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.data.DataSets;
import dropoutlab.frame.ColumnView;
import dropoutlab.frame.Frame;
import dropoutlab.frame.LayerView.Dropped;
import dropoutlab.frame.Phase;
import dropoutlab.frame.RunState;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.train.FrameBuilder;
import dropoutlab.train.TrainingSession;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Weights as places of dropout. Oracle: the gradients by the weights from the engine's backward pass, and the masks of
/// the units of the other network.
class WeightPlaceTest {
  private static Frame frame(String method) {
    Experiment experiment = ExperimentJson.read("""
        {"title": "t", "data": {"type": "generated", "set": "circles", "training": 12, "validation": 6},
            "network": {"hidden": [
          {"units": 5, "drop": 0.4, "method": %s}, {"units": 4, "drop": 0.4, "method": %s}]},
        "training": {"batch": 12, "twin": false},
        "beside": [{"name": "inverted", "network": {"hidden": [{"units": 5, "drop": 0.3}, {"units": 4, "drop": 0.3}]}}]}
        """.formatted(method, method), "test");
    TrainingSession session = new TrainingSession(experiment, DataSets.load(experiment, Path.of(".")));
    while (session.progress().phase() != Phase.BACKWARD) session.halfStep();
    return new FrameBuilder(session).present(1, new RunState.Paused(), 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"type\": \"drop-connect\"}",
      "{\"type\": \"targeted\", \"share\": 0.6, \"target\": \"weights\"}"})
  void theGradientsOfTheExamplesAddUpToThoseOfTheEngine(String method) {
    Versus versus = Versus.of(frame(method));
    for (int site = 0; site < 2; site++) {
      Site place = Sites.of(versus, versus.a()).get(site);
      ColumnView column = versus.a().view().layers().get(site + 1);
      for (int i = 0; i < place.size(); i++) {
        double sum = 0;
        for (int example = 0; example < 12; example++) {
          Site.Reading read = place.read(example, i);
          assertThat(read.after()).isEqualTo(read.before() * read.factor());
          assertThat(read.gradientBefore()).isEqualTo(read.gradientAfter() * read.factor());
          sum += read.gradientBefore();
        }
        assertThat(place.read(0, i).before()).isEqualTo(column.weights().get(i));
        assertThat(sum).isCloseTo(column.gradients().get(i), within(1e-6));
      }
    }
  }

  @Test void aDroppedUnitDropsAllWeightsIntoIt() {
    Versus versus = Versus.of(frame("{\"type\": \"drop-connect\"}"));
    Side b = versus.b().orElseThrow();
    Dropped place = Sites.of(versus, b).get(1).dropped();
    ColumnView column = b.view().layers().get(2);
    assertThat(place.p()).isEqualTo(.3);
    for (int example = 0; example < 12; example++)
      for (int i = 0; i < 20; i++)
        assertThat(place.factors().at(example, i)).isEqualTo(column.mask().at(example, i % 4));
  }
}
