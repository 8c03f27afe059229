package dropoutlab.ui.variants;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.card.place.Dial;
import dropoutlab.export.picture.PictureFiles;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.variant.VariantFigure;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Phase;
import dropoutlab.frame.RunState;
import dropoutlab.spec.Presets;
import dropoutlab.ui.fx.FigureCanvas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Every view of the Variants workspace, used as a person does. Oracle: the engine's frames and the experiment that they
/// show.
class ViewsTest extends InVariants {
  @TempDir Path folder;

  @Start void start(Stage stage) { show(stage); }

  private Frame open(FxRobot robot, String method) {
    // A method that is A already is not opened by its row.
    if (a(lab.latest()).name().equals(method)) robot.interact(() -> lab.model().editor().open(Presets.load(method)));
    else choose(robot, method);
    String title = Presets.load(method).title();
    return lab.await("the preset of " + method, f -> f.experiment().title().equals(title));
  }

  private void choose(FxRobot robot, String method) {
    focus(robot, method);
    robot.type(KeyCode.ENTER);
  }

  /// @param method  the method that is opened
  /// @param other   another one of the same group
  /// @param against what A is compared with at last
  @ParameterizedTest
  @CsvSource({"inverted, gaussian, none", "drop-connect, targeted-weights, inverted", "spatial, per-pixel, drop-block",
      "variational, zoneout, per-step", "stochastic-depth, stochastic-depth, none", "attention, residual, none",
      "batch-norm, batch-norm, none", "l2, l1, inverted"})
  void everyViewIsUsed(String method, String other, String against, FxRobot robot) throws IOException {
    Frame first = open(robot, method);
    lab.await("some steps of " + method, f -> f.run() == first.run() && (f.progress().step() > 2 || f.state() instanceof RunState.Finished));
    changeP(robot);
    if (!other.equals(method)) changeMethod(robot, other);
    halfSteps(robot);
    compare(robot, against);
    export(method);
  }

  /// p takes effect at the next step, without another run; a strength starts one.
  private void changeP(FxRobot robot) {
    Frame before = lab.latest();
    Slider slider = lab.node("plateSlider-a", Slider.class);
    Dial dial = Dial.of(before.experiment(), true).orElseThrow();
    double middle = dial.rate() ? 0.4 : (slider.getMin() + slider.getMax()) / 2;
    robot.interact(() -> slider.setValue(middle));
    if (dial.rate()) {
      Frame after = lab.await("the new p", f -> Math.abs(rateInForce(f) - 0.4) < 1e-6);
      assertThat(after.run()).isEqualTo(before.run());
    } else {
      lab.await("another strength", f -> f.run() > before.run() && Dial.of(f.experiment(), true).orElseThrow().value() != dial.value());
    }
  }

  private static double rateInForce(Frame frame) {
    return Dial.of(frame.experiment().withNetwork(frame.inForce()), true).orElseThrow().value();
  }

  private void changeMethod(FxRobot robot, String other) {
    long run = lab.latest().run();
    choose(robot, other);
    Frame changed = lab.await(other + " is A", f -> f.run() > run && a(f).name().equals(other));
    robot.interact(lab.model().editor()::undo);
    lab.await("undone", f -> f.run() > changed.run() && !a(f).name().equals(other));
  }

  private void halfSteps(FxRobot robot) {
    lab.pause();
    for (int i = 0; i < 8 && lab.latest().progress().phase() != Phase.BACKWARD; i++) {
      Phase before = lab.latest().progress().phase();
      robot.type(KeyCode.H);
      lab.await("a half-step", f -> f.progress().phase() != before);
    }
    lab.awaitLayout();
    assertThat(lab.latest().progress().phase()).isEqualTo(Phase.BACKWARD);
    assertThat(lab.read(() -> ((FigureCanvas) lab.window().lookup("#equations")).figure())).isNotNull();
    robot.type(KeyCode.N);
    lab.await("masks drawn for looking", f -> f.redrawn().isPresent());
  }

  private void compare(FxRobot robot, String against) {
    long run = lab.latest().run();
    if (b(lab.latest()).name().equals(against)) return;
    robot.interact(() -> lab.window().lookup("#plateMethod-b").requestFocus());
    robot.interact(() -> ((javafx.scene.control.MenuButton) lab.window().lookup("#plateMethod-b")).getOnShowing().handle(null));
    robot.interact(() -> ((javafx.scene.control.MenuButton) lab.window().lookup("#plateMethod-b")).getItems().stream()
        .filter(item -> item.getId().equals("choose-B-" + against)).findFirst().orElseThrow().fire());
    lab.await("B is " + against, f -> f.run() > run && b(f).name().equals(against));
  }

  private void export(String method) throws IOException {
    lab.until("a picture", () -> ((FigureCanvas) lab.window().lookup("#variant")).figure() instanceof VariantFigure);
    VariantFigure figure = (VariantFigure) lab.read(() -> ((FigureCanvas) lab.window().lookup("#variant")).figure());
    for (String ending : List.of("png", "svg")) {
      Path file = folder.resolve(method + "." + ending);
      PictureFiles.write(figure, Theme.LIGHT, 800, 450, 1, file);
      assertThat(file).isNotEmptyFile();
    }
    assertThat(ImageIO.read(folder.resolve(method + ".png").toFile()).getWidth()).isEqualTo(800);
    assertThat(figure.describe().text()).isNotBlank();
    assertThat(Files.readString(folder.resolve(method + ".svg"))).contains("<svg");
  }
}
