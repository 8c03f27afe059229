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
import dropoutlab.sweep.work.Work;
import dropoutlab.train.MemoryNeed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;

/// What a sweep will take, from its first runs.
///
/// @param trials      how many runs were measured; their results are kept
/// @param secondsEach what a run takes, as the mean of all: by the fastest of those measured, because the first of them
///                    also wait for the program to warm up, and by how much more or less there is to compute in others
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
    Map<Outcome, Experiment> experiments = new IdentityHashMap<>();
    try (PlanFile.Rows rows = PlanFile.read(folder.layout().plan())) {
      Iterator<PlannedRun> runs = folder.once(rows);
      while (runs.hasNext() && whole.size() < TRIALS && all.size() < MOST_TRIED) {
        PlannedRun run = runs.next();
        Outcome outcome = outcome(folder, run, watch);
        Experiment experiment = run.experiment(folder.sweep());
        all.add(outcome);
        experiments.put(outcome, experiment);
        if (outcome.epoch() == experiment.training().epochs()) whole.add(outcome);
        watch.done(Math.min(1, all.size() / (double) TRIALS));
      }
    }
    List<Outcome> measured = whole.isEmpty() ? all : whole;
    long[] count = new long[1];
    folder.each(run -> count[0] += run.isOf(folder.sweep().repeats()) ? 2 : 1);
    Needs needs = Needs.of(folder);
    double each = measured.stream().mapToDouble(outcome -> outcome.seconds() / needs.work(experiments.get(outcome))).min()
        .orElse(Double.NaN) * needs.work;
    return new Estimate(measured.size(), each, count[0], needs.bytes);
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

  /// What the runs of a sweep need.
  ///
  /// @param work  of a run, as the mean of all
  /// @param bytes of the largest
  private record Needs(DataCache data, double work, long bytes) {
    static Needs of(SweepFolder folder) {
      DataCache data = new DataCache();
      long most = 0;
      double work = 0;
      Set<Experiment> different = PlanRows.different(folder.sweep(), MOST_POINTS).keySet();
      for (Experiment each : different) {
        most = Math.max(most, MemoryNeed.bytes(each, data.load(each)));
        work += Work.of(each, data.load(each));
      }
      return new Needs(data, work / different.size(), most);
    }

    double work(Experiment of) { return Work.of(of, data.load(of)); }
  }
}
