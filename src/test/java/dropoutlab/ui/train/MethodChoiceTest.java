package dropoutlab.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.cli.DropoutLab;
import dropoutlab.export.ExperimentFile;
import dropoutlab.export.HistoryFile;
import dropoutlab.frame.Frame;
import dropoutlab.frame.RunState;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.NetworkSpec.HiddenLayer;
import dropoutlab.spec.Presets;
import dropoutlab.spec.Setting;
import dropoutlab.spec.StartPresets;
import dropoutlab.ui.shell.LabWindow;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Oracle: the experiment of the engine's frames, and the command line on the same experiment.
@ExtendWith(ApplicationExtension.class)
class MethodChoiceTest {
  @TempDir Path folder;
  private LabWindow lab;

  @Start void start(Stage stage) { lab = new LabWindow(stage); }

  @BeforeEach void trains() { lab.awaitTraining(); }

  @AfterEach void close() { lab.close(); }

  private static boolean isAll(Frame frame, DropoutSpec method) {
    return frame.experiment().network().hidden().stream().map(HiddenLayer::method).allMatch(method::equals);
  }

  @SuppressWarnings("unchecked")
  private void choose(FxRobot robot, String id, Object value) {
    robot.interact(() -> ((ComboBox<Object>) lab.window().lookup("#" + id)).setValue(value));
  }

  private static DropoutSpec standard(Class<? extends DropoutSpec> kind) {
    return DropoutSpec.standard().stream().filter(kind::isInstance).findFirst().orElseThrow();
  }

  /// The presets of the methods are left out: each has its method already, with settings of its own.
  @Test void eachMethodOnEachPresetToStartWithTrainsAsTheCommandLineDoes(FxRobot robot) throws IOException {
    robot.interact(() -> lab.model().run().setSpeed(Double.POSITIVE_INFINITY));
    for (String preset : StartPresets.names()) {
      Experiment all = Presets.load(preset);
      Experiment short_ = all.withTraining(all.training().withEpochs(2));
      for (DropoutSpec method : DropoutSpec.standard()) {
        robot.interact(() -> lab.model().editor().open(short_));
        lab.until("the preset", () -> !lab.model().loading().get());
        choose(robot, "method", method);
        lab.until("it plays", () -> {
          if (lab.model().run().present().filter(f -> f.state() instanceof RunState.Ready).isPresent())
            lab.model().run().play();
          return lab.model().run().present().filter(f -> f.state() instanceof RunState.Finished).isPresent();
        });
        Frame frame = lab.latest();
        assertThat(isAll(frame, method)).as(preset + " " + Setting.typeOf(method)).isTrue();
        assertThat(frame.experiment()).isEqualTo(lab.read(() -> lab.model().experiment().get()));
        assertThat(HistoryFile.text(frame.history(), frame.hasTwin())).as(preset + " " + Setting.typeOf(method))
            .isEqualTo(onCommandLine(frame.experiment()));
      }
    }
  }

  private String onCommandLine(Experiment experiment) throws IOException {
    Path file = Files.writeString(folder.resolve("e.json"), ExperimentFile.text(experiment));
    StringWriter told = new StringWriter();
    PrintWriter out = new PrintWriter(told);
    assertThat(DropoutLab.run(new String[] {"train", file.toString(), "--out", folder.toString()}, out, out))
        .as(told.toString()).isZero();
    return Files.readString(folder.resolve(HistoryFile.NAME));
  }

  @Test void everyMethodHasItsSentenceAndEverySettingItsDefault(FxRobot robot) {
    for (DropoutSpec method : DropoutSpec.standard().reversed()) {
      choose(robot, "method", method);
      lab.await("the method", f -> isAll(f, method));
      assertThat(lab.text("method-says")).startsWith(MethodPicker.says(method));
      for (Setting<DropoutSpec> setting : Setting.of(method)) {
        if (setting.name().equals("maps")) continue;
        var control = lab.node("method-" + setting.name(), javafx.scene.control.Control.class);
        assertThat(control.getAccessibleText()).isNotBlank();
        assertThat(control.isFocusTraversable()).isTrue();
        Object shown = lab.read(() -> control instanceof ComboBox<?> box ? box.getValue() : Double.valueOf(((TextField) control).getText()));
        assertThat(shown).isEqualTo(setting.value() instanceof Number number ? (Object) number.doubleValue() : setting.value());
      }
    }
  }

  @Test void arrowKeysChooseTheNextMethodAndUndoBringsTheFirstBack(FxRobot robot) {
    robot.interact(() -> lab.node("method", ComboBox.class).requestFocus());
    assertThat(lab.node("method", ComboBox.class).getAccessibleText()).isEqualTo("Dropout method of all hidden layers");
    robot.type(KeyCode.DOWN);
    lab.await("standard", f -> isAll(f, new DropoutSpec.Standard()));
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    lab.await("inverted", f -> isAll(f, new DropoutSpec.Inverted()));
    assertThat(lab.<Object>read(() -> lab.node("method", ComboBox.class).getValue())).isEqualTo(new DropoutSpec.Inverted());
  }

  @Test void oneLayersMethodLeavesTheOthersAndTheCommonControlSaysSo(FxRobot robot) {
    assertThat(lab.node("method-2", ComboBox.class).getParent().getParent().getParent().isVisible()).isFalse();
    robot.interact(() -> lab.node("methodsPerLayer", ToggleButton.class).fire());
    assertThat(lab.<Boolean>read(() -> lab.window().lookup("#method-2").getParent().getParent().getParent().isVisible())).isTrue();
    choose(robot, "method-2", standard(DropoutSpec.Gaussian.class));
    lab.await("only the second", f -> f.experiment().network().hidden().stream().map(HiddenLayer::method).toList()
        .equals(List.of(new DropoutSpec.Inverted(), new DropoutSpec.Gaussian())));
    ComboBox<?> all = lab.node("method", ComboBox.class);
    assertThat(lab.<String>read(() -> all.getValue() + all.getPromptText())).isEqualTo("nulldiffers by layer");
    choose(robot, "method", standard(DropoutSpec.Alpha.class));
    lab.await("both", f -> isAll(f, new DropoutSpec.Alpha(false)));
    assertThat(lab.text("method-says")).contains("made for SELU");
  }

  @Test void aSettingOutOfRangeIsExplainedAndAGoodOneRestartsTheRun(FxRobot robot) {
    choose(robot, "method", standard(DropoutSpec.Targeted.class));
    Frame before = lab.await("targeted", f -> isAll(f, standard(DropoutSpec.Targeted.class)));
    robot.interact(() -> {
      lab.node("method-share", TextField.class).requestFocus();
      lab.node("method-share", TextField.class).setText("2");
    });
    robot.type(KeyCode.ENTER);
    assertThat(lab.text("method-shareFault")).isEqualTo("Must be from 0 to 1, but is 2.");
    robot.interact(() -> lab.node("method-share", TextField.class).setText("some"));
    assertThat(lab.text("method-shareFault")).isEqualTo("Needs a number, like 0.01 or 1e-4.");
    robot.interact(() -> lab.node("method-share", TextField.class).setText("0.25"));
    robot.type(KeyCode.ENTER);
    choose(robot, "method-target", DropoutSpec.Targeted.Target.UNITS);
    lab.await("both settings", f -> f.run() > before.run()
        && isAll(f, new DropoutSpec.Targeted(0.25, DropoutSpec.Targeted.Target.UNITS)));
  }

  @Test void learntRatesAreFollowedAndNotEditedAndBeginWhereIsSet(FxRobot robot) {
    choose(robot, "method", standard(DropoutSpec.Concrete.class));
    lab.await("p moves", f -> isAll(f, standard(DropoutSpec.Concrete.class)) && Math.abs(f.dropRates().get(1) - 0.3) > 0.02);
    Frame frame = lab.pause();
    lab.until("the slider follows", () ->
        ((Slider) lab.window().lookup("#p-hidden-1")).getValue() == frame.dropRates().get(1));
    assertThat(lab.node("p-hidden-1", Slider.class).isDisabled()).isTrue();
    assertThat(lab.node("p", Slider.class).isDisabled()).isTrue();
    assertThat(lab.node("p-input", Slider.class).isDisabled()).isFalse();
    assertThat(lab.text("threeNumbers")).isEqualTo("learnt: each layer finds its own p");
    robot.type(KeyCode.CLOSE_BRACKET);
    assertThat(lab.<List<Double>>read(() -> lab.model().experiment().get().network().dropRates())).containsExactly(0.0, 0.3, 0.3);
    robot.interact(() -> {
      lab.node("method-start", TextField.class).requestFocus();
      lab.node("method-start", TextField.class).setText("0.6");
    });
    robot.type(KeyCode.ENTER);
    robot.interact(() -> lab.model().run().step());
    lab.await("it begins anew", f -> Math.abs(f.dropRates().get(1) - 0.6) < 0.02);
  }

  @Test void whereOneLayerLearnsTheMainSliderRulesTheOther(FxRobot robot) {
    choose(robot, "method-1", standard(DropoutSpec.LearntGaussian.class));
    lab.await("the first learns", f -> f.experiment().network().hidden().getFirst().method().learnsRate());
    robot.interact(() -> lab.node("p", Slider.class).setValue(0.5));
    lab.await("the second is 0.5", f -> f.dropRates().get(2) == 0.5 && f.dropRates().get(1) < 0.45);
    assertThat(lab.text("pValue")).isEqualTo("p = 0.50");
  }

  @Test void pinsAreOffWhereWeightsAreDroppedAndTheWindowSaysWhy(FxRobot robot) {
    choose(robot, "method", standard(DropoutSpec.DropConnect.class));
    lab.await("weights are dropped", f -> isAll(f, standard(DropoutSpec.DropConnect.class)) && f.progress().step() > 1);
    assertThat(lab.text("method-says")).contains("No unit can be pinned");
    robot.interact(() -> lab.window().lookup("#network").requestFocus());
    robot.type(KeyCode.RIGHT).type(KeyCode.D);
    lab.until("the notice", () -> ((Label) lab.window().lookup("#noticeText")).getText().contains("drops weights, not units"));
  }
}
