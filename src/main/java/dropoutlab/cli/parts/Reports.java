package dropoutlab.cli.parts;

import dropoutlab.frame.Curve;
import dropoutlab.frame.History;
import dropoutlab.frame.Metric;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.io.Console;
import java.io.PrintWriter;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/// Shows the progress of a run: as a bar on a terminal, else as a plain line about every twentieth of the way.
public final class Reports implements AutoCloseable {
  private static final int LINES = 20;

  private final PrintWriter out;
  private final int epochs;
  private final ProgressBar bar;
  private int told;

  public Reports(PrintWriter out, int epochs, boolean terminal) {
    this.out = out;
    this.epochs = epochs;
    bar = terminal ? bar(Words.of("cli.progress.task"), epochs, Words.of("cli.progress.unit")) : null;
  }

  /// Whether a person looks on: then a bar is shown.
  public static boolean onTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  /// Shows a bar of progress for one terminal.
  public static ProgressBar bar(String task, int most, String unit) {
    return new ProgressBarBuilder().setTaskName(task).setInitialMax(most).setUnit(" " + unit, 1)
        .setStyle(ProgressBarStyle.ASCII).setUpdateIntervalMillis(100).build();
  }

  public void epoch(int epoch, History history) {
    if (bar != null) {
      bar.stepTo(epoch);
      bar.setExtraMessage((history.holdsOut()
          ? Words.of("cli.progress.validation", shown(history.last(Curve.VALIDATION)))
          : Words.of("cli.loss.train", shown(history.last(Curve.TRAIN)))) + beside(history));
    } else if ((long) epoch * LINES / epochs > told) {
      told = (int) ((long) epoch * LINES / epochs);
      out.println(Words.of("cli.progress.epoch", epoch, epochs, losses(history)));
      for (String name : history.beside()) out.println("  " + Words.of("beside.line", name, lossesOf(name, history)));
      out.flush();
    }
  }

  /// Returns as much as a progress bar has room for.
  private static String beside(History history) {
    Metric metric = history.holdsOut() ? Metric.VALIDATION : Metric.TRAIN;
    return history.beside().stream()
        .map(name -> Words.of("beside.bar", name, shown(history.last(new Curve(name, metric)))))
        .collect(Collectors.joining());
  }

  private static String lossesOf(String name, History history) {
    float train = history.last(new Curve(name, Metric.TRAIN));
    return Float.isNaN(train) ? Words.of("beside.stopped")
        : losses(train, history.last(new Curve(name, Metric.VALIDATION)), null);
  }

  public static String losses(History history) {
    return losses(history.last(Curve.TRAIN), history.last(Curve.VALIDATION), history.last(Curve.TWIN_VALIDATION));
  }

  /// @param validation,twin NaN or null where nothing is held out, or there is no twin
  public static String losses(float train, Float validation, Float twin) {
    if (isNone(validation)) return Words.of("cli.loss.train", shown(train));
    if (isNone(twin)) return Words.of("cli.loss.validation", shown(train), shown(validation));
    return Words.of("cli.loss.twin", shown(train), shown(validation), shown(twin));
  }

  private static boolean isNone(Float loss) { return loss == null || loss.isNaN(); }

  public static String shown(double value) { return Numbers.fixed(value, 4); }

  @Override public void close() {
    if (bar != null) bar.close();
  }
}
