package dropoutlab.ui.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.figure.passes.LineFigure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Query;
import dropoutlab.frame.Result;
import dropoutlab.run.Slot;
import dropoutlab.spec.DataSpec.Generated;
import dropoutlab.spec.DataSpec.MaunaLoa;
import dropoutlab.spec.DataSpec.Points;
import dropoutlab.spec.DataSpec;
import dropoutlab.spec.Presets;
import dropoutlab.ui.fx.FigureCanvas;
import dropoutlab.ui.shell.LabWindow;
import java.util.List;
import java.util.function.Predicate;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The data of a line under a person's hand. Oracle: the data of the run that starts again.
@ExtendWith(ApplicationExtension.class)
class LineViewTest {
  private LabWindow lab;

  @Start void start(Stage stage) { lab = new LabWindow(stage); }

  @BeforeEach void trains() { lab.awaitTraining(); }

  @AfterEach void close() { lab.close(); }

  @Test void draggedEndOfTheRecordHoldsTheYearsBeyondOut(FxRobot robot) {
    open(robot, "co2");
    Point2D edge = lab.placeOf("mc-band", hit -> hit instanceof Hit.DataEdge e && e.upper());
    robot.moveTo(edge).press(MouseButton.PRIMARY).moveBy(-40, 0).moveBy(-20, 0).release(MouseButton.PRIMARY);
    Frame frame = lab.await("an earlier year", f -> f.experiment().data() instanceof MaunaLoa m
        && m.lastTrainingYear() < 1995);
    int year = ((MaunaLoa) frame.experiment().data()).lastTrainingYear();
    lab.until("the band of fewer years", () -> line(l -> Math.abs(l.dataTo() - year) < 1e-3));
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    lab.await("undone", f -> f.experiment().data() instanceof MaunaLoa m && m.lastTrainingYear() == 1995);
  }

  @Test void recordCanOnlyBeCutAtItsEnd(FxRobot robot) {
    open(robot, "co2");
    assertThat(lab.node("dataFrom", TextField.class).isDisabled()).isTrue();
    assertThat(lab.node("lineAdd", ToggleButton.class).isDisabled()).isTrue();
    write(robot, "dataTo", "1980");
    lab.await("1980", f -> f.experiment().data() instanceof MaunaLoa m && m.lastTrainingYear() == 1980);
  }

  /// Oracle: by hand. The set has 80 training examples; a quarter of the points is held out.
  @Test void typedEdgeTakesTheDataBeyondAway(FxRobot robot) {
    open(robot, "cubic-gap");
    DataSpec before = lab.model().experiment().get().data();
    write(robot, "dataTo", "2");
    Frame frame = lab.await("own points", f -> f.experiment().data() instanceof Points);
    List<DataSpec.Point> points = ((Points) frame.experiment().data()).points();
    assertThat(points).isNotEmpty().allMatch(point -> point.x() <= 2);
    assertThat(points.size()).isLessThan(107);
    lab.until("the band of fewer data", () -> line(l -> l.dataTo() <= 2));
    assertThat(note()).anyMatch(text -> text.contains("points of your own; Ctrl Z brings it back"));
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    lab.await("the set before", f -> f.experiment().data().equals(before));
  }

  @Test void edgeBeyondTheDataChangesNothing(FxRobot robot) {
    open(robot, "cubic-gap");
    write(robot, "dataTo", "50");
    lab.until("said so", () -> note().stream().anyMatch(text -> text.contains("no data beyond")));
    assertThat(lab.model().experiment().get().data()).isInstanceOf(Generated.class);
  }

  @Test void threePointsAtLeastRemain(FxRobot robot) {
    open(robot, "cubic-gap");
    write(robot, "dataTo", "-30");
    lab.until("said so", () -> note().stream().anyMatch(text -> text.startsWith("At least 3 points")));
    assertThat(lab.model().experiment().get().data()).isInstanceOf(Generated.class);
  }

  /// Oracle: the plot's own scale at the place, and in the moment, of the click: it moves as the training goes on.
  @Test void clickAddsAPointAndShiftClickTakesItAway(FxRobot robot) {
    open(robot, "cubic-gap");
    robot.clickOn("#lineAdd");
    Point2D there = lab.placeOf("mc-band", hit -> hit instanceof Hit.Place at && Math.abs(at.xData()) < 1);
    FigureCanvas canvas = lab.node("mc-band", FigureCanvas.class);
    Hit.Place place = lab.click(robot, "mc-band", there, event -> ((LineFigure) canvas.figure()).place(event.getX(),
        event.getY(), canvas.getWidth(), canvas.getHeight()).orElseThrow());
    Frame frame = lab.await("107 + 1 points", f -> f.experiment().data() instanceof Points p
        && p.points().size() == 108);
    DataSpec.Point added = ((Points) frame.experiment().data()).points().getLast();
    assertThat(added.x()).isCloseTo(place.xData(), org.assertj.core.data.Offset.offset(1e-9));
    assertThat(added.y()).isCloseTo(place.yData(), org.assertj.core.data.Offset.offset(1e-9));
    lab.until("the new band", () -> canvas.figure() != null && lab.model().data().get().train().size() == 81);
    // The headless robot tells no mouse event of the Shift key.
    robot.interact(() -> canvas.fireEvent(shiftPress(canvas.localToScene(canvas.screenToLocal(there)))));
    lab.await("107 points", f -> f.experiment().data() instanceof Points p && p.points().size() == 107);
  }

  @Test void enterAddsAPointAtTheProbe(FxRobot robot) {
    open(robot, "cubic-gap");
    robot.clickOn("#lineAdd");
    robot.interact(() -> lab.node("mc-band", Node.class).requestFocus());
    double probe = probe();
    lab.until("the passes there", () -> line(l -> isAt(l, probe)));
    robot.type(KeyCode.ENTER);
    lab.await("108 points, the last at the probe", f -> f.experiment().data() instanceof Points p
        && p.points().size() == 108 && Math.abs(p.points().getLast().x() - probe) < 1e-5);
  }

  @Test void arrowKeysMoveTheProbeAlongTheLine(FxRobot robot) {
    open(robot, "cubic-gap");
    double before = probe();
    robot.interact(() -> lab.node("mc-band", Node.class).requestFocus());
    robot.type(KeyCode.LEFT, 3);
    assertThat(probe()).isLessThan(before);
    double now = probe();
    lab.until("passes there", () -> line(l -> isAt(l, now)));
  }

  @Test void exactBayesStandsBesideALinearModel(FxRobot robot) {
    open(robot, "noisy-line");
    robot.clickOn("#exactBayes");
    lab.until("a rival", () -> line(l -> !l.rivals().isEmpty()));
    robot.interact(() -> lab.model().editor().open(Presets.load("cubic-gap")));
    lab.until("no rival of a network", () -> line(l -> l.rivals().isEmpty())
        && !lab.window().lookup("#exactBayes").getParent().isVisible());
  }

  private static MouseEvent shiftPress(Point2D at) {
    return new MouseEvent(MouseEvent.MOUSE_PRESSED, at.getX(), at.getY(), at.getX(), at.getY(), MouseButton.PRIMARY, 1,
        true, false, false, false, true, false, false, false, false, true, null);
  }

  private void open(FxRobot robot, String preset) {
    robot.clickOn("#tab-uncertainty");
    robot.interact(() -> lab.model().editor().open(Presets.load(preset)));
    lab.until("a line", () -> line(_ -> true) && lab.node("mc-band", FigureCanvas.class).figure() != null);
  }

  private boolean line(Predicate<Result.Line> wanted) {
    return lab.model().pump().answer(Slot.INQUIRY).filter(a -> a.result() instanceof Result.Line line && wanted.test(line))
        .isPresent();
  }

  private static boolean isAt(Result.Line line, double x) {
    return line.probe().filter(passes -> Math.abs(passes.at().get(0) - x) < 1e-5).isPresent();
  }

  private double probe() { return ((Query.Line) lab.model().query(Slot.INQUIRY).get()).probe().orElseThrow(); }

  private List<String> note() {
    return lab.read(() -> lab.node("lineNote", Pane.class).getChildren().stream()
        .map(label -> ((Label) label).getText()).toList());
  }

  private void write(FxRobot robot, String id, String text) { lab.write(robot, id, text).type(KeyCode.ENTER); }
}
