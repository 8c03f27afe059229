package dropoutlab.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.data.Decimal;
import dropoutlab.figure.learned.ImageFigure;
import dropoutlab.frame.RunState;
import dropoutlab.spec.Categories;
import dropoutlab.spec.DataSpec.Csv;
import dropoutlab.spec.DataSpec.Generated;
import dropoutlab.spec.DataSpec.Idx;
import dropoutlab.spec.GeneratedSet;
import dropoutlab.spec.Missing;
import dropoutlab.ui.fx.FigureCanvas;
import dropoutlab.ui.shell.LabWindow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.TilePane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A person's own data, good and bad. Oracle: the engine goes on with the old data, or trains on the new.
@ExtendWith(ApplicationExtension.class)
class OwnDataTest {
  @TempDir Path folder;
  private LabWindow lab;

  @Start void start(Stage stage) { lab = new LabWindow(stage); }

  @BeforeEach void trains() { lab.awaitTraining(); }

  @AfterEach void close() { lab.close(); }

  @Test void tableOpensAfterTheQuestionForItsTarget(FxRobot robot) throws IOException {
    open("width,height,kind\n" + "1.0,2.0,a\n2.0,1.0,b\n1.5,2.5,a\n2.5,1.2,b\n".repeat(10));
    agree(robot);
    lab.await("the table is learned", f -> f.experiment().data() instanceof Csv csv && csv.target().equals("kind"));
    assertThat(lab.model().data().get().schema().classes()).containsExactly("a", "b");
  }

  @Test void badTableIsExplainedBeforeItIsLoadedAndTheRunGoesOn(FxRobot robot) throws IOException {
    long run = lab.latest().run();
    open("width,height,kind\n" + "1.0,2.0,a\n2.0,wide,b\n1.5,2.5,a\n2.5,1.2,b\n".repeat(10));
    lab.until("the sentence", () -> verdict(robot).contains("\"wide\" is not a number"));
    assertThat(lab.read(() -> robot.lookup("OK").queryButton().isDisabled())).isTrue();
    robot.clickOn("#take-1");
    agree(robot);
    lab.await("the run without the column", f -> f.run() != run && f.experiment().data() instanceof Csv csv
        && csv.ignore().equals(List.of("height")));
  }

  @Test void cancellingLeavesTheRunAsItIs(FxRobot robot) throws IOException {
    long run = lab.latest().run();
    open("a,b\n" + "1,2\n2,3\n3,5\n4,4\n".repeat(5));
    robot.clickOn("Cancel");
    long step = lab.latest().progress().step();
    lab.await("the old run goes on", f -> f.run() == run && f.progress().step() > step);
    assertThat(lab.model().experiment().get().data()).isNotInstanceOf(Csv.class);
  }

  /// How the table is read is shown, and what is said otherwise goes into the experiment.
  @Test void theStyleIsShownAndCanBeSaidOtherwise(FxRobot robot) throws IOException {
    open("stunde;temperatur\n" + "0;15,000\n1;16,250\n2;17,423\n3;18,447\n".repeat(4));
    assertThat(lab.read(() -> robot.lookup("#csvDelimiter").queryComboBox().getValue())).isEqualTo(";");
    assertThat(lab.read(() -> robot.lookup("#csvDecimal").queryComboBox().getValue())).isEqualTo(Decimal.COMMA);
    lab.until("the reading", () -> verdict(robot).contains("\"15,000\" in line 2, column \"temperatur\", is read as 15"));
    choose(robot, "csvDecimal", Decimal.POINT);
    lab.until("the other reading", () -> verdict(robot).startsWith("12 rows") && !verdict(robot).contains("15,000"));
    agree(robot);
    lab.await("thousands", f -> f.experiment().data() instanceof Csv csv && ".".equals(csv.decimal()));
    assertThat(lab.model().data().get().schema().targetScaling().mean().getFirst()).isBetween(15_000.0, 19_000.0);
  }

  @Test void aTableWithoutHeaderWaitsForAWord(FxRobot robot) throws IOException {
    open("5.1,3.7,red\n5.3,3.6,red\n4.9,3.0,blue\n4.7,3.2,blue\n".repeat(4));
    lab.until("the sentence", () -> verdict(robot).contains("looks like data"));
    choose(robot, "csvHeader", false);
    agree(robot);
    lab.await("columns by number", f -> f.experiment().data() instanceof Csv csv && csv.target().equals("column 3")
        && Boolean.FALSE.equals(csv.header()));
  }

  @Test void gapsWordsAndRowsForValidationAreChosen(FxRobot robot) throws IOException {
    open("colour,x,y\n" + "red,1,2\nblue,NA,3\nred,3,5\nblue,4,4\n".repeat(5));
    lab.until("the words are refused", () -> verdict(robot).contains("\"red\" is not a number"));
    choose(robot, "csvCategories", Categories.ONE_HOT);
    lab.until("the gaps are refused", () -> verdict(robot).contains("\"NA\" stands for a missing value"));
    choose(robot, "csvMissing", Missing.DROP);
    lab.until("5 rows are left out", () -> verdict(robot).contains("5 rows with missing values are left out"));
    robot.interact(() -> robot.lookup("#csvValidation").queryComboBox().getSelectionModel().select(3));
    lab.until("nothing is held out", () -> verdict(robot).startsWith("15 rows to train on, nothing held out; 3 inputs"));
    agree(robot);
    lab.await("15 rows", f -> f.experiment().data() instanceof Csv csv && csv.missing() == Missing.DROP);
    assertThat(lab.model().data().get().schema().inputs()).containsExactly("colour=blue", "colour=red", "x");
    assertThat(lab.model().data().get().holdsOut()).isFalse();
    lab.until("it is told", () -> lab.text("dataSource").contains("nothing is held out"));
  }

  /// Ticks are reached with Tab and taken with Space; the focus stays where it is.
  @Test void ticksAreReachedByTheKeyboard(FxRobot robot) throws IOException {
    open("a,b,y\n" + "1,2,3\n2,3,4\n3,5,6\n4,4,5\n".repeat(5));
    lab.until("it is read", () -> verdict(robot).contains("2 inputs"));
    robot.interact(() -> robot.lookup("#take-0").query().requestFocus());
    robot.type(KeyCode.SPACE);
    lab.until("one input", () -> verdict(robot).contains("1 input"));
    assertThat(lab.read(() -> robot.lookup("#take-0").query().isFocused())).isTrue();
    for (int i = 0; i < 15 && !lab.read(() -> robot.lookup("OK").queryButton().isFocused()); i++) robot.type(KeyCode.TAB);
    robot.type(KeyCode.ENTER);
    lab.await("without a", f -> f.experiment().data() instanceof Csv csv && List.of("a").equals(csv.ignore()));
  }

  @Test void droppedTableAsksForItsTarget(FxRobot robot) throws IOException {
    for (String name : List.of("dropped.csv", "dropped.tsv", "dropped.tab", "dropped.txt")) {
      Path file = Files.writeString(folder.resolve(name), "a\tb\n" + "1\t2\n2\t3\n3\t5\n4\t4\n".repeat(5));
      robot.interact(() -> FileDrop.dropped(List.of(file.toFile()), lab.window(), lab.model(), _ -> false));
      lab.until("the question", () -> robot.lookup("#csvTarget").tryQuery().isPresent());
      agree(robot);
      lab.await("a regression on b", f -> f.experiment().data() instanceof Csv csv && csv.target().equals("b")
          && csv.path().endsWith(name));
    }
  }

  @Test void anotherFileIsNamed(FxRobot robot) throws IOException {
    Path file = Files.writeString(folder.resolve("paper.pdf"), "%PDF");
    robot.interact(() -> FileDrop.dropped(List.of(file.toFile()), lab.window(), lab.model(), _ -> false));
    lab.until("the notice", () -> lab.window().lookup("#notice").isVisible());
    assertThat(lab.text("noticeText")).startsWith(
        "\"paper.pdf\" is neither an experiment or a model (.json), nor a table (.csv, .tsv, .tab, .txt), nor a text (.txt), nor images");
  }

  /// Images 2 x 2, of which the k-th is all k / 8 grey; labels alternate.
  @Test void imagesOpenWithTheLabelsBesideThem(FxRobot robot) throws IOException {
    ByteArrayOutputStream images = new ByteArrayOutputStream();
    ByteArrayOutputStream labels = new ByteArrayOutputStream();
    images.write(ByteBuffer.allocate(16).putInt(0x803).putInt(8).putInt(2).putInt(2).array());
    labels.write(ByteBuffer.allocate(8).putInt(0x801).putInt(8).array());
    for (int k = 0; k < 8; k++) {
      for (int pixel = 0; pixel < 4; pixel++) images.write(32 * k);
      labels.write(k % 2);
    }
    Path file = Files.write(folder.resolve("small-images-idx3-ubyte"), images.toByteArray());
    Files.write(folder.resolve("small-labels-idx1-ubyte"), labels.toByteArray());
    Platform.runLater(() -> new FileOpener(lab.model(), lab.window().getScene().getWindow()).open(file.toFile()));
    lab.until("the question", () -> robot.lookup("#idxTranspose").tryQuery().isPresent());
    assertThat(lab.read(() -> robot.lookup("#idxPictures").<TilePane>query().getChildren())).hasSize(8);
    robot.clickOn("#idxTranspose").clickOn("OK");
    lab.await("the images are learned", f -> f.experiment().data() instanceof Idx idx && idx.transpose());
    assertThat(lab.model().data().get().train().size() + lab.model().data().get().validation().size()).isEqualTo(8);
    lab.until("an image beside its passes", () ->
        lab.window().lookup("#probe") instanceof FigureCanvas side && side.figure() instanceof ImageFigure);
  }

  @Test void pChangedWhileDataLoadReachesTheirRun(FxRobot robot) {
    robot.interact(() -> {
      lab.model().editor().change(e -> e.withData(new Generated(GeneratedSet.CIRCLES, 3_000, 500, 0.1, 1L)));
      lab.model().editor().setDropRates(List.of(0.0, 0.6, 0.6));
    });
    lab.await("circles with p = 0.6", f -> f.experiment().data() instanceof Generated g
        && g.set() == GeneratedSet.CIRCLES && f.dropRates().equals(List.of(0.0, 0.6, 0.6))
        && f.state() instanceof RunState.Running);
  }

  private void open(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("table.csv"), text);
    FxRobot robot = new FxRobot();
    Platform.runLater(() -> new FileOpener(lab.model(), lab.window().getScene().getWindow()).open(file.toFile()));
    lab.until("the question", () -> robot.lookup("#csvTarget").tryQuery().isPresent());
  }

  private static String verdict(FxRobot robot) { return robot.lookup("#csvVerdict").queryAs(Label.class).getText(); }

  private void choose(FxRobot robot, String id, Object value) {
    robot.interact(() -> robot.lookup("#" + id).<ComboBox<Object>>query().setValue(value));
  }

  private void agree(FxRobot robot) {
    lab.until("it can be opened", () -> !robot.lookup("OK").queryButton().isDisabled()
        && !verdict(robot).startsWith("Reading"));
    robot.clickOn("OK");
  }
}
