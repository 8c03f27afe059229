package dropoutlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Recurrent networks from an experiment file to predictions. Oracle: sequences written by hand, whose class follows
/// from their marks.
class SequenceRunTest {
  private static final String LSTM = """
      {"title": "order", "data": {"set": "temporal-order", "training": 300, "validation": 100, "noise": 0.3},
       "network": {"hidden": [], "body": [{"type": "embedding", "vocabulary": 6, "width": 6, "drop": 0.02},
         {"type": "recurrent", "cell": "lstm", "units": 16,
          "drop": {"method": "variational", "inputs": 0.05, "state": 0.1, "outputs": 0.1}}]},
       "optimiser": {"type": "adam", "learningRate": 0.02}, "training": {"epochs": 15, "twin": false}, "seed": 3}""";

  @TempDir private Path dir;

  private String run(int code, String... args) {
    StringWriter out = new StringWriter(), err = new StringWriter();
    int actual = DropoutLab.run(args, new PrintWriter(out), new PrintWriter(err));
    assertThat(actual).as(err.toString()).isEqualTo(code);
    return out + err.toString();
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(dir.resolve(name), text).toString();
  }

  private static String sequences(String... words) {
    StringBuilder csv = new StringBuilder("step1");
    for (int t = 2; t <= 20; t++) csv.append(",step").append(t);
    for (String each : words) csv.append('\n').append(String.join(",", each.split("")));
    return csv.append('\n').toString();
  }

  @Test void anLstmLearnsTemporalOrderAndItsModelIsReadBack() throws IOException {
    String experiment = file("order.json", LSTM), model = dir.resolve("out/model.json").toString();
    run(0, "train", experiment, "--out", dir.resolve("out").toString());
    String data = file("new.csv", sequences("00040000000000500100", "02500010000040003000", "00005020000050000000",
        "04000000001000040000"));
    List<String> lines = run(0, "predict", model, "--data", data, "--passes", "20").lines().toList();
    assertThat(lines.subList(1, 5)).extracting(line -> line.substring(line.lastIndexOf(',') + 1))
        .containsExactly("XY", "YX", "YY", "XX");

    run(0, "train", experiment, "--out", dir.resolve("again").toString());
    assertThat(dir.resolve("again/model.json")).hasSameBinaryContentAs(Path.of(model));
    assertThat(run(2, "predict", model, "--data", file("bad.csv", sequences("00060000000000500100"))))
        .contains("\"step4\" holds 6,", "from 0 to 5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"variational", "per-step", "candidate", "zoneout"})
  void everyMethodAndCellTrainsAndPredicts(String method) throws IOException {
    for (String cell : List.of("rnn", "lstm", "gru")) {
      String experiment = file(cell + ".json", """
          {"data": {"set": "temporal-order", "training": 40, "validation": 20},
           "network": {"hidden": [{"units": 4}], "body": [{"type": "reshape", "rows": 20, "cols": 1},
             {"type": "recurrent", "cell": "%s", "units": 5, "last": false,
              "drop": {"method": "%s", "inputs": 0.1, "state": 0.3, "outputs": 0.1, "tiedGates": true}},
             {"type": "time-pool"}]},
           "training": {"epochs": 2, "twin": false}}""".formatted(cell, method));
      run(0, "train", experiment, "--out", dir.resolve(cell).toString());
      String answer = run(0, "predict", dir.resolve(cell).resolve("model.json").toString(), "--passes", "3", "--data",
          file("new.csv", sequences("00040000000000500100")));
      assertThat(answer.lines()).hasSize(2);
      assertThat(answer).doesNotContain("NaN");
    }
  }

  @Test void whatCannotBeReadAsWordsOrStepsIsToldInOneLine() throws IOException {
    String experiment = file("order.json", LSTM);
    assertThat(run(2, "train", experiment, "--set", "network.inputDrop=0.1")).contains("the inputs are words");
    assertThat(run(2, "train", experiment, "--set", "network.body.0.vocabulary=5")).contains("from 0 to 4");
    assertThat(run(2, "train", "two-moons", "--set", "network.body=[{\"type\":\"recurrent\",\"units\":4}]"))
        .contains("needs a sequence").contains("reshape");
    assertThat(run(2, "train", experiment, "--set",
        "network.body=[{\"type\":\"activate\"},{\"type\":\"embedding\",\"vocabulary\":6,\"width\":2}]"))
        .contains("must be the first layer, not layer 2");
  }
}
