package dropoutlab.sweep.local;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/// Lets as many runs begin as fit into memory together; one always may.
final class Gate {
  private static final long PROGRAM = 64L << 20, PATIENCE_MILLIS = 100;

  private final long most = (Runtime.getRuntime().maxMemory() - PROGRAM) / 4 * 3;
  private long taken;
  private int inside;
  private volatile long refused;

  synchronized void enter(long bytes, BooleanSupplier dropped) {
    while (inside > 0 && taken + bytes > most) {
      refused = Math.max(refused, bytes);
      if (dropped.getAsBoolean()) throw new CancellationException();
      try {
        wait(PATIENCE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancellationException();
      }
    }
    taken += bytes;
    inside++;
  }

  synchronized void leave(long bytes) {
    taken -= bytes;
    inside--;
    notifyAll();
  }

  /// How many bytes the largest run needs for which others had to wait; 0 if none had.
  long refused() { return refused; }
}
