package dropoutlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The comparison over seeds on the command line. Oracle: `train` with each seed.
class CompareCommandTest extends Commands {
  private static final String TWO = """
      {"title": "t", "data": {"set": "%s", "training": 40, "validation": 30},
       "network": {"hidden": [{"units": 6, "drop": 0.3}]}, "training": {"epochs": 5, "batch": 16},
       "beside": [{"name": "Plain B", "regulariser": {"l2": 0.01}%s}]}""";

  private static JsonNode json(String text) { return JsonMapper.shared().readTree(text); }

  @Test void theScoresAreThoseOfTrain() throws IOException {
    write("t.json", TWO.formatted("two-moons", ""));
    Result result = run("compare DIR/t.json --seeds 2 --first 4 --out DIR/c.csv");
    assertThat(result.code()).isZero();
    assertThat(result.err()).isEmpty();
    List<List<String>> csv = csv("c.csv");
    assertThat(csv.getFirst()).containsExactly("seed", "validation", "validation_error", "plain_b_validation",
        "plain_b_validation_error", "twin_validation", "twin_validation_error");
    for (int row = 1; row <= 2; row++) {
      assertThat(csv.get(row).getFirst()).isEqualTo(Integer.toString(3 + row));
      good("train DIR/t.json --set seed=" + (3 + row) + " --out DIR/run" + row);
      List<String> history = Files.readAllLines(dir.resolve("run" + row + "/history.csv"));
      List<String> names = List.of(history.getFirst().split(",")), last = List.of(history.getLast().split(","));
      for (int column = 1; column < csv.getFirst().size(); column++)
        assertThat(csv.get(row).get(column)).isEqualTo(last.get(names.indexOf(csv.getFirst().get(column))));
    }
  }

  @Test void theTableSaysMeansDifferencesAndVerdicts() throws IOException {
    write("t.json", TWO.formatted("two-moons", ""));
    Result result = run("compare DIR/t.json --seeds 3");
    assertThat(result.out().lines().filter(line -> line.startsWith("seed "))).hasSize(3)
        .allMatch(line -> line.contains(" of 3): network 0.") && line.contains(", Plain B 0.") && line.contains(", twin 0."));
    assertThat(result.out()).contains("t, 3 seeds (1 to 3): mean ± standard deviation", "validation loss", "wrong, %",
        "95 % interval by Student's t").containsPattern("(?m)^A − B .* to .* lower on \\d of 3 ")
        .containsPattern("(?m)^B − none .*(undecided|is lower|is higher)$").doesNotContain("NaN");
  }

  @Test void presetsAndOverridesAreTakenAsByTrain() {
    Result result = run("compare co2 --epochs 2 --seeds 2 --set network.hidden.0.drop=0.4");
    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("RMSE", "A − none").doesNotContain("A − B");
  }

  @Test void jsonHoldsEverythingAndNothingElse() throws IOException {
    write("t.json", TWO.formatted("two-moons", ", \"optimiser\": {\"type\": \"sgd\", \"learningRate\": 1e30}"));
    Result result = run("compare DIR/t.json --seeds 2 --json");
    JsonNode all = json(result.out());
    assertThat(result.err().lines()).hasSize(2).allMatch(line -> line.contains("Plain B not finite"));
    assertThat(all.path("networks").size()).isEqualTo(3);
    assertThat(all.path("networks").path(1).path("loss").path("notFinite").asInt()).isEqualTo(2);
    assertThat(all.path("networks").path(1).path("loss").has("mean")).isFalse();
    assertThat(all.path("differences").path(1).path("first").asString("")).isEqualTo("a");
    assertThat(all.path("differences").path(1).path("second").asString("")).isEqualTo("none");
    assertThat(all.path("differences").path(1).path("loss").path("n").asInt()).isEqualTo(2);
    assertThat(all.path("scores").path(1).path("seed").asInt()).isEqualTo(2);
  }

  @Test void aNetworkThatFailedIsSaidSo() throws IOException {
    write("t.json", TWO.formatted("two-moons", ", \"optimiser\": {\"type\": \"sgd\", \"learningRate\": 1e30}"));
    Result result = run("compare DIR/t.json --seeds 2 --out DIR/c.csv");
    assertThat(result.code()).isZero();
    assertThat(result.out()).containsPattern("(?m)^B .*not finite on 2 seeds$")
        .containsPattern("(?m)^A − B +no interval +no finite pair +undecided$").doesNotContain("NaN");
    assertThat(csv("c.csv").get(1).subList(3, 5)).containsExactly("", "");
  }

  @Test void mistakesAreToldBeforeTheTraining() throws IOException {
    refused("compare two-moons --seeds 0", "From 1 to 1000 seeds are compared at once, not 0.");
    refused("compare two-moons --first -3",
        "--first: must be a whole number from 0 to 9007199254740991, but is \"-3\".");
    refused("compare two-moons --out DIR/none/c.csv", "--out: there is no folder DIR/none; make it first.");
    write("text.json", "{\"data\": {\"type\": \"text\", \"validationShare\": 0, \"limit\": 300}}");
    refused("compare DIR/text.json", "Nothing is held out, and so there is no validation loss to compare: leave out a "
        + "share of the data.");
  }

  @Test void theFigureIsRenderedOfItsOwnSeeds() throws IOException {
    write("t.json", TWO.formatted("two-moons", ""));
    Result result = run("render DIR/t.json --figure seeds --seeds 2 --scale 1 --out DIR/s.svg");
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).as("progress, which a terminal alone is told").isEmpty();
    assertThat(Files.readString(dir.resolve("s.svg"))).contains("<svg");
  }

  @Test void anInterruptKeepsTheSeedsThatAreFinished() {
    Thread.currentThread().interrupt();
    Result result = run("compare two-moons --seeds 2");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err().strip()).isEqualTo("Stopped in the first seed: nothing to compare.");
    assertThat(Thread.interrupted()).isFalse();
  }
}
