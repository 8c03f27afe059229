package dropoutlab.ui.theory;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.claim.Bench;
import dropoutlab.claim.Control;
import dropoutlab.claim.catalogue.Benches;
import dropoutlab.figure.theory.VerdictGlyph;
import dropoutlab.ui.fx.FigureCanvas;
import dropoutlab.ui.theory.BenchState.Progress;
import dropoutlab.words.Numbers;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// The keys, the clock, the seed and the score of the Theory workspace.
class TheoryWorkspaceTest extends InTheory {
  @Start void start(Stage stage) { show(stage); }

  private String shown() { return state().bench().id(); }

  private static Bench withClock() {
    return Benches.all().stream().filter(bench -> Clockwork.of(bench).isPresent()).reduce((_, last) -> last).orElseThrow();
  }

  @Test void theArrowsGoThroughTheBenchesAndRound(FxRobot robot) {
    robot.interact(() -> desk().show(Benches.all().getFirst()));
    robot.interact(() -> lab.window().requestFocus());
    robot.type(KeyCode.DOWN);
    assertThat(shown()).isEqualTo(Benches.ids().get(1 % Benches.ids().size()));
    robot.type(KeyCode.UP, 2);
    assertThat(shown()).isEqualTo(Benches.ids().getLast());
  }

  @Test void enterRevealsAndAsksAgain(FxRobot robot) {
    awaitFound("the first bench");
    robot.interact(() -> lab.window().requestFocus());
    assertThat(state().asks()).isTrue();
    robot.type(KeyCode.ENTER);
    assertThat(state().asks()).isFalse();
    robot.type(KeyCode.ENTER);
    assertThat(state().asks()).isTrue();
    assertThat(state().guessIsEmpty()).isTrue();
  }

  /// The words follow at once when the answer is hidden or told.
  @Test void aScreenReaderHearsTheQuestionOrTheClaimWithWhatIsToBeSeen(FxRobot robot) {
    awaitFound("the first bench");
    FigureCanvas canvas = lab.node("benchFigure", FigureCanvas.class);
    robot.interact(canvas::requestFocus);
    String asked = lab.read(canvas::getAccessibleText);
    assertThat(asked).startsWith(state().findings().orElseThrow().question())
        .contains(lab.read(() -> canvas.drawn().describe().text()), "hidden until it is revealed");
    robot.type(KeyCode.ENTER);
    String told = lab.read(canvas::getAccessibleText);
    assertThat(told).startsWith(state().bench().card().claim().text())
        .contains(lab.read(() -> canvas.drawn().describe().text())).doesNotContain("hidden until");
    robot.type(KeyCode.ENTER);
    assertThat(lab.read(canvas::getAccessibleText)).isEqualTo(asked);
  }

  @Test void withoutAskFirstABenchTellsAtOnce(FxRobot robot) {
    robot.interact(() -> lab.window().requestFocus());
    robot.type(KeyCode.Q);
    robot.type(KeyCode.DOWN);
    awaitFound("the second bench");
    assertThat(state().asks()).isFalse();
  }

  @Test void theClockRunsFromItsLeastToWhereItBegins(FxRobot robot) {
    Bench bench = withClock();
    Control.Clock clock = Clockwork.of(bench).orElseThrow();
    open(robot, bench);
    robot.interact(() -> lab.node("benchSpeed", Slider.class).setValue(1));
    robot.interact(() -> lab.window().requestFocus());
    robot.type(KeyCode.SPACE);
    lab.until("the clock to begin", () -> desk().state().settings().get(clock.id()) < clock.start());
    lab.until("the clock to arrive", () -> desk().state().settings().get(clock.id()) == clock.start());
    robot.push(KeyCode.SHORTCUT, KeyCode.Z);
    assertThat(state().settings()).as("one step for undo").isEqualTo(bench.defaults());
  }

  @Test void aSeedIsTypedAndTheNextIsAKeyAway(FxRobot robot) {
    awaitFound("the first bench");
    robot.clickOn("#benchSeed");
    robot.interact(() -> lab.node("benchSeed", TextField.class).selectAll());
    robot.write("41").type(KeyCode.ENTER);
    assertThat(state().settings().seed()).isEqualTo(41);
    robot.interact(() -> lab.window().requestFocus());
    robot.type(KeyCode.N);
    assertThat(state().settings().seed()).isEqualTo(42);
    robot.type(KeyCode.R);
    assertThat(state().settings()).isEqualTo(state().bench().defaults());
  }

  @Test void allClaimsAreCheckedAndCanBeStopped(FxRobot robot) {
    robot.interact(() -> lab.window().requestFocus());
    robot.type(KeyCode.C);
    lab.until("some claims to be open", () -> desk().isBusy());
    robot.type(KeyCode.ESCAPE);
    assertThat(lab.read(() -> desk().isBusy())).isFalse();
    assertThat(lab.read(() -> desk().states().stream().anyMatch(each -> each.progress() instanceof Progress.Stopped))).isTrue();
    robot.type(KeyCode.C);
    lab.until("every claim to be checked", () -> desk().states().stream().allMatch(each -> each.progress() instanceof Progress.Found));
    assertThat(lab.read(() -> desk().states().stream().map(BenchState::glyph).toList()))
        .doesNotContain(VerdictGlyph.FAILS, VerdictGlyph.STOPPED, VerdictGlyph.UNKNOWN);
    assertThat(lab.read(() -> ((Label) lab.window().lookup("#status")).getText()))
        .startsWith((Benches.all().size() - 1) + " of " + Benches.all().size());
  }

  @Test void aNumberIsTypedAndNonsenseLeavesItAsItWas(FxRobot robot) {
    Bench bench = Benches.all().stream().filter(each -> each.controls().stream().anyMatch(Control.Numbers.class::isInstance))
        .findFirst().orElseThrow();
    Control.Numbers numbers = bench.controls().stream().filter(Control.Numbers.class::isInstance).map(Control.Numbers.class::cast)
        .findFirst().orElseThrow();
    String id = "control-" + numbers.id() + (numbers.initial().size() > 1 ? "-0" : "");
    open(robot, bench);
    double before = state().settings().all(numbers.id()).getFirst();
    robot.interact(() -> lab.node(id, NumberField.class).requestFocus());
    robot.write("-.-").type(KeyCode.ENTER);
    assertThat(state().settings().all(numbers.id()).getFirst()).isEqualTo(before);
    robot.write(Numbers.typed(numbers.least())).type(KeyCode.ENTER);
    assertThat(state().settings().all(numbers.id()).getFirst()).isEqualTo(numbers.least());
  }
}
