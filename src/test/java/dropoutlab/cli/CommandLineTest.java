package dropoutlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.export.ExperimentFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Oracles: the same run twice, arithmetic on the written numbers, and sentences written by hand.
class CommandLineTest {
  private static final List<String> FILES = List.of("experiment.json", "history.csv", "metrics.json", "model.json");

  @TempDir private Path dir;

  private record Result(int code, String out, String err) {}

  private static Result run(String... args) {
    StringWriter out = new StringWriter(), err = new StringWriter();
    int code = DropoutLab.run(args, new PrintWriter(out), new PrintWriter(err));
    return new Result(code, out.toString(), err.toString());
  }

  private Result run(String line) {
    return run(Arrays.stream(line.split(" ")).map(each -> each.replace("DIR", dir.toString())).toArray(String[]::new));
  }

  private void good(String line) {
    Result result = run(line);
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(dir)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(dir.resolve(name), text);
  }

  private List<List<String>> csv(String name) throws IOException {
    return Files.readAllLines(dir.resolve(name)).stream().map(line -> List.of(line.split(",", -1))).toList();
  }

  private static double number(List<List<String>> csv, int row, String column) {
    return Double.parseDouble(csv.get(row).get(csv.getFirst().indexOf(column)));
  }

  @Test
  void trainWritesAnExperimentThatGivesTheSameBytesAgain() throws IOException {
    good("train two-moons --epochs 5 --set network.hidden.0.drop=0.5 --out DIR/one");
    good("train DIR/one/experiment.json --out DIR/two");
    for (String file : FILES)
      assertThat(dir.resolve("two").resolve(file)).hasSameBinaryContentAs(dir.resolve("one").resolve(file));
    assertThat(ExperimentFile.read(dir.resolve("one/experiment.json")).network().hidden().getFirst().drop())
        .isEqualTo(0.5);
    assertThat(csv("one/history.csv")).hasSize(7);
  }

  @Test
  void withoutOutNothingIsWrittenAndTheResultIsTold() throws IOException {
    Result result = run("train two-moons --epochs 40");
    assertThat(result.code()).isZero();
    assertThat(result.out().lines().filter(line -> line.startsWith("epoch "))).hasSize(20);
    assertThat(result.out()).contains("40 of 40 epochs in ").contains("network: validation error ")
        .contains("twin (p = 0): validation error ").doesNotContain("written");
    assertThat(names()).isEmpty();
  }

  @Test
  void anInterruptKeepsTheEpochsThatAreFinished() throws IOException {
    StringWriter out = new StringWriter() {
      @Override public void write(String text, int from, int length) {
        super.write(text, from, length);
        if (text.startsWith("epoch 30 of 200")) Thread.currentThread().interrupt();
      }
    };
    int code = DropoutLab.run(new String[] {"train", "two-moons", "--epochs", "200", "--out", dir + "/cut"}, new PrintWriter(out),
        new PrintWriter(new StringWriter()));
    assertThat(Thread.interrupted()).isFalse();
    assertThat(code).isZero();
    assertThat(out.toString()).contains("30 of 200 epochs in ");
    good("train two-moons --epochs 30 --out DIR/short");
    for (String file : FILES)
      assertThat(dir.resolve("cut").resolve(file)).hasSameBinaryContentAs(dir.resolve("short").resolve(file));
  }

  @Test
  void aRunThatDivergesIsTheCallersMistakeAndSaysWhatToTry() throws IOException {
    Result result = run("train two-moons --set optimiser.type=sgd --set optimiser.learningRate=1e30 --out DIR/x");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err().lines()).singleElement().asString().contains("no longer a finite number", "Try a learning rate");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "train", "nonsense", "train two-mons --out DIR/x", "train DIR/none.json --out DIR/x",
      "train two-moons --epochs 0 --out DIR/x", "train two-moons --epochs many --out DIR/x",
      "train two-moons --set network.hidden.0.drop=1 --out DIR/x", "train two-moons --set drop --out DIR/x",
      "train two-moons --set data.type=csv --set data.path=none.csv --set data.target=t --out DIR/x",
      "train DIR --out DIR/x", "render two-moons --figure loss", "render two-moons --figure los --out DIR/x.png",
      "render two-moons --figure loss --out DIR/x.gif", "render two-moons --figure loss --out DIR/none/x.png",
      "render two-moons --figure loss --size 3 --out DIR/x.png", "render two-moons --figure loss --scale 0 --out DIR/x.png",
      "render two-moons --figure loss --size 9000x9000 --scale 3 --out DIR/x.png",
      "render two-moons --figure loss --theme pink --out DIR/x.png",
      "render two-moons --epochs 1 --set training.twin=false --figure learned-gap --out DIR/x.png",
      "render cubic-gap --epochs 1 --figure mc-entropy --out DIR/x.png",
      "render cubic-gap --epochs 1 --figure image --out DIR/x.png",
      "predict DIR/none.json --data DIR/none.csv --out DIR/x.csv", "predict DIR/none.json --out DIR/x.csv",
      "predict DIR/none.json --data DIR/none.csv --passes 0 --out DIR/x.csv",
      "predict DIR/none.json --data DIR/none.csv --passes -3 --out DIR/x.csv",
      "predict DIR/none.json --data DIR/none.csv --out DIR/x.csv --passes-out DIR/./x.csv", "list", "list pets",
      "train two-moons --epochs 1 --out ", "train two-moons --epochs 1e3 --out DIR/x", "--nonsense"})
  void aMistakeOfTheCallerIsOneLineWithExitCodeTwoAndWritesNothing(String line) throws IOException {
    Result result = run(line);
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err().lines()).hasSize(1);
    assertThat(result.err()).doesNotContain("Exception").hasSizeGreaterThan(20);
    assertThat(names()).isEmpty();
  }

  @Test
  void aFileInPlaceOfTheFolderIsNamedBeforeTheTraining() throws IOException {
    Path file = write("taken", "kept");
    assertThat(run("train two-moons --out DIR/taken").err().strip()).isEqualTo("--out: " + file
        + " is a file; name a folder.");
    assertThat(file).hasContent("kept");
  }

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

  @Test
  void everyFigureThatIsListedCanBeDrawn() throws IOException {
    List<String> figures = run("list figures").out().lines().map(line -> line.split(" ")[0]).toList();
    assertThat(figures).contains("network", "loss", "mc", "image");
    for (String figure : figures) {
      String data = figure.equals("image") ? " --set data.set=digits" : "";
      good("render two-moons --epochs 2" + data + " --figure " + figure + " --size 300x200 --out DIR/" + figure
          + ".svg");
    }
    assertThat(names()).hasSize(figures.size());
    assertThat(dir.resolve("loss.svg")).content().contains("<svg").contains("viewBox=\"0 0 300 200\"");
  }

  @Test
  void renderDrawsTheSizeAndTheThemeThatAreAsked() throws IOException {
    good("render two-moons --epochs 2 --figure loss --size 320x200 --scale 1.5 --theme dark --out DIR/loss.png");
    BufferedImage image = ImageIO.read(dir.resolve("loss.png").toFile());
    assertThat(image.getWidth()).isEqualTo(480);
    assertThat(image.getHeight()).isEqualTo(300);
    assertThat(image.getRGB(479, 299)).isEqualTo(0xFF181D22);
  }

  @Test
  void imagesAndSeveralInputsHaveFiguresToo() {
    good("render two-moons --epochs 1 --set data.set=digits --figure mc --out DIR/mc.png");
    good("render two-moons --epochs 1 --set data.set=digits --figure learned --out DIR/features.png");
    good("render cubic-gap --epochs 1 --figure mc --out DIR/band.png");
  }

  @Test
  void listsHaveAlignedColumns() {
    List<String> presets = run("list presets").out().lines().toList();
    assertThat(presets.getFirst()).startsWith("two-moons");
    List<String> sets = run("list datasets").out().lines().toList();
    assertThat(sets).anyMatch(line -> line.startsWith("two-moons ")).anyMatch(line -> line.startsWith("mauna-loa "));
    assertThat(sets.stream().map(line -> line.indexOf(line.contains("classification") ? "classification" : "regression"))
        .distinct()).hasSize(1);
  }

  @Test
  void helpAndVersionGoToStandardOutput() {
    for (String line : List.of("--help", "train --help", "predict --help", "render --help", "list --help", "--version")) {
      good(line);
      assertThat(run(line).out()).isNotBlank();
    }
  }

  @Test
  void aMistypedCommandIsAnsweredWithTheNearest() {
    assertThat(run("trains two-moons").err()).startsWith("There is no command \"trains\"; did you mean \"train\"?");
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
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    assertThat(run("predict DIR/model.json --data DIR/data.csv --out DIR/pipe.csv").code()).isEqualTo(2);
    assertThat(Files.isRegularFile(pipe)).isFalse();
  }

  @Test
  void predictionsThatAreNotFiniteAreNotWritten() throws IOException {
    good("train cubic-gap --epochs 2 --out DIR");
    write("data.csv", "x\n1\n1e30\n");
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

  @Test
  void aFigureThatDoesNotFitIsRefusedBeforeTheTraining() {
    Result result = run("render cubic-gap --figure learned-gap --epochs 40 --out DIR/x.png");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
  }

  @Test
  void foldersThatWereMadeForARunThatCannotBeWrittenAreRemoved() throws IOException {
    Result result = run("train two-moons --epochs 1 --out DIR/made/" + "x".repeat(300));
    assertThat(result.code()).isEqualTo(2);
    assertThat(names()).isEmpty();
  }

  @Test
  void codesForTheTerminalInAFileAreNotPrinted() throws IOException {
    write("e.json", "{\"a\\n\\u001b[31mb\": 1}");
    Result result = run("train DIR/e.json");
    assertThat(result.err().lines()).singleElement().asString().doesNotContain("\u001b").contains("a [31mb: unknown");
  }

  @Test
  void anOutputThatCannotBeWrittenToIsTold() {
    Writer full = new Writer() {
      @Override public void write(char[] text, int from, int length) throws IOException {
        throw new IOException("No space left on device");
      }

      @Override public void flush() {}

      @Override public void close() {}
    };
    StringWriter err = new StringWriter();
    int code = DropoutLab.run(new String[] {"list", "presets"}, new PrintWriter(full), new PrintWriter(err));
    assertThat(code).isEqualTo(2);
    assertThat(err.toString().lines()).singleElement().asString().startsWith("The standard output could not be written");
  }
}
