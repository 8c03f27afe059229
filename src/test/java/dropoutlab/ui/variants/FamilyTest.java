package dropoutlab.ui.variants;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.card.Cards;
import dropoutlab.figure.variant.SeedsFigure;
import dropoutlab.frame.Frame;
import dropoutlab.frame.RunState;
import dropoutlab.run.Slot;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Presets;
import dropoutlab.ui.fx.FigureCanvas;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// The family, the pair, the seeds and the card, by mouse and keyboard. Oracle: the experiment of the engine's frames.
class FamilyTest extends InVariants {
  @Start void start(Stage stage) { show(stage); }

  /// What trains is any dense network: its methods take each other's place without another preset.
  @Test void methodsOfTheSameArchitectureTakeEachOthersPlace(FxRobot robot) {
    String title = lab.latest().experiment().title();
    focus(robot, "gaussian");
    robot.type(KeyCode.B);
    lab.await("B is Gaussian", f -> b(f).name().equals("gaussian"));
    robot.type(KeyCode.UP).type(KeyCode.DOWN).type(KeyCode.X);
    Frame swapped = lab.await("swapped", f -> a(f).name().equals("gaussian") && b(f).name().equals("inverted"));
    assertThat(swapped.experiment().title()).isEqualTo(title);
    robot.interact(lab.model().editor()::undo);
    lab.await("undone", f -> a(f).name().equals("inverted"));
  }

  @Test void aFilterFindsMethodsAndEnterOpensTheFirst(FxRobot robot) {
    robot.type(KeyCode.SLASH);
    lab.until("a field", () -> lab.window().lookup("#familyFilter").isVisible());
    robot.write("klambauer");
    lab.until("one is left", () -> Cards.all().stream().filter(card -> lab.window().lookup("#family-" + card.name()) != null)
        .filter(card -> lab.window().lookup("#family-" + card.name()).isVisible()).count() == 1);
    robot.type(KeyCode.ENTER);
    lab.await("alpha is A", f -> a(f).name().equals("alpha"));
    assertThat(lab.read(() -> lab.node("familyFilter", TextField.class).isVisible())).isFalse();
  }

  @Test void theCardFollowsTheLetterAndGivesItsCodeAway(FxRobot robot) {
    focus(robot, "uniform");
    robot.type(KeyCode.B);
    lab.await("B is uniform", f -> b(f).name().equals("uniform"));
    robot.clickOn("#cardOfB");
    lab.until("B's card", () -> ((Label) lab.window().lookup("#methodTitle")).getText().equals(Cards.named("uniform").title()));
    robot.clickOn("#copyCode");
    assertThat(lab.read(() -> Clipboard.getSystemClipboard().getString())).isEqualTo(Cards.named("uniform").code());
  }

  @Test void theCardIsADrawerWhereThereIsLittleRoom(FxRobot robot) {
    robot.interact(() -> lab.window().getScene().getWindow().setWidth(1024));
    lab.until("no card", () -> !lab.window().lookup("#methodCard").isVisible());
    robot.type(KeyCode.I);
    lab.until("the card", () -> lab.window().lookup("#methodCard").isVisible());
    robot.type(KeyCode.I);
    lab.until("no card again", () -> !lab.window().lookup("#methodCard").isVisible());
  }

  @Test void whichDropoutWhereLeadsIntoTheViews(FxRobot robot) {
    robot.clickOn("#whichWhen");
    lab.until("the page", () -> lab.window().lookup("#whichPage").isVisible());
    robot.interact(() -> ((javafx.scene.control.Hyperlink) lab.window().lookup("#which-gaussian")).fire());
    lab.await("Gaussian is A", f -> a(f).name().equals("gaussian"));
    assertThat(lab.read(() -> lab.window().lookup("#whichPage").isVisible())).isFalse();
  }

  /// They begin by themselves, keep what is finished when they are cancelled, and go on where they were.
  @Test void seedsAreCancelledAndGoOn(FxRobot robot) {
    Experiment quick = Presets.load("two-moons");
    robot.interact(() -> lab.model().editor().open(quick.withTraining(quick.training().withEpochs(30))));
    lab.await("it ends", f -> f.state() instanceof RunState.Finished);
    lab.until("two seeds", () -> finished() >= 2);
    robot.interact(() -> ((Button) lab.window().lookup("#seedsCancel")).fire());
    int kept = lab.read(this::finished);
    assertThat(kept).isGreaterThanOrEqualTo(2);
    robot.interact(() -> ((Button) lab.window().lookup("#seedsMore")).fire());
    lab.until("all ten", () -> finished() == 10);
    robot.interact(() -> ((Button) lab.window().lookup("#seedsMore")).fire());
    lab.until("ten more", () -> finished() > 10);
  }

  private int finished() {
    FigureCanvas canvas = (FigureCanvas) lab.window().lookup("#seeds");
    return canvas.figure() instanceof SeedsFigure figure ? figure.finished() : 0;
  }

  @Test void hiddenWorkspaceTrainsNoSeeds(FxRobot robot) {
    robot.clickOn("#tab-train");
    Node seeds = lab.read(() -> lab.window().lookup("#seedsCard"));
    assertThat(seeds).isNull();
    assertThat(Thread.getAllStackTraces().keySet()).noneMatch(thread -> thread.getName().equals("seeds") && thread.isAlive());
  }

  /// The evidence of a run may come before its first frame is shown, and must not be drawn with the one before.
  @Test void viewsThatFollowEachOtherQuicklyMixNothing(FxRobot robot) {
    List<Throwable> faults = new CopyOnWriteArrayList<>();
    robot.interact(() -> Thread.currentThread().setUncaughtExceptionHandler((_, fault) -> faults.add(fault)));
    for (int round = 0; round < 6; round++)
      for (String preset : List.of("inverted", "l2", "drop-connect", "batch-norm", "l1")) {
        robot.interact(() -> lab.model().editor().open(Presets.load(preset)));
        String title = Presets.load(preset).title();
        lab.until("evidence", () -> lab.model().pump().answer(Slot.METHODS).isPresent()
            && lab.model().pump().latest().filter(f -> f.experiment().title().equals(title)).isPresent());
      }
    assertThat(faults).isEmpty();
  }
}
