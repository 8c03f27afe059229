package dropoutlab.ui.fx;

import dropoutlab.data.DataException;
import dropoutlab.data.DataSet;
import dropoutlab.export.StartedData;
import dropoutlab.run.Faults;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentException;
import dropoutlab.words.Words;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/// Loads data sets on a thread of its own. Only what was asked for last is answered. Asked and answered on the FX
/// thread.
final class DataLoader implements AutoCloseable {
  private final Path base;
  private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
    Thread loader = new Thread(task, "data-loader");
    loader.setDaemon(true);
    return loader;
  });
  private volatile int wanted;
  private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper(this, "loading");

  /// `base` is the folder that relative paths of data files start from.
  DataLoader(Path base) { this.base = base; }

  /// Whether something was asked for and not yet answered.
  ReadOnlyBooleanProperty loading() { return loading.getReadOnlyProperty(); }

  /// On the thread that calls.
  DataSet read(Experiment experiment) { return StartedData.load(experiment, base); }

  void load(Experiment experiment, Consumer<DataSet> onLoaded, Consumer<String> onProblem) {
    int ticket = wanted + 1;
    wanted = ticket;
    loading.set(true);
    thread.execute(() -> {
      if (ticket != wanted) return;
      try {
        DataSet loaded = read(experiment);
        answer(ticket, () -> onLoaded.accept(loaded));
      } catch (DataException | ExperimentException | IllegalArgumentException e) {
        answer(ticket, () -> onProblem.accept(e.getMessage()));
      } catch (RuntimeException | Error fault) {
        answer(ticket, () -> onProblem.accept(Faults.sentence(Words.of("shell.load.failed"), fault)));
      }
    });
  }

  /// Nothing is wanted any more.
  void giveUp() {
    wanted++;
    loading.set(false);
  }

  private void answer(int ticket, Runnable answer) {
    Platform.runLater(() -> {
      if (ticket != wanted) return;
      loading.set(false);
      answer.run();
    });
  }

  @Override public void close() { thread.shutdownNow(); }
}
