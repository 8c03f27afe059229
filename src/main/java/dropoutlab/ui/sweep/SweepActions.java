package dropoutlab.ui.sweep;

import dropoutlab.spec.Experiment;
import dropoutlab.spec.sweep.RunId;
import dropoutlab.spec.sweep.SeedRange;
import dropoutlab.spec.sweep.Sweep;
import dropoutlab.sweep.SlurmJob;
import dropoutlab.sweep.SlurmSettings;
import dropoutlab.sweep.Summary;
import dropoutlab.sweep.SweepEngine.Phase;
import dropoutlab.sweep.SweepFolder;
import dropoutlab.ui.sweep.OpenSweep.Guard;
import dropoutlab.ui.sweep.SweepState.Stage;
import dropoutlab.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// What a person can do with a sweep, by buttons and by keys. What cannot be done now is silently left.
final class SweepActions {
  private static final int MORE = 20;

  private final SweepState state;
  private final Shelf shelf;
  private final Cursor cursor;

  SweepActions(SweepState state, Shelf shelf) {
    this.state = state;
    this.shelf = shelf;
    cursor = new Cursor(state);
  }

  Shelf shelf() { return shelf; }

  /// How the runs stand, as the buttons tell it.
  enum Doing { NOTHING, READY, RUNNING, HOLDING, STOPPING, HELD, FINISHED, LOCKED }

  Doing doing() {
    if (state.stage() == Stage.EMPTY) return Doing.NOTHING;
    if (state.stage() == Stage.PLANNED) return state.fault().isEmpty() ? Doing.READY : Doing.NOTHING;
    OpenSweep open = state.open();
    if (open.guard() != Guard.OWN) return Doing.LOCKED;
    Phase phase = open.state().map(now -> now.phase()).orElse(Phase.IDLE);
    return switch (phase) {
      case RUNNING -> Doing.RUNNING;
      case HOLDING -> Doing.HOLDING;
      case STOPPING -> Doing.STOPPING;
      case IDLE, FINISHED -> state.reading().map(Reading::summary).filter(Summary::finished).isPresent()
          ? Doing.FINISHED : Doing.HELD;
    };
  }

  void startOrHold() {
    if (state.isBusy()) return;
    switch (doing()) {
      case READY -> start();
      case HELD -> go();
      case RUNNING -> hold();
      case HOLDING -> go();
      case NOTHING, STOPPING, FINISHED, LOCKED -> {}
    }
  }

  /// Puts the plan onto the disk and begins; what was tried is kept.
  private void start() {
    Plan plan = state.plan();
    Trial trial = state.trial();
    Path parent = shelf.parent();
    String name = fileName(plan.title());
    Optional<SlurmSettings> cluster = cluster(plan);
    Sweep sweep = plan.sweep();
    state.ask(() -> {
      OpenSweep open = trial != null ? trial.keep(parent, name) : OpenSweep.create(parent, name, sweep);
      open.start(cluster);
      return open;
    }, open -> opened(open, true));
  }

  private void opened(OpenSweep open, boolean planned) {
    leave();
    Path place = open.folder().path();
    state.seenBefore(shelf.seen(place));
    state.take(open, planned);
    shelf.opened(place, shelf.seen(place).orElse(new Seen(Instant.now(), 0)));
  }

  /// Back to the ready-made sweeps; what trains here ends.
  void begin() {
    leave();
    state.clear();
  }

  /// Remembers how the open folder stands.
  void leave() {
    if (state.stage() != Stage.OPEN || state.reading().isEmpty()) return;
    shelf.opened(state.place().orElseThrow(), new Seen(Instant.now(), state.reading().get().summary().results()));
  }

  /// Writes the script of the job array into the folder, which can then be copied to the cluster.
  ///
  /// @param told hears its text
  void script(Consumer<String> told) {
    OpenSweep open = state.open();
    Optional<SlurmSettings> cluster = cluster(state.plan());
    if (open == null || open.guard() != Guard.OWN || cluster.isEmpty() || state.isBusy()) return;
    state.ask(() -> new SlurmJob(open.folder(), cluster.get()).write().text(), told);
  }

  void copyPath() {
    ClipboardContent content = new ClipboardContent();
    content.putString(state.place().map(Path::toString).orElse(""));
    Clipboard.getSystemClipboard().setContent(content);
  }

  /// Runs what was lost or has failed.
  void retry(Cause cause) {
    onOpen(() -> {
      for (RunId each : cause.asked()) state.open().ask(each);
    });
    if (cause.asked().isEmpty()) runMissing();
  }

  /// Trains the run that is looked at once more, to check that the bits are the same.
  void repeat() {
    if (state.stage() != Stage.OPEN || state.open().isOnCluster()) return;
    state.reading().ifPresent(reading -> {
      RunId run = reading.table().value(state.point(), seed()).run();
      onOpen(() -> state.open().ask(run));
    });
  }

  private static Optional<SlurmSettings> cluster(Plan plan) {
    return plan.slurm() ? Optional.of(new SlurmSettings(plan.partition(), "", plan.atOnce(), 0)) : Optional.empty();
  }

  static String fileName(String title) {
    String plain = Normalizer.normalize(title,
        Normalizer.Form.NFD).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-")
        .replaceAll("\\p{M}|^-+|-+$", "");
    return plain.isEmpty() ? "sweep" : plain;
  }

  private void go() {
    OpenSweep open = state.open();
    Optional<SlurmSettings> cluster = cluster(state.plan());
    onOpen(() -> open.start(cluster));
  }

  private void hold() { onOpen(state.open()::hold); }

  void stop() { if (state.stage() == Stage.OPEN && doing() != Doing.LOCKED) onOpen(state.open()::stop); }

  private interface Deed {
    void run() throws IOException;
  }

  private void onOpen(Deed deed) {
    if (state.open() == null || state.open().guard() != Guard.OWN) return;
    state.ask(() -> {
      deed.run();
      return true;
    }, _ -> state.followOpen());
  }

  void runMissing() { if (doing() == Doing.HELD || doing() == Doing.HOLDING) go(); }

  /// Trains the first runs, to tell how long all will take.
  void estimate() {
    if (state.stage() != Stage.PLANNED || !state.fault().isEmpty() || state.trial() != null || state.isBusy()) return;
    Sweep sweep = state.plan().sweep();
    Path parent = shelf.parent();
    state.ask(() -> Trial.begin(parent, sweep), state::tried);
  }

  /// What runs is ended, planned anew, and goes on.
  private void replan(Deed deed) {
    boolean ran = doing() == Doing.RUNNING || doing() == Doing.FINISHED;
    OpenSweep open = state.open();
    Optional<SlurmSettings> cluster = cluster(state.plan());
    onOpen(() -> {
      deed.run();
      if (ran) open.start(cluster);
    });
  }

  void moreSeeds() {
    if (state.stage() == Stage.PLANNED) {
      state.change(plan -> plan.withSeeds(more(plan.seeds())));
    } else if (state.stage() == Stage.OPEN) {
      SeedRange more = more(state.plan().seeds());
      replan(() -> state.open().moreSeeds(more));
      state.choosePlace(plan -> plan.withSeeds(more));
    }
  }

  private static SeedRange more(SeedRange seeds) { return new SeedRange(seeds.first(), seeds.last() + MORE); }

  /// On as many new seeds as were used, 20 at most.
  SeedRange newSeeds() {
    Sweep sweep = state.reading().orElseThrow().sweep();
    long last = sweep.confirmations().stream().mapToLong(each -> each.seeds().last()).max().orElse(0);
    long first = Math.max(last, sweep.seeds().last()) + 1;
    return new SeedRange(first, first + MORE - 1);
  }

  boolean canConfirm() {
    return state.stage() == Stage.OPEN && state.open().guard() == Guard.OWN && state.reading().isPresent()
        && doing() == Doing.FINISHED;
  }

  void confirm() {
    if (!canConfirm()) return;
    int point = state.point();
    SeedRange seeds = newSeeds();
    replan(() -> state.open().confirm(point, seeds));
  }

  /// Opens a folder that was chosen or dropped.
  void open(Path folder) {
    if (!SweepFolder.is(folder)) shelf.forget(folder);
    boolean own = folder.toAbsolutePath().startsWith(shelf.parent().toAbsolutePath())
        || shelf.recent().contains(folder);
    state.ask(() -> OpenSweep.open(folder, own), open -> opened(open, false));
  }

  void chooseAndOpen() { shelf.choose().ifPresent(this::open); }

  void continueHere() {
    if (state.stage() != Stage.OPEN || state.open().guard() != Guard.ELSEWHERE) return;
    OpenSweep open = state.open();
    state.ask(open::owned, next -> opened(next, false));
  }

  /// Plans the same once more, as another sweep.
  void copy() {
    if (state.plan() != null) state.begin(state.plan().withTitle(Words.of("sweepview.copy", state.plan().title())));
  }

  /// The run that is looked at, as an experiment with the twin that the sweep's own experiment shows.
  Optional<Experiment> experiment() {
    return state.reading().map(reading -> {
      Sweep sweep = reading.sweep();
      boolean twin = sweep.experiment().training().twin();
      Experiment run = sweep.experiment(state.point(), sweep.seeds().at(seed()));
      String title = Words.of("sweepview.run.title", sweep.title(), Cause.label(reading.table(), state.point()),
          sweep.seeds().at(seed()));
      return run.withTitle(title).withTraining(run.training().withTwin(twin));
    });
  }

  int seed() { return cursor.seed(); }

  /// Which run is looked at.
  Cursor cursor() { return cursor; }
}
