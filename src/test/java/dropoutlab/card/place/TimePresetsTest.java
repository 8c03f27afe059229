package dropoutlab.card.place;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.data.DataSets;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Presets;
import dropoutlab.train.TrainingSession;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The presets of recurrent networks: each has the method of its name. Oracle: by hand.
class TimePresetsTest {
  @ParameterizedTest
  @CsvSource({"per-step,per-step,none", "variational,variational,per-step", "candidate,candidate,per-step",
      "zoneout,zoneout,per-step", "word-types,word-types,per-step", "gru,zoneout,per-step", "rnn,zoneout,per-step",
      "stacked,per-step,none", "adding,variational,per-step"})
  void aPresetShowsItsMethodsOnARecurrentNetworkAndTrains(String preset, String a, String b) {
    Experiment experiment = Presets.load(preset);
    assertThat(Placement.own(experiment).name()).isEqualTo(a);
    assertThat(Placement.in(experiment.beside().getFirst()).name()).isEqualTo(b);
    assertThat(Placement.habitat(experiment)).isEqualTo(Habitat.TIME);
    assertThat(experiment.training().twin()).isFalse();
    TrainingSession session = new TrainingSession(experiment, DataSets.load(experiment, Path.of(".")));
    for (int step = 0; step < 3; step++) session.step();
    assertThat(session.failure()).isEmpty();
    assertThat(session.weights().body()).allMatch(matrix -> matrix.allFinite());
  }
}
