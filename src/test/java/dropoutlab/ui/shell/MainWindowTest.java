package dropoutlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.figure.plot.Theme;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class MainWindowTest {
  private LabWindow lab;

  @Start void start(Stage stage) { lab = new LabWindow(stage); }

  @BeforeEach void trains() { lab.awaitTraining(); }

  @AfterEach void close() { lab.close(); }

  @Test void themeButtonGoesRoundTheThreeLooks(FxRobot robot) {
    for (Look wanted : new Look[] {Look.DARK, Look.PROJECTOR, Look.LIGHT}) {
      robot.clickOn("#theme");
      assertThat(lab.window().look().get()).isEqualTo(wanted);
    }
  }

  @Test void darkThemeReachesFiguresAndControls(FxRobot robot) {
    robot.type(KeyCode.T);
    assertThat(Look.DARK.theme()).isEqualTo(Theme.DARK);
    lab.until("the dark page", () -> lab.window().getBackground().getFills().getFirst().getFill().toString()
        .equals("0x1b2026ff"));
  }

  @Test void questionMarkShowsAllKeysAndEscapeHidesThem(FxRobot robot) {
    robot.press(KeyCode.SHIFT).type(KeyCode.SLASH).release(KeyCode.SHIFT);
    Node keys = lab.node("keys", Node.class);
    assertThat(keys.isVisible()).isTrue();
    robot.type(KeyCode.ESCAPE);
    assertThat(keys.isVisible()).isFalse();
  }

  @Test void controlsHideForTheProjector(FxRobot robot) {
    robot.type(KeyCode.C);
    assertThat(lab.node("controls", Node.class).isVisible()).isFalse();
    robot.type(KeyCode.C);
    assertThat(lab.node("controls", Node.class).isVisible()).isTrue();
  }

  @Test void cardOfThePresetCanBeClosed(FxRobot robot) {
    assertThat(lab.node("card", Node.class).isVisible()).isTrue();
    robot.clickOn("#closeCard");
    assertThat(lab.node("card", Node.class).isVisible()).isFalse();
  }
}
