package dropoutlab.bench;

import dropoutlab.export.recipe.Program;
import dropoutlab.run.Lab;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Presets;
import dropoutlab.spec.sweep.ReadyMade;
import dropoutlab.spec.sweep.SeedRange;
import dropoutlab.spec.sweep.Sweep;
import dropoutlab.sweep.LocalEngine;
import dropoutlab.sweep.Shard;
import dropoutlab.sweep.SweepFolder;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.Fonts;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.shell.MainWindow;
import dropoutlab.ui.sweep.SweepWorkspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/// Measures the Sweep workspace at 1440 x 900 while two threads fill the folder that it shows, and the run in Train goes
/// on: the processor time of the FX thread between two pulses, at rest and while a person goes from seed to seed.
///
/// Argument: how many seconds are measured, 15 by default.
public final class SweepBench extends Application {
  private static final int THREADS = 2, SEEDS = 40;
  private static final long EVERY_MILLIS = 100;
  private static final double BAR_PULSE = 8;

  private final PulseMeter meter = new PulseMeter();
  private LabModel model;
  private Scene scene;
  private MainWindow window;

  public static void main(String[] args) { launch(args); }

  @Override public void start(Stage stage) {
    model = new LabModel(new Lab(), Path.of(""));
    window = new MainWindow(new Appearance(new Fonts()));
    scene = new Scene(window, 1440, 900);
    window.bind(model);
    model.pump().start(scene);
    stage.setScene(scene);
    stage.show();
    meter.start();
    model.editor().open(Presets.load("two-moons"));
    ((ButtonBase) scene.lookup("#tab-sweep")).fire();
    int seconds = getParameters().getRaw().isEmpty() ? 15 : Integer.parseInt(getParameters().getRaw().getFirst());
    Thread.ofPlatform().name("bench").start(() -> measure(seconds));
  }

  private void measure(int seconds) {
    try {
      Path folder = Files.createTempDirectory("sweep-bench").resolve("sweep");
      Experiment of = Presets.load("two-moons");
      Sweep asked = ReadyMade.all().getFirst().of(of.withTraining(of.training().withEpochs(30)), Program.version());
      SweepFolder made = SweepFolder.create(folder, asked.with(s -> s.seeds(new SeedRange(1, SEEDS))));
      LocalEngine engine = new LocalEngine(made, Shard.ALL, THREADS);
      engine.start();
      onFx(() -> ((SweepWorkspace) window.shown().get()).opens(folder));
      Thread.sleep(4000);
      report("two threads at work", seconds, () -> { });
      report("and from seed to seed", seconds, () -> Event.fireEvent(scene.getRoot(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.DOWN, false, false, false, false)));
      System.out.printf("results so far: %d; bar: p95 %.0f ms a pulse%n", made.summary().results(), BAR_PULSE);
      engine.close();
    } catch (Exception e) {
      e.printStackTrace();
    } finally {
      model.close();
      System.exit(0);
    }
  }

  private void report(String what, int seconds, Runnable each) throws Exception {
    meter.clear();
    meter.record(true);
    for (long i = 0; i < seconds * 1000L / EVERY_MILLIS; i++) {
      onFx(each);
      Thread.sleep(EVERY_MILLIS);
    }
    meter.record(false);
    System.out.printf("%-24s %s%n", what, meter);
  }

  private static void onFx(Runnable work) throws Exception {
    CompletableFuture<Void> done = new CompletableFuture<>();
    Platform.runLater(() -> {
      work.run();
      done.complete(null);
    });
    done.get(1, TimeUnit.MINUTES);
  }
}
