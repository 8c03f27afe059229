package dropoutlab.cli.parts;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Turns Ctrl-C into a question that a long command asks between two steps: [#asked]. The program then has some seconds
/// to write what is finished before the Java machine ends. An interrupt of the command's thread has the same effect.
public final class Stop implements AutoCloseable {
  private static final long GRACE_SECONDS = 30;

  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook = new Thread(this::ask, "stop");
  private volatile boolean asked;

  public Stop() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void ask() {
    asked = true;
    try {
      done.await(GRACE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public boolean asked() {
    if (Thread.currentThread().isInterrupted()) asked = true;
    return asked;
  }

  /// Clears the interrupt of the thread, so that it can still write files.
  public void acknowledge() {
    Thread.interrupted();
  }

  @Override public void close() {
    done.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      // The shutdown hook ends the program now; it has been told that the work is done.
    }
  }
}
