package dropoutlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.frame.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Oracles: arithmetic on the written numbers, the same run twice, and sentences written by hand.
class PredictCommandTest extends Commands {
  @Test
  void predictionsOfARegressionAddTheNoiseToTheVariance() throws IOException {
    good("train cubic-gap --epochs 20 --out DIR/run");
    write("new.csv", "other,x\na,-6\nb,0\nc,2.5\n");
    good("predict DIR/run/model.json --data DIR/new.csv --passes 7 --out DIR/p.csv --passes-out DIR/passes.csv");
    List<List<String>> rows = csv("p.csv"), passes = csv("passes.csv");
    assertThat(rows.getFirst()).containsExactly("mean", "epistemic_sd", "total_sd", "deterministic");
    assertThat(passes.getFirst()).containsExactly("row", "pass", "value");
    assertThat(rows).hasSize(4);
    assertThat(passes).hasSize(1 + 3 * 7);
    double noise = Double.parseDouble(Files.readString(dir.resolve("run/metrics.json"))
        .replaceAll("(?s).*\"noiseSd\": ([^,]+),.*", "$1"));
    for (int row = 1; row <= 3; row++) {
      List<Double> values = new ArrayList<>();
      for (List<String> pass : passes) if (pass.getFirst().equals("" + row)) values.add(Double.parseDouble(pass.get(2)));
      double mean = values.stream().mapToDouble(v -> v).average().orElseThrow();
      double variance = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).average().orElseThrow();
      assertThat(number(rows, row, "mean")).isCloseTo(mean, within(1e-4));
      assertThat(number(rows, row, "epistemic_sd")).isCloseTo(Math.sqrt(variance), within(1e-4));
      assertThat(number(rows, row, "total_sd")).isCloseTo(Math.sqrt(variance + noise * noise), within(1e-4));
    }
  }

  @Test
  void predictionsOfClassesHaveAProbabilityForEachAndStandardOutputIsTheDefault() throws IOException {
    good("train two-moons --set data.set=blobs --epochs 10 --out DIR/run");
    write("new.csv", "x;y\n0;2\n-3;-3\n");
    Result result = run("predict DIR/run/model.json --data DIR/new.csv");
    assertThat(result.code()).isZero();
    Files.writeString(dir.resolve("p.csv"), result.out());
    List<List<String>> rows = csv("p.csv");
    assertThat(rows.getFirst()).containsExactly("class", "p_top", "p_left", "p_right", "entropy", "mutual_information",
        "variation_ratio", "deterministic");
    assertThat(rows).hasSize(3);
    assertThat(number(rows, 1, "p_top") + number(rows, 1, "p_left") + number(rows, 1, "p_right"))
        .isCloseTo(1, within(1e-5));
    assertThat(rows.get(1).getFirst()).isEqualTo("top").isEqualTo(rows.get(1).getLast());
  }

  @Test
  void onePassHasNoSpreadAndTheSeedDecidesTheMasks() throws IOException {
    good("train cubic-gap --epochs 5 --out DIR/run");
    write("new.csv", "x\n5\n");
    String line = "predict DIR/run/model.json --data DIR/new.csv --passes ";
    Files.writeString(dir.resolve("p.csv"), run(line + 1).out());
    assertThat(number(csv("p.csv"), 1, "epistemic_sd")).isZero();
    String third = run(line + "9 --seed 3").out();
    assertThat(run(line + "9 --seed 3").out()).isEqualTo(third);
    assertThat(run(line + "9 --seed 4").out()).isNotEqualTo(third);
    assertThat(run(line + "9 --seed 7").out()).isEqualTo(run(line + "9").out());
  }

  @Test
  void aBadRowIsNamedWithItsLineAndLeavesNoFile() throws IOException {
    good("train two-moons --epochs 1 --out DIR/run");
    write("new.csv", "x,y\n1,2\n3,zz\n");
    Result result = run("predict DIR/run/model.json --data DIR/new.csv --out DIR/p.csv --passes-out DIR/q.csv");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err().strip()).isEqualTo("new.csv, line 3, column \"y\": \"zz\" is not a number.");
    assertThat(names()).containsExactly("new.csv", "run");
  }

  private void trainedOnTwoInputs() {
    good("train two-moons --epochs 2 --out DIR");
  }

  @Test
  void predictingDoesNotOverwriteWhatItReads() throws IOException {
    trainedOnTwoInputs();
    Path data = write("data.csv", "x,y\n0,1\n");
    String before = Files.readString(data), model = Files.readString(dir.resolve("model.json"));
    Files.createSymbolicLink(dir.resolve("link.csv"), data);
    for (String out : List.of("--out DIR/data.csv", "--out DIR/../" + dir.getFileName() + "/data.csv",
        "--out DIR/link.csv", "--out DIR/model.json", "--passes-out DIR/data.csv", "--passes-out DIR/model.json")) {
      Result result = run("predict DIR/model.json --data DIR/data.csv " + out);
      assertThat(result.code()).as(out).isEqualTo(2);
      assertThat(result.err().lines()).singleElement().asString().endsWith("is what is read; name another file.");
    }
    assertThat(data).hasContent(before);
    assertThat(dir.resolve("model.json")).hasContent(model);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aPipeIsNotReplacedByAFile() throws IOException, InterruptedException {
    trainedOnTwoInputs();
    write("data.csv", "x,y\n0,1\n");
    Path pipe = dir.resolve("pipe.csv");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(pipe).exists();
    assertThat(run("predict DIR/model.json --data DIR/data.csv --out DIR/pipe.csv").code()).isEqualTo(2);
    assertThat(Files.isRegularFile(pipe)).isFalse();
  }

  @Test
  void predictionsThatAreNotFiniteAreNotWritten() throws IOException {
    good("train cubic-gap --epochs 2 --out DIR");
    write("data.csv", "x\n1\n1e30\n");
    makeWeightsHuge("model.json");
    Result result = run("predict DIR/model.json --data DIR/data.csv --out DIR/out.csv");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err().lines()).singleElement().asString().contains("too large");
    assertThat(dir.resolve("out.csv")).doesNotExist();
  }

  @Test
  void anInterruptedPredictionLeavesNoFile() throws IOException {
    trainedOnTwoInputs();
    write("data.csv", "x,y\n0,1\n");
    List<String> before = names();
    Thread.currentThread().interrupt();
    Result result = run("predict DIR/model.json --data DIR/data.csv --passes 1000000 --out DIR/a.csv "
        + "--passes-out DIR/b.csv");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err().lines()).singleElement().isEqualTo("Stopped: nothing was written.");
    assertThat(names()).isEqualTo(before);
  }

  /// With p = 0 all passes agree, and the rest of the total is the variance that was learnt for each input.
  @Test
  void aLearntVarianceTellsNoiseFromDoubt() throws IOException {
    write("noisy.csv", noisyWedge());
    write("ask.csv", "x\n0.1\n0.9\n");
    String train = "train DIR/wedge.json --epochs 150 --set data.path=" + dir + "/noisy.csv";
    write("wedge.json", """
        {"data": {"type": "csv", "path": "noisy.csv", "target": "y"},
         "training": {"loss": "gaussian-nll", "twin": false},
         "network": {"hidden": [{"units": 16, "activation": "tanh"}]}}""");
    good(train + " --out DIR/certain");
    good("predict DIR/certain/model.json --data DIR/ask.csv --out DIR/certain.csv");
    var certain = csv("certain.csv");
    for (int row = 1; row <= 2; row++) assertThat(number(certain, row, "epistemic_sd")).isZero();
    assertThat(number(certain, 1, "total_sd")).isBetween(0.03, 0.25);
    assertThat(number(certain, 2, "total_sd")).isBetween(0.6, 1.2);
    good(train + " --set network.hidden.0.drop=0.3 --out DIR/doubtful");
    good("predict DIR/doubtful/model.json --data DIR/ask.csv --out DIR/doubtful.csv");
    var doubtful = csv("doubtful.csv");
    assertThat(number(doubtful, 1, "epistemic_sd")).isPositive().isLessThan(number(doubtful, 1, "total_sd"));
  }

  /// y = x ± x: the standard deviation of y at x is x.
  private static String noisyWedge() {
    StringBuilder text = new StringBuilder("x,y\n");
    for (int i = 1; i <= 400; i++) {
      boolean above = Integer.bitCount(i) % 2 == 0;
      text.append(i / 400.0).append(',').append(above ? i / 200.0 : 0).append('\n');
    }
    return text.toString();
  }
}
