package dropoutlab.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.figure.plot.Hit;
import dropoutlab.frame.Answer;
import dropoutlab.frame.Curve;
import dropoutlab.frame.Frame;
import dropoutlab.frame.History;
import dropoutlab.frame.Query;
import dropoutlab.frame.Result;
import dropoutlab.frame.RunState;
import dropoutlab.run.Slot;
import dropoutlab.spec.Activation;
import dropoutlab.spec.DataSpec.Generated;
import dropoutlab.spec.DataSpec.Points;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.spec.EarlyStoppingSpec;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.GeneratedSet;
import dropoutlab.spec.Initialisation;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.OptimiserSpec;
import dropoutlab.spec.Pin;
import dropoutlab.spec.RegulariserSpec;
import dropoutlab.ui.fx.FigureCanvas;
import dropoutlab.ui.parts.ProbePlace;
import dropoutlab.ui.shell.LabWindow;
import dropoutlab.words.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
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

/// The canvases of the Train workspace under a person's hand. Oracle: the engine's frames, and what the figure itself
/// says lies under the pointer.
@ExtendWith(ApplicationExtension.class)
class CardsTest {
  private LabWindow lab;

  @Start void start(Stage stage) { lab = new LabWindow(stage); }

  @BeforeEach void trains() { lab.awaitTraining(); }

  @AfterEach void close() { lab.close(); }

  /// Paused, the card shows the frame that is waited for, and the next click goes on from it.
  @Test void clickOnAUnitPinsItDroppedThenKeptThenFreesIt(FxRobot robot) {
    lab.pause();
    Point2D unit = placeOf("network", hit -> hit instanceof Hit.Unit u && u.layer() == 1 && u.unit() == 3);
    for (Pin wanted : new Pin[] {Pin.DROPPED, Pin.KEPT, Pin.RANDOM}) {
      robot.clickOn(unit);
      lab.await(wanted.name(), f -> f.network().layers().get(1).pin(3) == wanted);
    }
  }

  @Test void keyboardPinsTheUnitUnderItsCursor(FxRobot robot) {
    robot.interact(() -> canvas("network").requestFocus());
    robot.type(KeyCode.RIGHT).type(KeyCode.DOWN).type(KeyCode.D);
    lab.await("pinned by D", f -> f.network().layers().get(1).pin(1) == Pin.DROPPED);
  }

  @Test void aUnitOfALayerThatDropsWeightsIsNotPinnedButExplained(FxRobot robot) {
    DropoutSpec weights = new DropoutSpec.Targeted(0.5, DropoutSpec.Targeted.Target.WEIGHTS);
    robot.interact(() -> lab.model().editor().change(e -> e.withNetwork(new NetworkSpec(0,
        List.of(new NetworkSpec.HiddenLayer(8, Activation.RELU, 0.3, weights)), Initialisation.HE))));
    lab.await("the new network", f -> f.experiment().network().hidden().size() == 1);
    robot.clickOn(placeOf("network", hit -> hit instanceof Hit.Unit u && u.layer() == 1 && u.unit() == 3));
    lab.until("the notice", () -> lab.window().lookup("#notice").isVisible());
    assertThat(lab.text("noticeText"))
        .isEqualTo("Hidden layer 1 drops weights, not units: none of its units can be pinned.");
    assertThat(lab.latest().state()).isInstanceOf(RunState.Running.class);
  }

  @Test void settingsThatDoNotFitTheDataAreExplainedAndTheRunGoesOn(FxRobot robot) {
    long run = lab.latest().run();
    Experiment before = lab.model().experiment().get();
    robot.interact(() -> lab.model().editor().change(e -> e.withRegulariser(new RegulariserSpec(0, 0, 0, 0.1))
        .withData(new Generated(GeneratedSet.NOISY_LINE, 40, 40, 0.3, null))));
    lab.until("the notice", () -> lab.window().lookup("#notice").isVisible());
    assertThat(lab.text("noticeText")).contains("labelSmoothing", "is for classes")
        .doesNotContain("fault");
    assertThat(lab.model().experiment().get()).isEqualTo(before);
    long step = lab.await("the old run", f -> f.run() == run).progress().step();
    lab.await("it goes on", f -> f.run() == run && f.progress().step() > step);
    robot.interact(() -> lab.model().run().reset());
    lab.await("a new run", f -> f.run() > run && f.experiment().data().equals(before.data()));
  }

  /// Oracle: the history's lowest rows, the network's and the twin's.
  @Test void afterEarlyStoppingTheErrorsOfTheKeptEpochsAreShown(FxRobot robot) {
    robot.interact(() -> lab.model().editor().change(e -> e.withOptimiser(new OptimiserSpec.Adam(0.1, 0.9, 0.999, 1e-8))
        .withTraining(e.training().withEarlyStopping(new EarlyStoppingSpec(10)))));
    robot.interact(() -> lab.model().run().setSpeed(Double.POSITIVE_INFINITY));
    History history = lab.await("stopped early", f -> f.state() instanceof RunState.Finished).history();
    int kept = history.lowestRow(Curve.VALIDATION), twin = history.lowestRow(Curve.TWIN_VALIDATION);
    assertThat(history.epoch(kept)).isEqualTo(history.bestEpoch().orElseThrow())
        .isLessThan(history.epoch(history.size() - 1));
    lab.until("the kept errors", () -> shows("learnedValidationError", history.value(Curve.VALIDATION_ERROR, kept))
        && shows("learnedTrainError", history.value(Curve.TRAIN_ERROR, kept))
        && shows("learned-twinValidationError", history.value(Curve.TWIN_VALIDATION_ERROR, twin))
        && shows("learned-twinTrainError", history.value(Curve.TWIN_TRAIN_ERROR, twin)));
  }

  private boolean shows(String label, float error) {
    return lab.window().lookup("#" + label) instanceof Label shown
        && shown.getText().strip().endsWith(Shown.percent(error, 1).strip());
  }

  @Test void dragAlongTheLossGoesBackInTimeAndEscapeReturns(FxRobot robot) {
    lab.await("20 epochs", f -> f.progress().epoch() > 20);
    robot.clickOn("#play");
    int now = lab.awaitPause().progress().epoch();
    Point2D from = placeOf("loss", hit -> hit instanceof Hit.Epoch e && e.epoch() > now / 2 && e.epoch() < now - 1);
    robot.moveTo(from).press(MouseButton.PRIMARY).moveBy(-30, 0).release(MouseButton.PRIMARY);
    Frame past = lab.await("the past", f -> f.scrubbed().isPresent() && f.scrubbed().getAsInt() < now - 2);
    assertThat(past.state()).isInstanceOf(RunState.Paused.class);
    robot.type(KeyCode.ESCAPE);
    lab.await("the present", f -> f.scrubbed().isEmpty());
  }

  @Test void logKeyAndChipTurnTheLossAxis(FxRobot robot) {
    ToggleButton log = lab.node("logLoss", ToggleButton.class);
    boolean before = log.isSelected();
    robot.clickOn("#logLoss");
    assertThat(log.isSelected()).isEqualTo(!before);
    robot.type(KeyCode.L);
    assertThat(log.isSelected()).isEqualTo(before);
  }

  @Test void passesSliderSetsT(FxRobot robot) {
    robot.interact(() -> lab.node("passes", Slider.class).requestFocus());
    robot.type(KeyCode.HOME);
    lab.until("one pass", () -> passes().filter(plane -> plane.passes() == 1).isPresent());
    assertThat(lab.node("passesValue", Label.class).getText()).isEqualTo("T = 1");
  }

  @Test void closedPanelComputesNoUncertainty(FxRobot robot) {
    robot.clickOn("#mcOpen");
    lab.until("nothing is asked", () -> lab.model().query(Slot.PASSES).get() == null);
    Optional<Result.Plane> before = lab.read(this::passes);
    long step = lab.latest().progress().step();
    lab.await("some steps", f -> f.progress().step() > step);
    assertThat(lab.model().query(Slot.LEARNED).get()).isNotNull();
    robot.clickOn("#mcOpen");
    lab.until("passes again", () -> passes().isPresent() && !passes().equals(before));
  }

  @Test void clickOnTheMapMovesTheProbe(FxRobot robot) {
    lab.until("a map", () -> canvas("uncertainty").figure() != null);
    Point2D there = placeOf("uncertainty", Hit.Place.class::isInstance);
    FigureCanvas map = canvas("uncertainty");
    Hit.Place place = (Hit.Place) lab.click(robot, "uncertainty", there,
        event -> map.hit(event.getX(), event.getY()).orElseThrow());
    lab.until("the probe there", () -> passes().flatMap(Result.Plane::probe)
        .filter(p -> Math.abs(p.at().at(0, 0) - place.xData()) < 1e-3).isPresent());
  }

  @Test void clickedPointsJoinTheData(FxRobot robot) {
    robot.clickOn("#addPoints");
    lab.until("a map", () -> canvas("learned").figure() != null);
    robot.clickOn(placeOf("learned", Hit.Place.class::isInstance));
    lab.await("464 + 1 points", f -> f.experiment().data() instanceof Points p && p.points().size() == 465);
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    lab.await("undone", f -> !(f.experiment().data() instanceof Points));
  }

  @Test void clearButtonTakesAllOwnPointsAway(FxRobot robot) {
    robot.clickOn("#addPoints");
    assertThat(lab.node("clearPoints", Button.class).isDisabled()).isTrue();
    lab.until("a map", () -> canvas("learned").figure() != null);
    robot.clickOn(placeOf("learned", Hit.Place.class::isInstance));
    lab.await("own points", f -> f.experiment().data() instanceof Points);
    lab.until("the button", () -> !lab.window().lookup("#clearPoints").isDisabled());
    robot.clickOn("#clearPoints");
    lab.await("the set before", f -> f.experiment().data() instanceof Generated g && g.set() == GeneratedSet.TWO_MOONS);
  }

  @Test void probeFollowsThePointerAndGoesBackWhenItLeaves(FxRobot robot) {
    lab.until("a map", () -> canvas("uncertainty").figure() != null);
    List<Double> held = probe().orElseThrow();
    robot.moveTo(placeOf("uncertainty", Hit.Place.class::isInstance));
    lab.until("the histogram of another place", () -> passes().flatMap(Result.Plane::probe)
        .filter(p -> Math.abs(p.at().at(0, 0) - held.getFirst()) > 1e-3).isPresent());
    assertThat(probe()).isNotEqualTo(Optional.of(held));
    robot.moveTo("#loss");
    lab.until("back", () -> probe().equals(Optional.of(held)));
  }

  @Test void clickedProbeStaysWhenThePointerLeaves(FxRobot robot) {
    lab.until("a map", () -> canvas("uncertainty").figure() != null);
    robot.clickOn(placeOf("uncertainty", Hit.Place.class::isInstance));
    List<Double> held = probe().orElseThrow();
    robot.moveBy(20, 20);
    assertThat(probe()).contains(held);
    robot.moveTo("#loss");
    assertThat(probe()).contains(held);
    robot.interact(() -> canvas("uncertainty").requestFocus());
    robot.type(KeyCode.RIGHT);
    assertThat(probe().orElseThrow().getFirst()).isGreaterThan(held.getFirst());
  }

  /// Oracle: by hand. Of three places between two answers, the first and the last are asked for.
  @Test void probeAsksNoMoreOftenThanItIsAnswered(FxRobot robot) {
    robot.interact(() -> {
      List<Optional<List<Double>>> asked = new ArrayList<>();
      ProbePlace probe = new ProbePlace(() -> asked.isEmpty() ? Optional.empty() : asked.getLast(), asked::add);
      for (double x : new double[] {0.11, 0.12, 0.13}) probe.follow(List.of(x, 0.0));
      probe.answered();
      probe.answered();
      assertThat(asked).containsExactly(Optional.of(List.of(0.11, 0.0)), Optional.of(List.of(0.13, 0.0)));
    });
  }

  private Optional<Result.Plane> passes() {
    return lab.model().pump().answer(Slot.PASSES).map(Answer::result)
        .flatMap(found -> found instanceof Result.Plane plane ? Optional.of(plane) : Optional.empty());
  }

  private Optional<List<Double>> probe() { return ((Query.Plane) lab.model().query(Slot.PASSES).get()).probe(); }

  private FigureCanvas canvas(String id) { return lab.node(id, FigureCanvas.class); }

  private Point2D placeOf(String id, Predicate<Hit> wanted) { return lab.placeOf(id, wanted); }
}
