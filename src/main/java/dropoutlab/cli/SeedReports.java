package dropoutlab.cli;

import dropoutlab.cli.parts.Reports;
import dropoutlab.cli.parts.Stop;
import dropoutlab.frame.Replicate;
import dropoutlab.frame.Replicates;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.words.Words;
import java.io.PrintWriter;
import java.util.List;
import me.tongfei.progressbar.ProgressBar;

/// Shows the progress of a comparison over seeds: as a bar on a terminal, else as a line for each seed. Ctrl-C abandons
/// the comparison.
final class SeedReports implements ProgressMonitor, AutoCloseable {
  private static final int PERCENT = 100;

  private final PrintWriter out;
  private final Stop stop;
  private final int seeds;
  private final ProgressBar bar;

  SeedReports(PrintWriter out, Stop stop, int seeds) {
    this.out = out;
    this.stop = stop;
    this.seeds = seeds;
    bar = Reports.onTerminal()
        ? Reports.bar(Words.of("compare.progress.task"), PERCENT, Words.of("compare.progress.unit")) : null;
  }

  @Override public boolean abandoned() { return stop.asked(); }

  @Override public void done(double share) {
    if (bar != null) bar.stepTo(Math.round(PERCENT * share));
  }

  /// Tells the scores of the last seed.
  void finished(Replicates so) {
    if (bar != null) return;
    Replicate last = so.all().getLast();
    List<String> scores = so.roles().stream().map(role -> told(last.of(so.name(role).orElseThrow()))).toList();
    out.println(Words.of("compare.progress", last.seed(), so.all().size(), seeds, Words.parted(scores)));
    out.flush();
  }

  private static String told(Replicate.Score score) {
    return score.isFinite() ? Words.of("compare.progress.score", score.network(), Reports.shown(score.loss()))
        : Words.of("compare.progress.failed", score.network());
  }

  @Override public void close() {
    if (bar != null) bar.close();
  }
}
