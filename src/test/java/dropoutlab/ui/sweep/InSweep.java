package dropoutlab.ui.sweep;

import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.Presets;
import dropoutlab.spec.sweep.AxisText;
import dropoutlab.spec.sweep.Pair;
import dropoutlab.spec.sweep.SeedRange;
import dropoutlab.spec.sweep.Sweep;
import dropoutlab.sweep.LocalEngine;
import dropoutlab.sweep.Shard;
import dropoutlab.sweep.SweepFolder;
import dropoutlab.ui.shell.LabWindow;
import dropoutlab.ui.sweep.SweepActions.Doing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/// A window of 1440 x 900 that shows the Sweep workspace, with few moons in Train: a run takes milliseconds.
@ExtendWith(ApplicationExtension.class)
abstract class InSweep {
  @TempDir Path dir;
  LabWindow lab;

  /// TestFX looks for its start in the test's own class.
  void show(Stage stage) {
    lab = new LabWindow(stage);
    stage.setWidth(1440);
    stage.setHeight(900);
  }

  @BeforeEach void opens() {
    lab.awaitTraining();
    FxRobot robot = new FxRobot();
    robot.interact(() -> lab.model().editor().open(moons(3)));
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT5);
    lab.until("the Sweep workspace", () -> lab.window().shown().get() instanceof SweepWorkspace
        && lab.window().lookup("#sweepEmpty") != null);
  }

  @AfterEach void close() { lab.close(); }

  static Experiment moons(int epochs) {
    return ExperimentJson.with(Presets.load("two-moons"), List.of("data.training=48", "data.validation=60",
        "training.epochs=" + epochs, "training.batch=16", "network.inputDrop=0"));
  }

  static Sweep sweep(Experiment of, String values, long seeds) {
    return new Sweep("moons", of, List.of(AxisText.read("network.hidden.*.drop", values, of)), new SeedRange(1, seeds),
        new Pair.Twin(),
        Sweep.REPEATS, List.of(), "1");
  }

  static void train(SweepFolder folder) throws InterruptedException {
    LocalEngine engine = new LocalEngine(folder, Shard.ALL, 1);
    engine.start();
    engine.join();
  }

  SweepWorkspace workspace() { return (SweepWorkspace) lab.window().shown().get(); }

  SweepState state() { return workspace().state(); }

  SweepActions actions() { return workspace().actions(); }

  void fire(FxRobot robot, String id) { robot.interact(() -> lab.node(id, ButtonBase.class).fire()); }

  /// Types a text into a field and presses Enter.
  void enter(FxRobot robot, String id, String text) {
    type(robot, id, text);
    robot.type(KeyCode.ENTER);
  }

  void type(FxRobot robot, String id, String text) {
    robot.interact(() -> {
      TextField field = lab.node(id, TextField.class);
      field.requestFocus();
      field.setText(text);
    });
  }

  String label(String id) { return lab.read(() -> ((Label) lab.window().lookup("#" + id)).getText()); }

  boolean isShown(String id) { return lab.read(() -> lab.window().lookup("#" + id).isVisible()); }

  /// Plans the error against p, of two values and a few seeds.
  void plan(FxRobot robot, String seeds) {
    fire(robot, "empty-error-against-p");
    enter(robot, "axis0Values", "0, 0.5");
    enter(robot, "planSeeds", seeds);
    lab.until("the plan", () -> state().fault().isEmpty() && state().reading().isPresent()
        && state().reading().get().sweep().points() == 2
            && state().reading().get().sweep().seeds().equals(SeedRange.parse(seeds)));
    robot.interact(() -> lab.window().requestFocus());
  }

  void awaitDoing(Doing wanted) { lab.until("the sweep is " + wanted, () -> actions().doing() == wanted
      && !state().isBusy()); }

  void awaitFinished() {
    awaitDoing(Doing.FINISHED);
    lab.until("all results", () -> state().reading().filter(reading -> reading.summary().finished()).isPresent());
  }

  Reading reading() { return lab.read(() -> state().reading().orElseThrow()); }

  SweepFolder folder() throws IOException { return SweepFolder.open(lab.read(() -> state().place().orElseThrow())); }

  void open(FxRobot robot, Path folder) {
    robot.interact(() -> actions().open(folder));
    lab.until("the folder", () -> state().place().equals(Optional.of(folder)) && state().reading().isPresent());
  }
}
