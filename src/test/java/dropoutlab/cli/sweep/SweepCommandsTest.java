package dropoutlab.cli.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.cli.Commands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A small sweep from its plan to its picture. Oracles: `train` with the same settings and seed, the same sweep run in
/// another way, arithmetic on the numbers of runs.
class SweepCommandsTest extends Commands {
  private static final String SMALL = "sweep plan two-moons --epochs 3 --axis network.hidden.*.drop=0,0.2,0.5 --seeds 4..6 ";

  private Result said(String line) {
    Result result = run(line);
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
    return result;
  }

  private byte[] table(String folder) throws IOException {
    good("sweep collect DIR/" + folder + " --out DIR/table.csv");
    return Files.readAllBytes(dir.resolve("table.csv"));
  }

  @Test void aPlanTellsWhatItTakesAndItsFirstRunsAreKept() throws IOException {
    Result plan = said(SMALL + "--out DIR/s");
    // At p = 0 a run is its own twin, and the twin of all others.
    assertThat(plan.out()).contains("3 values, 3 seeds.", "9 runs are to be trained", "The first 3 runs, which are kept, took ",
        "What is left takes ", "Begin with: dropout-lab sweep run " + dir.resolve("s"));
    assertThat(status("s").path("done").asInt()).isEqualTo(3);
    assertThat(said(SMALL + "--no-trial --out DIR/t").out()).doesNotContain("kept");
    assertThat(status("t").path("waiting").asInt()).isEqualTo(9);
  }

  private JsonNode status(String folder) { return new JsonMapper().readTree(said("sweep status DIR/" + folder + " --json").out()); }

  @Test void everySplitGivesTheSameTableToTheByte() throws IOException {
    for (String folder : List.of("one", "many")) good(SMALL + "--no-trial --out DIR/" + folder);
    Result whole = said("sweep run DIR/one --threads 2");
    assertThat(whole.out()).contains("9 of 9 runs done");
    for (String shard : List.of("1/2", "0/2")) good("sweep run DIR/many --threads 1 --shard " + shard);
    assertThat(table("many")).isEqualTo(table("one"));
    assertThat(said("sweep run DIR/one").out()).as("nothing is trained twice").contains("9 of 9 runs done");
    assertThat(said("sweep collect DIR/one").out()).isEqualTo(new String(table("one")));
    assertThat(said("sweep collect DIR/one --times").out().lines().findFirst().orElseThrow()).endsWith(",weights,seconds,node");
  }

  @Test void aRunIsTheOneThatTrainMakes() throws IOException {
    good(SMALL + "--no-trial --out DIR/s");
    good("sweep run DIR/s");
    good("train two-moons --epochs 3 --set network.hidden.0.drop=0.5 --set network.hidden.1.drop=0.5 --set seed=5 --out DIR/t");
    Files.write(dir.resolve("table.csv"), table("s"));
    List<List<String>> table = csv("table.csv"), history = csv("t/history.csv");
    List<String> row = table.stream().filter(each -> each.get(3).equals("0.5") && each.get(4).equals("5")).findFirst().orElseThrow();
    int at = table.indexOf(row);
    assertThat(number(table, at, "error")).isEqualTo(number(history, 4, "validation_error"));
    assertThat(number(table, at, "loss")).isEqualTo(number(history, 4, "validation"));
  }

  @Test void repeatsThatAgreeAndOneThatDoesNotAreTold() throws IOException {
    good(SMALL + "--no-trial --repeats 0 --out DIR/s");
    good("sweep run DIR/s");
    assertThat(said("sweep verify DIR/s --share 1").out()).isEqualTo("9 of 9 chosen runs trained again: all the same to the bit\n");
    assertThat(said("sweep status DIR/s").out()).contains("9 repeated, all to the same bits");
  }

  @Test void aPictureTellsWhichSweepItShowsAndPlansItAnew() throws IOException {
    good(SMALL + "--title Moons --no-trial --out DIR/s");
    good("sweep run DIR/s");
    good("sweep render DIR/s --caption --out DIR/s.png --out DIR/s.svg");
    good("sweep render DIR/s --figures all --measure loss --point 0.2 --out DIR/all --as png");
    assertThat(dir.resolve("all").toFile().list()).containsExactlyInAnyOrder("sweep.png", "runs.png", "pair.png");
    for (String from : List.of("s.png", "s.svg", "s", "s/sweep.json")) {
      good("sweep plan DIR/" + from + " --no-trial --out DIR/again");
      assertThat(dir.resolve("again/plan.csv")).as(from).hasSameBinaryContentAs(dir.resolve("s/plan.csv"));
      assertThat(dir.resolve("again/sweep.json")).as(from).hasSameBinaryContentAs(dir.resolve("s/sweep.json"));
      for (String file : List.of("plan.csv", "sweep.json")) Files.delete(dir.resolve("again").resolve(file));
      Files.delete(dir.resolve("again"));
    }
    assertThat(said("recipe DIR/s.png").out()).contains("Moons", "sweep render " + dir.resolve("s"));
    assertThat(run("render DIR/s.png --out DIR/other.png").err()).contains("dropout-lab sweep render " + dir.resolve("s"));
  }

  @Test void anotherAxisATieAndAPairAreWhatWasTyped() throws IOException {
    good("sweep plan two-moons --epochs 1 --no-trial --axis network.hidden.*.drop=0,0.5 --tie network.hidden.*.units=16/(1-p) "
        + "--axis data.training=32,64 --seeds 2 --pair 0.5 --out DIR/s");
    List<List<String>> plan = csv("s/plan.csv");
    assertThat(plan).hasSize(1 + 2 * 2 * 2);
    assertThat(plan.stream().skip(1).map(row -> row.get(2)).distinct()).containsExactly("1", "2");
    String json = Files.readString(dir.resolve("s/sweep.json"));
    assertThat(json).contains("units=32").contains("\"label\": \"0.5\"").contains("data.training=64");
  }

  /// The data of a value are taken away after the plan: its runs fail, the others are trained.
  @Test void aRunThatFailsStopsNoOtherAndItsSentenceIsTold() throws IOException {
    for (String file : List.of("a.csv", "b.csv")) write(file, "x,y\n1,1\n2,2\n3,4\n4,3\n5,6\n6,5\n7,8\n8,7\n");
    good("sweep plan " + dir.resolve("a.csv") + " --target y --epochs 1 --no-trial --axis data.path=DIR/a.csv,DIR/b.csv "
        + "--seeds 2 --pair none --out DIR/s");
    Files.delete(dir.resolve("b.csv"));
    Result first = run("sweep run DIR/s");
    assertThat(first.code()).isEqualTo(1);
    assertThat(first.out()).contains("2 of 4 runs done", "2 failed", "2 runs, ", " among them: ");
    run("sweep run DIR/s");
    write("b.csv", Files.readString(dir.resolve("a.csv")));
    Result third = run("sweep run DIR/s");
    assertThat(third.out()).as("after two equal errors a run is to be named").contains("2 failed");
    String failed = csv("s/plan.csv").get(2).getFirst();
    assertThat(run("sweep run DIR/s --again " + failed).code()).as("the other one is still failed").isEqualTo(1);
    assertThat(status("s").path("failed").asInt()).isEqualTo(1);
    assertThat(status("s").path("done").asInt()).isEqualTo(3);
  }

  @Test void withoutAClusterTheScriptIsWrittenAndTheWayThereTold() throws IOException {
    good(SMALL + "--out DIR/s");
    String script = said("sweep submit DIR/s --slurm --dry-run --tasks 3 --at-once 2 --partition cpu --time 30").out();
    assertThat(script).contains("--array=0-2%2\n", "--partition=cpu\n", "--time=30\n", "/3\"");
    assertThat(Arrays.asList(dir.resolve("s").toFile().list())).doesNotContain("submit.sh", "log", "slurm.json");
  }
}
