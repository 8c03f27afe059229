package dropoutlab.cli.sweep;

import dropoutlab.cli.parts.DrawProgress;
import dropoutlab.cli.parts.Reports;
import dropoutlab.nn.build.Bytes;
import dropoutlab.spec.sweep.Sweep;
import dropoutlab.sweep.Estimate;
import dropoutlab.sweep.LocalEngine;
import dropoutlab.sweep.SweepFolder;
import dropoutlab.words.Durations;
import dropoutlab.words.Words;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.CancellationException;

/// Tells of a new plan how many runs it has and, from the first of them, how long all will take.
record PlanReport(SweepFolder folder, PrintWriter out) {
  void counts() throws IOException {
    Sweep sweep = folder.sweep();
    out.println(Words.of("sweepcli.plan.counts", sweep.title(), Words.count("sweepcli.plan.points", sweep.points()),
        Words.count("sweepcli.plan.seeds", sweep.seeds().count())));
    out.println(Words.count("sweepcli.plan.runs", folder.summary().runs()));
    out.flush();
  }

  /// Trains the first runs, unless the person stops the command: then the plan stands without an estimate.
  void estimate() throws IOException {
    Estimate estimate;
    try (DrawProgress progress = new DrawProgress(Reports.onTerminal(), Words.of("sweepcli.progress.trial"))) {
      estimate = Estimate.of(folder, progress);
    } catch (CancellationException stopped) {
      return;
    }
    out.println(Words.count("sweepcli.plan.trial", estimate.trials(), Durations.of(estimate.secondsEach()),
        Bytes.shown(estimate.bytes())));
    int threads = LocalEngine.usualThreads();
    out.println(Words.count("sweepcli.plan.left", threads, Durations.of(estimate.seconds(threads))));
  }

  void next() { out.println(Words.of("sweepcli.plan.next", folder.path())); }
}
