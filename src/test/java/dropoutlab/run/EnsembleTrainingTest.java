package dropoutlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.frame.Ensemble;
import dropoutlab.frame.Frame;
import dropoutlab.frame.RunState;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.OptimiserSpec;
import dropoutlab.train.FrameBuilder;
import dropoutlab.train.TrainingSession;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/// Oracle: a member is the p = 0 twin of a session with the member's seed on the same data.
class EnsembleTrainingTest {
  private static final Experiment EXPERIMENT = ExperimentJson.read("""
      {"data": {"set": "two-moons", "training": 40, "validation": 20}, "seed": 7,
       "network": {"hidden": [{"units": 5, "activation": "relu", "drop": 0.5}]},
       "training": {"epochs": 6, "batch": 16, "twin": true}}""", "moons.json");
  private static final DataSet DATA = DataSets.load(EXPERIMENT, Path.of(""));

  /// A monitor that records all reports, and gives up after a number of steps.
  private static final class Listening implements ProgressMonitor {
    private final int most;
    private final List<Double> shares = new ArrayList<>();

    Listening(int most) { this.most = most; }

    @Override public boolean abandoned() { return shares.size() >= most; }

    @Override public void done(double share) { shares.add(share); }
  }

  @Test void aMemberIsTheTwinOfARunWithItsSeedOnTheSameData() {
    Listening watch = new Listening(Integer.MAX_VALUE);
    Ensemble ensemble = EnsembleTraining.train(EXPERIMENT, DATA, 3, watch);
    assertThat(ensemble.members()).hasSize(3);
    assertThat(ensemble.network()).isEqualTo(EXPERIMENT.network().withoutDropout());
    for (int member = 0; member < 3; member++) {
      TrainingSession session = new TrainingSession(EXPERIMENT.withSeed(8 + member), DATA);
      while (session.progress().epoch() < 6) session.step();
      assertThat(ensemble.members().get(member)).isEqualTo(session.twinWeights().orElseThrow());
    }
    // 40 examples in batches of 16: three steps an epoch.
    assertThat(watch.shares).hasSize(3 * 6 * 3).isSorted();
    assertThat(watch.shares.getLast()).isCloseTo(1, within(1e-12));
  }

  @Test void itLearnsAsLongAsTheFramesNetwork() {
    TrainingSession session = new TrainingSession(EXPERIMENT, DATA);
    FrameBuilder builder = new FrameBuilder(session);
    Frame first = builder.present(1, new RunState.Ready(), 0);
    while (session.progress().epoch() < 4) session.step();
    Frame fourth = builder.present(1, new RunState.Paused(), 0);
    assertThat(EnsembleTraining.asFarAs(first).training().epochs()).isEqualTo(1);
    assertThat(EnsembleTraining.asFarAs(fourth).training().epochs()).isEqualTo(4);
  }

  @Test void itStopsWhenItIsAbandoned() {
    Listening watch = new Listening(5);
    assertThatThrownBy(() -> EnsembleTraining.train(EXPERIMENT, DATA, 3, watch))
        .isInstanceOf(CancellationException.class);
    assertThat(watch.shares).hasSize(5);
  }

  @Test void whatCannotBeTrainedIsToldInASentence() {
    assertThatThrownBy(() -> EnsembleTraining.train(EXPERIMENT, DATA, 0, ProgressMonitor.NOBODY))
        .hasMessage("An ensemble needs at least 1 member, not 0.");
    assertThatThrownBy(() -> EnsembleTraining.train(EXPERIMENT.withOptimiser(new OptimiserSpec.Sgd(1e30)), DATA, 2,
        ProgressMonitor.NOBODY)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("A member of the ensemble could not be trained. In epoch ");
  }
}
