package dropoutlab.cli;

import dropoutlab.claim.Bench;
import dropoutlab.claim.Settings;
import dropoutlab.claim.catalogue.Benches;
import dropoutlab.cli.parts.CallerMistake;
import dropoutlab.cli.parts.Stop;
import dropoutlab.frame.bench.Findings;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.spec.Suggestion;
import dropoutlab.words.Words;
import java.util.List;
import java.util.concurrent.CancellationException;

/// Benches as the command line names and sets them.
final class BenchArguments {
  private BenchArguments() {}

  static Bench named(String id) {
    return Benches.named(id)
        .orElseThrow(() -> new CallerMistake(Words.of("cli.check.bench", id, Suggestion.among(id, Benches.ids()))));
  }

  /// @param seed null for the seed that the bench begins with
  static Settings settings(Bench bench, List<String> changes, Long seed) {
    Settings settings = bench.defaults();
    try {
      for (String change : changes) settings = settings.with(change);
    } catch (IllegalArgumentException e) {
      throw new CallerMistake(e.getMessage(), e);
    }
    return seed == null ? settings : settings.withSeed(seed);
  }

  /// Computes both sides, unless the person stops the command.
  static Findings find(Bench bench, Settings settings, Stop stop) {
    try {
      return bench.find(settings, new ProgressMonitor() {
        @Override public boolean abandoned() { return stop.asked(); }

        @Override public void done(double share) {}
      });
    } catch (CancellationException stopped) {
      throw new CallerMistake(Words.of("cli.check.stopped"), stopped);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new CallerMistake(Words.of("cli.check.failed", bench.id(), e.getMessage()), e);
    }
  }
}
