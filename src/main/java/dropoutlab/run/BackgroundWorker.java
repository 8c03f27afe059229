package dropoutlab.run;

import dropoutlab.data.DataSet;
import dropoutlab.frame.Frame;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.predict.query.Effort;
import dropoutlab.words.Words;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// A thread that answers queries beside the training, from the latest frame. One query stands in each [Slot], and in
/// each slot the latest value wins. While the training runs, the thread rests between two answers, so that it leaves
/// most of a core to the rest of the program; the rest is short enough that the pictures keep up with the training.
///
/// If a slot shows nothing yet, at the start of a run or of another kind of query, drafts come first, from coarse to
/// fine ([Effort]), and those of all slots come before anything finer. After the first whole answer, later frames are
/// answered by whole answers only, so that a picture never becomes coarse again while the training runs.
///
/// A newer frame waits until the answer under way is there. A newer query, or a frame of another run, stops that answer
/// between two passes, unless it has only just begun; then it may finish, so that quick answers still appear while a
/// slider is dragged.
///
/// A fault in one answer is reported, and the next answer is begun.
///
/// @param <Q> the type of the queries
/// @param <A> the type of the answers
final class BackgroundWorker<Q, A> implements Runnable {
  private static final long SHORTEST_REST_NANOS = 60_000_000;
  private static final long LONGEST_REST_NANOS = 600_000_000;
  private static final int REST_RATIO = 3;
  private static final long YOUNG_NANOS = 120_000_000;
  private static final List<Effort> DRAFTS_FIRST = List.of(Effort.values());
  private static final List<Effort> WHOLE_ALONE = List.of(Effort.FULL);

  private final Solver<Q, A> solver;
  private final Mailbox<String> faults;
  private final List<Standing> slots = Stream.of(Slot.values()).map(_ -> new Standing()).toList();
  private volatile Thread thread;
  private long restsUntil = System.nanoTime();
  private String told;

  /// Computes an answer; empty if there is nothing to answer, if a draft is not worth its cost, or if the monitor has
  /// given up.
  interface Solver<Q, A> {
    Optional<A> answer(Frame frame, DataSet data, Q query, Effort effort, ProgressMonitor monitor);
  }

  BackgroundWorker(Solver<Q, A> solver, Mailbox<String> faults) {
    this.solver = solver;
    this.faults = faults;
  }

  private record Task<Q>(Frame frame, DataSet data, Q query, boolean training) {
    /// Queries are compared by identity, because a query may hold all weights of an ensemble.
    boolean isAnswerTo(Task<Q> other) { return isOfRun(other) && other.query == query; }

    boolean isOfRun(Task<Q> other) { return other != null && other.frame.run() == frame.run(); }
  }

  /// The run and the kind of query that have had a whole answer; what follows of the same kind replaces it without
  /// drafts.
  private record Shown(long run, Class<?> query) {
    static Shown of(Task<?> task) { return new Shown(task.frame.run(), task.query.getClass()); }
  }

  /// Asks for an answer from this frame; replaces a task that has not begun.
  void ask(Slot slot, Frame frame, DataSet data, Q query, boolean training) {
    Standing standing = slots.get(slot.ordinal());
    standing.newest = new Task<>(frame, data, query, training);
    standing.next.set(standing.newest);
    LockSupport.unpark(thread);
  }

  /// Clears a slot: gives up the task that waits and the one under way.
  void forget(Slot slot) {
    Standing standing = slots.get(slot.ordinal());
    standing.newest = null;
    standing.next.set(null);
    standing.answers.take();
  }

  /// Returns the newest answer that has not been taken yet.
  Optional<A> take(Slot slot) { return slots.get(slot.ordinal()).answers.take(); }

  /// Returns which share of the answer under way is done, from 0 to 1; NaN if there is none.
  double share(Slot slot) { return slots.get(slot.ordinal()).share; }

  @Override public void run() {
    thread = Thread.currentThread();
    new Turns(this::turn, this::report).run();
  }

  /// Makes one draft or whole answer if one is due: the coarsest first, else for the slot that has waited longest.
  private void turn() {
    boolean rested = restsUntil - System.nanoTime() <= 0;
    Optional<Standing> due = slots.stream().filter(slot -> slot.isDue(rested))
        .min(Comparator.comparing(Standing::nextEffort).thenComparing(slot -> slot.served));
    if (due.isPresent()) due.get().work();
    else if (slots.stream().anyMatch(slot -> slot.next.get() != null))
      LockSupport.parkNanos(this, restsUntil - System.nanoTime());
    else LockSupport.park(this);
  }

  /// The same fault would come back with every frame, and so it is reported only once.
  private void report(Throwable fault) {
    String sentence = fault instanceof IllegalArgumentException && fault.getMessage() != null ? fault.getMessage()
        : Faults.sentence(Words.of("run.fault.picture"), fault);
    if (sentence.equals(told)) return;
    told = sentence;
    Faults.log("A picture could not be computed", fault);
    faults.put(sentence);
  }

  /// The task of one slot. The fields of the lower half belong to the worker's thread alone.
  private final class Standing {
    final Mailbox<A> answers = new Mailbox<>();
    final AtomicReference<Task<Q>> next = new AtomicReference<>();
    volatile Task<Q> newest;
    volatile double share = Double.NaN;

    final Deque<Effort> left = new ArrayDeque<>();
    Task<Q> task;
    Shown shown;
    long begun;
    long served;

    /// A newer frame for an answered query waits for the end of the rest. A task that the user waits for, of a paused
    /// run or of a new query, does not.
    boolean isDue(boolean rested) {
      Task<Q> waiting = next.get();
      return !left.isEmpty() || waiting != null && (rested || !waiting.training() || !waiting.isAnswerTo(task));
    }

    private List<Effort> efforts(Task<Q> of) { return Shown.of(of).equals(shown) ? WHOLE_ALONE : DRAFTS_FIRST; }

    Effort nextEffort() {
      Task<Q> waiting = next.get();
      return !left.isEmpty() ? left.peek() : waiting == null ? Effort.FULL : efforts(waiting).getFirst();
    }

    void work() {
      if (!left.isEmpty() && !task.isAnswerTo(newest)) left.clear();
      if (left.isEmpty() && !begin()) return;
      Effort effort = left.poll();
      boolean goesOn = false;
      try {
        goesOn = answer(effort);
      } finally {
        served = System.nanoTime();
        if (!goesOn) end();
      }
    }

    private boolean begin() {
      Task<Q> waiting = next.getAndSet(null);
      share = Double.NaN;
      if (waiting == null) return false;
      task = waiting;
      left.addAll(efforts(task));
      begun = System.nanoTime();
      share = 0;
      return true;
    }

    /// Returns whether more is to be computed for this task.
    private boolean answer(Effort effort) {
      Optional<A> answer = solver.answer(task.frame(), task.data(), task.query(), effort, monitor(effort));
      if (!task.isOfRun(newest)) return false;
      answer.ifPresent(answers::put);
      if (answer.isPresent() && !effort.isDraft()) shown = Shown.of(task);
      return task.isAnswerTo(newest) && !left.isEmpty();
    }

    private ProgressMonitor monitor(Effort effort) {
      long now = System.nanoTime();
      return new ProgressMonitor() {
        @Override public boolean abandoned() {
          return thread.isInterrupted() || !task.isAnswerTo(newest) && System.nanoTime() - now > YOUNG_NANOS;
        }

        @Override public void done(double part) { if (!effort.isDraft()) share = part; }
      };
    }

    private void end() {
      left.clear();
      share = Double.NaN;
      if (!task.training()) return;
      long now = System.nanoTime();
      restsUntil = now + Math.clamp(REST_RATIO * (now - begun), SHORTEST_REST_NANOS, LONGEST_REST_NANOS);
    }
  }
}
