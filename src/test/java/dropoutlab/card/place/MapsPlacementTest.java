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

/// The presets of the view of maps.
class MapsPlacementTest {
  @ParameterizedTest
  @CsvSource({"per-pixel, per-pixel, spatial", "spatial, spatial, per-pixel", "drop-block, drop-block, per-pixel",
      "dense-behind, inverted, none"})
  void theMethodOfThePresetIsFoundAndItsFirstStepsAreSound(String preset, String method, String rival) {
    Experiment experiment = Presets.load(preset);
    assertThat(Placement.own(experiment).name()).isEqualTo(method);
    assertThat(Placement.in(experiment.beside().getFirst()).name()).isEqualTo(rival);
    assertThat(Placement.habitat(experiment)).isEqualTo(Habitat.MAPS);
    DataSet data = DataSets.load(experiment, Path.of(""));
    TrainingSession session = new TrainingSession(experiment, data);
    for (int step = 0; step < 3; step++) session.step();
    assertThat(session.failure()).isEmpty();
    assertThat(session.weights().weights()).allSatisfy(weights -> assertThat(weights.allFinite()).isTrue());
  }
}
