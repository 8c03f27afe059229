package dropoutlab.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.data.DataSets;
import dropoutlab.frame.Curve;
import dropoutlab.frame.sweep.Cell;
import dropoutlab.frame.sweep.CellState;
import dropoutlab.frame.sweep.SweepTable;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.sweep.Measure;
import dropoutlab.train.TrainingSession;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sweeps that are trained here.
class LocalEngineTest {
  @TempDir Path dir;

  @Test void everyCellHoldsWhatATrainingOfItsExperimentComesTo() throws Exception {
    SweepTable table = Sweeps.trained(dir.resolve("a"), Sweeps.ofMoons(12, 3, "0", "0.2", "0.5"), 2).table();
    assertThat(table.values()).extracting(Cell::state).containsOnly(CellState.DONE);
    assertThat(table.values()).extracting(Cell::task).containsOnly(0);
    for (int point = 0; point < 3; point++)
      for (int seed = 0; seed < 3; seed++) {
        TrainingSession session = trained(table.sweep().experiment(point, table.sweep().seeds().at(seed)));
        assertThat((float) table.measured(point, seed, Measure.ERROR)).isEqualTo(session.history().last(Curve.VALIDATION_ERROR));
        assertThat((float) table.measured(point, seed, Measure.LOSS)).isEqualTo(session.history().last(Curve.VALIDATION));
        assertThat((float) table.measured(point, seed, Measure.TRAIN_ERROR)).isEqualTo(session.history().last(Curve.TRAIN_ERROR));
        assertThat((float) table.measured(point, seed, Measure.TRAIN_LOSS)).isEqualTo(session.history().last(Curve.TRAIN));
        assertThat(table.partner(point, seed)).containsSame(table.value(0, seed));
      }
  }

  private static TrainingSession trained(Experiment experiment) {
    TrainingSession session = new TrainingSession(experiment, DataSets.load(experiment, Path.of("")));
    while (session.progress().epoch() < experiment.training().epochs()) session.step();
    return session;
  }
}
