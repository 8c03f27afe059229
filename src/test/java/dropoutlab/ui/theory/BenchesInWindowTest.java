package dropoutlab.ui.theory;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.claim.Ask;
import dropoutlab.claim.Bench;
import dropoutlab.claim.Control;
import dropoutlab.claim.Group;
import dropoutlab.claim.Settings;
import dropoutlab.claim.catalogue.Benches;
import dropoutlab.figure.plot.Hit;
import dropoutlab.ui.fx.FigureCanvas;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Every bench of the Theory workspace, used as a person does: open, predict, reveal, move each control, copy. Oracle: the
/// bench's declaration and its card.
class BenchesInWindowTest extends InTheory {
  @Start void start(Stage stage) { show(stage); }

  @ParameterizedTest
  @EnumSource(Group.class)
  void everyBenchIsUsed(Group group, FxRobot robot) {
    for (Bench bench : Benches.of(group)) {
      open(robot, bench);
      assertThat(lab.text("claim")).as(bench.id()).isEqualTo(state().findings().orElseThrow().question());
      assertThat(lab.text("claimVerdict")).isEqualTo("your turn");
      predict(robot, bench);
      reveal(robot, bench);
      for (Control each : bench.controls()) if (!(each instanceof Control.File)) move(robot, bench, each);
      undoAndRedo(robot, bench);
      copy(robot, bench);
    }
  }

  private void predict(FxRobot robot, Bench bench) {
    Ask ask = lab.read(() -> desk().state().ask());
    switch (ask) {
      case Ask.Choose _ -> fire(robot, "option-1");
      case Ask.Place place when place.numbers() == 1 -> robot.interact(() -> lab.node("guess", Slider.class).setValue(.7));
      case Ask.Place _, Ask.Draw _ -> {
        for (int i = 0; i < ask.numbers(); i++) {
          int index = i;
          robot.clickOn(lab.placeOf("benchFigure", hit -> hit instanceof Hit.Guess guess && guess.index() == index));
        }
      }
    }
    assertThat(lab.read(() -> desk().state().guessIsWhole())).as("%s: %s", bench.id(), state().guess()).isTrue();
  }

  private void reveal(FxRobot robot, Bench bench) {
    robot.interact(() -> lab.node("benchFigure", FigureCanvas.class).requestFocus());
    robot.type(KeyCode.ENTER);
    lab.awaitLayout();
    assertThat(lab.text("claim")).isEqualTo(bench.card().claim().text());
    assertThat(lab.text("claimVerdict")).isNotEqualTo("your turn");
    boolean chosen = lab.read(() -> desk().state().ask()) instanceof Ask.Choose;
    if (chosen) assertThat(lab.node("option-1", ToggleButton.class).getText()).as(bench.id()).startsWith("◇ ");
    else assertThat(lab.text("predictTold")).as(bench.id()).isNotEmpty();
  }

  /// Whatever the control, its settings change and are computed.
  private void move(FxRobot robot, Bench bench, Control control) {
    Settings before = state().settings();
    String id = "control-" + control.id();
    switch (control) {
      case Control.Choice choice ->
          fire(robot, id + "-" + choice.options().get((before.count(control.id()) + 1) % choice.options().size()));
      case Control.Numbers numbers -> {
        Node field = lab.node(id + (numbers.initial().size() > 1 ? "-0" : ""), Node.class);
        robot.interact(field::requestFocus);
        robot.type(before.all(control.id()).getFirst() < numbers.most() ? KeyCode.RIGHT : KeyCode.LEFT);
      }
      case Control.Rate _, Control.Count _, Control.Clock _, Control.File _ -> push(robot, control, id);
    }
    assertThat(state().settings()).as("%s %s", bench.id(), control.id()).isNotEqualTo(before);
    awaitFound(bench.id() + " " + control.id());
    assertThat(state().settings().all(control.id())).isNotEqualTo(before.all(control.id()));
  }

  private void push(FxRobot robot, Control control, String id) {
    if (lab.node(id, Node.class) instanceof Slider slider) {
      double span = slider.getMax() - slider.getMin(), share = (slider.getValue() - slider.getMin()) / span;
      robot.interact(() -> slider.setValue(slider.getMin() + span * (share > .5 ? .3 : .85)));
    } else {
      boolean atEnd = control instanceof Control.Count count && state().settings().count(control.id()) == count.most();
      fire(robot, id + (atEnd ? "-less" : "-more"));
    }
  }

  private void undoAndRedo(FxRobot robot, Bench bench) {
    Settings last = state().settings();
    robot.interact(() -> lab.node("benchFigure", FigureCanvas.class).requestFocus());
    robot.push(KeyCode.SHORTCUT, KeyCode.Z);
    assertThat(state().settings()).as(bench.id()).isNotEqualTo(last);
    robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.Z);
    assertThat(state().settings()).isEqualTo(last);
    awaitFound(bench.id());
  }

  private void copy(FxRobot robot, Bench bench) {
    fire(robot, "copyCsv");
    assertThat(lab.read(() -> Clipboard.getSystemClipboard().getString())).as(bench.id())
        .startsWith("bench,seed,settings,what,exact").contains("\n" + bench.id() + ",");
  }
}
