package dropoutlab.bench;

import dropoutlab.claim.Bench;
import dropoutlab.claim.Settings;
import dropoutlab.claim.catalogue.Benches;
import dropoutlab.figure.catalogue.BenchFigures;
import dropoutlab.figure.theory.Showing;
import dropoutlab.frame.bench.Picture;
import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import dropoutlab.nn.ForcedPasses;
import dropoutlab.nn.Loss;
import dropoutlab.nn.Network;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.spec.Activation;
import dropoutlab.spec.Initialisation;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.FigureCanvas;
import dropoutlab.ui.fx.Fonts;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// Measures the wall of 4096 thinned networks: the milliseconds of computing their maps under forced masks, and of
/// everything that the bench computes for a network that it has not trained yet; then, in a canvas of the size that the
/// figure has in the window at 1440 x 900, the milliseconds of one draw while the pointer wanders over the wall, and the
/// processor time of the FX thread from pulse to pulse.
public final class WallBench extends Application {
  private static final int UNITS = 12, FIRST_UNITS = 12, SIDE = 6, WARM = 9, PULSES = 400, WARM_UP = 100;
  private static final double WIDTH = 812, HEIGHT = 460, BAR_COMPUTE = 1000, BAR_PULSE = 8;

  private final Bench bench = Benches.named("thinned-networks").orElseThrow();
  private final PulseMeter meter = new PulseMeter();
  private FigureCanvas canvas;

  public static void main(String[] args) { launch(args); }

  @Override public void start(Stage stage) {
    Appearance appearance = new Appearance(new Fonts());
    canvas = new FigureCanvas(appearance, "wall", "wall");
    stage.setScene(new Scene(canvas, WIDTH, HEIGHT));
    stage.show();
    meter.start();
    Thread.ofPlatform().name("bench").start(this::measure);
  }

  private void measure() {
    try {
      double cold = report("4096 maps of %d x %d under forced masks".formatted(SIDE, SIDE), WallBench::maps);
      System.out.printf("%s the bar of %.0f ms%n", cold < BAR_COMPUTE ? "within" : "ABOVE", BAR_COMPUTE);
      report("the whole bench, with a network trained anew", this::find);
      draw(find(7));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      Platform.exit();
    }
  }

  /// Returns the milliseconds of the first time, when nothing is compiled.
  private static double report(String what, IntConsumer work) {
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i <= WARM; i++) {
      long begun = System.nanoTime();
      work.accept(100 + i);
      millis.add((System.nanoTime() - begun) / 1e6);
    }
    double cold = millis.removeFirst();
    System.out.printf("%-48s cold %.0f ms, warm median %.1f ms%n", what, cold, Measures.median(millis));
    return cold;
  }

  private static void maps(int seed) {
    NetworkSpec spec = new NetworkSpec(0, List.of(new NetworkSpec.HiddenLayer(FIRST_UNITS, Activation.GELU, 0),
        new NetworkSpec.HiddenLayer(UNITS, Activation.GELU, .5)), Initialisation.HE);
    Network network = new Network(spec, Shape.vector(2), 1, layer -> RandomStream.of(seed, Purpose.PREDICTION, layer));
    network.initialise(spec, seed);
    Tensor cells = new Tensor(SIDE * SIDE, 2), out = new Tensor(0, 1);
    for (int i = 0; i < cells.size(); i++) cells.data()[i] = i % 7 - 3;
    ForcedPasses passes = new ForcedPasses(network, 2, cells);
    for (int mask = 0; mask < 1 << UNITS; mask++) {
      passes.pass(mask, out);
      Loss.BINARY_CROSS_ENTROPY.predict(out, out);
    }
  }

  private Picture find(int seed) {
    Settings settings = bench.defaults().with("n", UNITS).withSeed(seed);
    return bench.find(settings, ProgressMonitor.NOBODY).picture();
  }

  /// One draw a pulse, each with the pointer on another network.
  private void draw(Picture picture) throws InterruptedException {
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < WARM_UP + PULSES; i++) {
      if (i == WARM_UP) {
        millis.clear();
        meter.record(true);
      }
      int pointed = 37 * i % (1 << UNITS);
      CountDownLatch drawn = new CountDownLatch(1);
      Platform.runLater(() -> {
        long begun = System.nanoTime();
        canvas.show(BenchFigures.of(picture, Showing.PRINT.withPointed(OptionalInt.of(pointed))));
        millis.add((System.nanoTime() - begun) / 1e6);
        drawn.countDown();
      });
      drawn.await();
      Thread.sleep(17);
    }
    List<Double> sorted = millis.stream().sorted().toList();
    System.out.printf("%-48s median %.2f ms, p95 %.2f ms (%d draws)%n", "one draw of the figure", sorted.get(sorted.size() / 2),
        sorted.get((int) (.95 * sorted.size())), sorted.size());
    System.out.printf("%s; %s the bar of %.0f ms%n", meter, meter.quantile(.95) <= BAR_PULSE ? "within" : "ABOVE", BAR_PULSE);
  }
}
