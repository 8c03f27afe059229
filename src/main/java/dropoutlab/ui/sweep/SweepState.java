package dropoutlab.ui.sweep;

import dropoutlab.data.DataSet;
import dropoutlab.figure.sweep.SweepLook;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentException;
import dropoutlab.spec.sweep.Measure;
import dropoutlab.spec.sweep.Sweep;
import dropoutlab.sweep.SweepFolder;
import dropoutlab.ui.parts.Job;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/// The sweep of the window, from the first choice to the last dot: nothing yet, a plan that is edited, or a folder
/// that is
/// open. Lives on the FX thread; parts of the workspace read it anew at each [#version].
final class SweepState implements AutoCloseable {
  enum Stage { EMPTY, PLANNED, OPEN }

  private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper();
  private final PlanHistory plans = new PlanHistory();
  private final Consumer<String> report;
  private final Schemas schemas;
  private final FolderWorker worker;
  private Stage stage = Stage.EMPTY;
  private volatile Reading reading;
  private String fault = "";
  private SweepLook look = SweepLook.START;
  private volatile Measure measure = Measure.ERROR;
  /// Both belong to the worker once it was asked for them.
  private volatile OpenSweep open;
  private volatile Trial trial;
  private boolean busy;
  private Optional<Seen> seen = Optional.empty();
  /// How many results the folder had when it was opened; -1 before that is known.
  private long first = -1;

  /// @param data   loads what an experiment reads
  /// @param report hears in a sentence what could not be done
  SweepState(Function<Experiment, DataSet> data, Consumer<String> report) {
    this.report = report;
    schemas = new Schemas(data);
    worker = new FolderWorker(this::read, sentence -> {
      busy = false;
      report.accept(sentence);
      tell();
    });
  }

  /// Changes whenever anything does that can be seen.
  ReadOnlyLongProperty version() { return version.getReadOnlyProperty(); }

  void tell() { version.set(version.get() + 1); }

  FolderWorker worker() { return worker; }

  Stage stage() { return stage; }

  /// What is planned, or was; null while nothing is.
  Plan plan() { return plans.now(); }

  /// What is known of it; empty before anything is.
  Optional<Reading> reading() { return Optional.ofNullable(reading); }

  /// Why the plan makes no sense yet, in a sentence; "" if it does.
  String fault() { return fault; }

  OpenSweep open() { return open; }

  Trial trial() { return trial; }

  Measure measure() { return measure; }

  SweepLook look() { return look; }

  /// Whether something was asked for that is still under way.
  boolean isBusy() { return busy; }

  void report(String sentence) { report.accept(sentence); }

  /// Begins another plan.
  void begin(Plan plan) {
    leave();
    plans.clear();
    plans.put(plan);
    stage = Stage.PLANNED;
    look = SweepLook.START.withRows(look.rows());
    replan();
  }

  /// Back to the ready-made sweeps.
  void clear() {
    leave();
    plans.clear();
    stage = Stage.EMPTY;
    reading = null;
    fault = "";
    tell();
  }

  /// What trains here is ended, what is tried is thrown away.
  private void leave() {
    OpenSweep before = open;
    Trial tried = trial;
    open = null;
    trial = null;
    worker.follow(null);
    worker.run(() -> {
      if (before != null) before.close();
      if (tried != null) tried.drop();
      return true;
    }, _ -> {});
  }

  /// Changes the plan, which can be taken back; once a folder is open it is fixed.
  void change(UnaryOperator<Plan> change) {
    if (stage != Stage.PLANNED) return;
    if (plans.put(change.apply(plans.now()))) replan();
  }

  /// Where the runs are to be trained may be chosen at any time.
  void choosePlace(UnaryOperator<Plan> change) {
    if (stage == Stage.PLANNED) change(change);
    else if (stage == Stage.OPEN && plans.put(change.apply(plans.now()))) tell();
  }

  void undo() { if (stage == Stage.PLANNED && plans.undo()) replan(); }

  void redo() { if (stage == Stage.PLANNED && plans.redo()) replan(); }

  private void replan() {
    Trial before = trial;
    trial = null;
    worker.run(() -> {
      if (before != null) before.drop();
      return true;
    }, _ -> {});
    try {
      Sweep sweep = plan().sweep();
      fault = "";
      Measure measured = measure;
      follow(() -> Reading.planned(sweep, measured, schemas.of(sweep.experiment())));
    } catch (ExperimentException | IllegalArgumentException e) {
      fault = SeedText.sentence(e.getMessage());
      worker.follow(null);
    }
    tell();
  }

  private void follow(Callable<Reading> reader) {
    boolean[] once = {false};
    worker.follow(() -> {
      // A plan changes only when a person changes it.
      if (once[0] && trial == null && open == null) return null;
      once[0] = true;
      return reader.call();
    });
  }

  /// A folder was opened, or has come to its place.
  ///
  /// @param planned whether it is what was planned here
  void take(OpenSweep opened, boolean planned) {
    OpenSweep before = open;
    if (before != null && before != opened) worker.run(() -> {
      before.close();
      return true;
    }, _ -> {});
    Plan as = planned ? plan() : Plan.of(opened.folder().sweep());
    Trial tried = planned ? null : trial;
    if (tried != null) worker.run(() -> {
      tried.drop();
      return true;
    }, _ -> {});
    plans.clear();
    plans.put(as);
    trial = null;
    open = opened;
    first = -1;
    stage = Stage.OPEN;
    fault = "";
    busy = false;
    if (!planned) {
      reading = null;
      look = SweepLook.START.withRows(look.rows());
    }
    followOpen();
    tell();
  }

  void tried(Trial begun) {
    trial = begun;
    busy = false;
    worker.follow(() -> {
      SweepFolder folder = begun.open().folder();
      return Reading.of(folder, Optional.empty(), measure, schemas.of(folder.sweep().experiment()), reading);
    });
    Job.start("sweep-trial", begun::train, _ -> tell(), report, worker::lookNow);
    tell();
  }

  void followOpen() {
    OpenSweep now = open;
    worker.follow(() -> {
      now.tend();
      return Reading.of(now.folder(), now.state(), measure, schemas.of(now.folder().sweep().experiment()), reading);
    });
  }

  private void read(Reading next) {
    if (next == null || stage == Stage.EMPTY) return;
    reading = next.measuring(measure);
    if (first < 0) first = reading.summary().results();
    tell();
  }

  /// Asks the worker for something that takes its time; meanwhile no button asks for more.
  <T> void ask(Callable<T> work, Consumer<T> done) {
    busy = true;
    tell();
    worker.run(work, value -> {
      busy = false;
      done.accept(value);
      tell();
    });
  }

  void measure(Measure next) {
    if (measure == next) return;
    measure = next;
    if (reading != null) reading = reading.measuring(next);
    tell();
  }

  void look(UnaryOperator<SweepLook> change) {
    SweepLook next = change.apply(look);
    if (next.equals(look)) return;
    look = next;
    tell();
  }

  /// The value that is looked at: the chosen one, or the one with the lowest median, or the first.
  int point() {
    OptionalInt best = reading == null ? OptionalInt.empty() : reading.statistics().best();
    int chosen = look.point().orElse(best.orElse(0));
    return reading == null ? 0 : Math.clamp(chosen, 0, reading.sweep().points() - 1);
  }

  OptionalInt seed() { return look.seed(); }

  /// How the folder stood when it was looked at before; empty if it never was.
  void seenBefore(Optional<Seen> before) { seen = before; }

  Optional<Seen> seenBefore() { return seen; }

  /// How many results came in while nobody looked.
  long cameIn() {
    long now = reading == null ? 0 : reading.summary().results();
    return first < 0 ? 0 : Math.max(0, Math.min(now, first) - seen.map(Seen::results).orElse(now));
  }

  Optional<Path> place() { return Optional.ofNullable(open).map(now -> now.folder().path()); }

  @Override public void close() {
    leave();
    worker.close();
  }
}
