package dropoutlab.ui.parts;

import dropoutlab.data.DataException;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.run.Faults;
import dropoutlab.spec.ExperimentException;
import dropoutlab.words.Words;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.concurrent.Task;

/// Long work on a thread of its own, with the share that is done and a way to stop it.
public final class Job<T> extends Task<T> {
  private final Function<ProgressMonitor, T> work;

  /// Begins at once. `told` hears what came out, `failed` in a sentence why nothing did, and before either `over` that
  /// it has ended in whatever way; all on the FX thread.
  ///
  /// @param work tells the watch how much is done, and throws a [CancellationException] when it has been abandoned
  public static <T> Job<T> start(String name, Function<ProgressMonitor, T> work, Consumer<T> told, Consumer<String> failed,
                                 Runnable over) {
    Job<T> job = new Job<>(work);
    job.setOnSucceeded(_ -> {
      over.run();
      told.accept(job.getValue());
    });
    job.setOnFailed(_ -> {
      over.run();
      failed.accept(sentence(job.getException()));
    });
    job.setOnCancelled(_ -> over.run());
    Thread.ofPlatform().daemon().name(name).start(job);
    return job;
  }

  private Job(Function<ProgressMonitor, T> work) { this.work = work; }

  private static String sentence(Throwable fault) {
    boolean told = fault instanceof IllegalArgumentException || fault instanceof DataException
        || fault instanceof ExperimentException;
    return told && fault.getMessage() != null ? fault.getMessage()
        : Faults.sentence(Words.of("shell.job.stopped"), fault);
  }

  @Override protected T call() {
    return work.apply(new ProgressMonitor() {
      @Override public boolean abandoned() { return isCancelled(); }

      @Override public void done(double share) { updateProgress(share, 1); }
    });
  }
}
