package dropoutlab.bench;

import com.sun.management.OperatingSystemMXBean;
import dropoutlab.export.recipe.Program;
import dropoutlab.run.Lab;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
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
import java.io.IOException;
import java.lang.management.ManagementFactory;
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

/// Measures how many runs of a sweep two threads finish in the time of one: the same 400 runs, in turn with one thread and
/// with two, several rounds, the fastest of each counts. The processor time of both tells, also on a machine that has
/// other work, what the threads cost each other.
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

  public static void main(String[] arguments) throws Exception {
    int rounds = number(arguments, 0, 3), seeds = number(arguments, 1, 40), epochs = number(arguments, 2, 200);
    Sweep sweep = sweep(seeds, epochs);
    seconds(sweep.withSeeds(new SeedRange(1, 4)), 2);
    double one = Double.MAX_VALUE, two = Double.MAX_VALUE;
    for (int round = 0; round < rounds; round++) {
      long before = cpu();
      double alone = seconds(sweep, 1);
      long between = cpu();
      double together = seconds(sweep, 2);
      double first = (between - before) / 1e9, second = (cpu() - between) / 1e9;
      System.out.printf("%d runs: %.2f s with one thread, %.2f s with two, ratio %.3f; processor %.2f s and %.2f s, 2 x ratio %.3f%n",
          10 * seeds, alone, together, alone / together, first, second, 2 * first / second);
      one = Math.min(one, alone);
      two = Math.min(two, together);
    }
    System.out.printf("fastest: %.2f s and %.2f s, ratio %.3f; the target is %.1f%n", one, two, one / two, TARGET);
  }

  private static long cpu() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
  }

  private static int number(String[] arguments, int at, int usual) {
    return arguments.length > at ? Integer.parseInt(arguments[at]) : usual;
  }

  private static Sweep sweep(int seeds, int epochs) {
    Experiment moons = ExperimentJson.with(Presets.load("two-moons"), List.of("training.epochs=" + epochs));
    List<Point> rates = IntStream.range(0, 10).mapToObj(i -> "0." + i)
        .map(p -> new Point(p, List.of("network.hidden.*.drop=" + p))).toList();
    return new Sweep("bench", moons, List.of(new Axis("network.hidden.*.drop", Axis.Scale.LINEAR, rates)),
        new SeedRange(1, seeds), new Pair.Twin(), 0, List.of(), "");
  }

  private static double seconds(Sweep sweep, int threads) throws Exception {
    Path folder = Files.createTempDirectory("sweep-bench");
    SweepFolder made = SweepFolder.create(folder, sweep);
    long begun = System.nanoTime();
    try (LocalEngine engine = new LocalEngine(made, Shard.ALL, threads)) {
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
