package dropoutlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.data.DataSet;
import dropoutlab.frame.BareFrame;
import dropoutlab.frame.Frame;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.predict.query.Effort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A background worker whose work the test controls. Oracle: which job may end, and what is reported of it.
class BackgroundWorkerTest {
  private static final long PATIENCE_SECONDS = 60;
  private static final Slot SLOT = Slot.INQUIRY;

  private final Mailbox<String> faults = new Mailbox<>();
  private final BlockingQueue<String> begun = new LinkedBlockingQueue<>();
  private final AtomicReference<Throwable> thrown = new AtomicReference<>();
  private final Semaphore finish = new Semaphore(0);
  private final BackgroundWorker<String, String> worker = new BackgroundWorker<>(this::work, faults);
  private final Thread thread = Thread.ofPlatform().daemon().start(worker);

  @AfterEach void stop() { thread.interrupt(); }

  /// "endless" works until it is abandoned, "wait" until the test lets it finish, "fault" throws.
  private Optional<String> work(Frame frame, DataSet data, String request, Effort effort, ProgressMonitor watch) {
    if (effort.isDraft()) return Optional.empty();
    begun.add(request);
    watch.done(0.5);
    switch (request) {
      case "fault" -> throw new IllegalArgumentException("It does not work.");
      case "endless" -> {
        while (!watch.abandoned()) Thread.onSpinWait();
        return Optional.empty();
      }
      case "throw" -> BackgroundWorkerTest.<RuntimeException>sneak(thrown.get());
      case "wait" -> awaitPermit();
      default -> {}
    }
    return watch.abandoned() ? Optional.empty() : Optional.of(request + " of run " + frame.run());
  }

  private void awaitPermit() {
    try {
      if (!finish.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) throw new AssertionError("Nobody lets it finish");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void paint(long run, String request) {
    worker.ask(SLOT, BareFrame.of(run), null, request, false);
  }

  private void awaitBegun(String request) throws InterruptedException {
    assertThat(begun.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(request);
  }

  private String awaitResult() throws InterruptedException {
    for (int i = 0; i < 1000 * PATIENCE_SECONDS; i++) {
      Optional<String> result = worker.take(SLOT);
      if (result.isPresent()) return result.get();
      Thread.sleep(1);
    }
    throw new AssertionError("No result came within " + PATIENCE_SECONDS + " seconds");
  }

  @Test void aNewerRequestEndsTheJobUnderWay() throws InterruptedException {
    paint(1, "endless");
    awaitBegun("endless");
    assertThat(worker.share(SLOT)).isBetween(0.0, 0.5);
    paint(1, "quick");
    assertThat(awaitResult()).isEqualTo("quick of run 1");
  }

  @Test void aFrameOfAnotherRunEndsTheJobUnderWay() throws InterruptedException {
    String same = "endless";
    paint(1, same);
    awaitBegun("endless");
    paint(2, same);
    awaitBegun("endless");
    worker.forget(SLOT);
  }

  @Test void aNewerFrameWaitsUntilTheJobIsDone() throws InterruptedException {
    paint(1, "wait");
    awaitBegun("wait");
    paint(1, "wait");
    // This is longer than the time for which any job may continue.
    Thread.sleep(200);
    finish.release();
    assertThat(awaitResult()).isEqualTo("wait of run 1");
    awaitBegun("wait");
    finish.release();
    assertThat(awaitResult()).isEqualTo("wait of run 1");
  }

  @Test void whatNobodyAsksAnyMoreIsNotTold() throws InterruptedException {
    paint(1, "wait");
    awaitBegun("wait");
    worker.forget(SLOT);
    finish.release();
    paint(1, "quick");
    assertThat(awaitResult()).isEqualTo("quick of run 1");
  }

  @Test void theSameFaultIsToldOnceAndTheThreadGoesOn() throws InterruptedException {
    for (int i = 0; i < 2; i++) {
      paint(1, "fault");
      awaitBegun("fault");
    }
    paint(1, "quick");
    awaitBegun("quick");
    awaitResult();
    assertThat(faults.take()).contains("It does not work.");
    for (int i = 0; i < 2; i++) {
      paint(1, "fault");
      awaitBegun("fault");
    }
    paint(1, "quick");
    awaitBegun("quick");
    awaitResult();
    assertThat(faults.take()).isEmpty();
    assertThat(worker.share(SLOT)).isNaN();
  }

  /// Reports with how much effort it was asked to work.
  private static Optional<String> told(Frame frame, String request, Effort effort, ProgressMonitor watch) {
    return Optional.of(request + " of run " + frame.run() + ", " + effort);
  }

  /// Oracle: by hand. Drafts come from coarse to fine, once per run.
  @Test void aRunBeginsWithDraftsAndNeverBecomesCoarseAgain() throws InterruptedException {
    BlockingQueue<String> told = new LinkedBlockingQueue<>();
    BackgroundWorker<Object, String> drafting = new BackgroundWorker<>((frame, _, request, effort, watch) -> {
      told(frame, request.toString(), effort, watch).ifPresent(told::add);
      return Optional.of("answer");
    }, faults);
    Thread thread = Thread.ofPlatform().daemon().start(drafting);
    drafting.ask(SLOT, BareFrame.of(1), null, "map", false);
    assertTold(told, "map of run 1, GLANCE", "map of run 1, SKETCH", "map of run 1, STUDY", "map of run 1, FULL");
    drafting.ask(SLOT, BareFrame.of(1), null, "map", true);
    assertTold(told, "map of run 1, FULL");
    drafting.ask(SLOT, BareFrame.of(1), null, "other map", false);
    assertTold(told, "other map of run 1, FULL");
    drafting.ask(SLOT, BareFrame.of(1), null, 7, false);
    assertTold(told, "7 of run 1, GLANCE", "7 of run 1, SKETCH", "7 of run 1, STUDY", "7 of run 1, FULL");
    drafting.ask(SLOT, BareFrame.of(2), null, 7, false);
    assertTold(told, "7 of run 2, GLANCE", "7 of run 2, SKETCH", "7 of run 2, STUDY", "7 of run 2, FULL");
    thread.interrupt();
  }

  private static void assertTold(BlockingQueue<String> told, String... wanted) throws InterruptedException {
    for (String each : wanted) assertThat(told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(each);
    assertThat(told).isEmpty();
  }

  /// Oracle: by hand. What stands in two slots is answered in turn, the coarse of both before anything finer.
  @Test void slotsAreAnsweredInTurnAndEachHasAnAnswerOfItsOwn() throws InterruptedException {
    BlockingQueue<String> told = new LinkedBlockingQueue<>();
    Semaphore go = new Semaphore(0);
    BackgroundWorker<String, String> both = new BackgroundWorker<>((_, _, request, effort, _) -> {
      if (request.equals("first")) go.acquireUninterruptibly();
      told.add(request + ", " + effort);
      return Optional.of(request);
    }, faults);
    Thread thread = Thread.ofPlatform().daemon().start(both);
    both.ask(Slot.PASSES, BareFrame.of(1), null, "first", false);
    both.ask(Slot.LEARNED, BareFrame.of(1), null, "second", false);
    go.release(4);
    List<String> order = new ArrayList<>();
    for (int i = 0; i < 8; i++) order.add(told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
    for (Effort effort : Effort.values())
      assertThat(order.subList(2 * effort.ordinal(), 2 * effort.ordinal() + 2))
          .containsExactlyInAnyOrder("first, " + effort, "second, " + effort);
    both.forget(Slot.LEARNED);
    both.ask(Slot.PASSES, BareFrame.of(2), null, "third", false);
    assertTold(told, "third, GLANCE", "third, SKETCH", "third, STUDY", "third, FULL");
    assertThat(both.take(Slot.LEARNED)).isEmpty();
    thread.interrupt();
  }

  /// Quick answers to a question of a moment ago are shown while a slider moves.
  @Test void anAnswerOfTheSameRunIsToldEvenIfAnotherQuestionStandsByNow() throws InterruptedException {
    paint(1, "wait");
    awaitBegun("wait");
    paint(1, "wait");
    finish.release();
    assertThat(awaitResult()).isEqualTo("wait of run 1");
    finish.release();
  }

  @Test void noFaultEndsTheThread() throws InterruptedException {
    for (Throwable fault : List.of(new StackOverflowError(), new NoClassDefFoundError(), new OutOfMemoryError(),
        new NullPointerException(), new AssertionError())) {
      thrown.set(fault);
      paint(1, "throw");
      awaitBegun("throw");
      paint(1, "quick");
      awaitBegun("quick");
      assertThat(awaitResult()).isEqualTo("quick of run 1");
      assertThat(faults.take().orElseThrow()).startsWith("A picture could not be computed").doesNotContain("null");
    }
    assertThat(thread.isAlive()).isTrue();
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> void sneak(Throwable fault) throws E { throw (E) fault; }
}
