package dropoutlab.bench;

import dropoutlab.frame.Frame;
import dropoutlab.frame.RunState;
import dropoutlab.run.Lab;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Presets;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.Fonts;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.shell.MainWindow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;

/// Measures the Variants workspace at 1440 x 900: for each view the processor time of the FX thread between two pulses
/// while it trains flat out; the milliseconds from the click on a method to the first frame of its training that is drawn;
/// and the heap after every view has been opened and left again and again.
///
/// Arguments: the presets, one a view by default.
public final class VariantsBench extends Application {
  private static final List<String> VIEWS = List.of("inverted", "drop-connect", "spatial", "variational", "stochastic-depth",
      "attention", "batch-norm", "l2");
  private static final int CLICKS = 9, VISITS = 20;
  private static final long WARM_UP_MILLIS = 6_000, MEASURED_MILLIS = 10_000;
  private static final double BAR_PULSE = 8, BAR_CLICK = 500;

  private final PulseMeter meter = new PulseMeter();
  private LabModel model;
  private Scene scene;

  public static void main(String[] args) { launch(args); }

  @Override public void start(Stage stage) {
    model = new LabModel(new Lab(), Path.of(""));
    MainWindow window = new MainWindow(new Appearance(new Fonts()));
    scene = new Scene(window, 1440, 900);
    window.bind(model);
    model.pump().start(scene);
    stage.setScene(scene);
    stage.show();
    meter.start();
    ((ToggleButton) scene.lookup("#tab-variants")).fire();
    List<String> views = getParameters().getRaw().isEmpty() ? VIEWS : getParameters().getRaw();
    Thread.ofPlatform().name("bench").start(() -> measure(views));
  }

  private void measure(List<String> views) {
    try {
      System.out.printf("%-18s %s%n", "view", "FX thread a pulse while it trains flat out");
      for (String view : views) System.out.printf("%-18s %s%n", view, pulses(view));
      System.out.printf("bar: p95 %.0f ms%n%n%-18s median of %d clicks until the first frame of training is drawn, ms%n",
          BAR_PULSE, "view", CLICKS);
      for (String view : views) System.out.printf("%-18s %.0f (bar %.0f)%n", view, click(view, views), BAR_CLICK);
      heap(views);
    } catch (Exception e) {
      e.printStackTrace();
    } finally {
      model.close();
      Platform.exit();
    }
  }

  private String pulses(String view) throws Exception {
    onFx(() -> {
      Experiment experiment = Presets.load(view);
      model.editor().open(experiment.withTraining(experiment.training().withEpochs(1_000_000)));
      model.run().setSpeed(Double.POSITIVE_INFINITY);
      return null;
    });
    Thread.sleep(WARM_UP_MILLIS);
    meter.clear();
    meter.record(true);
    Thread.sleep(MEASURED_MILLIS);
    meter.record(false);
    return meter.toString();
  }

  /// From another view, as a person comes.
  private double click(String view, List<String> views) throws Exception {
    String other = views.get((views.indexOf(view) + 1) % views.size());
    double[] waits = new double[CLICKS];
    for (int i = 0; i < CLICKS; i++) {
      open(other);
      waits[i] = open(view);
    }
    Arrays.sort(waits);
    return waits[CLICKS / 2];
  }

  /// Returns the milliseconds until the training is drawn.
  private double open(String view) throws Exception {
    CompletableFuture<Double> drawn = new CompletableFuture<>();
    String title = Presets.load(view).title();
    Runnable[] listener = new Runnable[1];
    long[] begun = new long[1];
    onFx(() -> {
      long before = model.pump().run();
      listener[0] = () -> model.pump().latest().filter(f -> f.run() > before && isTraining(f, title))
          .ifPresent(_ -> drawn.complete((System.nanoTime() - begun[0]) / 1e6));
      scene.addPostLayoutPulseListener(listener[0]);
      begun[0] = System.nanoTime();
      model.editor().open(Presets.load(view));
      return null;
    });
    double millis = drawn.get(1, TimeUnit.MINUTES);
    onFx(() -> {
      scene.removePostLayoutPulseListener(listener[0]);
      return null;
    });
    return millis;
  }

  private static boolean isTraining(Frame frame, String title) {
    return frame.experiment().title().equals(title) && (frame.progress().step() > 0 || frame.state() instanceof RunState.Finished);
  }

  private void heap(List<String> views) throws Exception {
    List<Long> used = new ArrayList<>();
    for (int visit = 0; visit < VISITS; visit++) {
      for (String view : views) open(view);
      System.gc();
      Thread.sleep(200);
      used.add((Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
    }
    System.out.printf("%nheap in MiB after each of %d rounds through all views: %s%n", VISITS, used);
  }

  private static <T> T onFx(Supplier<T> work) throws Exception {
    CompletableFuture<T> result = new CompletableFuture<>();
    Platform.runLater(() -> result.complete(work.get()));
    return result.get(1, TimeUnit.MINUTES);
  }
}
