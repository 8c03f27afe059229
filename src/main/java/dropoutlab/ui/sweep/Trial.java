package dropoutlab.ui.sweep;

import dropoutlab.predict.ProgressMonitor;
import dropoutlab.run.Faults;
import dropoutlab.spec.sweep.Sweep;
import dropoutlab.sweep.Estimate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/// The first runs of a plan, trained to tell how long all will take. They lie in a folder whose name begins with a dot,
/// which becomes the sweep's own when it is started, so that nothing is trained twice. For any thread.
final class Trial {
  private static final String PREFIX = ".trial-";

  private final OpenSweep open;
  private volatile Estimate estimate;
  private boolean over;
  private volatile boolean abandoned;

  private Trial(OpenSweep open) { this.open = open; }

  static Trial begin(Path parent, Sweep sweep) throws IOException {
    return new Trial(OpenSweep.create(parent, PREFIX + ProcessHandle.current().pid(), sweep));
  }

  OpenSweep open() { return open; }

  /// How long the runs take; null before that is known.
  Estimate estimate() { return estimate; }

  /// Trains. An [UncheckedIOException] tells in a sentence what went wrong.
  Estimate train(ProgressMonitor watch) {
    try {
      estimate = Estimate.of(open.folder(), new ProgressMonitor() {
        @Override public boolean abandoned() { return abandoned || watch.abandoned(); }

        @Override public void done(double share) { watch.done(share); }
      });
      return estimate;
    } catch (IOException e) {
      throw new IllegalArgumentException(SeedText.sentence(e.getMessage()), e);
    } catch (CancellationException e) {
      return null;
    } finally {
      ended();
    }
  }

  private synchronized void ended() {
    over = true;
    notifyAll();
  }

  /// Waits until the run under way is dropped.
  private synchronized void rest() {
    abandoned = true;
    try {
      while (!over) wait();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  OpenSweep keep(Path parent, String name) throws IOException {
    rest();
    return open.moved(parent, name);
  }

  /// Ends it, and deletes what it has written.
  void drop() {
    rest();
    try (Stream<Path> all = Files.walk(open.folder().path())) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(each);
    } catch (IOException | UncheckedIOException e) {
      Faults.log("A trial cannot be deleted", e);
    }
  }
}
