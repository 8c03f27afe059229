package dropoutlab.ui.theory;

import dropoutlab.claim.Bench;
import dropoutlab.ui.shell.LabWindow;
import dropoutlab.ui.theory.BenchState.Progress;
import javafx.scene.control.ButtonBase;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/// A window of 1440 x 900 that shows the Theory workspace.
@ExtendWith(ApplicationExtension.class)
abstract class InTheory {
  LabWindow lab;

  /// TestFX looks for its start in the test's own class.
  void show(Stage stage) {
    lab = new LabWindow(stage);
    stage.setWidth(1440);
    stage.setHeight(900);
  }

  @BeforeEach void opens() {
    // A window that has drawn its first frame has its tabs where a click finds them.
    lab.awaitTraining();
    new FxRobot().clickOn("#tab-theory");
    lab.until("the Theory workspace", () -> lab.window().shown().get() instanceof TheoryWorkspace
        && lab.window().lookup("#benchFigure") != null);
  }

  @AfterEach void close() { lab.close(); }

  Desk desk() { return ((TheoryWorkspace) lab.window().shown().get()).desk(); }

  BenchState state() { return lab.read(() -> desk().state()); }

  void open(FxRobot robot, Bench bench) {
    fire(robot, "bench-" + bench.id());
    awaitFound(bench.id());
  }

  void fire(FxRobot robot, String id) { robot.interact(() -> lab.node(id, ButtonBase.class).fire()); }

  /// Waits until the present settings are computed.
  void awaitFound(String what) {
    lab.until(what + " to be computed", () -> desk().state().progress() instanceof Progress.Found);
  }
}
