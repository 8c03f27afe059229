package dropoutlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.export.store.Places;
import dropoutlab.export.store.Settings;
import dropoutlab.export.store.SettingsFile;
import dropoutlab.frame.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import atlantafx.base.controls.ToggleSwitch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Each setting acts at once and is kept. Oracle: the file, read by the store.
@ExtendWith(ApplicationExtension.class)
class SettingsTest {
  private final Places places = LabWindow.places();
  private OnFiles on;

  /// A window that starts with what was kept before, here by hand.
  @Start void start(Stage stage) throws IOException {
    SettingsFile.write(places.settings(), Settings.STANDARD.with(s -> s.typeSize(1.15).preset(Optional.of("digits"))));
    on = new OnFiles(stage, places);
  }

  @BeforeEach void trains() { on.lab().awaitTraining(); }

  @AfterEach void close() { on.close(); }

  private void awaitKept(String what, java.util.function.Predicate<Settings> wanted) {
    on.lab().until(what, () -> wanted.test(SettingsFile.read(places.settings()).settings()));
  }

  private Look look() { return on.lab().read(() -> on.lab().window().look().get()); }

  @Test void whatWasKeptIsReadAgain() {
    assertThat(on.lab().read(() -> on.lab().window().firstPreset())).contains("digits");
    assertThat(on.lab().read(() -> on.lab().window().appearance().zoom().get())).isBetween(1.05, 1.15);
    assertThat(on.lab().read(() -> on.lab().window().getStyle())).contains("14px");
  }

  @Test void everyControlActsAtOnceAndIsKept(FxRobot robot) {
    OnFiles.control(robot, KeyCode.COMMA);
    on.awaitShown("settings");
    on.fire(robot, "settingsTheme-dark");
    assertThat(look()).isEqualTo(Look.DARK);
    on.fire(robot, "settingsSize-130");
    on.lab().until("the size", () -> on.lab().window().appearance().zoom().get() > 1);
    on.fire(robot, "settingsMotion-1");
    assertThat(on.lab().read(() -> on.lab().window().getScene().getPreferences().isReducedMotion())).isTrue();
    robot.interact(() -> on.lab().node("settingsKeys", ToggleSwitch.class).fire());
    robot.interact(() -> choosePreset("noisy-line"));
    awaitKept("all", kept -> kept.theme().equals(Optional.of("dark")) && kept.typeSize() == 1.3
        && kept.motion() == Settings.ReducedMotion.ON && !kept.singleKeys() && kept.preset().equals(Optional.of("noisy-line")));
    robot.type(KeyCode.ESCAPE);
    assertThat(on.isShown("settings")).isFalse();
  }

  @SuppressWarnings("unchecked")
  private void choosePreset(String name) { ((ComboBox<String>) on.lab().window().lookup("#settingsPreset")).setValue(name); }

  @Test void themeFollowsTheSystemUntilAPersonChoosesOne(FxRobot robot) {
    robot.interact(() -> on.lab().window().getScene().getPreferences().setColorScheme(ColorScheme.DARK));
    assertThat(look()).isEqualTo(Look.DARK);
    robot.interact(() -> on.lab().window().getScene().getPreferences().setColorScheme(ColorScheme.LIGHT));
    assertThat(look()).isEqualTo(Look.LIGHT);
    assertThat(on.files().settings().get().theme()).isEmpty();
    robot.type(KeyCode.T).type(KeyCode.T);
    assertThat(look()).isEqualTo(Look.PROJECTOR);
    robot.interact(() -> on.lab().window().getScene().getPreferences().setColorScheme(ColorScheme.DARK));
    assertThat(look()).isEqualTo(Look.PROJECTOR);
    awaitKept("the theme", kept -> kept.theme().equals(Optional.of("projector")));
    robot.interact(() -> on.files().pane().open());
    on.fire(robot, "settingsTheme-system");
    assertThat(look()).isEqualTo(Look.DARK);
  }

  /// Oracle: what the platform says.
  @Test void motionIsThatOfTheSystemUntilAPersonChooses(FxRobot robot) {
    BooleanSupplier reduced = () -> on.lab().window().getScene().getPreferences().isReducedMotion();
    for (Settings.ReducedMotion each : Settings.ReducedMotion.values()) {
      robot.interact(() -> on.files().settings().change(s -> s.withMotion(each)));
      boolean wanted = switch (each) {
        case ON -> true;
        case OFF -> false;
        case SYSTEM -> on.lab().read(() -> Platform.getPreferences().isReducedMotion());
      };
      assertThat(on.lab().read(reduced::getAsBoolean)).isEqualTo(wanted);
    }
  }

  @Test void withoutSingleKeysLettersDoNothingAndAllOthersStillDo(FxRobot robot) {
    robot.interact(() -> on.files().settings().change(s -> s.withSingleKeys(false)));
    long run = on.lab().latest().run();
    robot.type(KeyCode.T, KeyCode.R, KeyCode.C);
    assertThat(look()).isEqualTo(Look.LIGHT);
    assertThat(on.lab().latest().run()).isEqualTo(run);
    assertThat(on.isShown("controls")).isTrue();
    robot.type(KeyCode.SPACE);
    on.lab().await("Space pauses", f -> f.state() instanceof RunState.Paused);
    robot.type(KeyCode.F1);
    assertThat(on.isShown("keys")).isTrue();
    robot.type(KeyCode.ESCAPE);
    assertThat(on.isShown("keys")).isFalse();
    OnFiles.control(robot, KeyCode.DIGIT2);
    assertThat(on.lab().read(() -> on.lab().window().shown().get().id())).isEqualTo("uncertainty");
  }

  @Test void focusStaysInTheCardAndKeysDoNotReachTheWindow(FxRobot robot) {
    OnFiles.control(robot, KeyCode.COMMA);
    for (int i = 0; i < 12; i++) {
      robot.type(KeyCode.TAB);
      assertThat(on.lab().read(() -> inside(on.lab().window().getScene().getFocusOwner()))).isTrue();
    }
    robot.type(KeyCode.T);
    assertThat(look()).isEqualTo(Look.LIGHT);
  }

  private boolean inside(Node node) {
    for (Node each = node; each != null; each = each.getParent()) if (each == on.files().pane()) return true;
    return false;
  }

  @Test void shareCodeIsCopiedAndOpenedAndMistakesAreTold(FxRobot robot) {
    robot.interact(() -> on.lab().model().editor().change(e -> e.withSeed(11).withTraining(e.training().withEpochs(50))));
    on.lab().until("the seed", () -> on.lab().model().experiment().get().seed() == 11);
    robot.interact(() -> on.files().share().open());
    on.lab().until("the code", () -> !on.lab().text("shareCode").isEmpty());
    String code = on.lab().text("shareCode");
    on.fire(robot, "shareCopy");
    assertThat(on.lab().read(() -> javafx.scene.input.Clipboard.getSystemClipboard().getString())).isEqualTo(code);
    robot.interact(() -> on.files().share().close());
    robot.interact(() -> on.lab().model().editor().change(e -> e.withSeed(12)));
    robot.interact(() -> on.files().share().open());
    String wrong = code.substring(0, code.length() - 1) + (code.endsWith("A") ? "B" : "A");
    on.lab().write(robot, "shareTyped", wrong).type(KeyCode.ENTER);
    on.lab().until("the mistake", () -> on.lab().text("shareVerdict").equals("The share code was copied with a mistake: compare it sign by sign."));
    on.lab().write(robot, "shareTyped", code.toLowerCase(java.util.Locale.ROOT)).type(KeyCode.ENTER);
    on.lab().until("opened", () -> on.lab().model().experiment().get().seed() == 11);
    assertThat(on.isShown("share")).isFalse();
  }

  @Test void noWordOfTheBarsAndCardsIsCutAtAnySize(FxRobot robot) {
    List<String> cut = new ArrayList<>();
    robot.interact(() -> on.files().pane().open());
    for (int[] size : new int[][] {{1024, 768}, {1440, 900}})
      for (int percent : new int[] {90, 100, 115, 130, 150}) {
        robot.interact(() -> {
          Stage stage = (Stage) on.lab().window().getScene().getWindow();
          stage.setWidth(size[0]);
          stage.setHeight(size[1]);
        });
        on.fire(robot, "settingsSize-" + percent);
        on.lab().awaitLayout();
        on.lab().awaitLayout();
        cut.addAll(on.lab().read(() -> {
          List<String> found = new ArrayList<>();
          for (Node each : List.of(on.files().pane(), on.lab().window().lookup(".top-bar"))) look(each, found);
          double needed = on.lab().window().getChildrenUnmodifiable().getFirst().minWidth(-1);
          if (needed > size[0]) found.add("the window needs " + needed);
          return found.stream().map(text -> size[0] + " " + percent + " %: " + text).toList();
        }));
      }
    assertThat(cut).isEmpty();
  }

  /// A label that shows an ellipsis has a text node with another text.
  private static void look(Node node, List<String> found) {
    if (!node.isVisible()) return;
    if (node instanceof Labeled labeled && labeled.getText() != null && !labeled.getText().isEmpty() && !labeled.isWrapText())
      labeled.lookupAll(".text").stream().filter(Text.class::isInstance).map(text -> ((Text) text).getText())
          .filter(shown -> !shown.isEmpty() && !shown.equals(labeled.getText())).forEach(shown -> found.add(labeled.getText() + " → " + shown));
    if (node instanceof Parent parent) {
      ObservableList<Node> children = parent.getChildrenUnmodifiable();
      children.forEach(child -> look(child, found));
    }
  }
}
