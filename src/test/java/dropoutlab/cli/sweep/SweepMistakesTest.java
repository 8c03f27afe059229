package dropoutlab.cli.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.cli.Commands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every mistake of a caller is one sentence, exit code 2, and leaves everything as it was. Oracle: sentences written by
/// hand.
class SweepMistakesTest extends Commands {
  private static final String PLAN = "sweep plan two-moons --epochs 1 --no-trial --seeds 2 --axis ";

  @BeforeEach void plan() throws IOException {
    good(PLAN + "network.hidden.*.drop=0,0.5 --out DIR/s");
    Files.createDirectory(dir.resolve("empty"));
    write("file", "x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "pln", "--slurm", "plan", "plan two-moons", "plan two-moons --out DIR/n",
      "plan two-moons --axis --out DIR/n", "plan two-moons --axis p --out DIR/n", "plan two-moons --axis p= --out DIR/n",
      "plan nothing --axis seed=1,2 --out DIR/n", "plan two-moons --axis network.hidden.*.drop=1,2 --out DIR/n",
      "plan two-moons --axis network.hidden.7.drop=0.5 --out DIR/n", "plan two-moons --axis data.training=0 --out DIR/n",
      "plan two-moons --axis training.twin=true,false --out DIR/n", "plan two-moons --axis network.nothing=1 --out DIR/n",
      "plan two-moons --axis training.epochs=1,2 --axis training.epochs=3 --out DIR/n",
      "plan two-moons --axis training.epochs=1,2 --tie network.hidden.*.units=1/( --out DIR/n",
      "plan two-moons --tie network.hidden.*.units=16 --out DIR/n",
      "plan two-moons --axis training.epochs=1,2 --seeds 5..1 --out DIR/n",
      "plan two-moons --axis training.epochs=1,2 --seeds 0 --out DIR/n",
      "plan two-moons --axis training.epochs=1,2 --seeds many --out DIR/n",
      "plan two-moons --axis training.epochs=1,2 --seeds -3 --out DIR/n",
      "plan two-moons --axis training.epochs=1,2 --seeds 99999999999 --out DIR/n",
      "plan two-moons --axis training.epochs=1,2 --pair 3 --out DIR/n",
      "plan two-moons --axis training.epochs=1,2 --repeats 2 --out DIR/n",
      "plan two-moons --axis training.epochs=1,2 --repeats NaN --out DIR/n",
      "plan two-moons --axis training.epochs=1,2 --ready-made nothing --out DIR/n",
      "plan --ready-made nothing --out DIR/n", "plan DIR/s --axis training.epochs=1,2 --out DIR/n",
      "plan DIR/s --set training.epochs=1 --out DIR/n", "plan DIR/empty --axis training.epochs=1,2 --out DIR/n",
      "run", "run DIR/nothing", "run DIR/empty", "run DIR/file", "run DIR/s --shard 2/2", "run DIR/s --shard 1",
      "run DIR/s --shard -1/2", "run DIR/s --shard a/b", "run DIR/s --shard 0/0", "run DIR/s --threads 0",
      "run DIR/s --threads 100000", "run DIR/s --threads x", "run DIR/s --minutes 0", "run DIR/s --minutes -1",
      "run DIR/s --minutes NaN", "run DIR/s --again", "run DIR/s --again xyz", "run DIR/s --again 0123456789abcdef",
      "run DIR/s DIR/s", "submit DIR/s", "submit DIR/nothing --slurm", "submit DIR/s --slurm --time soon --dry-run",
      "submit DIR/s --slurm --partition a;b --dry-run", "submit DIR/s --slurm --at-once -1 --dry-run",
      "submit DIR/s --slurm --tasks 1000000 --dry-run", "submit DIR/s --slurm --tasks -2 --dry-run", "status",
      "status DIR/nothing", "status DIR/s --nothing", "collect DIR/empty", "collect DIR/s --out DIR/empty",
      "collect DIR/s --out DIR/no/where.csv", "verify DIR/nothing", "verify DIR/s --share 0", "verify DIR/s --share 2",
      "verify DIR/s --share x", "verify DIR/s --threads 0", "render DIR/s", "render DIR/s --figure nothing --out DIR/a.png",
      "render DIR/s --measure nothing --out DIR/a.png", "render DIR/s --point 7 --out DIR/a.png",
      "render DIR/s --out DIR/a.doc", "render DIR/s --out DIR/no/a.png", "render DIR/s --for tv --out DIR/a.png",
      "render DIR/empty --out DIR/a.png", "render DIR/s --scale 2 --dpi 3 --out DIR/a.png"})
  void aMistakeIsOneSentence(String line) throws IOException {
    var before = names();
    Result result = run(("sweep " + line).strip());
    assertThat(result.code()).as(result.err()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err().strip().lines()).as(line).hasSize(1);
    assertThat(result.err()).doesNotContain("Exception").doesNotContain("null").endsWith("\n");
    assertThat(names()).isEqualTo(before);
  }

  @Test void theSentencesSayWhatToDo() throws IOException {
    refused(PLAN + "seed=1,2 --out DIR/n", "Seeds are replicates, not an axis: name them under Seeds, and each value gets them all.");
    refused(PLAN + "training.epochs=1,2 --out DIR/s", "--out: DIR/s holds a sweep already; name a new folder, or finish that "
        + "one (dropout-lab sweep run DIR/s).");
    refused("sweep run DIR/nothing", "There is no folder DIR/nothing; dropout-lab sweep plan makes one.");
    refused("sweep run DIR/s --shard 2/2", "--shard: 2/2 is not there; the numbers run from 0 to 1.");
    refused("sweep submit DIR/s --slurm --partition a;b --dry-run", "--partition: \"a;b\" is no name of a partition.");
    write("full.txt", "x");
    refused(PLAN + "training.epochs=1,2 --out DIR", "--out: DIR is not empty; name a new folder.");
  }

  @Test void aDamagedFolderIsTold() throws IOException {
    Path sweep = dir.resolve("s/sweep.json");
    Files.writeString(sweep, Files.readString(sweep).replace("\"version\": 1", "\"version\": 7"));
    Result result = run("sweep run DIR/s");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err().lines()).singleElement().asString().startsWith(sweep + ": this is no sweep of version 1");
  }

  @Test void anotherVersionOfTheProgramMayNotGoOn() throws IOException {
    Path sweep = dir.resolve("s/sweep.json");
    Files.writeString(sweep, Files.readString(sweep).replaceFirst("\"engine\": \"[^\"]*\"", "\"engine\": \"0.0.1\""));
    Result result = run("sweep run DIR/s");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err().lines()).singleElement().asString().startsWith("Begun with Dropout Lab 0.0.1; ")
        .endsWith("Finish with 0.0.1, or start a copy.");
  }
}
