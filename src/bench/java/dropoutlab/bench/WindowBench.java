package dropoutlab.bench;

import dropoutlab.run.Lab;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Presets;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.Fonts;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.shell.MainWindow;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.util.Subscription;

/// Measures the cost of the window while a preset trains at full speed in it at 1000 x 900: the processor time of the
/// FX thread between two pulses, and the training throughput with the window open compared with the same run with the
/// window hidden. Both are measured in turn in one process, so that a slow moment of the machine affects both.
public final class WindowBench extends Application {
  private static final int ROUNDS = 5;
  private static final long WARM_UP_MILLIS = 12_000;
  private static final long ROUND_MILLIS = 6_000;

  private final PulseMeter meter = new PulseMeter();
  private final Lab lab = new Lab();
  private LabModel model;
  private Stage stage;
  private Scene scene;

  public static void main(String[] args) { launch(args); }

  @Override public void start(Stage stage) {
    this.stage = stage;
    model = new LabModel(lab, Path.of(""));
    MainWindow window = new MainWindow(new Appearance(new Fonts()));
    scene = new Scene(window, 1000, 900);
    window.bind(model);
    stage.setScene(scene);
    String preset = getParameters().getRaw().isEmpty() ? "two-moons" : getParameters().getRaw().getFirst();
    Experiment experiment = Presets.load(preset);
    model.editor().open(experiment.withTraining(experiment.training().withEpochs(1_000_000)));
    model.run().setSpeed(Double.POSITIVE_INFINITY);
    meter.start();
    Thread.ofPlatform().name("bench").start(() -> measure(preset));
  }

  private void measure(String preset) {
    try {
      double[] open = new double[ROUNDS], hidden = new double[ROUNDS], ratio = new double[ROUNDS];
      Subscription pump = show();
      Thread.sleep(WARM_UP_MILLIS);
      for (int round = 0; round < ROUNDS; round++) {
        meter.record(true);
        open[round] = stepsPerSecond();
        meter.record(false);
        hide(pump);
        hidden[round] = stepsPerSecond();
        ratio[round] = open[round] / hidden[round];
        pump = show();
      }
      report(preset, open, hidden, ratio);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      model.close();
      Platform.exit();
    }
  }

  private double stepsPerSecond() throws InterruptedException {
    long before = step(), begun = System.nanoTime();
    Thread.sleep(ROUND_MILLIS);
    return (step() - before) * 1e9 / (System.nanoTime() - begun);
  }

  /// Returns the number of the present step, from a frame that is requested without the pump.
  private long step() throws InterruptedException {
    lab.takeFrame();
    while (true) {
      lab.requestFrame();
      var frame = lab.takeFrame();
      if (frame.isPresent()) return frame.get().progress().step();
      Thread.sleep(1);
    }
  }

  private Subscription show() throws InterruptedException {
    return onFx(() -> {
      stage.show();
      return model.pump().start(scene);
    });
  }

  private void hide(Subscription pump) throws InterruptedException {
    onFx(() -> {
      pump.unsubscribe();
      stage.hide();
      return null;
    });
  }

  private static <T> T onFx(Supplier<T> work) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    Object[] result = new Object[1];
    Platform.setImplicitExit(false);
    Platform.runLater(() -> {
      result[0] = work.get();
      done.countDown();
    });
    if (!done.await(1, TimeUnit.MINUTES)) throw new IllegalStateException("The FX thread hangs.");
    @SuppressWarnings("unchecked") T value = (T) result[0];
    return value;
  }

  private void report(String preset, double[] open, double[] hidden, double[] ratio) {
    Arrays.sort(open);
    Arrays.sort(hidden);
    Arrays.sort(ratio);
    System.out.printf("preset %s, window 1000 x 900, %d rounds of %d s each way%n", preset, ROUNDS, ROUND_MILLIS / 1000);
    System.out.println(meter);
    System.out.printf("steps/s: window open %.0f, hidden %.0f (medians)%n", open[ROUNDS / 2], hidden[ROUNDS / 2]);
    System.out.printf("open / hidden, pair by pair: min %.3f, median %.3f, max %.3f%n", ratio[0], ratio[ROUNDS / 2],
        ratio[ROUNDS - 1]);
  }
}
