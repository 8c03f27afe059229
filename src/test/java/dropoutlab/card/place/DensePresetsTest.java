package dropoutlab.card.place;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.data.DataSets;
import dropoutlab.frame.Curve;
import dropoutlab.frame.Metric;
import dropoutlab.spec.Beside;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Presets;
import dropoutlab.train.TrainingSession;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The presets of methods on units and weights. Oracle: by hand.
class DensePresetsTest {
  @ParameterizedTest
  @CsvSource({"inverted, none, UNITS", "standard, inverted, UNITS", "gaussian, inverted, UNITS",
      "learnt-gaussian, gaussian, UNITS",
      "uniform, inverted, UNITS", "alpha, inverted, UNITS", "concrete, concrete, UNITS",
          "targeted-units, inverted, UNITS",
      "drop-connect, inverted, WEIGHTS", "targeted-weights, inverted, WEIGHTS"})
  void aPresetShowsTheMethodOfItsNameInItsView(String name, String rival, Habitat habitat) {
    Experiment preset = Presets.load(name);
    assertThat(Placement.own(preset).name()).isEqualTo(name);
    assertThat(Placement.in(preset.beside().getFirst()).name()).isEqualTo(rival);
    assertThat(Placement.habitat(preset)).isEqualTo(habitat);
    assertThat(preset.card().expect()).contains("ten seeds");
    assertThat(preset.training().twin()).isFalse();
    assertThat(preset.seed()).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"inverted", "standard", "gaussian", "learnt-gaussian", "uniform", "alpha", "concrete",
      "targeted-units",
      "drop-connect", "targeted-weights"})
  void itsFirstEpochsAreFinite(String name) {
    Experiment preset = Presets.load(name);
    TrainingSession session = new TrainingSession(preset, DataSets.load(preset, Path.of(".")));
    while (session.progress().epoch() < 3) session.step();
    assertThat(session.failure()).isEmpty();
    for (String network : new String[] {Beside.OWN, preset.beside().getFirst().name()})
      assertThat(session.history().value(new Curve(network, Metric.VALIDATION),
          session.history().size() - 1)).isFinite();
  }
}
