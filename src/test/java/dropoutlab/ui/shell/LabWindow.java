package dropoutlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.figure.Hit;
import dropoutlab.frame.Frame;
import dropoutlab.frame.RunState;
import dropoutlab.run.Lab;
import dropoutlab.spec.Presets;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.FigureCanvas;
import dropoutlab.ui.fx.Fonts;
import dropoutlab.ui.fx.LabModel;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.testfx.util.WaitForAsyncUtils;

/// The whole window on the first preset, for tests that touch it as a person does.
public final class LabWindow implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 30;

  private final LabModel model = new LabModel(new Lab(), Path.of(""));
  private final MainWindow window = new MainWindow(new Appearance(new Fonts()));
  private final Subscription bound;
  private final Stage stage;

  /// On the FX thread.
  public LabWindow(Stage stage) {
    this.stage = stage;
    Scene scene = new Scene(window);
    bound = window.bind(model).and(model.pump().start(scene));
    stage.setScene(scene);
    stage.setX(0);
    stage.setY(0);
    stage.setWidth(1000);
    stage.setHeight(980);
    stage.show();
    model.open(Presets.load("two-moons"));
  }

  public LabModel model() { return model; }

  public MainWindow window() { return window; }

  public <T extends Node> T node(String id, Class<T> type) {
    return type.cast(WaitForAsyncUtils.waitForAsyncFx(5_000, () -> window.lookup("#" + id)));
  }

  /// Waits until a shown frame is as wanted.
  public Frame await(String what, Predicate<Frame> wanted) {
    Frame[] found = new Frame[1];
    until(what, () -> {
      found[0] = model.pump().latest().orElse(null);
      return found[0] != null && wanted.test(found[0]);
    });
    return found[0];
  }

  /// Waits until the condition, which is asked on the FX thread, holds.
  public void until(String what, BooleanSupplier condition) {
    try {
      WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS,
          () -> WaitForAsyncUtils.waitForAsyncFx(5_000, condition::getAsBoolean));
    } catch (TimeoutException e) {
      assertThat(false).as(what).isTrue();
    }
  }

  /// The screen position of the first place on a canvas whose hit is as wanted.
  public Point2D placeOf(String id, Predicate<Hit> wanted) {
    FigureCanvas canvas = node(id, FigureCanvas.class);
    Point2D[] found = new Point2D[1];
    until("a place on " + id, () -> {
      for (double y = 4; y < canvas.getHeight(); y += 4)
        for (double x = 4; x < canvas.getWidth(); x += 4)
          if (canvas.hit(x, y).filter(wanted).isPresent()) {
            found[0] = canvas.localToScreen(x + 2, y + 2);
            return canvas.hit(x + 2, y + 2).filter(wanted).isPresent();
          }
      return false;
    });
    return found[0];
  }

  public void awaitTraining() {
    await("it trains", f -> f.state() instanceof RunState.Running && f.progress().step() > 2);
  }

  public Frame awaitPause() { return await("it pauses", f -> f.state() instanceof RunState.Paused); }

  @Override public void close() {
    WaitForAsyncUtils.waitForAsyncFx(5_000, () -> {
      bound.unsubscribe();
      model.close();
      stage.hide();
    });
  }
}
