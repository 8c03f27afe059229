package dropoutlab.run;

import dropoutlab.train.Together;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// Runs pieces of work on two threads, the calling one and one of its own; each takes the next piece that has not
/// begun. On a machine with one core all pieces run one after the other. The results are the same.
public final class SecondCore implements Together, AutoCloseable {
  private final ExecutorService thread = Runtime.getRuntime().availableProcessors() == 1 ? null
      : Executors.newSingleThreadExecutor(work -> Thread.ofPlatform().daemon().name("second-core").unstarted(work));

  @Override public void all(List<Runnable> pieces) {
    if (thread == null || pieces.size() < 2) {
      Together.IN_TURN.all(pieces);
      return;
    }
    AtomicInteger next = new AtomicInteger();
    Runnable some = () -> {
      for (int i = next.getAndIncrement(); i < pieces.size(); i = next.getAndIncrement()) pieces.get(i).run();
    };
    Future<?> other = thread.submit(some);
    try {
      some.run();
    } finally {
      await(other);
    }
  }

  /// An interrupt waits until both threads are done: what they write must not change while somebody reads it.
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
