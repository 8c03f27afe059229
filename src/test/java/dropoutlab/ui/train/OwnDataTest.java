package dropoutlab.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.frame.RunState;
import dropoutlab.spec.DataSpec.Csv;
import dropoutlab.ui.shell.LabWindow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A person's own table, good and bad. Oracle: the engine goes on with the old data, or trains on the new.
@ExtendWith(ApplicationExtension.class)
class OwnDataTest {
  @TempDir Path folder;
  private LabWindow lab;

  @Start void start(Stage stage) { lab = new LabWindow(stage); }

  @BeforeEach void trains() { lab.awaitTraining(); }

  @AfterEach void close() { lab.close(); }

  @Test void tableOpensAfterTheQuestionForItsTarget(FxRobot robot) throws IOException {
    open(robot, "width,height,kind\n" + "1.0,2.0,a\n2.0,1.0,b\n1.5,2.5,a\n2.5,1.2,b\n".repeat(10));
    lab.await("the table is learned", f -> f.experiment().data() instanceof Csv csv && csv.target().equals("kind"));
    assertThat(lab.model().data().get().schema().classes()).containsExactly("a", "b");
  }

  @Test void badTableIsExplainedAndTheRunGoesOn(FxRobot robot) throws IOException {
    long run = lab.model().pump().latest().orElseThrow().run();
    open(robot, "width,height,kind\n" + "1.0,2.0,a\n2.0,wide,b\n1.5,2.5,a\n2.5,1.2,b\n".repeat(10));
    lab.until("the notice", () -> lab.window().lookup("#notice").isVisible());
    assertThat(lab.node("noticeText", Label.class).getText()).contains("table.csv").contains("wide");
    long step = lab.model().pump().latest().orElseThrow().progress().step();
    lab.await("the old run goes on", f -> f.run() == run && f.state() instanceof RunState.Running
        && f.progress().step() > step);
    assertThat(lab.model().experiment().get().data()).isNotInstanceOf(Csv.class);
    robot.clickOn("#noticeClose");
    assertThat(lab.node("notice", Node.class).isVisible()).isFalse();
  }

  private void open(FxRobot robot, String text) throws IOException {
    Path file = Files.writeString(folder.resolve("table.csv"), text);
    Platform.runLater(() -> new OwnData(lab.model(), lab.window().getScene().getWindow()).open(file.toFile()));
    lab.until("the question", () -> robot.lookup("#csvTarget").tryQuery().isPresent());
    robot.clickOn("OK");
  }
}
