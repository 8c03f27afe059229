package dropoutlab.ui.sweep;

import dropoutlab.run.Faults;
import dropoutlab.spec.sweep.Sweep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// The first runs of a plan, trained to tell how long all will take. They lie in a folder whose name begins with a dot,
/// which becomes the sweep's own when it is started, so that nothing is trained twice. Belongs to the worker's thread.
final class Trial implements AutoCloseable {
  static final int RUNS = 3;
  private static final String PREFIX = ".trial-";

  private final OpenSweep open;
  private boolean held;
  private boolean kept;

  private Trial(OpenSweep open) { this.open = open; }

  static Trial begin(Path parent, Sweep sweep) throws IOException {
    Trial trial = new Trial(OpenSweep.create(parent, PREFIX + ProcessHandle.current().pid(), sweep));
    trial.open.start(Optional.empty());
    return trial;
  }

  OpenSweep open() { return open; }

  /// After the first runs no more are begun.
  void look(Reading reading) {
    if (held || reading.summary().results() + reading.summary().running() < RUNS) return;
    held = true;
    open.hold();
  }

  OpenSweep keep(Path parent, String name) throws IOException {
    kept = true;
    return open.moved(parent, name);
  }

  @Override public void close() {
    open.close();
    if (!kept) delete(open.folder().path());
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(each);
    } catch (IOException e) {
      Faults.log("A trial cannot be deleted", e);
    }
  }
}
