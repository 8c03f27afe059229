package dropoutlab.ui.shell;

import dropoutlab.figure.plot.Hit;
import dropoutlab.export.store.Places;
import dropoutlab.frame.Frame;
import dropoutlab.frame.RunState;
import dropoutlab.run.Lab;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Presets;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.FigureCanvas;
import dropoutlab.ui.fx.Fonts;
import dropoutlab.ui.fx.LabModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.event.EventHandler;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// The whole window on the first preset, for tests that touch it as a person does. The training goes on meanwhile, and
/// changes what is shown from pulse to pulse: values that belong together are to be read in one call, on the FX thread.
public final class LabWindow implements AutoCloseable {
  /// A loaded machine is slow; only a window that hangs is given up.
  private static final long PATIENCE_MILLIS = 120_000;

  private final LabModel model = new LabModel(new Lab(), Path.of(""));
  private final MainWindow window;
  private final Scene scene;
  private final Subscription bound;
  private final Stage stage;

  /// A folder of its own, so that no window of a test finds what another one has kept.
  static Places places() {
    try {
      Path folder = Files.createTempDirectory("dropout-lab");
      folder.toFile().deleteOnExit();
      return new Places(folder.resolve("settings.json"), folder.resolve("recovery"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// On the FX thread.
  public LabWindow(Stage stage) { this(stage, places()); }

  /// @param places where it keeps its settings and what can be recovered
  LabWindow(Stage stage, Places places) {
    this.stage = stage;
    window = new MainWindow(new Appearance(new Fonts()), places);
    scene = new Scene(window);
    bound = window.bind(model).and(model.pump().start(scene));
    stage.setScene(scene);
    stage.setX(0);
    stage.setY(0);
    stage.setWidth(1000);
    stage.setHeight(980);
    stage.show();
    // With more epochs than any test waits for: however slow the machine, the run does not end under its hands.
    Experiment first = Presets.load("two-moons");
    model.editor().open(first.withTraining(first.training().withEpochs(1_000_000)));
  }

  public LabModel model() { return model; }

  public MainWindow window() { return window; }

  /// What the supplier finds on the FX thread, between two pulses.
  public <T> T read(Supplier<T> value) { return WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MILLIS, value::get); }

  public <T extends Node> T node(String id, Class<T> type) { return type.cast(read(() -> window.lookup("#" + id))); }

  /// The text of a label.
  public String text(String id) { return read(() -> ((Label) window.lookup("#" + id)).getText()); }

  public Frame latest() { return read(() -> model.pump().latest().orElseThrow()); }

  /// Waits until a shown frame is as wanted.
  public Frame await(String what, Predicate<Frame> wanted) {
    Frame[] found = new Frame[1];
    until(what, () -> {
      found[0] = model.pump().latest().orElse(null);
      return found[0] != null && wanted.test(found[0]);
    });
    return found[0];
  }

  /// Waits for a pulse at whose end the condition holds: asked on the FX thread when all is laid out, so that what it
  /// finds can be clicked on.
  public void until(String what, BooleanSupplier condition) {
    CompletableFuture<Void> met = new CompletableFuture<>();
    Runnable check = () -> {
      try {
        if (!met.isDone() && condition.getAsBoolean()) met.complete(null);
      } catch (RuntimeException | Error e) {
        met.completeExceptionally(e);
      }
    };
    onFx(() -> {
      scene.addPostLayoutPulseListener(check);
      Platform.requestNextPulse();
    });
    try {
      met.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException | InterruptedException e) {
      throw new AssertionError("Waited in vain for: " + what, e);
    } catch (ExecutionException e) {
      throw new AssertionError("While waiting for: " + what, e.getCause());
    } finally {
      onFx(() -> scene.removePostLayoutPulseListener(check));
    }
  }

  /// Until what was shown just now has got its place.
  public void awaitLayout() { until("a pulse", () -> true); }

  private static void onFx(Runnable action) { WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MILLIS, action); }

  /// The screen position in the middle of the first places on a canvas whose hit is as wanted: what moves a little, as
  /// axes do while the training goes on, is still hit there.
  public Point2D placeOf(String id, Predicate<Hit> wanted) {
    FigureCanvas canvas = node(id, FigureCanvas.class);
    Point2D[] found = new Point2D[1];
    until("a place on " + id, () -> {
      Optional<Point2D> middle = middle(canvas.getWidth(), canvas.getHeight(),
          (x, y) -> canvas.hit(x, y).filter(wanted).isPresent());
      middle.ifPresent(place -> found[0] = canvas.localToScreen(place));
      return middle.isPresent();
    });
    return found[0];
  }

  private static Optional<Point2D> middle(double width, double height, BiPredicate<Double, Double> hits) {
    for (double top = 4; top < height; top += 4)
      for (double left = 4; left < width; left += 4)
        if (hits.test(left, top)) {
          double right = left, bottom = top;
          while (right < width && hits.test(right + 2, top)) right += 2;
          double x = (left + right) / 2;
          while (bottom < height && hits.test(x, bottom + 2)) bottom += 2;
          return Optional.of(new Point2D(x, (top + bottom) / 2)).filter(at -> hits.test(at.getX(), at.getY()));
        }
    return Optional.empty();
  }

  /// Clicks there, and answers what the function finds on the canvas at the moment of the press.
  public <T> T click(FxRobot robot, String id, Point2D there, Function<MouseEvent, T> find) {
    FigureCanvas canvas = node(id, FigureCanvas.class);
    List<T> found = new ArrayList<>();
    EventHandler<MouseEvent> pressed = event -> found.add(find.apply(event));
    onFx(() -> canvas.addEventFilter(MouseEvent.MOUSE_PRESSED, pressed));
    robot.clickOn(there);
    onFx(() -> canvas.removeEventFilter(MouseEvent.MOUSE_PRESSED, pressed));
    return found.getLast();
  }

  /// Puts a text into the place of a field's own, without Enter.
  public FxRobot write(FxRobot robot, String id, String text) {
    awaitLayout();
    robot.clickOn("#" + id);
    robot.interact(() -> ((TextField) window.lookup("#" + id)).selectAll());
    return robot.write(text);
  }

  /// Opens a preset as a person does: from the list, by its name.
  public void choosePreset(FxRobot robot, String name) {
    awaitLayout();
    robot.clickOn("#preset");
    until("the list", () -> window.lookup("#presetSearch").isFocused());
    robot.write(name).type(KeyCode.ENTER);
  }

  /// The window is there and trains; the pointer is in its corner, wherever an earlier test left it.
  public void awaitTraining() {
    await("it trains", f -> f.state() instanceof RunState.Running && f.progress().step() > 2);
    new FxRobot().robotContext().getMouseRobot().move(new Point2D(1, 1));
  }

  public Frame awaitPause() { return await("it pauses", f -> f.state() instanceof RunState.Paused); }

  /// Stops the training: all panels show the frame that is answered.
  public Frame pause() {
    onFx(model.run()::pause);
    return awaitPause();
  }

  @Override public void close() {
    onFx(() -> {
      bound.unsubscribe();
      model.close();
      stage.hide();
    });
  }
}
