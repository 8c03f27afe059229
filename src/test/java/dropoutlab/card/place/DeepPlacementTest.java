package dropoutlab.card.place;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Presets;
import dropoutlab.train.TrainingSession;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The presets of the views of encoders and of deep networks.
class DeepPlacementTest {
  @ParameterizedTest
  @CsvSource({"embedding, embedding, feed-forward, SITES", "attention, attention, none, SITES",
      "residual, residual, feed-forward, SITES",
      "feed-forward, feed-forward, none, SITES", "pre-norm, attention, attention, SITES",
      "stochastic-depth, stochastic-depth, inverted, LAYERS", "layer-drop, layer-drop, none, LAYERS"})
  void theMethodOfThePresetIsFoundAndItsFirstStepsAreSound(String preset, String method, String rival,
      Habitat habitat) {
    Experiment experiment = Presets.load(preset);
    assertThat(Placement.own(experiment).name()).isEqualTo(method);
    assertThat(Placement.in(experiment.beside().getFirst()).name()).isEqualTo(rival);
    assertThat(Placement.habitat(experiment)).isEqualTo(habitat);
    DataSet data = DataSets.load(experiment, Path.of(""));
    TrainingSession session = new TrainingSession(experiment, data);
    for (int step = 0; step < 3; step++) session.step();
    assertThat(session.failure()).isEmpty();
    assertThat(session.weights().weights()).allSatisfy(weights -> assertThat(weights.allFinite()).isTrue());
  }
}
