package dropoutlab.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.data.DataSets;
import dropoutlab.frame.RunState;
import dropoutlab.spec.DataSpec.Text;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.LayerSpec;
import dropoutlab.ui.shell.LabWindow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A text of a person's own. Oracles: the characters counted by hand, and what the engine trains.
@ExtendWith(ApplicationExtension.class)
class TextDialogTest {
  private static final String TEXT = "abc ".repeat(20) + "\n";

  @TempDir Path folder;
  private LabWindow lab;

  @Start void start(Stage stage) { lab = new LabWindow(stage); }

  @BeforeEach void trains() { lab.awaitTraining(); }

  @AfterEach void close() { lab.close(); }

  /// The white space at the end is left out: 79 characters. One window and its next character are held out at least, so
  /// that 46 - 32 windows remain.
  @Test void aPastedTextIsStoredLearntAndTakenBack(FxRobot robot) {
    Experiment before = lab.model().experiment().get();
    paste(robot, TEXT);
    lab.until("the sentence", () -> verdict(robot).startsWith(
        "79 characters, 4 of them different: 14 windows of 32 for training, 1 for"));
    assertThat(first(robot)).isEqualTo("first window  " + "abc␣".repeat(8) + "\nnext character  a");
    agree(robot);
    lab.await("it is learnt", f -> f.experiment().data() instanceof Text && f.state() instanceof RunState.Running);
    Experiment opened = lab.model().experiment().get();
    assertThat(((Text) opened.data()).text()).isEqualTo(TEXT);
    assertThat(opened.network().body()).hasSize(2).first().isEqualTo(new LayerSpec.Embedding(4, 16, 0));
    assertThat(opened.network().body().getLast()).isInstanceOfSatisfying(LayerSpec.Recurrent.class, recurrent -> {
      assertThat(recurrent.units()).isEqualTo(32);
      assertThat(recurrent.cell()).isEqualTo(LayerSpec.Recurrent.Cell.LSTM);
      assertThat(recurrent.drop().method()).isEqualTo(LayerSpec.RecurrentDrop.RecurrentMethod.VARIATIONAL);
      assertThat(recurrent.drop().state()).isPositive();
    });
    assertThat(ExperimentJson.read(ExperimentJson.write(opened), "x")).isEqualTo(opened);
    robot.interact(lab.model().editor()::undo);
    lab.await("as before", f -> f.experiment().equals(before));
  }

  @Test void lengthShareAndCapitalsAreChosen(FxRobot robot) {
    paste(robot, "Ab".repeat(40));
    lab.until("small letters", () -> verdict(robot).startsWith("80 characters, 2 of them"));
    robot.clickOn("#textLower");
    robot.interact(() -> {
      TextField length = robot.lookup("#textWindow").queryAs(TextField.class);
      length.setText("10");
      length.fireEvent(new javafx.event.ActionEvent());
      robot.lookup("#textHeld").<ComboBox<Double>>query().setValue(0.0);
    });
    lab.until("all of it", () -> verdict(robot)
        .equals("80 characters, 2 of them different: 70 windows of 10 for training, nothing held out."));
    assertThat(first(robot)).startsWith("first window  AbAbAbAbAb\n");
    agree(robot);
    lab.await("it is learnt", f -> f.experiment().data() instanceof Text text && text.window() == 10
        && !text.lowerCase() && !text.holdsOut());
  }

  @Test void whatIsTooShortIsSaidAndNotOpened(FxRobot robot) {
    paste(robot, "too short");
    lab.until("the sentence", () -> verdict(robot).startsWith("The text has 9 characters, which are too few"));
    assertThat(lab.read(() -> robot.lookup("OK").queryButton().isDisabled())).isTrue();
    robot.clickOn("Cancel");
    assertThat(lab.model().experiment().get().data()).isNotInstanceOf(Text.class);
  }

  @Test void aTextFileOpensAndAKeptNetworkGetsItsVocabulary(FxRobot robot) throws IOException {
    robot.interact(() -> lab.model().editor().change(e -> new TextExperiment(Text.STANDARD,
        DataSets.load(Text.STANDARD, 0, Path.of(""))).after(e).withTitle("mine")));
    Experiment before = lab.model().experiment().get();
    Path file = Files.writeString(folder.resolve("Poem.txt"), "In prose, commas stand anywhere.\n".repeat(9));
    drop(robot, file);
    agree(robot);
    lab.await("the file", f -> f.experiment().data() instanceof Text text && file.toString().equals(text.path()));
    Experiment opened = lab.model().experiment().get();
    assertThat(opened.title()).isEqualTo("Characters of Poem.txt");
    // i n space p r o s e , c m a t d y w h . and the line break
    assertThat(opened.network().words().orElseThrow().vocabulary()).isEqualTo(19);
    assertThat(opened.network().body().getLast()).isEqualTo(before.network().body().getLast());
    assertThat(opened.training()).isEqualTo(before.training());
  }

  @Test void aTextThatIsNotUtf8IsReadAndSaidSo(FxRobot robot) throws IOException {
    drop(robot, Files.write(folder.resolve("old.txt"), "déjà vu ".repeat(30).getBytes(StandardCharsets.ISO_8859_1)));
    lab.until("the note", () -> verdict(robot).endsWith("old.txt is not UTF-8 and is read as windows-1252."));
    robot.clickOn("Cancel");
  }

  @Test void manyDifferentCharactersAreToldApartAsFarAsThereAreClasses(FxRobot robot) {
    StringBuilder text = new StringBuilder();
    for (int c = 0; c < 150; c++) text.appendCodePoint(0x4E00 + c).append("abc");
    paste(robot, text.toString());
    lab.until("the note", () -> verdict(robot).contains(
        "has 153 different characters; the 99 most frequent are told apart"));
    robot.clickOn("Cancel");
  }

  @Test void noMoreIsTakenThanCanBeLearnt(FxRobot robot) {
    paste(robot, "ab".repeat(Text.MOST_CHARACTERS));
    lab.until("the note", () -> verdict(robot).matches("(?s).*Only the first 100.000 characters are learnt\\."));
    assertThat(lab.read(() -> robot.lookup("#textArea").queryAs(TextArea.class).getLength()))
        .isEqualTo(Text.MOST_CHARACTERS);
    robot.clickOn("Cancel");
  }

  private void paste(FxRobot robot, String text) {
    javafx.application.Platform.runLater(() -> ((ButtonBase) lab.window().lookup("#pasteText")).fire());
    lab.until("the question", () -> robot.lookup("#textArea").tryQuery().isPresent());
    robot.interact(() -> robot.lookup("#textArea").queryAs(TextArea.class).setText(text));
  }

  private void drop(FxRobot robot, Path file) {
    robot.interact(() -> FileDrop.dropped(List.of(file.toFile()), lab.window(), lab.model(), _ -> false));
    lab.until("the question", () -> robot.lookup("#textVerdict").tryQuery().isPresent());
  }

  private static String verdict(FxRobot robot) { return robot.lookup("#textVerdict").queryAs(Label.class).getText(); }

  private String first(FxRobot robot) {
    return lab.read(() -> robot.lookup("#textFirst").queryAs(Label.class).getText());
  }

  private void agree(FxRobot robot) {
    lab.until("it can be opened", () -> !robot.lookup("OK").queryButton().isDisabled());
    robot.clickOn("OK");
  }
}
