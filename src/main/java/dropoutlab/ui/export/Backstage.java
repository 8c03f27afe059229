package dropoutlab.ui.export;

import dropoutlab.predict.ProgressMonitor;
import dropoutlab.run.Faults;
import dropoutlab.spec.ExperimentException;
import dropoutlab.words.Words;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import javafx.application.Platform;

/// Work behind the sheet, on a thread of its own: of each kind only what was asked for last is done, and the kinds in
/// their
/// order. Asked and answered on the FX thread.
final class Backstage implements AutoCloseable {
  /// What is done, the most urgent first.
  enum Kind { WORDS, PREVIEW, CHECKS, STRIP, SIZES }

  private final Map<Kind, Task<?>> waiting = new EnumMap<>(Kind.class);
  private final Map<Kind, Task<?>> wanted = new EnumMap<>(Kind.class);
  private final Thread thread;

  Backstage(String name) {
    thread = Thread.ofPlatform().daemon().name(name).priority(Thread.MIN_PRIORITY + 1) .start(this::run);
  }

  private record Task<T>(Kind kind, Function<ProgressMonitor, T> work, Consumer<T> told, Consumer<String> failed,
                         DoubleConsumer share) {}

  /// Asks for work in the place of what was asked for before.
  ///
  /// @param failed hears in a sentence why there is no answer
  /// @param share  hears how much is done
  synchronized <T> void ask(Kind kind, Function<ProgressMonitor, T> work, Consumer<T> told, Consumer<String> failed,
                            DoubleConsumer share) {
    Task<T> task = new Task<>(kind, work, told, failed, share);
    waiting.put(kind, task);
    wanted.put(kind, task);
    notifyAll();
  }

  synchronized void forget(Kind kind) {
    waiting.remove(kind);
    wanted.remove(kind);
  }

  private synchronized boolean isWanted(Task<?> task) { return wanted.get(task.kind) == task; }

  /// Whether something more urgent waits.
  private synchronized boolean givesWay(Task<?> task) {
    return waiting.keySet().stream() .anyMatch(kind -> kind.compareTo(task.kind) < 0);
  }

  /// What has given way is done again afterwards, unless something else is wanted by now.
  private synchronized void again(Task<?> task) {
    if (isWanted(task)) waiting.putIfAbsent(task.kind, task);
  }

  private synchronized Task<?> next() throws InterruptedException {
    while (waiting.isEmpty()) wait();
    return waiting.remove(waiting.keySet().iterator().next());
  }

  private void run() {
    try {
      while (true) perform(next());
    } catch (InterruptedException _) {
      // The sheet is gone.
    }
  }

  private <T> void perform(Task<T> task) {
    try {
      T found = task.work.apply(new ProgressMonitor() {
        @Override public boolean abandoned() {
          return !isWanted(task) || givesWay(task) || Thread.currentThread().isInterrupted();
        }

        @Override public void done(double share) { tell(task, () -> task.share.accept(share)); }
      });
      tell(task, () -> task.told.accept(found));
    } catch (CancellationException _) {
      again(task);
    } catch (IllegalArgumentException | ExperimentException e) {
      tell(task, () -> task.failed.accept(e.getMessage()));
    } catch (RuntimeException | Error fault) {
      Faults.log("A picture could not be made", fault);
      tell(task, () -> task.failed.accept(Faults.sentence(Words.of("sheet.fault"), fault)));
    }
  }

  private void tell(Task<?> task, Runnable answer) {
    Platform.runLater(() -> { if (isWanted(task)) answer.run(); });
  }

  @Override public void close() {
    for (Kind kind : Kind.values()) forget(kind);
    thread.interrupt();
  }
}
