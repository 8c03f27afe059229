package dropoutlab.bench;

import dropoutlab.frame.Answer;
import dropoutlab.frame.Frame;
import dropoutlab.run.Lab;
import dropoutlab.run.Slot;
import dropoutlab.spec.Presets;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.Fonts;
import dropoutlab.ui.fx.FramePump;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.shell.MainWindow;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;

/// Measures how long the user waits for a picture: the milliseconds from the pulse that draws the first masks of a run
/// to the one that draws its first map, and to the one that draws it in full. Each window of 1000 x 900 is opened by a
/// separate virtual machine, where nothing is compiled yet, first on an otherwise idle machine and then beside four
/// busy loops; a second run in the same window follows. All are measured in one run, in turn.
///
/// Arguments: the number of windows of each kind (3 by default).
public final class FirstPictureBench {
  private static final List<String> PRESETS = List.of("two-moons", "digits", "cubic-gap");
  private static final List<String> WORKSPACES = List.of("train", "uncertainty");
  private static final int BUSY_LOOPS = 4;
  private static final double BAR_MILLIS = 2000;

  private FirstPictureBench() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    int windows = args.length == 0 ? 3 : Integer.parseInt(args[0]);
    System.out.printf("milliseconds from the first masks to the first map and to the whole one; medians of %d windows%n"
        + "%-12s %-12s %-10s %12s %12s %8s %14s %14s%n", windows, "preset", "workspace", "run", "idle", "busy",
        "ratio", "whole, idle", "whole, busy");
    double worst = 0;
    for (String preset : PRESETS)
      for (String workspace : WORKSPACES) worst = Math.max(worst, compare(preset, workspace, windows));
    System.out.printf("the longest wait for a first map beside %d busy loops: %.0f ms, %s the bar of %.0f ms%n",
        BUSY_LOOPS, worst, worst <= BAR_MILLIS ? "within" : "ABOVE", BAR_MILLIS);
  }

  /// The longest wait beside the busy loops.
  private static double compare(String preset, String workspace, int windows) throws IOException, InterruptedException {
    double[][] idle = new double[windows][], busy = new double[windows][];
    for (int i = 0; i < windows; i++) {
      idle[i] = window(preset, workspace);
      try (Loops _ = new Loops()) {
        busy[i] = window(preset, workspace);
      }
    }
    for (int run = 0; run < 2; run++) {
      double first = median(idle, 2 * run), firstBusy = median(busy, 2 * run);
      System.out.printf("%-12s %-12s %-10s %12.0f %12.0f %8.1f %14.0f %14.0f%n", preset, workspace,
          run == 0 ? "first" : "second", first, firstBusy, firstBusy / Math.max(1, first), median(idle, 2 * run + 1),
          median(busy, 2 * run + 1));
    }
    return Arrays.stream(busy).mapToDouble(each -> Math.max(each[0], each[2])).max().orElse(Double.NaN);
  }

  private static double median(double[][] of, int column) {
    double[] sorted = Arrays.stream(of).mapToDouble(each -> each[column]).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  /// The waits of the first and of the second run: to the first map, and to the whole one.
  private static double[] window(String preset, String workspace) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Opened.class.getName(), preset, workspace));
    Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String told = new String(process.getInputStream().readAllBytes());
    if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0)
      throw new IOException("The window of " + preset + " ended with: " + told);
    return Arrays.stream(told.strip().split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  /// Starts threads that keep a core busy without any result.
  private static final class Loops implements AutoCloseable {
    private final AtomicBoolean over = new AtomicBoolean();

    Loops() {
      for (int i = 0; i < BUSY_LOOPS; i++)
        Thread.ofPlatform().daemon().name("busy").start(() -> { while (!over.get()) Thread.onSpinWait(); });
    }

    @Override public void close() { over.set(true); }
  }

  /// Opens one window, which measures two runs and ends.
  public static final class Opened extends Application {
    private final List<Double> waits = new ArrayList<>();
    private final LabModel model = new LabModel(new Lab(), Path.of(""));
    private Slot slot;
    private long masks;
    private boolean drafted;
    private long measured;

    public static void main(String[] args) { launch(args); }

    @Override public void start(Stage stage) {
      List<String> args = getParameters().getRaw();
      MainWindow window = new MainWindow(new Appearance(new Fonts()));
      Scene scene = new Scene(window, 1000, 900);
      window.bind(model);
      model.pump().start(scene);
      stage.setScene(scene);
      stage.show();
      slot = args.getLast().equals("train") ? Slot.PASSES : Slot.INQUIRY;
      if (slot == Slot.INQUIRY) ((ToggleButton) scene.lookup("#tab-uncertainty")).fire();
      scene.addPostLayoutPulseListener(() -> look(args.getFirst()));
      model.editor().open(Presets.load(args.getFirst()));
    }

    /// Called at the end of a pulse, when everything that has arrived is drawn.
    private void look(String preset) {
      FramePump pump = model.pump();
      long run = pump.latest().map(Frame::run).orElse(0L);
      if (run <= measured) return;
      if (masks == 0) masks = System.nanoTime();
      boolean draft = pump.answer(slot).filter(Answer::draft).isPresent();
      boolean shown = pump.answer(slot).isPresent();
      if (!shown) return;
      double waited = (System.nanoTime() - masks) / 1e6;
      if (!drafted) waits.add(waited);
      drafted = true;
      if (draft) return;
      waits.add(waited);
      next(run, preset);
    }

    private void next(long run, String preset) {
      measured = run;
      masks = 0;
      drafted = false;
      if (waits.size() < 4) {
        model.editor().open(Presets.load(preset));
        return;
      }
      for (double wait : waits) System.out.printf(Locale.ROOT, "%.1f ", wait);
      System.out.println();
      model.close();
      Platform.exit();
    }
  }
}
