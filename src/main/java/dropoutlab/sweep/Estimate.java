package dropoutlab.sweep;

import dropoutlab.frame.sweep.Outcome;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.spec.Experiment;
import dropoutlab.sweep.folder.FolderException;
import dropoutlab.sweep.folder.PlanFile;
import dropoutlab.sweep.folder.PlanRows;
import dropoutlab.sweep.folder.PlannedRun;
import dropoutlab.sweep.local.Crew;
import dropoutlab.sweep.local.Tasks;
import dropoutlab.sweep.work.DataCache;
import dropoutlab.train.MemoryNeed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/// What a sweep will take, from its first runs.
///
/// @param trials      how many runs were measured; their results are kept
/// @param secondsEach the median of them
/// @param runs        all that are to be trained, repeats included
/// @param bytes       of memory that one run takes at most
public record Estimate(int trials, double secondsEach, long runs, long bytes) {
  private static final int TRIALS = 3, MOST_TRIED = 6, MOST_POINTS = 256;

  public double secondsOnOneCore() { return secondsEach * runs; }

  public double seconds(int threads) { return secondsOnOneCore() / threads; }

  /// Trains the first three runs of the plan, if they have no results yet. Runs that end early tell nothing about the
  /// time of the others, and the next ones take their place.
  ///
  /// @throws IOException           with one sentence, if the folder cannot be read or written, or if a trial failed
  /// @throws CancellationException if `watch` has abandoned it; what was trained is kept
  public static Estimate of(SweepFolder folder, ProgressMonitor watch) throws IOException {
    return folder.layout().told(() -> measured(folder, watch));
  }

  private static Estimate measured(SweepFolder folder, ProgressMonitor watch) throws IOException {
    List<Outcome> whole = new ArrayList<>(), all = new ArrayList<>();
    try (PlanFile.Rows rows = PlanFile.read(folder.layout().plan())) {
      Iterator<PlannedRun> runs = folder.once(rows);
      while (runs.hasNext() && whole.size() < TRIALS && all.size() < MOST_TRIED) {
        PlannedRun run = runs.next();
        Outcome outcome = outcome(folder, run, watch);
        all.add(outcome);
        if (outcome.epoch() == run.experiment(folder.sweep()).training().epochs()) whole.add(outcome);
        watch.done(Math.min(1, all.size() / (double) TRIALS));
      }
    }
    List<Outcome> measured = whole.isEmpty() ? all : whole;
    long[] count = new long[1];
    folder.each(run -> count[0] += run.isOf(folder.sweep().repeats()) ? 2 : 1);
    return new Estimate(measured.size(), median(measured), count[0], bytes(folder));
  }

  private static double median(List<Outcome> of) {
    List<Double> seconds = of.stream().map(Outcome::seconds).sorted().toList();
    int half = seconds.size() / 2;
    return seconds.size() % 2 == 1 ? seconds.get(half) : (seconds.get(half - 1) + seconds.get(half)) / 2;
  }

  private static Outcome outcome(SweepFolder folder, PlannedRun run, ProgressMonitor watch) throws IOException {
    folder.ledger().refresh();
    Optional<Outcome> known = folder.ledger().outcome(run.run());
    if (known.isPresent()) return known.get();
    if (folder.refusal().isPresent()) throw new FolderException(folder.refusal().get());
    Crew crew = Tasks.crew(new Crew.Task(folder.layout(), folder.sweep(), 0, 1), List.of(run).iterator(),
        Collections.emptyIterator(), 0, folder.ledger(), _ -> {});
    crew.runWhile(() -> !watch.abandoned(), 1);
    if (watch.abandoned()) throw new CancellationException();
    folder.ledger().refresh();
    Optional<Outcome> trained = folder.ledger().outcome(run.run());
    if (trained.isEmpty()) throw new FolderException(crew.problem().isEmpty() ? folder.cause(run.run())
        : crew.problem());
    return trained.get();
  }

  private static long bytes(SweepFolder folder) {
    DataCache data = new DataCache();
    long most = 0;
    for (Experiment each : PlanRows.different(folder.sweep(), MOST_POINTS).keySet())
      most = Math.max(most, MemoryNeed.bytes(each, data.load(each)));
    return most;
  }
}
