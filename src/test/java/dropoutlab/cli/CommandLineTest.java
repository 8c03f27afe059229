package dropoutlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.export.ExperimentFile;
import dropoutlab.frame.Result;
import dropoutlab.spec.PresetGroup;
import dropoutlab.spec.Presets;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Oracles: the same run twice, arithmetic on the written numbers, and sentences written by hand.
class CommandLineTest extends Commands {
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

  /// By hand: 2 maps of 3 x 3 weights and a bias each, a factor and a shift for each map, and 10 classes on 2 x 16 x 16
  /// values. The running statistics of batch normalisation are kept but not trained.
  @Test
  void theNumberOfParametersCountsTheBodyAndNotItsStatistics() throws IOException {
    good("train digits --epochs 1 --set data.training=20 --set data.validation=20 --set network.hidden=[] --set "
        + "network.body=[{\"type\":\"conv2d\",\"maps\":2},{\"type\":\"batch-norm\"}] --out DIR/conv");
    assertThat(dir.resolve("conv/metrics.json")).content()
        .contains("\"parameters\": " + (2 * 9 + 2 + 2 + 2 + 512 * 10 + 10) + ",");
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

  /// The experiment file that is written must lead the schedule to the end that was planned, and end with the best
  /// epoch.
  @Test
  void whatAnInterruptKeepsOfAScheduledRunCanBeTrainedAgain() throws IOException {
    cutAtEpoch30("--set training.learningRateSchedule.type=cosine --set training.dropSchedule.type=linear "
        + "--set training.earlyStopping.patience=150 --set optimiser.learningRate=0.03");
    good("train DIR/cut/experiment.json --out DIR/again");
    for (String file : FILES)
      assertThat(dir.resolve("again").resolve(file)).hasSameBinaryContentAs(dir.resolve("cut").resolve(file));
  }

  @Test
  void anInterruptKeepsTheEpochsThatAreFinished() throws IOException {
    cutAtEpoch30("");
    good("train two-moons --epochs 30 --out DIR/short");
    for (String file : FILES)
      assertThat(dir.resolve("cut").resolve(file)).hasSameBinaryContentAs(dir.resolve("short").resolve(file));
  }

  private void cutAtEpoch30(String settings) {
    StringWriter out = new StringWriter() {
      @Override public void write(String text, int from, int length) {
        super.write(text, from, length);
        if (text.startsWith("epoch 30 of 200")) Thread.currentThread().interrupt();
      }
    };
    String line = "train two-moons --epochs 200 --out " + dir + "/cut " + settings;
    int code = DropoutLab.run(line.strip().split(" "), new PrintWriter(out), new PrintWriter(new StringWriter()));
    assertThat(Thread.interrupted()).isFalse();
    assertThat(code).isZero();
    assertThat(out.toString()).contains("30 of 200 epochs in ");
  }

  @Test
  void anEarlyStopKeepsTheBestEpochAndItsExperimentGivesTheSameBytes() throws IOException {
    Result result = run("train two-moons --set training.earlyStopping.patience=15 --set optimiser.learningRate=0.05 "
        + "--set network.hidden.0.drop=0 --set training.learningRateSchedule.type=cosine --out DIR/one");
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).contains("of 400 epochs in", "stopped early: kept are the weights of epoch ");
    good("train DIR/one/experiment.json --out DIR/two");
    for (String file : FILES)
      assertThat(dir.resolve("two").resolve(file)).hasSameBinaryContentAs(dir.resolve("one").resolve(file));
    String metrics = Files.readString(dir.resolve("one/metrics.json"));
    var history = csv("one/history.csv");
    double best = Double.POSITIVE_INFINITY;
    for (int row = 1; row < history.size(); row++) best = Math.min(best, number(history, row, "validation"));
    assertThat(history.size()).isLessThan(400);
    assertThat(metrics).contains("\"validationLoss\": " + (float) best, "\"bestValidationLoss\": " + (float) best);
    int row = 1;
    while (number(history, row, "validation") != best) row++;
    assertThat(metrics).contains("\"keptEpoch\": " + history.get(row).getFirst());
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
      "train two-moons --epochs -1 --out DIR/x", "train two-moons --epochs many --out DIR/x",
      "train two-moons --set network.hidden.0.drop=1 --out DIR/x", "train two-moons --set drop --out DIR/x",
      "train two-moons --set data.type=csv --set data.path=none.csv --set data.target=t --out DIR/x",
      "train DIR --out DIR/x", "render two-moons --figure loss", "render two-moons --figure los --out DIR/x.png",
      "render two-moons --figure loss --out DIR/x.bmp", "render two-moons --figure loss --out DIR/none/x.png",
      "render two-moons --figure loss --size 3 --out DIR/x.png", "render two-moons --figure loss --scale 0 --out DIR/x.png",
      "render two-moons --figure loss --size 9000x9000 --scale 3 --out DIR/x.png",
      "render two-moons --figure loss --theme pink --out DIR/x.png",
      "render two-moons --epochs 1 --set training.twin=false --figure learned-gap --out DIR/x.png",
      "render cubic-gap --epochs 1 --figure mc-map-entropy --out DIR/x.png",
      "render cubic-gap --epochs 1 --figure calibration --out DIR/x.png",
      "render two-moons --epochs 1 --figure mc-band --out DIR/x.png",
      "render two-moons --epochs 1 --figure rotation --out DIR/x.png",
      "render two-moons --epochs 1 --figure mc --passes 0 --out DIR/x.png",
      "render two-moons --epochs 1 --figure mc --example 999999 --out DIR/x.png",
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
  void everyFigureThatIsListedCanBeDrawn() throws IOException, java.net.URISyntaxException {
    List<String> figures = run("list figures").out().lines().map(line -> line.split(" ")[0]).toList();
    assertThat(figures).contains("network", "body", "loss", "mc", "mc-map-sd", "image", "critique");
    for (String figure : figures) {
      String experiment = switch (figure) {
        case "image", "rotation", "separation" -> "two-moons --set data.set=digits";
        case "mc-band", "coverage" -> "noisy-line";
        case "loss-pair" -> "attention";
        case "body" -> Path.of(CommandLineTest.class.getResource("/determinism/convolution.json").toURI()).toString();
        default -> "two-moons";
      };
      good("render " + experiment + " --epochs 2 --figure " + figure + " --passes 20 --size 300x200 --out DIR/" + figure
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
    assertThat(presets.getFirst()).isEqualTo(PresetGroup.START.title());
    assertThat(presets.get(1)).startsWith("  two-moons  ");
    assertThat(presets).hasSize(Presets.names().size() + Presets.groups().size());
    assertThat(presets.stream().filter(line -> line.startsWith("  ")).map(line -> line.strip().split("  +")[0]))
        .containsExactlyElementsOf(Presets.names());
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
