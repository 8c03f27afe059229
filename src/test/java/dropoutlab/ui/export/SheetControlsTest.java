package dropoutlab.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.ToggleSwitch;
import dropoutlab.export.picture.Purpose;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.RunState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The controls of the sheet. Oracle: what is chosen on it, and arithmetic by hand.
@ExtendWith(ApplicationExtension.class)
class SheetControlsTest {
  @TempDir Path folder;
  private OnSheet on;

  @Start void start(Stage stage) { on = new OnSheet(stage); }

  @BeforeEach void pauses() { on.pausedAndSavingIn(folder); }

  @AfterEach void close() { on.close(); }

  @Test void opensByButtonAndKeyForTheFigureWithTheFocusAndGivesTheFocusBack(FxRobot robot) {
    on.open(robot, "network");
    assertThat(on.text("sheetTitle")).startsWith("Network, as it stands: few noisy moons, p = 0.30, seed 7, epoch ");
    robot.type(KeyCode.ESCAPE);
    assertThat(on.lab().read(() -> on.lab().window().getScene().getFocusOwner().getId())).isEqualTo("network");
    on.fire(robot, "export");
    assertThat(on.sheet().isOpen()).isTrue();
    on.fire(robot, "closeSheet", "exportLoss");
    assertThat(on.text("sheetTitle")).startsWith("Loss, as it stands");
  }

  @Test void figureUnderThePointerComesBeforeTheOneWithTheFocus(FxRobot robot) {
    robot.interact(() -> on.lab().window().lookup("#network").requestFocus());
    robot.moveTo("#loss");
    OnSheet.control(robot, KeyCode.E);
    assertThat(on.text("sheetTitle")).startsWith("Loss, ");
  }

  @Test void purposeSetsTheSizeAndAChangeIsTakenBack(FxRobot robot) {
    on.open(robot);
    on.fire(robot, "purpose-paper");
    assertThat(List.of(on.typed("sizeWidth"), on.typed("sizeHeight"), on.typed("sizeDpi"), on.typed("sizePixels"),
        on.typed("sizeWords"),
        on.typed("sizeLines"))).containsExactly("8.9", "6.2", "600", "2102", "8", "0.7");
    assertThat(on.isSelected("format-pdf")).isTrue();
    assertThat(on.isShown("purposeBack")).isFalse();
    on.type(robot, "sizeWidth", "18.3");
    assertThat(on.isShown("purposeBack")).isTrue();
    on.fire(robot, "purpose-slide-16-9");
    assertThat(on.typed("sizeWidth")).isEqualTo("33.87");
    on.fire(robot, "purpose-paper");
    assertThat(on.typed("sizeWidth")).as("kept").isEqualTo("18.3");
    on.fire(robot, "purposeBack");
    assertThat(on.typed("sizeWidth")).isEqualTo("8.9");
    assertThat(on.isShown("purposeBack")).isFalse();
  }

  @Test void pixelsAndPixelsAnInchAreOneSetting(FxRobot robot) {
    on.open(robot);
    on.type(robot, "sizeDpi", "72");
    assertThat(on.typed("sizePixels")).isEqualTo("960");
    on.type(robot, "sizePixels", "1920");
    assertThat(Double.parseDouble(on.typed("sizeDpi"))).isBetween(143.9, 144.1);
  }

  @Test void nonsenseInAFieldIsSaidAndChangesNothing(FxRobot robot) {
    on.open(robot);
    on.type(robot, "sizeWidth", "wide");
    assertThat(on.text("sizeFault")).isEqualTo("A number, please, not “wide”.");
    on.type(robot, "sizeWidth", "-3");
    assertThat(on.text("sizeFault")).isEqualTo("At least 1 cm, please.");
    on.type(robot, "sizeLines", "40");
    assertThat(on.text("sizeFault")).isEqualTo("From 0.5 to 4, please.");
    on.type(robot, "sizeDpi", "1200");
    on.type(robot, "sizeWidth", "45.72");
    assertThat(on.text("sizeFault")).isEqualTo("That would be 21,600 px wide: at most 16,384. Take 910 dpi or less.");
    robot.interact(() -> on.lab().window().lookup("#preview").requestFocus());
    assertThat(on.typed("sizeWidth")).isEqualTo("33.87");
    assertThat(on.typed("sizeLines")).isEqualTo("1.25");
  }

  @Test void escapeInAFieldBringsItsNumberBackBeforeItClosesTheSheet(FxRobot robot) {
    on.open(robot);
    robot.interact(() -> {
      on.field("sizeWidth").requestFocus();
      on.field("sizeWidth").setText("5");
    });
    robot.type(KeyCode.ESCAPE);
    assertThat(on.typed("sizeWidth")).isEqualTo("33.87");
    assertThat(on.sheet().isOpen()).isTrue();
    robot.type(KeyCode.ESCAPE);
    assertThat(on.sheet().isOpen()).isFalse();
  }

  @Test void handlesAndFieldsAreOneControl(FxRobot robot) {
    on.open(robot);
    int last = on.lab().latest().progress().epoch();
    assertThat(on.typed("filmTo")).isEqualTo(Integer.toString(last));
    robot.interact(() -> on.lab().window().lookup("#filmFromHandle").requestFocus());
    robot.type(KeyCode.RIGHT, 3);
    assertThat(on.typed("filmFrom")).isEqualTo("3");
    on.type(robot, "filmFrom", "5");
    assertThat(on.text("filmSentence")).startsWith("epochs 5 … " + last + ": ");
    on.type(robot, "filmFrom", Integer.toString(last + 7));
    assertThat(on.typed("filmFrom")).isEqualTo(Integer.toString(last));
    robot.interact(() -> on.lab().window().lookup("#filmFromHandle").requestFocus());
    robot.type(KeyCode.HOME);
    assertThat(on.typed("filmFrom")).isEqualTo("0");
  }

  @Test void arrowKeysOnThePreviewGoThroughTheFrames(FxRobot robot) {
    on.open(robot);
    int last = on.lab().latest().progress().epoch();
    robot.interact(() -> on.lab().window().lookup("#preview").requestFocus());
    robot.type(KeyCode.LEFT);
    assertThat(on.text("commandLine")).contains("--past " + (last - 1));
    robot.type(KeyCode.RIGHT);
    assertThat(on.text("commandLine")).contains("--past " + last);
  }

  @Test void noKeyReachesTheWindowBehind(FxRobot robot) {
    on.open(robot);
    long step = on.lab().latest().progress().step();
    robot.interact(() -> on.lab().window().lookup("#preview").requestFocus());
    robot.type(KeyCode.S, KeyCode.SPACE, KeyCode.R, KeyCode.T);
    OnSheet.control(robot, KeyCode.DIGIT2);
    on.lab().awaitLayout();
    assertThat(on.lab().latest().progress().step()).isEqualTo(step);
    assertThat(on.lab().latest().state()).isInstanceOf(RunState.Paused.class);
    assertThat(on.lab().window().shown().get().id()).isEqualTo("train");
    assertThat(on.lab().window().look().get().name()).isEqualTo("LIGHT");
  }

  @Test void trainingGoesOnBehindAndChangesNothingOnTheSheet(FxRobot robot) {
    on.open(robot);
    String title = on.text("sheetTitle");
    int epoch = on.lab().latest().progress().epoch();
    robot.interact(on.lab().model().run()::play);
    on.lab().await("it goes on", frame -> frame.progress().epoch() > epoch + 3);
    assertThat(on.text("sheetTitle")).isEqualTo(title);
    assertThat(on.typed("filmTo")).isEqualTo(Integer.toString(epoch));
  }

  @Test void previewShowsThePictureAndItsChecks(FxRobot robot) {
    on.open(robot);
    on.lab().until("the checks", () -> on.lab().window().lookup("#checks").lookupAll(".label").size() == 3);
    assertThat(on.lab().read(() -> on.lab().window().lookup("#preview").getAccessibleText())).startsWith("Preview: ");
    assertThat(on.text("previewNotice")).isEmpty();
    for (String seen : List.of("seen-pixels", "seen-last-row", "seen-grey")) {
      on.fire(robot, seen);
      on.lab().awaitLayout();
    }
    assertThat(on.isSelected("seen-grey")).isTrue();
  }

  @Test void transparentGifIsToldOf(FxRobot robot) {
    on.open(robot);
    on.fire(robot, "format-gif");
    robot.interact(() -> ((ToggleSwitch) on.lab().window().lookup("#transparent")).setSelected(true));
    assertThat(on.text("formatFault")).isEqualTo("GIF has no soft edges: choose PNG frames for a transparent ground.");
  }

  @Test void folderThatCannotBeWrittenIsToldOf(FxRobot robot) {
    robot.interact(() -> on.sheet().exporter().memory().folder(folder.resolve("nowhere")));
    on.open(robot);
    assertThat(on.text("saveFault")).isEqualTo("This folder cannot be written: choose another.");
    assertThat(on.lab().read(() -> on.lab().window().lookup("#save").isDisabled())).isTrue();
  }

  @Test void beforeTheFirstStepThereIsNothingToSave(FxRobot robot) {
    robot.interact(on.lab().model().run()::reset);
    on.lab().await("the start", frame -> frame.progress().step() == 0);
    on.open(robot);
    assertThat(on.text("previewNotice")).isEqualTo("Nothing to show before the first step: press S, then export.");
    assertThat(on.lab().read(() -> on.lab().window().lookup("#save").isDisabled())).isTrue();
    robot.type(KeyCode.ESCAPE);
    OnSheet.control(robot, KeyCode.C);
    assertThat(on.text("told")).isEqualTo("Nothing to show before the first step: press S, then export.");
  }

  @Test void narrowWindowIsFilledAndAWideOneIsNot(FxRobot robot) {
    on.open(robot);
    Node sheet = on.lab().read(() -> on.sheet().lookup(".export-sheet"));
    assertThat(on.lab().read(() -> sheet.getLayoutBounds().getWidth()))
        .isEqualTo(on.lab().read(() -> on.lab().window().getWidth()));
    robot.interact(() -> on.lab().window().getScene().getWindow().setWidth(1440));
    on.lab().until("1200 wide", () -> sheet.getLayoutBounds().getWidth() == 1200);
  }

  @Test void tabStaysOnTheSheetAndEverythingHasAName(FxRobot robot) {
    on.open(robot);
    on.lab().until("the film", () -> on.lab().window().lookup("#frame-1") != null);
    Set<Node> wanted = new LinkedHashSet<>(), reached = new LinkedHashSet<>();
    robot.interact(() -> collect(on.sheet(), wanted));
    for (int i = 0; i < wanted.size() + 4; i++) {
      robot.type(KeyCode.TAB);
      robot.interact(() -> reached.add(on.lab().window().getScene().getFocusOwner()));
    }
    List<Node> missed = new ArrayList<>(wanted);
    missed.removeAll(reached);
    assertThat(missed).isEmpty();
    assertThat(reached).allMatch(node -> isOn(node, on.sheet()));
    for (Node node : wanted)
      assertThat(node instanceof Labeled labeled && !labeled.getText().isBlank() || node.getAccessibleText() != null
          && !node.getAccessibleText().isBlank())
          .as("%s has a name", node).isTrue();
    assertThat(wanted.size()).isGreaterThan(30);
  }

  private static boolean isOn(Node node, Node sheet) {
    for (Node each = node; each != null; each = each.getParent()) if (each == sheet) return true;
    return false;
  }

  private static void collect(Parent parent, Set<Node> found) {
    for (Node child : parent.getChildrenUnmodifiable()) {
      if (!child.isVisible() || child.isDisabled()) continue;
      boolean inGroup = child instanceof ToggleButton toggle && toggle.getToggleGroup() != null && !toggle.isSelected();
      if (child.isFocusTraversable() && !inGroup) found.add(child);
      if (child instanceof Parent p && !(child instanceof Control && child.isFocusTraversable())) collect(p, found);
    }
  }

  @Test void whatWasSetIsKeptAsText(FxRobot robot) {
    on.open(robot);
    on.fire(robot, "purpose-poster");
    on.type(robot, "sizeWords", "40");
    robot.type(KeyCode.ESCAPE);
    SheetMemory kept = SheetMemory.of(on.sheet().exporter().memory().toMap());
    assertThat(kept.last(Theme.LIGHT).purpose()).isEqualTo(Purpose.POSTER);
    assertThat(kept.last(Theme.LIGHT).page().wordsPt()).isEqualTo(40);
    assertThat(kept.folder()).isEqualTo(folder);
  }
}
