package dropoutlab.run;

import dropoutlab.data.DataSet;
import dropoutlab.frame.Frame;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.predict.query.Effort;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/// A thread that computes something beside the training from the latest frame: latest value wins. While the training
/// goes on it rests between two jobs, so that it leaves most of a core to the rest of the program; the rest is short
/// enough that the pictures keep up with the training.
///
/// Where nothing is shown yet, at the beginning of a run or of another kind of request, drafts come first, from coarse
/// to fine ([Effort]). Once the whole was there, frames that follow are answered by the whole alone, so that a picture
/// never becomes coarse again while the training goes on.
///
/// A newer frame waits until the job under way is done. A newer request, or a frame of another run, ends it between two
/// passes, unless it is so young that it may as well finish: while a slider is dragged, quick answers still appear.
///
/// A fault in one job is told, and the next is taken.
///
/// @param <Q> what is asked
/// @param <A> what comes out
final class BackgroundWorker<Q, A> implements Runnable {
  private static final long SHORTEST_REST_NANOS = 60_000_000;
  private static final long LONGEST_REST_NANOS = 600_000_000;
  private static final int REST_RATIO = 3;
  private static final long YOUNG_NANOS = 120_000_000;
  private static final List<Effort> DRAFTS_FIRST = List.of(Effort.values());
  private static final List<Effort> WHOLE_ALONE = List.of(Effort.FULL);

  private final Function<DataSet, Studio<Q, A>> studios;
  private final Mailbox<A> results;
  private final Mailbox<String> faults;
  private final AtomicReference<Job<Q>> next = new AtomicReference<>();
  private volatile Job<Q> newest;
  private volatile Thread thread;
  private volatile double share = Double.NaN;
  private DataSet data;
  private Studio<Q, A> studio;
  private Shown shown;
  private String told;

  /// What does the work for one data set; empty where there is nothing to say, a draft is not worth its while, or the
  /// watch has abandoned it.
  interface Studio<Q, A> {
    Optional<A> paint(Frame frame, Q request, Effort effort, ProgressMonitor watch);
  }

  private record Job<Q>(Frame frame, DataSet data, Q request, boolean training) {
    /// The request is compared by identity: it may hold all weights of an ensemble.
    boolean isAnswerTo(Job<Q> other) { return isOfRun(other) && other.request == request; }

    boolean isOfRun(Job<Q> other) { return other != null && other.frame.run() == frame.run(); }
  }

  /// Of what a whole answer was given: what follows in the same run takes its place without drafts.
  private record Shown(long run, Class<?> request) {}

  BackgroundWorker(Function<DataSet, Studio<Q, A>> studios, Mailbox<A> results, Mailbox<String> faults) {
    this.studios = studios;
    this.results = results;
    this.faults = faults;
  }

  /// Asks for a picture of this frame; replaces one that was not begun.
  void paint(Frame frame, DataSet data, Q request, boolean training) {
    newest = new Job<>(frame, data, request, training);
    next.set(newest);
    LockSupport.unpark(thread);
  }

  /// Nothing is asked any more: gives up what is waiting and under way.
  void forget() {
    newest = null;
    next.set(null);
    results.take();
  }

  /// How much of the job under way is done, from 0 to 1; NaN when there is none.
  double share() { return share; }

  @Override public void run() {
    thread = Thread.currentThread();
    new Turns(this::turn, this::report).run();
  }

  private void turn() {
    Job<Q> job = next.getAndSet(null);
    if (job == null) {
      LockSupport.park(this);
      return;
    }
    long begun = System.nanoTime();
    try {
      work(job, begun);
    } finally {
      share = Double.NaN;
    }
    if (job.training()) rest(job, begun);
  }

  private void work(Job<Q> job, long begun) {
    share = 0;
    Shown shows = new Shown(job.frame().run(), job.request().getClass());
    for (Effort effort : shows.equals(shown) ? WHOLE_ALONE : DRAFTS_FIRST) {
      Optional<A> result = paint(job, effort, begun);
      if (!job.isOfRun(newest)) return;
      result.ifPresent(results::put);
      if (result.isPresent() && !effort.isDraft()) shown = shows;
      if (!job.isAnswerTo(newest)) return;
    }
  }

  private Optional<A> paint(Job<Q> job, Effort effort, long begun) {
    if (studio == null || data != job.data()) {
      studio = studios.apply(job.data());
      data = job.data();
    }
    return studio.paint(job.frame(), job.request(), effort, new ProgressMonitor() {
      @Override public boolean abandoned() {
        return thread.isInterrupted() || !job.isAnswerTo(newest) && System.nanoTime() - begun > YOUNG_NANOS;
      }

      @Override public void done(double share) { if (!effort.isDraft()) BackgroundWorker.this.share = share; }
    });
  }

  /// The same fault would come back with every frame: it is said once.
  private void report(Throwable fault) {
    String sentence = fault instanceof IllegalArgumentException && fault.getMessage() != null ? fault.getMessage()
        : Faults.sentence(Words.of("run.fault.picture"), fault);
    if (sentence.equals(told)) return;
    told = sentence;
    Faults.log("A picture could not be computed", fault);
    faults.put(sentence);
  }

  /// Sleeps while the training goes on; a job that somebody is waiting for, of a paused run or for a new request, ends
  /// the rest.
  private void rest(Job<Q> done, long begun) {
    long now = System.nanoTime();
    long until = now + Math.clamp(REST_RATIO * (now - begun), SHORTEST_REST_NANOS, LONGEST_REST_NANOS);
    while (until - System.nanoTime() > 0 && !thread.isInterrupted()) {
      Job<Q> waiting = next.get();
      if (waiting != null && (!waiting.training() || !waiting.isAnswerTo(done))) return;
      LockSupport.parkNanos(this, until - System.nanoTime());
    }
  }
}
