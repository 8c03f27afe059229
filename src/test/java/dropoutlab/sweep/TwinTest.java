package dropoutlab.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.frame.Curve;
import dropoutlab.frame.History;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.Presets;
import dropoutlab.spec.sweep.Axis;
import dropoutlab.spec.sweep.Pair;
import dropoutlab.spec.sweep.Point;
import dropoutlab.spec.sweep.SeedRange;
import dropoutlab.spec.sweep.Sweep;
import dropoutlab.train.TrainingSession;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The twin that a sweep trains as a run of its own is the one that learns beside its network in Train. Oracle: a
/// training with the twin beside.
class TwinTest {
  @ParameterizedTest
  @ValueSource(strings = {"two-moons", "cubic-gap", "noisy-line", "max-norm", "batch-norm", "gru", "attention",
      "digits"})
  void trainedAloneEqualsTheOneThatLearnsBeside(String preset) {
    Experiment both = ExperimentJson.with(Presets.load(preset),
        List.of("training.epochs=2", "training.twin=true", "seed=7"));
    Sweep sweep = new Sweep(preset, both,
        List.of(new Axis("seedless", Axis.Scale.NAMES, List.of(new Point("as it is", List.of())))), new SeedRange(7, 7),
        new Pair.Twin(), 0, List.of(), "");
    DataSet data = DataSets.load(both, Path.of(""));
    TrainingSession beside = trained(both, data), alone = trained(sweep.partner(0, 7).orElseThrow(), data);
    assertThat(alone.weights()).isEqualTo(beside.twinWeights().orElseThrow());
    History ours = alone.history(), theirs = beside.history();
    for (int row = 0; row < theirs.size(); row++) {
      assertThat(ours.value(Curve.VALIDATION_ERROR, row)).isEqualTo(theirs.value(Curve.TWIN_VALIDATION_ERROR, row));
      assertThat(ours.value(Curve.VALIDATION, row)).isEqualTo(theirs.value(Curve.TWIN_VALIDATION, row));
      assertThat(ours.value(Curve.TRAIN_ERROR, row)).isEqualTo(theirs.value(Curve.TWIN_TRAIN_ERROR, row));
      assertThat(ours.value(Curve.TRAIN, row)).isEqualTo(theirs.value(Curve.TWIN_TRAIN, row));
    }
  }

  private static TrainingSession trained(Experiment experiment, DataSet data) {
    TrainingSession session = new TrainingSession(experiment, data);
    while (session.progress().epoch() < experiment.training().epochs()) session.step();
    return session;
  }
}
