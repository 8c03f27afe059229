package dropoutlab.bench;

import dropoutlab.claim.Bench;
import dropoutlab.claim.Control;
import dropoutlab.claim.Settings;
import dropoutlab.claim.catalogue.Benches;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.run.Lab;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.Fonts;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.shell.MainWindow;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Slider;
import javafx.stage.Stage;

/// Measures the Theory workspace: for each bench the milliseconds until both sides are computed anew after each of its
/// controls was changed, and at 1440 x 900 the processor time of the FX thread between two pulses while p moves to and
/// fro thirty times a second.
///
/// Arguments: the benches, all by default; `thinned-networks@12` stands for 4096 networks.
public final class TheoryBench extends Application {
  private static final int ROUNDS = 5;
  private static final long WARM_UP_MILLIS = 3_000, MEASURED_MILLIS = 6_000, EVERY_MILLIS = 33;
  private static final double BAR_PULSE = 8, BAR_ANSWER = 100;

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
    ((ButtonBase) scene.lookup("#tab-theory")).fire();
    List<String> asked = getParameters().getRaw();
    List<String> names = asked.isEmpty() ? Benches.ids() : asked;
    Thread.ofPlatform().name("bench").start(() -> measure(names));
  }

  private void measure(List<String> names) {
    try {
      // Until what the workspace checks by itself is done.
      Thread.sleep(20_000);
      System.out.printf("%-24s %-52s %s%n", "bench", "ms to an answer: first; then by control", "FX thread a pulse");
      for (String name : names) {
        Bench bench = Benches.named(name.replaceFirst("@.*", "")).orElseThrow();
        String[] at = name.split("@");
        Settings settings = at.length > 1 ? bench.defaults().with("n=" + at[1]) : bench.defaults();
        System.out.printf("%-24s %-52s %s%n", name, answers(bench, settings), pulses(bench, at.length > 1));
      }
      System.out.printf("bars: %.0f ms to an answer, or progress and a way to stop; p95 %.0f ms a pulse%n", BAR_ANSWER, BAR_PULSE);
    } catch (Exception e) {
      e.printStackTrace();
    } finally {
      model.close();
      Platform.exit();
    }
  }

  private static String answers(Bench bench, Settings settings) {
    StringBuilder text = new StringBuilder(String.format("%.0f;", millis(bench, settings.withSeed(settings.seed() + 1))));
    for (Control each : bench.controls()) {
      if (each instanceof Control.File) continue;
      double[] took = new double[ROUNDS];
      for (int i = 0; i < ROUNDS; i++) took[i] = millis(bench, changed(settings, each, i));
      Arrays.sort(took);
      text.append(String.format(" %s %.0f", each.id(), took[ROUNDS / 2]));
    }
    return text.toString();
  }

  private static Settings changed(Settings settings, Control control, int round) {
    return switch (control) {
      case Control.Rate rate -> settings.with(rate.id(), .05 + .11 * round);
      case Control.Count count -> settings.with(count.id(), count.least() + round % (count.most() - count.least() + 1));
      case Control.Clock clock -> settings.with(clock.id(), Math.max(clock.least(), clock.start() - round - 1));
      case Control.Numbers numbers -> settings.with(numbers.id(), 0, numbers.initial().getFirst() + (round + 1) * numbers.step());
      case Control.Choice choice -> settings.with(choice.id(), round % choice.options().size());
      case Control.File _ -> settings;
    };
  }

  private static double millis(Bench bench, Settings settings) {
    long begun = System.nanoTime();
    bench.find(settings, ProgressMonitor.NOBODY);
    return (System.nanoTime() - begun) / 1e6;
  }

  private String pulses(Bench bench, boolean most) throws Exception {
    onFx(() -> {
      ((ButtonBase) scene.lookup("#bench-" + bench.id())).fire();
      for (int i = 0; most && i < 12; i++) ((ButtonBase) scene.lookup("#control-n-more")).fire();
    });
    Thread.sleep(WARM_UP_MILLIS);
    onFx(() -> ((ButtonBase) scene.lookup("#reveal")).fire());
    meter.clear();
    meter.record(true);
    for (long i = 0; i < MEASURED_MILLIS / EVERY_MILLIS; i++) {
      double share = .2 + .5 * Math.abs(Math.sin(i / 20.0));
      onFx(() -> {
        if (scene.lookup("#control-p") instanceof Slider slider) slider.setValue(share * slider.getMax());
      });
      Thread.sleep(EVERY_MILLIS);
    }
    meter.record(false);
    return meter.toString();
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
