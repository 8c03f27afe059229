package dropoutlab.ui.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dropoutlab.figure.plot.Hit;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Query;
import dropoutlab.frame.Result;
import dropoutlab.run.Slot;
import dropoutlab.spec.Presets;
import dropoutlab.ui.fx.FigureCanvas;
import dropoutlab.ui.shell.LabWindow;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A digit under a person's hand. Oracle: the pixels that the engine is asked about.
@ExtendWith(ApplicationExtension.class)
class PictureViewTest {
  private LabWindow lab;

  @Start void start(Stage stage) { lab = new LabWindow(stage); }

  @BeforeEach void opens(FxRobot robot) {
    lab.awaitTraining();
    robot.clickOn("#tab-uncertainty");
    robot.interact(() -> lab.model().editor().open(Presets.load("digits")));
    lab.until("a point", () -> lab.model().pump().answer(Slot.INQUIRY).filter(a -> a.result() instanceof Result.Point)
        .isPresent());
  }

  @AfterEach void close() { lab.close(); }

  /// Oracle: a half turn turns the row of pixels round.
  @Test void halfTurnReversesThePixelsAndResetBringsThemBack(FxRobot robot) {
    Matrix before = pixels();
    robot.interact(() -> lab.node("turn", Slider.class).setValue(180));
    Matrix turned = pixels();
    for (int i = 0; i < before.size(); i++)
      assertThat(turned.get(i)).isCloseTo(before.get(before.size() - 1 - i), offset(1e-6));
    robot.clickOn("#resetPicture");
    assertThat(pixels()).isEqualTo(before);
    assertThat(lab.node("resetPicture", Button.class).isDisabled()).isTrue();
  }

  @Test void pointerWritesWhereItIsDragged(FxRobot robot) {
    Matrix before = pixels();
    robot.clickOn("#scribble");
    Point2D from = lab.placeOf("picture", hit -> hit instanceof Hit.Place at && at.xData() == 3 && at.yData() == 3);
    robot.moveTo(from).press(MouseButton.PRIMARY).moveBy(60, 0).moveBy(60, 0).release(MouseButton.PRIMARY);
    Matrix after = pixels();
    assertThat(ink(after)).isGreaterThan(ink(before) + 1);
    for (int i = 0; i < before.size(); i++) assertThat(after.get(i)).isGreaterThanOrEqualTo(before.get(i));
  }

  @Test void keyboardWritesToo(FxRobot robot) {
    Matrix before = pixels();
    robot.clickOn("#scribble");
    robot.interact(() -> lab.node("picture", Node.class).requestFocus());
    robot.type(KeyCode.UP, 7).type(KeyCode.LEFT, 7).type(KeyCode.ENTER);
    assertThat(ink(pixels())).isGreaterThanOrEqualTo(ink(before));
    assertThat(pixels().get(17)).isEqualTo(1);
  }

  @Test void draggingMovesThePicture(FxRobot robot) {
    Matrix before = pixels();
    Point2D from = lab.placeOf("picture", Hit.Place.class::isInstance);
    robot.moveTo(from).press(MouseButton.PRIMARY).moveBy(50, 0).moveBy(50, 0).release(MouseButton.PRIMARY);
    assertThat(lab.node("shiftRight", Slider.class).getValue()).isGreaterThan(1);
    assertThat(pixels()).isNotEqualTo(before);
  }

  @Test void arrowKeysGoToOtherExamples(FxRobot robot) {
    Matrix before = pixels();
    robot.interact(() -> lab.node("picture", Node.class).requestFocus());
    robot.type(KeyCode.RIGHT);
    assertThat(pixels()).isNotEqualTo(before);
    robot.type(KeyCode.LEFT);
    assertThat(pixels()).isEqualTo(before);
  }

  @Test void pictureTurnsAndForeignGlyphsAreTold(FxRobot robot) {
    robot.clickOn("#pictureTurn");
    lab.until("a rotation", () -> lab.model().pump().answer(Slot.INQUIRY).filter(a -> a.result() instanceof Result.Rotation)
        .isPresent() && lab.node("rotation", FigureCanvas.class).figure() != null);
    assertThat(lab.window().lookup("#passesCard").getParent().isVisible()).isFalse();
    robot.clickOn("#pictureForeign");
    lab.until("foreign glyphs", () -> lab.node("separation", FigureCanvas.class).figure() != null);
    assertThat(lab.window().shown().get().figures().get("rotation").get()).isNull();
    assertThat(lab.window().shown().get().figures().get("separation").get()).isNotNull();
  }

  private Matrix pixels() { return ((Query.Point) lab.model().query(Slot.INQUIRY).get()).inputs(); }

  private static double ink(Matrix pixels) {
    double sum = 0;
    for (int i = 0; i < pixels.size(); i++) sum += pixels.get(i);
    return sum;
  }
}
