package dropoutlab.sweep;

import dropoutlab.frame.sweep.SweepTable;
import dropoutlab.spec.sweep.SeedRange;
import dropoutlab.spec.sweep.Sweep;
import dropoutlab.spec.sweep.SweepJson;
import dropoutlab.export.JsonText;
import dropoutlab.sweep.folder.FailedRun;
import dropoutlab.sweep.folder.FolderException;
import dropoutlab.sweep.folder.Layout;
import dropoutlab.sweep.folder.Ledger;
import dropoutlab.sweep.folder.PlanFile;
import dropoutlab.sweep.folder.PlanRow;
import dropoutlab.sweep.folder.PlannedRun;
import dropoutlab.sweep.work.EngineVersion;
import dropoutlab.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// A sweep on the disk. Several programs may read and write it at the same time, each its own files.
public final class SweepFolder {
  private static final long MOST_BYTES = 64L << 20;

  private final Layout layout;
  private final Sweep sweep;
  private final Ledger ledger;
  private final Tables tables = new Tables(this);
  /// The runs that an engine of this program is training now.
  private volatile Set<Long> here = Set.of();

  SweepFolder(Layout layout, Sweep sweep) {
    this.layout = layout;
    this.sweep = sweep;
    ledger = new Ledger(layout);
  }

  /// Writes a new sweep into an empty or missing folder, whole or not at all. The engine version is that of this
  /// program.
  ///
  /// @throws dropoutlab.spec.ExperimentException with one sentence, if a point does not fit the experiment or its data
  public static SweepFolder create(Path folder, Sweep sweep) throws IOException {
    return new Layout(folder).told(() -> Planning.create(folder, sweep));
  }

  /// Opens a sweep, its files checked.
  ///
  /// @throws dropoutlab.spec.ExperimentException with one sentence, if `sweep.json` is none
  public static SweepFolder open(Path folder) throws IOException {
    Layout layout = new Layout(folder);
    if (!is(folder)) throw new FolderException(Words.of("sweeprun.folder.none", folder));
    Sweep sweep = SweepJson.read(JsonText.read(layout.sweep(), MOST_BYTES), layout.sweep().toString());
    layout.told(() -> PlanFile.read(layout.plan())).close();
    return new SweepFolder(layout, sweep);
  }

  /// Whether a folder holds a sweep.
  public static boolean is(Path folder) { return Files.isRegularFile(new Layout(folder).sweep()); }

  public Path path() { return layout.root(); }

  public Sweep sweep() { return sweep; }

  /// Returns why this program may not add results: it is another version than the one that began. Empty if it may.
  public Optional<String> refusal() {
    String now = EngineVersion.current();
    return sweep.engine().equals(now) ? Optional.empty()
        : Optional.of(Words.of("sweeprun.engine.other", sweep.engine(), now));
  }

  /// Reads what is there now. Cheap when little was added since: only what is new is read.
  public synchronized SweepTable table() throws IOException { return layout.told(tables::now); }

  public synchronized Summary summary() throws IOException {
    return layout.told(() -> {
      ledger.refresh();
      return Counting.summary(this, states());
    });
  }

  /// What is wrong with the files of the folder, a sentence each: damaged lines, foreign files, results that differ.
  public synchronized List<String> troubles() throws IOException {
    return layout.told(() -> {
      ledger.refresh();
      return ledger.troubles();
    });
  }

  /// Plans more seeds for all points.
  public SweepFolder withSeeds(SeedRange seeds) throws IOException {
    return layout.told(() -> Planning.withSeeds(this, seeds));
  }

  /// Plans a point and its partner on new seeds.
  public SweepFolder confirming(int point, SeedRange seeds) throws IOException {
    return layout.told(() -> Planning.confirming(this, point, seeds));
  }

  /// Why a run failed, a sentence; "" if it did not.
  String cause(long run) throws IOException {
    FailedRun failed = FailedRun.all(layout).get(run);
    return failed == null ? "" : failed.sentence();
  }

  /// Returns what is known now of the runs.
  States states() throws IOException { return new States(layout, ledger, blocks(), here); }

  Layout layout() { return layout; }

  /// @param here the runs that are being trained by this program, at any time
  void trainedHere(Set<Long> here) { this.here = here; }

  Ledger ledger() { return ledger; }

  /// How many blocks of work the plan has: a seed each.
  int blocks() {
    return sweep.seeds().count() + sweep.confirmations().stream().mapToInt(each -> each.seeds().count()).sum();
  }

  /// Returns the plan's runs, each once.
  Iterator<PlannedRun> once(Iterator<PlanRow> rows) { return PlannedRun.once(rows, sweep.seeds().count()); }

  void each(Consumer<PlannedRun> run) throws IOException {
    try (PlanFile.Rows read = PlanFile.read(layout.plan())) {
      once(read).forEachRemaining(run);
    }
  }

  void eachRow(Consumer<PlanRow> row) throws IOException {
    try (PlanFile.Rows read = PlanFile.read(layout.plan())) {
      read.forEachRemaining(row);
    }
  }
}
