package dropoutlab.ui.shell;

import dropoutlab.frame.Frame;
import dropoutlab.frame.RunState;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.fx.Sliders;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// The transport of the run: reset, play, step, half-step, where it is, its speed, seed and preset.
final class RunBar extends HBox {
  private final Button reset =
      Controls.iconButton("reset", Feather.ROTATE_CCW, Words.of("shell.run.reset"));
  private final Button play = Controls.iconButton("play", Feather.PLAY, Words.of("shell.run.play"));
  private final Button step = Controls.iconButton("step", Feather.SKIP_FORWARD, Words.of("shell.run.step"));
  private final Button halfStep =
      Controls.iconButton("halfStep", Feather.CHEVRON_RIGHT, Words.of("shell.run.half_step"));
  private final Label epoch = Controls.label("0", "number", "strong");
  private final Label batch = Controls.label("", "number", "strong");
  private final Slider speed = Sliders.plain("speed", 0, Speed.MAX, Words.of("shell.run.speed.tip"));
  private final Label speedName = Controls.label(Words.of("shell.run.speed"), "muted");
  private final Label speedValue = Controls.label("", "number", "muted");
  private final PhaseChips phases = new PhaseChips();
  private final Label rate = Controls.label("", "bar-p");
  private final SeedField seed = new SeedField();
  private final HBox seedGroup = group(5, Controls.label(Words.of("shell.run.seed"), "muted"), seed);
  private final PresetBox presets = new PresetBox();
  private boolean showingSpeed;

  RunBar() {
    getStyleClass().add("run-bar");
    setAlignment(Pos.CENTER_LEFT);
    play.getStyleClass().add("play-button");
    epoch.setId("epoch");
    batch.setId("batch");
    epoch.getStyleClass().add("epoch-value");
    batch.getStyleClass().add("batch-value");
    speed.getStyleClass().add("speed");
    speedValue.setId("speedValue");
    speedValue.getStyleClass().add("speed-value");
    HBox.setHgrow(presets, Priority.ALWAYS);
    getChildren().addAll(group(4, reset, play, step, halfStep),
        group(5, Controls.label(Words.of("shell.run.epoch"), "muted"), epoch),
        group(5, Controls.label(Words.of("shell.run.batch"), "muted"), batch), group(5, speedName, speed, speedValue),
        phases, seedGroup, rate, Controls.spring(), presets);
    rate.setId("barP");
    rate.setMinWidth(USE_PREF_SIZE);
    showRate(false);
  }

  PresetBox presets() { return presets; }

  private static HBox group(double gap, javafx.scene.Node... nodes) {
    HBox group = new HBox(gap, nodes);
    group.setAlignment(Pos.CENTER_LEFT);
    group.setMinWidth(USE_PREF_SIZE);
    return group;
  }

  /// Shows p in the seed's place, while the panel with its slider is hidden.
  void showRate(boolean shown) {
    Controls.present(rate, shown);
    Controls.present(seedGroup, !shown);
  }

  /// Leaves out the word that the read-out beside the slider makes plain.
  void beNarrow(boolean narrow) { Controls.present(speedName, !narrow); }

  Subscription bind(LabModel model) {
    reset.setOnAction(_ -> model.run().reset());
    play.setOnAction(_ -> model.run().playOrPause());
    step.setOnAction(_ -> model.run().step());
    halfStep.setOnAction(_ -> model.run().halfStep());
    Subscription moved = speed.valueProperty().subscribe((_, value) -> {
      speedValue.setText(Speed.label(value.doubleValue()));
      if (!showingSpeed) model.run().setSpeed(Speed.stepsPerSecond(value.doubleValue()));
    });
    return Subscription.combine(moved, model.run().speed().subscribe(steps -> showSpeed(steps.doubleValue())),
        model.pump().onFrame(25, this::show), phases.bind(model), seed.bind(model));
  }

  private void showSpeed(double stepsPerSecond) {
    if (Speed.stepsPerSecond(speed.getValue()) == stepsPerSecond) return;
    showingSpeed = true;
    speed.setValue(Speed.position(stepsPerSecond));
    showingSpeed = false;
  }

  private void show(Frame frame) {
    epoch.setText(Integer.toString(frame.scrubbed().orElse(frame.progress().epoch())));
    batch.setText(Words.of("shell.run.batch.of", frame.progress().batch(), frame.progress().batches()));
    rate.setText(Shown.dropRates(frame.dropRates().subList(1, frame.dropRates().size())));
    boolean running = frame.state() instanceof RunState.Running;
    if (running == (play.getUserData() == Boolean.TRUE)) return;
    play.setUserData(running);
    play.setGraphic(Controls.icon(running ? Feather.PAUSE : Feather.PLAY));
    Controls.explain(play, Words.of(running ? "shell.run.pause" : "shell.run.play"));
  }
}
