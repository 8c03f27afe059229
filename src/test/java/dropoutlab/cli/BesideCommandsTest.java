package dropoutlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.frame.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Networks that learn beside, on the command line. Oracle: runs without them, and the same network in a run of its
/// own, of which nothing is dropped, so that it draws no masks.
class BesideCommandsTest extends Commands {
  private static final String BESIDE_NETWORK = "\"network\": {\"hidden\": [{\"units\": 5}]}, "
      + "\"regulariser\": {\"l2\": 0.001}";
  private static final String OWN = """
      {"title": "t", "data": {"set": "%s", "training": 60, "validation": 30},
       "network": {"hidden": [{"units": 6, "drop": 0.3}]}, "training": {"epochs": 6, "batch": 16}""";
  private static final String BESIDE = OWN + ", \"beside\": [{\"name\": \"Plain B\", "
      + BESIDE_NETWORK + "}, {\"name\": \"C\"}]}";
  private static final String ALONE = """
      {"title": "t, Plain B", "data": {"set": "%s", "training": 60, "validation": 30},
       "training": {"epochs": 6, "batch": 16, "twin": false}, """ + BESIDE_NETWORK + "}";
  private static final String BAD = OWN
      + ", \"beside\": [{\"name\": \"Bad\", \"optimiser\": {\"type\": \"sgd\", \"learningRate\": 1e30}}, "
      + "{\"name\": \"C\"}]}";

  private String text(String file) throws IOException { return Files.readString(dir.resolve(file)); }

  private void train(String json, String set, String name) throws IOException {
    write(name + ".json", json.formatted(set));
    good("train DIR/" + name + ".json --out DIR/" + name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"two-moons", "noisy-line"})
  void eachHasAModelThatIsTheOneOfItAlone(String set) throws IOException {
    train(OWN + "}", set, "own");
    train(BESIDE, set, "beside");
    train(ALONE, set, "alone");
    assertThat(dir.resolve("beside").toFile().list()).containsExactlyInAnyOrder("experiment.json", "history.csv",
        "metrics.json", "model.json", "model-plain_b.json", "model-c.json");
    assertThat(text("beside/model.json")).isEqualTo(text("own/model.json"));
    assertThat(text("beside/model-plain_b.json")).isEqualTo(text("alone/model.json"));
    write("x.csv", set.equals("two-moons") ? "x,y,class\n0.1,0.2,upper\n1,-0.3,lower\n" : "x,y\n0.1,0.2\n1,-0.3\n");
    String options = " --data DIR/x.csv --passes 5 --out DIR/";
    for (String command : List.of("predict", "evaluate")) {
      good(command + " DIR/beside/model-plain_b.json" + options + "a");
      good(command + " DIR/alone/model.json" + options + "b");
      assertThat(text("a")).isEqualTo(text("b")).isNotEmpty();
    }
    good("predict DIR/beside/model-c.json" + options + "c");
  }

  @Test void theHistoryHasColumnsOfEachBehindThoseOfBefore() throws IOException {
    train(OWN + "}", "two-moons", "own");
    train(BESIDE, "two-moons", "beside");
    train(ALONE, "two-moons", "alone");
    List<String> before = text("own/history.csv").lines().toList(), now = text("beside/history.csv").lines().toList();
    assertThat(now).hasSameSizeAs(before);
    for (int row = 0; row < now.size(); row++) assertThat(now.get(row)).startsWith(before.get(row) + ",");
    assertThat(now.getFirst()).isEqualTo(before.getFirst() + ",plain_b_train_masks_on,plain_b_train_masks_off,"
        + "plain_b_validation,plain_b_train_error,plain_b_validation_error,c_train_masks_on,c_train_masks_off,"
        + "c_validation,c_train_error,c_validation_error");
    var alone = csv("alone/history.csv");
    var all = csv("beside/history.csv");
    for (int row = 1; row < all.size(); row++)
      for (String column : List.of("train_masks_off", "validation", "validation_error"))
        assertThat(number(all, row, "plain_b_" + column)).isEqualTo(number(alone, row, column));
  }

  @Test void metricsHaveTheScoresOfEachByItsName() throws IOException {
    train(OWN + "}", "noisy-line", "own");
    train(BESIDE, "noisy-line", "beside");
    train(ALONE, "noisy-line", "alone");
    String own = text("own/metrics.json"), beside = text("beside/metrics.json"), alone = text("alone/metrics.json");
    assertThat(beside).startsWith(own.substring(0, own.lastIndexOf("\n}")) + ",\n  \"beside\": {\n    \"Plain B\": {\n"
        + "      \"model\": \"model-plain_b.json\"");
    String its = beside.substring(beside.indexOf("\"Plain B\""), beside.indexOf("\"C\""));
    for (String key : List.of("parameters", "noiseSd", "validationLoss", "trainError", "bestValidationEpoch",
        "logLikelihood"))
      assertThat(line(its, key)).isEqualTo(line(alone, key));
  }

  private static String line(String json, String key) {
    return json.lines().map(String::strip).filter(each -> each.startsWith('"' + key + '"')).findFirst().orElseThrow()
        .replace(",", "");
  }

  @Test void eachIsToldInALineOfItsOwn() throws IOException {
    write("e.json", BESIDE.formatted("two-moons"));
    Result result = run("train DIR/e.json");
    assertThat(result.err()).isEmpty();
    List<String> lines = result.out().lines().toList();
    assertThat(lines.subList(0, 3)).satisfiesExactly(line -> assertThat(line).startsWith("epoch 1 of 6, loss: train "),
        line -> assertThat(line).matches("  Plain B: train \\d\\.\\d{4}, validation \\d\\.\\d{4}"),
        line -> assertThat(line).matches("  C: train \\d\\.\\d{4}, validation \\d\\.\\d{4}"));
    assertThat(lines).anyMatch(line -> line.startsWith("Plain B: validation error "))
        .anyMatch(line -> line.startsWith("C: validation error "));
  }

  /// What an earlier run left in its place would pass for a model of this one.
  @Test void oneThatFailsSaysSoAndTheOthersAreWritten() throws IOException {
    train(OWN + "}", "two-moons", "own");
    Files.createDirectory(dir.resolve("bad"));
    write("bad/model-bad.json", "of before");
    write("bad.json", BAD.formatted("two-moons"));
    Result result = run("train DIR/bad.json --out DIR/bad");
    String sentence = "In epoch 1 the loss of \"Bad\" was no longer a finite number. Try a learning rate ten times "
        + "smaller than 1e30, or a max-norm of 3; the weights are the first ones again.";
    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("\n  Bad: stopped\n", "\nBad: " + sentence + "\n", "\nC: validation error ");
    assertThat(dir.resolve("bad").toFile().list()).containsExactlyInAnyOrder("experiment.json", "history.csv",
        "metrics.json", "model.json", "model-c.json");
    assertThat(text("bad/model.json")).isEqualTo(text("own/model.json"));
    assertThat(text("bad/metrics.json")).contains("\"failure\": \"" + sentence.replace("\"", "\\\"") + "\"");
    assertThat(csv("bad/history.csv").getLast().subList(10, 15)).containsOnly("");
  }

  @ParameterizedTest
  @ValueSource(strings = {"network", "masks", "loss", "learned", "mc", "calibration", "convergence"})
  void aFigureOfOneIsTheFigureOfItAlone(String figure) throws IOException {
    write("e.json", BESIDE.formatted("two-moons"));
    write("alone.json", ALONE.formatted("two-moons"));
    String[] line = {"render", dir.resolve("e.json").toString(), "--figure", figure, "--out",
        dir.resolve("a.svg").toString(), "--network", "Plain B"};
    assertThat(run(line).code()).isZero();
    assertThat(run("render DIR/alone.json --figure " + figure + " --out DIR/b.svg").code()).isZero();
    assertThat(drawn("a.svg")).isEqualTo(drawn("b.svg"));
  }

  /// Without the recipe, which tells the one from the other.
  private String drawn(String file) throws IOException {
    String text = text(file);
    return text.substring(text.indexOf("<desc")).replaceAll("(id=\"|#|url\\(#)d[0-9a-f]+-", "$1d-")
        .replaceFirst("(?s)<metadata>.*</metadata>", "");
  }

  @Test void aNetworkThatIsNotBesideIsNamedBeforeTheTraining() throws IOException {
    write("e.json", BESIDE.formatted("two-moons"));
    write("own.json", (OWN + "}").formatted("two-moons"));
    refused("render DIR/e.json --figure loss --network c --out DIR/a.svg",
        "--network: no network beside is called \"c\"; "
        + "did you mean \"C\"? Known: Plain B, C.");
    refused("render DIR/own.json --figure loss --network C --out DIR/a.svg",
        "--network: no network beside is called "
        + "\"C\"; this experiment has none.");
  }
}
