package dropoutlab.ui.export;

import dropoutlab.export.recipe.Shoot;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.ui.parts.Job;
import dropoutlab.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Saves what is ordered beside the window: all files whole, or none of them. Lives on the FX thread.
final class Saver {
  private final ReadOnlyObjectWrapper<Optional<Progress>> progress = new ReadOnlyObjectWrapper<>(Optional.empty());
  private Job<?> job;

  /// @param text  what is written now
  /// @param share of it that is done
  record Progress(String text, double share) {}

  /// How far the saving is; empty while nothing is saved.
  ReadOnlyObjectProperty<Optional<Progress>> progress() { return progress.getReadOnlyProperty(); }

  boolean isBusy() { return job != null; }

  /// Whether something was stopped.
  boolean stop() {
    boolean busy = isBusy();
    if (busy) job.cancel();
    return busy;
  }

  void save(Studio studio, Order order, Targets targets, Path folder, Runnable saved, Consumer<String> failed) {
    if (isBusy()) return;
    progress.set(Optional.of(new Progress(Words.of("sheet.saving"), 0)));
    job = Job.start("export", monitor -> {
      write(studio, order, targets, folder, monitor);
      return targets;
    }, _ -> saved.run(), failed, () -> {
      job = null;
      progress.set(Optional.empty());
    });
  }

  private void write(Studio studio, Order order, Targets targets, Path folder, ProgressMonitor monitor) {
    Map<Path, String> data = new LinkedHashMap<>();
    targets.data().forEach((name, original) -> data.put(folder.resolve(name),
        DataFiles.text(original, studio.taken())));
    ProgressMonitor told = telling(order, monitor);
    try {
      Shoot.write(targets.pictures().stream().map(folder::resolve).toList(), () -> studio.sheet(order, told),
          () -> studio.film(order, told),
          data, told);
    } catch (IOException e) {
      throw new IllegalArgumentException(Words.of("sheet.save.failed", folder, told(e)), e);
    }
  }

  private static String told(IOException fault) {
    return fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
  }

  private ProgressMonitor telling(Order order, ProgressMonitor monitor) {
    int frames = order.animation().frames();
    boolean moves = order.setup().moves();
    return new ProgressMonitor() {
      @Override public boolean abandoned() { return monitor.abandoned(); }

      @Override public void done(double share) {
        String text = moves ? Words.of("sheet.saving.frame", Math.clamp(Math.round(share * frames), 1, frames), frames)
            : Words.of("sheet.saving");
        Platform.runLater(() -> { if (isBusy()) progress.set(Optional.of(new Progress(text, share))); });
      }
    };
  }
}
