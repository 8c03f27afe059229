package dropoutlab.cli;

import dropoutlab.cli.parts.CallerMistake;
import dropoutlab.cli.parts.Stop;
import dropoutlab.export.StartedData;
import dropoutlab.frame.Replicates;
import dropoutlab.run.SecondCore;
import dropoutlab.run.SeedRuns;
import dropoutlab.spec.Experiment;
import dropoutlab.words.Words;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

/// Trains an experiment over seeds without a window.
final class Seeds {
  private Seeds() {}

  /// Trains with `seeds` seeds from `first` on, or until Ctrl-C. What is finished by then is kept.
  ///
  /// @param out for the progress
  static Replicates train(Experiment experiment, long first, int seeds, PrintWriter out) {
    try (Stop stop = new Stop(); SecondCore core = new SecondCore();
         SeedReports reports = new SeedReports(out, stop, seeds)) {
      Replicates[] all = {SeedRuns.ready(experiment)};
      try {
        new SeedRuns(experiment, seeded -> StartedData.load(seeded, Path.of("")), core).train(first, seeds, reports,
            next -> {
              all[0] = all[0].with(next);
              reports.finished(all[0]);
            });
      } catch (CancellationException e) {
        stop.acknowledge();
        if (all[0].all().isEmpty()) throw new CallerMistake(Words.of("compare.nothing"));
      }
      return all[0];
    } catch (IllegalArgumentException e) {
      throw new CallerMistake(e.getMessage(), e);
    }
  }
}
