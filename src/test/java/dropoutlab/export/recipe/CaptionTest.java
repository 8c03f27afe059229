package dropoutlab.export.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.claim.Bench;
import dropoutlab.claim.catalogue.Benches;
import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.export.recipe.Subject.Moment;
import dropoutlab.frame.Phase;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.Presets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// The recipe for people. Oracle: sentences written by hand from the files of the presets.
class CaptionTest {
  private static String of(Experiment experiment, String figure, long step) {
    DataSet data = DataSets.load(experiment, Path.of(""));
    return Caption.of(new Subject.OfRun(experiment, new Moment(step, Phase.UPDATE, OptionalInt.empty()), figure,
        Map.of()), data);
  }

  @Test void ofAPresetAtItsEndItSaysAllThatDecidedTheRun() {
    assertThat(of(Presets.load("two-moons"), "loss", 1600))
        .startsWith("Dropout helps: few noisy moons (two moons, 64 examples, noise "
        + "0.33, seed 7). Network 2-16-16-1, ReLU, p = 0.30 on both hidden layers; its twin has p = 0, the same first weights and "
        + "batches. Adam 0.008, batches of 16, 400 epochs. Dropout Lab (development), experiment ").endsWith(".");
  }

  @Test void onTheWayItSaysWhere() {
    Experiment moons = Presets.load("two-moons");
    assertThat(of(moons, "loss", 924)).contains("batches of 16, after epoch 231 of 400.");
    assertThat(of(moons, "loss", 926)).contains("after step 926, in epoch 232.");
    assertThat(of(moons, "mc", 1600)).contains("400 epochs; 100 passes with dropout on.");
  }

  @Test void otherMethodsAreNamed() {
    assertThat(of(Presets.load("zoneout"), "variant", 160))
        .contains("Network of embedding, LSTM of 24 units. Zoneout, p = 0.25 in its "
        + "body; beside it learns “per-step”. Adam 0.01, batches of 32, 80 epochs.");
  }

  @Test void theCodeOfAnExperimentIsStable() {
    assertThat(ExperimentCode.of(Presets.load("two-moons"))).matches("[0-9a-f]{4}-[0-9a-f]{4}")
        .isEqualTo(ExperimentCode.of(ExperimentJson.read(ExperimentJson.write(Presets.load("two-moons")), "x")))
        .isNotEqualTo(ExperimentCode.of(Presets.load("two-moons").withSeed(8)));
  }

  /// The grammar of them all: sentences that begin large, end with one full stop, and have no empty part.
  @Test void everyPresetAndBenchHasSentences() {
    for (String name : Presets.names()) {
      String caption = of(Presets.load(name), "loss", 4);
      assertThat(caption).as(name).matches("(?s)\\p{Lu}.*\\.|p .*\\.").doesNotContain("  ", " ,", ",,", "()", "..",
          "{", "null");
    }
    for (Bench bench : Benches.all()) {
      String caption = Caption.of(new Subject.OfBench(bench.id(), List.of("seed=3")));
      assertThat(caption).endsWith(".").doesNotContain("  ", " ,", "..", "{").contains("with seed=3.");
    }
  }
}
