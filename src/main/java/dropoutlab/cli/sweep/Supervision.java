package dropoutlab.cli.sweep;

import dropoutlab.cli.parts.CallerMistake;
import dropoutlab.cli.parts.Reports;
import dropoutlab.cli.parts.Stop;
import dropoutlab.sweep.Summary;
import dropoutlab.sweep.SweepEngine;
import dropoutlab.sweep.SweepEngine.Phase;
import dropoutlab.sweep.SweepFolder;
import dropoutlab.words.Durations;
import dropoutlab.words.Words;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import me.tongfei.progressbar.ProgressBar;

/// Watches an engine until it has ended, tells how far it is, and ends it at Ctrl-C, at a signal or when its time is over.
///
/// @param seconds after which no run is begun
record Supervision(SweepFolder folder, SweepEngine engine, double seconds) {
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
  /// Of a plan with millions of rows it takes some seconds to count: no more than one part in so many goes into that.
  private static final long SHARE_OF_LOOKING = 20;
  /// Clusters and containers kill a program some seconds after they have asked it to end.
  private static final double GRACE_SECONDS = 10;
  private static final double NANOS = 1e9;
  private static final int LINES = 20;

  /// Trains, and returns how far the folder is then.
  ///
  /// @param begin sets the engine to work
  Summary untilEnd(Runnable begin, Stop stop, PrintWriter out) {
    try {
      begin.run();
      Summary summary = watch(stop, out);
      String problem = engine.state().problem();
      if (!problem.isEmpty() && !summary.finished()) throw new CallerMistake(problem);
      return summary;
    } catch (IOException e) {
      throw new CallerMistake(Words.of("cli.file.failed", folder.path(), String.valueOf(e.getMessage())), e);
    }
  }

  private Summary watch(Stop stop, PrintWriter out) throws IOException {
    long began = System.nanoTime(), asked = 0;
    Summary summary = folder.summary();
    try (Progress progress = new Progress(out, summary)) {
      long look = LOOK_NANOS;
      while (!isOver(engine.state().phase())) {
        LockSupport.parkNanos(look);
        if (stop.asked() && asked == 0) {
          asked = System.nanoTime();
          stop.acknowledge();
          engine.hold();
        }
        if (asked != 0 && since(asked) > GRACE_SECONDS) engine.stop();
        if (asked == 0 && since(began) > seconds && engine.state().phase() == Phase.RUNNING) engine.hold();
        if (asked != 0) continue;
        long read = System.nanoTime();
        progress.tell(folder.summary());
        look = Math.max(LOOK_NANOS, SHARE_OF_LOOKING * (System.nanoTime() - read));
      }
    }
    return folder.summary();
  }

  private static boolean isOver(Phase phase) { return phase == Phase.IDLE || phase == Phase.FINISHED; }

  private static double since(long nanos) { return (System.nanoTime() - nanos) / NANOS; }

  /// A bar on a terminal, else a line about every twentieth of the way.
  private static final class Progress implements AutoCloseable {
    private final PrintWriter out;
    private final ProgressBar bar;
    private long told;

    Progress(PrintWriter out, Summary first) {
      this.out = out;
      bar = Reports.onTerminal() ? Reports.bar(Words.of("sweepcli.progress.task"), Math.toIntExact(first.runs()),
          Words.of("sweepcli.progress.unit")) : null;
      told = first.results() * LINES / Math.max(1, first.runs());
    }

    void tell(Summary summary) {
      if (bar != null) {
        bar.stepTo(summary.results());
        return;
      }
      long step = summary.results() * LINES / Math.max(1, summary.runs());
      if (step <= told) return;
      told = step;
      String done = Words.of("sweepcli.progress", summary.results(), summary.runs());
      double left = summary.secondsLeft();
      boolean known = left > 0 && Double.isFinite(left);
      out.println(known ? Words.of("sweepcli.progress.left", done, Durations.of(left)) : done);
      out.flush();
    }

    @Override public void close() { if (bar != null) bar.close(); }
  }
}
