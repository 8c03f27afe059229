package dropoutlab.sweep;

import dropoutlab.frame.sweep.Outcome;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.spec.sweep.RunId;
import dropoutlab.sweep.folder.FolderException;
import dropoutlab.sweep.folder.PlanFile;
import dropoutlab.sweep.folder.PlannedRun;
import dropoutlab.sweep.local.Crew;
import dropoutlab.sweep.local.Tasks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/// Some of the recorded runs, trained once more and held against what was recorded. They stay in the folder as repeats.
///
/// @param chosen    how many were to be trained again
/// @param repeated  how many were
/// @param differing those that came to something else
public record Verification(long chosen, long repeated, List<Difference> differing) {
  public Verification { differing = List.copyOf(differing); }

  /// A run whose repeat differs, in the hash of its weights or in a measure.
  public record Difference(RunId run, int point, long seed, Outcome recorded, Outcome repeated) {}

  /// Trains a share of the recorded runs again, chosen by their ids.
  ///
  /// @throws IOException with one sentence, if the folder cannot be read or written, or is of another version
  public static Verification of(SweepFolder folder, double share, int threads, ProgressMonitor watch)
      throws IOException {
    return folder.layout().told(() -> repeated(folder, share, threads, watch));
  }

  private static Verification repeated(SweepFolder folder, double share, int threads, ProgressMonitor watch)
      throws IOException {
    if (folder.refusal().isPresent()) throw new FolderException(folder.refusal().get());
    folder.ledger().refresh();
    long[] chosen = new long[1];
    folder.each(run -> chosen[0] += isChosen(folder, run, share) ? 1 : 0);
    List<Outcome> repeated = Collections.synchronizedList(new ArrayList<>());
    List<Outcome> other = Collections.synchronizedList(new ArrayList<>());
    Crew crew;
    try (PlanFile.Rows rows = PlanFile.read(folder.layout().plan())) {
      Iterator<PlannedRun> runs = new Chosen(folder.once(rows), run -> isChosen(folder, run, share));
      crew = Tasks.crew(new Crew.Task(folder.layout(), folder.sweep(), 0, 1), Collections.emptyIterator(), runs, 0,
          folder.ledger(), outcome -> {
            repeated.add(outcome);
            if (!recorded(folder, outcome).sameAs(outcome)) other.add(outcome);
            watch.done(Math.min(1, repeated.size() / (double) chosen[0]));
          });
      crew.runWhile(() -> !watch.abandoned(), threads);
    }
    if (!crew.problem().isEmpty() && repeated.isEmpty()) throw new FolderException(crew.problem());
    return new Verification(chosen[0], repeated.size(), differences(folder, other));
  }

  private static boolean isChosen(SweepFolder folder, PlannedRun run, double share) {
    return run.isOf(share) && folder.ledger().has(run.run());
  }

  private static Outcome recorded(SweepFolder folder, Outcome repeat) {
    try {
      return folder.ledger().outcome(repeat.run().bits()).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Difference> differences(SweepFolder folder, List<Outcome> other) throws IOException {
    List<Difference> all = new ArrayList<>();
    if (other.isEmpty()) return all;
    folder.each(run -> other.stream().filter(each -> each.run().bits() == run.run()).findFirst().ifPresent(each ->
        all.add(new Difference(each.run(), run.point(), run.seed(), recorded(folder, each), each))));
    return all;
  }
}
