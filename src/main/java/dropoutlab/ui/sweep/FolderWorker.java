package dropoutlab.ui.sweep;

import dropoutlab.data.DataException;
import dropoutlab.run.Faults;
import dropoutlab.spec.ExperimentException;
import dropoutlab.words.Words;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;

/// The one thread that touches the disk for the workspace: it reads the folder about once a second while it is shown,
/// and does what a person asks for in between. Of readings the latest wins, so that a busy window is never sent two.
final class FolderWorker implements AutoCloseable {
  private static final long EVERY_MILLIS = 1000, END_MILLIS = 4000;

  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work ->
      Thread.ofPlatform().daemon().name("sweep-folder").priority(Thread.MIN_PRIORITY + 1).unstarted(work));
  private final AtomicReference<Reading> newest = new AtomicReference<>();
  private final Consumer<Reading> told;
  private final Consumer<String> failed;
  /// Reads once; null while there is nothing to read.
  private volatile Callable<Reading> reader;
  private volatile boolean shown;
  private volatile String fault = "";

  /// @param told   hears of readings on the FX thread
  /// @param failed hears there in a sentence what could not be done
  FolderWorker(Consumer<Reading> told, Consumer<String> failed) {
    this.told = told;
    this.failed = failed;
    thread.scheduleWithFixedDelay(() -> { if (shown) read(); }, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  /// @param next null for nothing
  void follow(Callable<Reading> next) {
    reader = next;
    newest.set(null);
    lookNow();
  }

  void shown(boolean on) {
    shown = on;
    if (on) lookNow();
  }

  void lookNow() { submit(this::read); }

  private void submit(Runnable work) {
    try {
      thread.execute(work);
    } catch (RejectedExecutionException closed) {
      // The window is closing: nobody looks any more.
    }
  }

  private void read() {
    Callable<Reading> now = reader;
    if (now == null) return;
    try {
      Reading reading = now.call();
      fault = "";
      if (reading == null) return;
      if (now == reader && newest.getAndSet(reading) == null) Platform.runLater(this::tell);
    } catch (Exception | Error e) {
      tellOnce(sentence(e));
    }
  }

  private void tell() {
    Reading reading = newest.getAndSet(null);
    if (reading != null) told.accept(reading);
  }

  /// A folder that cannot be read is told of once, and not each second.
  private void tellOnce(String sentence) {
    if (sentence.equals(fault)) return;
    fault = sentence;
    Platform.runLater(() -> failed.accept(sentence));
  }

  /// Does something after all that was asked for before.
  <T> void run(Callable<T> work, Consumer<T> done) {
    submit(() -> {
      try {
        T value = work.call();
        Platform.runLater(() -> done.accept(value));
      } catch (Exception | Error e) {
        String sentence = sentence(e);
        Platform.runLater(() -> failed.accept(sentence));
      }
    });
  }

  private static String sentence(Throwable fault) {
    boolean told = fault instanceof ExperimentException || fault instanceof IllegalArgumentException
        || fault instanceof DataException
        || fault instanceof IOException;
    return told && fault.getMessage() != null ? SeedText.sentence(fault.getMessage())
        : Faults.sentence(Words.of("sweepview.fault"), fault);
  }

  @Override public void close() {
    shown = false;
    reader = null;
    thread.shutdown();
    try {
      thread.awaitTermination(END_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
