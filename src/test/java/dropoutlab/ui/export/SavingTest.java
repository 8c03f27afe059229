package dropoutlab.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.cli.DropoutLab;
import dropoutlab.export.ExperimentFile;
import dropoutlab.export.recipe.Animation;
import dropoutlab.export.recipe.Recipe;
import dropoutlab.export.recipe.Subject;
import dropoutlab.frame.Frame;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Pin;
import dropoutlab.spec.Presets;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What the sheet saves. Oracle: the files, read back by other code, and the command line.
@ExtendWith(ApplicationExtension.class)
class SavingTest {
  @TempDir Path folder;
  private OnSheet on;

  @Start void start(Stage stage) { on = new OnSheet(stage); }

  @BeforeEach void pauses() { on.pausedAndSavingIn(folder); }

  @AfterEach void close() { on.close(); }

  @Test void picturesOfAllFormatsCarryTheExperimentAndItsMoment(FxRobot robot) throws IOException {
    Frame frame = on.lab().latest();
    on.open(robot);
    on.fire(robot, "format-svg", "format-pdf", "format-gif", "format-csv");
    on.type(robot, "filmEvery", Integer.toString(Math.max(1, frame.progress().epoch() / 3)));
    on.save(robot);
    assertThat(OnSheet.files(folder)).contains("loss.csv", "loss.gif", "loss.pdf", "loss.png", "loss.svg");
    for (String file : List.of("loss.png", "loss.svg", "loss.pdf", "loss.gif")) {
      Recipe recipe = OnSheet.recipe(folder.resolve(file));
      Subject.OfRun run = (Subject.OfRun) recipe.subject();
      assertThat(run.experiment()).isEqualTo(frame.experiment());
      assertThat(run.moment().step()).isEqualTo(frame.progress().step());
      assertThat(run.figure()).isEqualTo("loss");
      assertThat(run.options()).containsEntry("log", "true");
    }
    BufferedImage png = ImageIO.read(folder.resolve("loss.png").toFile());
    assertThat(png.getWidth()).isEqualTo(1920);
    assertThat(png.getHeight()).isEqualTo(1080);
    assertThat(Files.readString(folder.resolve("loss.csv"))).contains("epoch");
    assertThat(on.lab().text("told")).startsWith("Saved loss.png, loss.svg, loss.pdf, loss.gif").contains(" and ");
  }

  /// Where hands have changed the run, the command reads the experiment from a file that is saved beside the picture.
  @Test void commandOfAChangedRunReadsTheFileBesideThePicture(FxRobot robot) throws IOException {
    robot.interact(() -> on.lab().model().run().pin(null, 1, 2, Pin.DROPPED));
    on.lab().await("a pin", frame -> !frame.experiment().interventions().isEmpty());
    on.open(robot);
    assertThat(on.text("commandLine")).contains("loss.json");
    commandOfTheSheetWritesTheSameBytes(robot);
    assertThat(ExperimentFile.read(folder.resolve("loss.json"))).isEqualTo(on.lab().latest().experiment());
  }

  @Test void commandOfTheSheetWritesTheSameBytes(FxRobot robot) throws IOException {
    on.open(robot);
    String command = on.text("commandLine");
    on.save(robot);
    byte[] ofWindow = Files.readAllBytes(folder.resolve("loss.png"));
    Files.delete(folder.resolve("loss.png"));
    List<String> words = List.of(command.replaceAll("\\\\\n", "").strip().split("\\s+"));
    String[] arguments = words.subList(1, words.size()).stream()
        .map(word -> word.startsWith("loss.") ? folder.resolve(word).toString() : word).toArray(String[]::new);
    StringWriter said = new StringWriter();
    assertThat(DropoutLab.run(arguments, new PrintWriter(said), new PrintWriter(said))).as(said::toString)
        .isEqualTo(DropoutLab.DONE);
    assertThat(folder.resolve("loss.png")).hasBinaryContent(ofWindow);
  }

  @Test void fileThatIsThereIsReplacedOnlyWhenAsked(FxRobot robot) throws IOException {
    Files.writeString(folder.resolve("loss.png"), "mine");
    on.open(robot);
    on.fire(robot, "save");
    assertThat(on.text("saveQuestion")).isEqualTo("loss.png is there already. Replace it, or save as loss-2.png?");
    on.fire(robot, "backToSheet");
    assertThat(on.sheet().isOpen()).isTrue();
    assertThat(folder.resolve("loss.png")).hasContent("mine");
    on.fire(robot, "save", "renameFiles");
    on.lab().until("saved", () -> !on.sheet().isOpen());
    assertThat(folder.resolve("loss.png")).hasContent("mine");
    assertThat(OnSheet.recipe(folder.resolve("loss-2.png")).subject().name()).isEqualTo("loss");
    on.open(robot);
    on.fire(robot, "save", "replaceFiles");
    on.lab().until("saved", () -> !on.sheet().isOpen());
    assertThat(OnSheet.recipe(folder.resolve("loss.png")).subject().name()).isEqualTo("loss");
  }

  @Test void cancelAndEscapeLeaveNothing(FxRobot robot) {
    on.open(robot);
    on.fire(robot, "format-svg", "cancelExport");
    assertThat(on.sheet().isOpen()).isFalse();
    on.open(robot);
    robot.type(KeyCode.ESCAPE);
    assertThat(on.sheet().isOpen()).isFalse();
    assertThat(OnSheet.files(folder)).isEmpty();
  }

  @Test void enterSavesAndShiftControlSavesAgainUnderAFreeName(FxRobot robot) {
    on.open(robot);
    robot.interact(() -> on.lab().window().lookup("#preview").requestFocus());
    robot.type(KeyCode.ENTER);
    on.lab().until("saved", () -> !on.sheet().isOpen());
    robot.interact(() -> on.lab().window().lookup("#network").requestFocus());
    OnSheet.control(robot, KeyCode.SHIFT, KeyCode.E);
    on.lab().until("saved again", () -> Files.exists(folder.resolve("network.png")));
    assertThat(on.sheet().isOpen()).isFalse();
    on.lab().until("and told", () -> on.lab().text("told").startsWith("Saved network.png"));
    robot.interact(() -> on.lab().window().lookup("#loss").requestFocus());
    OnSheet.control(robot, KeyCode.SHIFT, KeyCode.E);
    on.lab().until("beside the first", () -> Files.exists(folder.resolve("loss-2.png")));
  }

  @Test void stoppedFilmLeavesNothing(FxRobot robot) {
    on.open(robot);
    on.fire(robot, "format-gif");
    on.type(robot, "filmEvery", "1");
    on.fire(robot, "save");
    on.lab().until("it is written", () -> on.isShown("stopSave"));
    on.fire(robot, "stopSave");
    on.lab().until("it has stopped", () -> on.isShown("save"));
    on.lab().until("no draft is left", () -> OnSheet.files(folder).isEmpty());
    assertThat(on.sheet().isOpen()).isTrue();
  }

  @Test void dataAreSavedBesideThePicture(FxRobot robot) throws IOException {
    on.open(robot);
    robot.interact(() -> ((MenuButton) on.lab().window().lookup("#exportData")).getItems().stream()
        .filter(item -> item.getId().equals("exportExperiment")).forEach(item -> {
          ((CheckMenuItem) item).setSelected(true);
          item.fire();
        }));
    on.save(robot);
    Experiment saved = ExperimentFile.read(folder.resolve("experiment.json"));
    assertThat(saved).isEqualTo(on.lab().latest().experiment());
    assertThat(folder.resolve("loss.png")).exists();
  }

  @Test void framesStandInAFolderOfTheirOwn(FxRobot robot) {
    on.open(robot);
    on.fire(robot, "format-png", "format-frames");
    int last = on.lab().latest().progress().epoch();
    on.type(robot, "filmEvery", Integer.toString(last));
    on.save(robot);
    assertThat(OnSheet.files(folder.resolve("loss.frames"))).contains("loss-0000.png", "loss-0001.png", "ffmpeg.txt");
    assertThat(OnSheet.recipe(folder.resolve("loss.frames").resolve("loss-0000.png")).animation().map(Animation::every))
        .contains((double) last);
  }

  @Test void windowIsSavedWithAllItsPixels(FxRobot robot) throws IOException {
    on.open(robot);
    on.fire(robot, "what-window");
    on.save(robot);
    BufferedImage picture = ImageIO.read(folder.resolve("window.png").toFile());
    assertThat(picture.getWidth()).isEqualTo(2 * on.lab().read(() -> (int) Math.round(on.lab().window().getWidth())));
    assertThat(OnSheet.recipe(folder.resolve("window.png")).subject()).isInstanceOf(Subject.OfWindow.class);
  }

  @Test void workspaceIsOnePage(FxRobot robot) {
    on.open(robot);
    on.fire(robot, "what-workspace");
    on.save(robot);
    assertThat(OnSheet.recipe(folder.resolve("workspace-train.png")).subject().name()).isEqualTo("workspace-train");
  }

  @Test void benchIsSavedFromTheory(FxRobot robot) {
    robot.interact(() -> ((ToggleButton) on.lab().window().lookup("#tab-theory")).fire());
    on.lab().until("an answer", () -> on.lab().window().lookup("#benchFigure").isVisible());
    robot.interact(() -> on.lab().window().lookup("#benchFigure").requestFocus());
    robot.type(KeyCode.ENTER);
    on.lab().until("a bench that is shown", () -> !on.lab().window().shown().get().exhibits().isEmpty());
    OnSheet.control(robot, KeyCode.E);
    on.lab().until("the sheet", () -> on.sheet().isReady());
    on.save(robot);
    assertThat(OnSheet.files(folder)).hasSize(1);
    assertThat(OnSheet.recipe(folder.resolve(OnSheet.files(folder).getFirst())).subject())
        .isInstanceOf(Subject.OfBench.class);
  }

  @Test void pictureIsCopied(FxRobot robot) {
    on.open(robot);
    on.fire(robot, "purpose-slide-4-3", "copyPicture");
    on.lab().until("it is told", () -> on.lab().text("told").startsWith("Copied"));
    assertThat(on.lab().read(() -> Clipboard.getSystemClipboard().getImage().getWidth())).isEqualTo(1440);
    robot.type(KeyCode.ESCAPE);
    robot.interact(() -> on.lab().window().lookup("#loss").requestFocus());
    OnSheet.control(robot, KeyCode.C);
    on.lab().until("without the sheet", () -> on.lab().text("told").startsWith("Copied: Loss, 1440 × 1080"));
  }

  /// Oracle: the moment in the file, and the epoch on the small picture.
  @Test void clickedFrameIsTheStillPicture(FxRobot robot) {
    on.open(robot);
    on.lab().until("the film", () -> on.lab().window().lookup("#frame-1") != null);
    on.fire(robot, "frame-1");
    double still = on.lab().read(() -> Double.parseDouble(((Node) on.lab().window().lookup("#frame-1"))
        .getAccessibleText()
        .replaceAll("\\D+", " ").strip().split(" ")[0]));
    on.save(robot);
    assertThat(((Subject.OfRun) OnSheet.recipe(folder.resolve("loss.png")).subject()).moment().past())
        .hasValue((int) still);
  }

  @Test void presetOpensAgainFromThePicture(FxRobot robot) {
    robot.interact(() -> on.lab().model().editor().open(Presets.load("noisy-line")));
    on.lab().await("the line", frame -> frame.experiment().title().equals(Presets.load("noisy-line").title())
        && frame.progress().epoch() > 1);
    on.lab().pause();
    on.open(robot);
    on.save(robot);
    assertThat(((Subject.OfRun) OnSheet.recipe(folder.resolve("loss.png")).subject()).experiment())
        .isEqualTo(Presets.load("noisy-line"));
  }
}
