package dropoutlab.ui.variants;

import dropoutlab.card.Cards;
import dropoutlab.card.MethodCard;
import dropoutlab.card.place.Pairing;
import dropoutlab.card.place.Placement;
import dropoutlab.frame.Frame;
import dropoutlab.ui.shell.LabWindow;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/// A window of 1440 x 900 that trains and shows the Variants workspace.
@ExtendWith(ApplicationExtension.class)
abstract class InVariants {
  LabWindow lab;

  /// TestFX looks for its start in the test's own class.
  void show(Stage stage) {
    lab = new LabWindow(stage);
    stage.setWidth(1440);
    stage.setHeight(900);
  }

  @BeforeEach void opens() {
    lab.awaitTraining();
    new FxRobot().clickOn("#tab-variants");
    lab.awaitLayout();
  }

  @AfterEach void close() { lab.close(); }

  /// The methods of the frame's experiment; none for B where nothing learns beside.
  static MethodCard a(Frame frame) { return Placement.own(frame.experiment()); }

  static MethodCard b(Frame frame) {
    return Pairing.b(frame.experiment()).map(Placement::in).orElse(Cards.named("none"));
  }

  void focus(FxRobot robot, String method) {
    robot.interact(() -> lab.window().lookup("#method-" + method).requestFocus());
  }
}
