package dropoutlab.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.cli.DropoutLab;
import dropoutlab.export.ExperimentFile;
import dropoutlab.export.ModelFile;
import dropoutlab.figure.network.NetworkFigure;
import dropoutlab.frame.Frame;
import dropoutlab.frame.RunState;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.Intervention;
import dropoutlab.spec.LayerSpec;
import dropoutlab.spec.Presets;
import dropoutlab.ui.fx.FigureCanvas;
import dropoutlab.ui.shell.LabWindow;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Experiments and models from files. Oracle: the file as the command line reads it, and what the engine's frames say.
@ExtendWith(ApplicationExtension.class)
class OpenedFileTest {
  @TempDir Path folder;
  private LabWindow lab;

  @Start void start(Stage stage) { lab = new LabWindow(stage); }

  @BeforeEach void trains() { lab.awaitTraining(); }

  @AfterEach void close() { lab.close(); }

  private void open(FxRobot robot, Path file) {
    robot.interact(() -> FileDrop.dropped(List.of(file.toFile()), lab.window(), lab.model(), _ -> false));
  }

  private boolean hasNotice() { return lab.read(() -> lab.window().lookup("#notice").isVisible()); }

  @SuppressWarnings("DataFlowIssue")
  private static List<Path> files() throws IOException, URISyntaxException {
    try (var files = Files.list(Path.of(OpenedFileTest.class.getResource("/determinism").toURI()))) {
      return files.sorted().toList();
    }
  }

  /// In one of the files a network beside is meant to stop alone, of which the window tells.
  private void assertNoNotice(Path file) {
    if (!file.endsWith("side-by-side.json")) assertThat(hasNotice()).as(file.toString()).isFalse();
  }

  /// Opened, changed in p, undone, and reset: what would be saved is the file, but for the changes of p.
  @Test void everyKindOfNetworkOpensAndIsKeptThroughEditUndoAndReset(FxRobot robot) throws Exception {
    for (Path file : files()) {
      Experiment asked = ExperimentFile.read(file);
      String kept = ExperimentFile.text(asked);
      open(robot, file);
      lab.await(file + " trains", f -> ExperimentFile.text(f.experiment()).equals(kept) && f.progress().step() > 0);
      assertNoNotice(file);
      assertThat(lab.node("network", FigureCanvas.class).figure()).isInstanceOf(NetworkFigure.class);
      List<Double> rates = asked.network().dropRates();
      int last = rates.size() - 1, body = rates.size() - asked.network().denseRates();
      String id = body > 0 ? "p-body-" + body : "p-hidden-" + last;
      robot.interact(() -> lab.node(id, Slider.class).setValue(rates.get(last) + 0.1));
      lab.await("p of " + id, f -> Math.abs(f.dropRates().get(last) - rates.get(last)) > 0.01
          || !lab.model().experiment().get().network().dropRates().get(last).equals(rates.get(last)));
      robot.interact(() -> lab.model().editor().undo());
      Frame undone = lab.await("the undo of " + file, f -> saved(f, asked).equals(kept));
      robot.interact(() -> lab.model().run().reset());
      lab.await("the reset of " + file, f -> f.run() > undone.run() && ExperimentFile.text(f.experiment()).equals(kept));
      assertNoNotice(file);
    }
  }

  /// What would be saved, but for the changes of p that were made live.
  private static String saved(Frame frame, Experiment asked) {
    assertThat(frame.experiment().interventions()).containsAll(asked.interventions());
    return ExperimentFile.text(frame.experiment().withInterventions(asked.interventions()));
  }

  @Test void settingsThatNoControlEditsAreToldInWords(FxRobot robot) throws Exception {
    Path digits = files().stream().filter(f -> f.endsWith("augmented-digits.json")).findFirst().orElseThrow();
    assertThat(FileSection.lines(ExperimentFile.read(digits))).containsExactly(
        new FileSection.Line("learning rate over time", "cosine: to × 0"),
        new FileSection.Line("drop rates over time", "linear: from × 0, to × 1"),
        new FileSection.Line("label smoothing", "ε = 0.1"),
        new FileSection.Line("changed examples", "noise 0.1, shift 1 px, cutout 3 px, erasing 0.3, mixup 0.2"));
    Path net = files().stream().filter(f -> f.endsWith("encoder.json")).findFirst().orElseThrow();
    assertThat(FileSection.lines(ExperimentFile.read(net))).containsExactly(new FileSection.Line(
        "layers before the hidden ones",
        "embedding → position → encoder block → attention → dense → dropout → mean over time"));
    open(robot, digits);
    lab.until("they are shown", () -> lab.window().lookup("#fromFile").isVisible());
    robot.interact(() -> lab.model().editor().open(Presets.load("two-moons")));
    assertThat(lab.node("fromFile", Node.class).isVisible()).isFalse();
  }

  /// Every rate of the body is named, and its slider moves that rate alone.
  @Test void bodyRatesHaveNamesAndSliders(FxRobot robot) throws Exception {
    for (Path file : files()) {
      var network = ExperimentFile.read(file).network();
      assertThat(BodyRates.names(network.body())).hasSize(network.dropRates().size() - network.denseRates())
          .doesNotHaveDuplicates();
    }
    LayerSpec.Encoder encoder = new LayerSpec.Encoder(2, 8, 0.1, 0.2, 0.3, 0.4);
    assertThat(BodyRates.names(List.of(encoder, new LayerSpec.DropBlock(0.1, 3), new LayerSpec.DropBlock(0.2, 3))))
        .containsExactly("encoder attention", "feed-forward", "encoder residual", "encoder block", "DropBlock 1",
            "DropBlock 2");
    Path net = files().stream().filter(f -> f.endsWith("convolution.json")).findFirst().orElseThrow();
    open(robot, net);
    Frame frame = lab.await("it trains", f -> f.dropRates().size() == 8 && f.progress().step() > 0);
    robot.interact(() -> lab.node("p-body-2", Slider.class).setValue(0.4));
    Frame moved = lab.await("spatial 0.4", f -> f.dropRates().get(3) == 0.4);
    assertThat(moved.run()).isEqualTo(frame.run());
    assertThat(moved.dropRates()).containsExactly(0.05, 0.3, 0.1, 0.4, 0.3, 0.2, 0.4, 0.2);
  }

  @Test void plannedChangesAreKeptThroughAResetAndThroughOtherSettings(FxRobot robot) throws IOException {
    Experiment planned = Presets.load("two-moons").withInterventions(
        List.of(new Intervention.SetDropRates(30, List.of(0.0, 0.5, 0.6))));
    Path file = Files.writeString(folder.resolve("planned.json"), ExperimentFile.text(planned));
    open(robot, file);
    lab.await("the plan comes", f -> f.dropRates().equals(List.of(0.0, 0.5, 0.6)));
    robot.interact(() -> lab.model().editor().change(e -> e.withSeed(8)));
    lab.await("it comes again", f -> f.experiment().equals(planned.withSeed(8))
        && f.dropRates().equals(List.of(0.0, 0.5, 0.6)));
    lab.write(robot, "hiddenLayers", "9").type(javafx.scene.input.KeyCode.ENTER);
    lab.until("it is told", () -> lab.text("noticeText").startsWith("The changes that the file plans"));
    lab.await("one layer", f -> f.experiment().interventions().isEmpty() && f.dropRates().size() == 2);
    robot.interact(() -> lab.model().editor().undo());
    lab.await("the plan is back", f -> f.experiment().equals(planned.withSeed(8)));
  }

  private Path trained(String experiment, Path to, String... more) throws IOException {
    StringWriter told = new StringWriter();
    PrintWriter out = new PrintWriter(told);
    String[] line = java.util.stream.Stream.concat(java.util.stream.Stream.of("train", experiment, "--epochs", "3", "--out",
        to.toString()), java.util.Arrays.stream(more)).toArray(String[]::new);
    assertThat(DropoutLab.run(line, out, out)).as(told.toString()).isZero();
    return to.resolve(ModelFile.NAME);
  }

  @Test void modelIsTrainedOnFromItsWeightsWithTheExperimentBesideIt(FxRobot robot) throws Exception {
    for (Path file : files()) {
      Path model = trained(file.toString(), folder.resolve(file.getFileName().toString().replace(".json", "")));
      open(robot, model);
      lab.await("it goes on: " + file, f -> model.toAbsolutePath().toString().equals(f.experiment().startFrom())
          && f.experiment().network().body().equals(ExperimentFile.read(file).network().body()));
      assertNoNotice(file);
      robot.interact(() -> {
        lab.model().run().pause();
        lab.model().run().reset();
      });
      Frame reset = lab.await("its first weights", f -> f.progress().step() == 0 && f.state() instanceof RunState.Ready);
      assertThat(reset.weights()).as(file.toString()).isEqualTo(ModelFile.read(model).weights());
    }
  }

  @Test void modelOfAPresetFindsItsDataWithoutTheExperiment(FxRobot robot) throws IOException {
    Path model = trained("sine-gap", folder, "--set", "seed=5");
    Files.delete(folder.resolve(ExperimentFile.NAME));
    open(robot, model);
    Frame frame = lab.await("it goes on", f -> f.experiment().startFrom() != null);
    assertThat(frame.experiment().data()).isEqualTo(Presets.load("sine-gap").data());
    assertThat(frame.experiment().seed()).isEqualTo(5);
    assertThat(frame.experiment().title()).endsWith(", continued");
  }

  @Test void modelOfUnknownDataTrainsOnOnTheOpenDataWhereTheyFitAndElseSaysWhatIsMissing(FxRobot robot)
      throws IOException {
    Path other = trained("two-moons", folder, "--set", "data.noise=0.1");
    Files.delete(folder.resolve(ExperimentFile.NAME));
    robot.interact(() -> lab.model().editor().open(Presets.load("sine-gap")));
    lab.await("a regression", f -> f.experiment().title().equals(Presets.load("sine-gap").title()));
    open(robot, other);
    lab.awaitLayout();
    lab.until("the sentence", () -> lab.text("noticeText").startsWith("To train the model in \"model.json\" on, its data"));
    assertThat(lab.text("noticeText")).contains("experiment.json", "inputs: x, y", "target: 2 classes");
    robot.interact(() -> lab.model().editor().open(Presets.load("two-moons")));
    lab.until("classes", () -> lab.model().data().get().schema().classes().size() == 2);
    open(robot, other);
    Frame frame = lab.await("it goes on", f -> f.experiment().startFrom() != null);
    assertThat(frame.experiment().data()).isEqualTo(Presets.load("two-moons").data());
  }

  @Test void relativePathsAreFoundBesideTheFile(FxRobot robot) throws IOException {
    Files.writeString(folder.resolve("own.csv"), "a,b\n" + "1,2\n2,3\n3,5\n4,4\n".repeat(5));
    Path file = Files.writeString(folder.resolve("own.json"),
        "{\"data\": {\"type\": \"csv\", \"path\": \"own.csv\", \"target\": \"b\"}, \"training\": {\"epochs\": 5}}");
    open(robot, file);
    lab.await("the table", f -> f.experiment().title().equals("own"));
    assertThat(hasNotice()).isFalse();
  }

  @Test void nonsenseIsExplainedAndTheRunGoesOn(FxRobot robot) throws IOException {
    long run = lab.latest().run();
    open(robot, Files.writeString(folder.resolve("bad.json"), "{\"network\": {\"hiden\": []}}"));
    lab.until("the sentence", () -> lab.text("noticeText").contains("network.hiden: unknown key"));
    open(robot, Files.writeString(folder.resolve("bad.json"), "{\"format\": \"dropout-lab-model\", \"version\": 1}"));
    lab.until("another", () -> lab.text("noticeText").contains("bad.json: "));
    assertThat(lab.latest().run()).isEqualTo(run);
    assertThat(ExperimentJson.write(lab.read(() -> lab.model().experiment().get()))).contains("two-moons");
  }
}
