package dropoutlab.figure.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.data.DataSets;
import dropoutlab.data.Schema;
import dropoutlab.figure.RecordingPen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.sweep.SweepTable;
import dropoutlab.predict.sweep.SweepStatistics;
import dropoutlab.predict.sweep.SweepWords;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.Presets;
import dropoutlab.spec.sweep.Measure;
import dropoutlab.spec.sweep.Pair;
import dropoutlab.spec.sweep.SeedRange;
import dropoutlab.spec.sweep.Sweep;
import dropoutlab.sweep.LocalEngine;
import dropoutlab.sweep.Shard;
import dropoutlab.sweep.SweepFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The figures of networks that were really trained. Oracle: the folder's results.
class TrainedSweepTest {
  private static final List<String> SMALL = List.of("data.training=48", "data.validation=60", "training.epochs=8",
      "training.batch=16");

  private static SweepTable trained(Path folder) throws Exception {
    Sweep sweep = new Sweep("Moons", ExperimentJson.with(Presets.load("two-moons"), SMALL), List.of(Sweeps.drops(4)),
        new SeedRange(1, 8), new Pair.Twin(), 0, List.of(), "");
    SweepFolder made = SweepFolder.create(folder.resolve("moons"), sweep);
    try (LocalEngine engine = new LocalEngine(made, Shard.ALL, 2)) {
      engine.start();
      engine.join();
    }
    return made.table();
  }

  @Test void everyTrainedNetworkIsADotAtItsError(@TempDir Path folder) throws Exception {
    SweepTable table = trained(folder);
    Schema schema = DataSets.load(table.sweep().experiment(0, 1), Path.of("")).schema();
    SweepWords words = new SweepWords(SweepStatistics.of(table, Measure.ERROR), schema);
    Arrangement at = Arrangement.of(new SweepView(words, SweepLook.START), 700, 620);
    List<Dot> dots = at.values().dots();
    assertThat(dots).hasSize(32);
    for (Dot dot : dots)
      for (Dot other : dots)
        if (table.measured(dot.point(), dot.seed(), Measure.ERROR) < table.measured(other.point(), other.seed(),
            Measure.ERROR))
          assertThat(dot.at()).as("%s lies below %s", dot, other).isGreaterThan(other.at());
    List<List<Object>> rows = new SweepFigure(words, SweepLook.START).table().orElseThrow().rows();
    for (int i = 0; i < rows.size(); i++)
      assertThat(rows.get(i).get(3)).isEqualTo(100 * table.measured(i / 8, i % 8, Measure.ERROR));
    RecordingPen pen = new RecordingPen();
    for (SweepPicture picture : SweepPicture.values())
      picture.of(words, SweepLook.START.withPoint(OptionalInt.of(2))).draw(pen, 700, 620, Theme.LIGHT);
    assertThat(pen.words()).contains("p = 0.2", "twin, p = 0", "8");
  }
}
