package dropoutlab.sweep;

import dropoutlab.export.Drafts;
import dropoutlab.frame.sweep.Outcome;
import dropoutlab.spec.sweep.Measure;
import dropoutlab.spec.sweep.RunId;
import dropoutlab.spec.sweep.SeedRange;
import dropoutlab.spec.sweep.Sweep;
import dropoutlab.sweep.folder.Layout;
import dropoutlab.sweep.folder.PlanFile;
import dropoutlab.sweep.folder.PlannedRun;
import dropoutlab.sweep.folder.SegmentWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/// A folder as a cluster would leave it, with as many results as are wanted and none of them trained: to see what the
/// folder's size costs.
final class Simulated {
  private static final int TASKS = 200;
  private static final int POINTS = 10;

  private Simulated() {}

  /// @param results how many; a multiple of ten
  static SweepFolder folder(Path folder, long results) throws IOException {
    Sweep sweep = Sweeps.ofMoons(10, results / POINTS, "0", "0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7", "0.8",
        "0.9");
    SweepFolder made = SweepFolder.create(folder, sweep.withSeeds(new SeedRange(1, results / POINTS)));
    fill(made);
    return made;
  }

  private static void fill(SweepFolder folder) throws IOException {
    Map<Integer, SegmentWriter> results = new HashMap<>(), repeats = new HashMap<>();
    Layout layout = folder.layout();
    Files.createDirectories(layout.results());
    List<SegmentWriter> open = new ArrayList<>();
    try (PlanFile.Rows rows = PlanFile.read(layout.plan())) {
      for (Iterator<PlannedRun> runs = folder.once(rows); runs.hasNext();) {
        PlannedRun run = runs.next();
        int task = Shard.taskOf(run.run(), run.task(), folder.blocks(), TASKS);
        writer(results, layout.results(), task, open).add(outcome(run));
        if (run.isOf(Sweep.REPEATS)) writer(repeats, layout.repeats(), (task + 1) % TASKS, open).add(outcome(run));
      }
    }
    for (SegmentWriter each : open) each.close();
  }

  private static SegmentWriter writer(Map<Integer, SegmentWriter> known, Path folder, int task,
      List<SegmentWriter> open) {
    return known.computeIfAbsent(task, _ -> {
      SegmentWriter writer = new SegmentWriter(folder.resolve(new Layout.Attempt(task, 1).segment()));
      open.add(writer);
      return writer;
    });
  }

  private static Outcome outcome(PlannedRun run) {
    boolean finite = run.point() != 9 || run.run() % 3 != 0;
    double error = (run.run() >>> 40) * 0x1p-24;
    Map<Measure, Double> measures =
        Map.of(Measure.ERROR, error, Measure.LOSS, 2 * error, Measure.TRAIN_ERROR, error / 2,
        Measure.TRAIN_LOSS, error / 3, Measure.BEST_ERROR, error);
    return new Outcome(new RunId(run.run()), finite, 10, finite ? measures : Map.of(), Map.of(),
        new RunId(run.run()).toString().repeat(4), 1.5, "c03");
  }
}
