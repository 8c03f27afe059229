package dropoutlab.run;

import dropoutlab.train.Pair;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Does the second piece of work on a thread of its own, while the calling thread does the first. On a machine with one
/// core it does both in turn. What comes out is the same.
public final class SecondCore implements Pair, AutoCloseable {
  private final ExecutorService thread = Runtime.getRuntime().availableProcessors() == 1 ? null
      : Executors.newSingleThreadExecutor(work -> Thread.ofPlatform().daemon().name("twin").unstarted(work));

  @Override public void both(Runnable first, Runnable second) {
    if (thread == null) {
      Pair.IN_TURN.both(first, second);
      return;
    }
    Future<?> other = thread.submit(second);
    try {
      first.run();
    } finally {
      await(other);
    }
  }

  /// An interrupt waits until both are done: what they write must not change under the eyes of whoever reads it.
  private static void await(Future<?> work) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          work.get();
          return;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException fault) throw fault;
      if (e.getCause() instanceof Error fault) throw fault;
      throw new IllegalStateException(e.getCause());
    } finally {
      if (interrupted) Thread.currentThread().interrupt();
    }
  }

  @Override public void close() {
    if (thread != null) thread.shutdown();
  }
}
