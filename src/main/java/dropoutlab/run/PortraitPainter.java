package dropoutlab.run;

import dropoutlab.data.DataSet;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Portrait;
import dropoutlab.frame.PortraitRequest;
import dropoutlab.predict.Portraits;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/// The thread that paints portraits from the latest frame. It rests between two portraits, so that it leaves most of a core
/// to the rest of the program; the rest is short enough that the pictures keep up with the training.
final class PortraitPainter implements Runnable {
  private static final System.Logger LOG = System.getLogger(PortraitPainter.class.getName());
  private static final long SHORTEST_REST_NANOS = 60_000_000;
  private static final long LONGEST_REST_NANOS = 600_000_000;
  private static final int REST_RATIO = 3;

  private final Mailbox<Portrait> portraits;
  private final AtomicReference<Job> next = new AtomicReference<>();
  private volatile Thread thread;
  private DataSet data;
  private Portraits studio;

  private record Job(Frame frame, DataSet data, PortraitRequest request, boolean training) {}

  PortraitPainter(Mailbox<Portrait> portraits) {
    this.portraits = portraits;
  }

  /// Asks for a portrait of this frame; replaces one that was not begun.
  void paint(Frame frame, DataSet data, PortraitRequest request, boolean training) {
    next.set(new Job(frame, data, request, training));
    LockSupport.unpark(thread);
  }

  @Override public void run() {
    thread = Thread.currentThread();
    while (!thread.isInterrupted()) {
      Job job = next.getAndSet(null);
      if (job == null) {
        LockSupport.park(this);
        continue;
      }
      long begun = System.nanoTime();
      try {
        portraits.put(paint(job));
      } catch (RuntimeException e) {
        LOG.log(System.Logger.Level.ERROR, "A portrait could not be painted", e);
      }
      if (job.training()) rest(begun);
    }
  }

  private Portrait paint(Job job) {
    if (data != job.data()) {
      data = job.data();
      studio = new Portraits(data);
    }
    return studio.paint(job.frame(), job.request());
  }

  /// Sleeps while the training goes on; a job of a paused run, which somebody is waiting for, ends the rest.
  private void rest(long begun) {
    long now = System.nanoTime();
    long until = now + Math.clamp(REST_RATIO * (now - begun), SHORTEST_REST_NANOS, LONGEST_REST_NANOS);
    while (until - System.nanoTime() > 0 && !thread.isInterrupted()) {
      Job waiting = next.get();
      if (waiting != null && !waiting.training()) return;
      LockSupport.parkNanos(this, until - System.nanoTime());
    }
  }
}
