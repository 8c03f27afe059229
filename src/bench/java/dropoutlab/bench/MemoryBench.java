package dropoutlab.bench;

import dropoutlab.frame.Frame;
import dropoutlab.run.Lab;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Presets;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.Fonts;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.shell.MainWindow;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;

/// Measures how much of the machine's memory the window takes while a preset trains at full speed in it at 1000 x 900:
/// twice a minute, how much is resident, and how much of the heap is used, is committed, and was alive after the last
/// collection. No collection is requested, because that would measure another program. Only Linux reports what is
/// resident.
///
/// Arguments: minutes (10 by default), the preset (`two-moons` by default).
public final class MemoryBench extends Application {
  private static final long EVERY_MILLIS = 30_000;
  private static final double BAR_MEGABYTES = 450;
  private static final Path STATUS = Path.of("/proc/self/status");

  private LabModel model;
  private double most;

  public static void main(String[] args) { launch(args); }

  @Override public void start(Stage stage) {
    List<String> args = getParameters().getRaw();
    double minutes = args.isEmpty() ? 10 : Double.parseDouble(args.getFirst());
    String preset = args.size() < 2 ? "two-moons" : args.get(1);
    model = new LabModel(new Lab(), Path.of(""));
    MainWindow window = new MainWindow(new Appearance(new Fonts()));
    Scene scene = new Scene(window, 1000, 900);
    window.bind(model);
    model.pump().start(scene);
    stage.setScene(scene);
    stage.show();
    Experiment experiment = Presets.load(preset);
    model.editor().open(experiment.withTraining(experiment.training().withEpochs(1_000_000)));
    model.run().setSpeed(Double.POSITIVE_INFINITY);
    Thread.ofPlatform().daemon().name("bench").start(() -> measure(preset, minutes, scene));
  }

  /// In the second half the Uncertainty workspace is shown, and in the last quarter Train again.
  private void measure(String preset, double minutes, Scene scene) {
    try {
      System.out.printf("preset %s, flat out, %s%n%8s %10s %10s %10s %10s %10s %8s %8s%n", preset, flags(), "seconds",
          "resident", "used", "committed", "alive", "other", "GC ms", "epoch");
      long begun = System.nanoTime(), end = begun + (long) (minutes * 60e9);
      int line = 0, lines = (int) Math.max(1, minutes * 60_000 / EVERY_MILLIS);
      while (System.nanoTime() < end) {
        if (line == lines / 2) show(scene, "#tab-uncertainty");
        if (line == lines * 3 / 4) show(scene, "#tab-train");
        line++;
        Thread.sleep(EVERY_MILLIS);
        tell((System.nanoTime() - begun) / 1e9);
      }
      System.out.printf("resident at most %.0f MB, %s the bar of %.0f MB%n", most,
          most <= BAR_MEGABYTES ? "within" : "ABOVE", BAR_MEGABYTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      System.out.println("What is resident cannot be read on this system: " + e.getMessage());
    } finally {
      model.close();
      Platform.exit();
    }
  }

  private static void show(Scene scene, String tab) {
    Platform.runLater(() -> ((ToggleButton) scene.lookup(tab)).fire());
  }

  private static String flags() {
    return String.join(" ", ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(flag -> flag.startsWith("-X")).toList());
  }

  private void tell(double seconds) throws IOException {
    MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    double resident = resident();
    most = Math.max(most, resident);
    System.out.printf("%8.0f %10.0f %10.0f %10.0f %10.0f %10.0f %8d %8d%n", seconds, resident,
        megabytes(heap.getUsed()), megabytes(heap.getCommitted()), megabytes(alive()),
        megabytes(ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage().getCommitted()),
        collecting(), model.pump().latest().map(Frame::progress).map(progress -> progress.epoch()).orElse(0));
  }

  /// Returns the milliseconds so far.
  private static long collecting() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionTime).sum();
  }

  /// Returns megabytes.
  private static double resident() throws IOException {
    for (String line : Files.readAllLines(STATUS))
      if (line.startsWith("VmRSS:")) return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
    throw new IOException(STATUS + " has no line VmRSS");
  }

  /// Returns the heap alive after the last collection of each of its parts.
  private static long alive() {
    return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getCollectionUsage).filter(usage -> usage != null).mapToLong(MemoryUsage::getUsed).sum();
  }

  private static double megabytes(long bytes) { return bytes / 1048576.0; }
}
