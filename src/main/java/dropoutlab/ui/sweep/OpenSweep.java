package dropoutlab.ui.sweep;

import dropoutlab.spec.sweep.RunId;
import dropoutlab.spec.sweep.SeedRange;
import dropoutlab.spec.sweep.Sweep;
import dropoutlab.sweep.LocalEngine;
import dropoutlab.sweep.Shard;
import dropoutlab.sweep.SlurmEngine;
import dropoutlab.sweep.SlurmSettings;
import dropoutlab.sweep.SweepEngine;
import dropoutlab.sweep.SweepFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A folder that is open, and what fills it. Every method but [#state] and [#guard] belongs to the worker's thread.
final class OpenSweep implements AutoCloseable {
  /// Whether this window may have runs trained into the folder.
  enum Guard {
    OWN,
    /// It comes from elsewhere: only when the person says so.
    ELSEWHERE,
    /// Another version began it, which may round differently: never.
    VERSION
  }

  private final Guard guard;
  private volatile SweepFolder folder;
  private volatile SweepEngine engine;
  private Optional<SlurmSettings> cluster = Optional.empty();
  /// Whether what trains knows only the plan of before.
  private boolean outdated;

  private OpenSweep(SweepFolder folder, Guard guard) {
    this.folder = folder;
    this.guard = guard;
  }

  /// Writes a new folder, under a number where the name is taken.
  static OpenSweep create(Path parent, String name, Sweep sweep) throws IOException {
    Files.createDirectories(parent);
    return new OpenSweep(SweepFolder.create(free(parent, name), sweep), Guard.OWN);
  }

  private static Path free(Path parent, String name) {
    Path place = parent.resolve(name);
    for (int i = 2; Files.exists(place); i++) place = parent.resolve(name + "-" + i);
    return place;
  }

  /// @param own whether it is one of this person's
  static OpenSweep open(Path place, boolean own) throws IOException {
    SweepFolder folder = SweepFolder.open(place);
    if (folder.refusal().isPresent()) return new OpenSweep(folder, Guard.VERSION);
    return new OpenSweep(folder, own && Files.isWritable(place) ? Guard.OWN : Guard.ELSEWHERE);
  }

  /// The same, when the person has said that this window goes on with it.
  OpenSweep owned() { return new OpenSweep(folder, Guard.OWN); }

  /// Puts a folder that was only tried to its place.
  OpenSweep moved(Path parent, String name) throws IOException {
    close();
    Path place = free(parent, name);
    Files.move(folder.path(), place);
    return new OpenSweep(SweepFolder.open(place), Guard.OWN);
  }

  Guard guard() { return guard; }

  SweepFolder folder() { return folder; }

  Optional<SweepEngine.State> state() { return Optional.ofNullable(engine).map(SweepEngine::state); }

  boolean isOnCluster() { return engine instanceof SlurmEngine; }

  /// Whether threads of this program train runs.
  boolean isAtWork() {
    return engine instanceof LocalEngine local && switch (local.state().phase()) {
      case RUNNING, HOLDING, STOPPING -> true;
      case IDLE, FINISHED -> false;
    };
  }

  /// @param cluster how to ask one; empty for this computer
  void start(Optional<SlurmSettings> cluster) {
    this.cluster = cluster;
    if (engine == null || isOnCluster() != cluster.isPresent()) {
      close();
      engine = cluster.<SweepEngine>map(settings -> new SlurmEngine(folder, settings))
          .orElseGet(() -> new LocalEngine(folder, Shard.ALL, LocalEngine.usualThreads()));
    }
    engine.start();
  }

  void hold() { if (engine != null) engine.hold(); }

  void stop() { if (engine != null) engine.stop(); }

  void moreSeeds(SeedRange seeds) throws IOException { replan(() -> folder.withSeeds(seeds)); }

  void confirm(int point, SeedRange seeds) throws IOException { replan(() -> folder.confirming(point, seeds)); }

  private interface Replan {
    SweepFolder of() throws IOException;
  }

  /// What trains the old plan does not know the new one: when it is done with that, another begins.
  private void replan(Replan next) throws IOException {
    folder = next.of();
    if (isAtWork()) outdated = true;
    else close();
  }

  /// Called whenever the folder is read.
  void tend() {
    if (!outdated || isAtWork()) return;
    outdated = false;
    boolean goesOn = state().filter(now -> now.phase() == SweepEngine.Phase.FINISHED).isPresent();
    close();
    if (goesOn) start(cluster);
  }

  /// Trains a run before all others; one that has a result is repeated.
  void ask(RunId run) {
    if (engine == null || isOnCluster()) {
      close();
      engine = new LocalEngine(folder, Shard.ALL, LocalEngine.usualThreads());
    }
    ((LocalEngine) engine).ask(run);
  }

  @Override public void close() {
    SweepEngine before = engine;
    engine = null;
    if (before != null) before.close();
  }
}
