package dropoutlab.ui.parts;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javafx.concurrent.Task;

/// Long work on a thread of its own, with the share that is done and a way to stop it.
public final class Job<T> extends Task<Optional<T>> {
  private final Work<T> work;

  /// What is done: it tells how much of it is done, and asks whether it is to stop, and then answers nothing.
  @FunctionalInterface
  public interface Work<T> {
    Optional<T> run(DoubleConsumer done, BooleanSupplier stopped);
  }

  /// Begins at once. `told` hears what came out, `failed` in a sentence why nothing did, and `over` that it has ended in
  /// whatever way; all on the FX thread.
  public static <T> Job<T> start(String name, Work<T> work, Consumer<T> told, Consumer<String> failed, Runnable over) {
    Job<T> job = new Job<>(work);
    job.setOnSucceeded(_ -> {
      over.run();
      job.getValue().ifPresent(told);
    });
    job.setOnFailed(_ -> {
      over.run();
      failed.accept(sentence(job.getException()));
    });
    job.setOnCancelled(_ -> over.run());
    Thread.ofPlatform().daemon().name(name).start(job);
    return job;
  }

  private Job(Work<T> work) { this.work = work; }

  private static String sentence(Throwable fault) {
    return fault instanceof IllegalArgumentException ? fault.getMessage()
        : "The work stopped because of a fault in the program: " + fault + ".";
  }

  @Override protected Optional<T> call() {
    return work.run(share -> updateProgress(share, 1), this::isCancelled);
  }
}
