package dropoutlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.data.DataSets;
import dropoutlab.figure.plot.Hit;
import dropoutlab.frame.Frame;
import dropoutlab.frame.RunState;
import dropoutlab.run.Slot;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Pin;
import dropoutlab.spec.Presets;
import dropoutlab.train.TrainingSession;
import dropoutlab.ui.fx.FigureCanvas;
import dropoutlab.ui.fx.RunHandle;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.event.ActionEvent;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A person who is quicker than the window, and an engine that dies. Oracle: a session that nobody touched.
@ExtendWith(ApplicationExtension.class)
class OneRunAfterAnotherTest {
  private LabWindow lab;

  @Start void start(Stage stage) { lab = new LabWindow(stage); }

  @BeforeEach void trains() { lab.awaitTraining(); }

  @AfterEach void close() { lab.close(); }

  private static Hit.Unit lastUnit(Hit hit) {
    return hit instanceof Hit.Unit unit && unit.layer() == 1 && unit.unit() == 15 ? unit : null;
  }

  private Frame awaitFourUnits() {
    Frame frame = lab.await("four units are trained", f -> f.experiment().network().hidden().size() == 1
        && f.experiment().network().hidden().getFirst().units() == 4 && f.progress().step() > 3);
    assertThat(frame.state()).isInstanceOf(RunState.Running.class);
    assertThat(frame.experiment().interventions()).isEmpty();
    return frame;
  }

  /// Between the two there is no pulse: the sixteenth unit is still on the screen when it is clicked on.
  @Test void clickOnAUnitThatTheNextNetworkHasNotDoesNothing(FxRobot robot) {
    Point2D there = lab.placeOf("network", hit -> lastUnit(hit) != null);
    FigureCanvas network = lab.node("network", FigureCanvas.class);
    TextField layers = lab.node("hiddenLayers", TextField.class);
    robot.interact(() -> {
      layers.setText("4");
      layers.fireEvent(new ActionEvent());
      Point2D at = network.screenToLocal(there);
      assertThat(network.hit(at.getX(), at.getY()).map(OneRunAfterAnotherTest::lastUnit)).isPresent();
      network.fireEvent(new MouseEvent(MouseEvent.MOUSE_PRESSED, at.getX(), at.getY(), there.getX(), there.getY(),
          MouseButton.PRIMARY, 1, false, false, false, false, true, false, false, true, false, true, null));
    });
    Frame frame = awaitFourUnits();
    lab.await("it trains on", f -> f.run() == frame.run() && f.progress().step() > frame.progress().step());
    assertThat(lab.read(() -> lab.window().lookup("#notice").isVisible())).isFalse();
  }

  /// As above, with the hands of a person.
  @Test void clickRightAfterReturnDoesNothingToTheNextNetwork(FxRobot robot) {
    Point2D there = lab.placeOf("network", hit -> lastUnit(hit) != null);
    lab.write(robot, "hiddenLayers", "4").type(KeyCode.ENTER).clickOn(there);
    Frame frame = lab.await("four units are trained", f -> f.experiment().network().hidden().size() == 1
        && f.experiment().network().hidden().getFirst().units() == 4 && f.progress().step() > 3);
    assertThat(frame.state()).isInstanceOf(RunState.Running.class);
  }

  private static Experiment shortened(String preset) {
    Experiment experiment = Presets.load(preset);
    return experiment.withTraining(experiment.training().withEpochs(5));
  }

  private static final List<Consumer<RunHandle>> TOUCHES = List.of(RunHandle::pause, RunHandle::play, RunHandle::step,
      RunHandle::halfStep, RunHandle::reset, RunHandle::playOrPause, r -> r.scrub(OptionalInt.of(0)),
      r -> r.scrub(OptionalInt.empty()), r -> r.pin(null, 0, 1, Pin.DROPPED), r -> r.pin(null, 1, 7, Pin.DROPPED));

  /// The first has the data of the run before, the others do not.
  @Test void whatIsDoneBeforeTheNextRunIsSeenDoesNothingToIt(FxRobot robot) {
    for (Experiment next : List.of(shortened("two-moons").withSeed(9), shortened("noisy-line"), shortened("digits"))) {
      robot.interact(() -> lab.model().editor().open(next));
      lab.until("its data", () -> !lab.model().loading().get());
      robot.interact(() -> {
        lab.model().editor().open(next);
        TOUCHES.forEach(each -> each.accept(lab.model().run()));
      });
      Frame last = lab.await("the end of " + next.title(),
          f -> f.experiment().equals(next) && f.state() instanceof RunState.Finished && f.progress().epoch() == 5);
      TrainingSession alone = new TrainingSession(next, DataSets.load(next, Path.of("")));
      while (alone.progress().epoch() < 5) alone.step();
      assertThat(last.weights()).isEqualTo(alone.weights());
    }
  }

  /// The rates belong to the settings, which are already those of the next run.
  @Test void rateThatIsSetBeforeTheNextRunIsSeenIsThatOfTheNextRun(FxRobot robot) {
    robot.interact(() -> {
      lab.model().editor().change(e -> e.withSeed(11));
      lab.model().editor().setDropRates(List.of(0.1, 0.5, 0.5));
    });
    Frame frame = lab.await("seed 11", f -> f.experiment().seed() == 11 && f.progress().step() > 3);
    assertThat(frame.dropRates()).containsExactly(0.1, 0.5, 0.5);
    assertThat(frame.state()).isInstanceOf(RunState.Running.class);
  }

  @Test void settingsThatFollowEachOtherQuicklyPlayOn(FxRobot robot) {
    robot.interact(() -> {
      for (int seed = 20; seed < 25; seed++) {
        long now = seed;
        lab.model().editor().change(e -> e.withSeed(now));
      }
    });
    lab.await("the last plays", f -> f.experiment().seed() == 24 && f.progress().step() > 3
        && f.state() instanceof RunState.Running);
  }

  @Test void deadEngineIsToldAndStartedAgainWithAClick(FxRobot robot) {
    robot.interact(() -> lab.model().editor().setDropRates(List.of(0.0, 0.4, 0.4)));
    Frame before = lab.await("p = 0.4", f -> f.dropRates().get(1) == 0.4);
    Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().equals("simulation"))
        .forEach(Thread::interrupt);
    Node again = lab.node("noticeStartAgain", Node.class);
    lab.until("the notice", again::isVisible);
    assertThat(lab.text("noticeText")).startsWith("The engine has stopped").contains("settings and data are kept");
    robot.interact(() -> lab.model().editor().report("Something else."));
    assertThat(again.isVisible()).isTrue();
    robot.clickOn("#noticeStartAgain");
    Frame after = lab.await("a new run", f -> f.run() > before.run() && f.progress().step() > 3);
    assertThat(after.state()).isInstanceOf(RunState.Running.class);
    assertThat(after.dropRates()).containsExactly(0.0, 0.4, 0.4);
    lab.until("its map", () -> lab.model().pump().answer(Slot.PASSES).filter(p -> p.run() == after.run()).isPresent());
    assertThat(again.isVisible()).isFalse();
  }
}
