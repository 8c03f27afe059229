package dropoutlab.ui.export;

import dropoutlab.export.Drafts;
import dropoutlab.export.picture.Format;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.ui.parts.Job;
import dropoutlab.words.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
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
    Set<Path> made = new LinkedHashSet<>();
    try (Drafts drafts = new Drafts()) {
      for (Targets.Target target : targets.all()) {
        if (target.format().isPresent()) continue;
        String text = studio.text(target.data(), order);
        drafts.add(folder.resolve(target.name()), text.getBytes(StandardCharsets.UTF_8));
      }
      for (Format format : order.setup().formats()) {
        if (!studio.can(format, order)) continue;
        studio.write(format, order, targets.base(), (name, bytes) -> {
          Path file = folder.resolve(name);
          if (!Files.exists(file.getParent())) made.add(Files.createDirectory(file.getParent()));
          drafts.add(file, bytes);
        }, telling(format, order, monitor));
        if (monitor.abandoned()) throw new CancellationException();
      }
      drafts.commit();
      made.clear();
    } catch (IOException e) {
      throw new IllegalArgumentException(Words.of("sheet.save.failed", folder, told(e)), e);
    } finally {
      removeEmpty(made);
    }
  }

  private static String told(IOException fault) { return fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage(); }

  private ProgressMonitor telling(Format format, Order order, ProgressMonitor monitor) {
    int frames = order.animation().frames();
    return new ProgressMonitor() {
      @Override public boolean abandoned() { return monitor.abandoned(); }

      @Override public void done(double share) {
        String text = format.moves() ? Words.of("sheet.saving.frame", Math.clamp(Math.round(share * frames), 1, frames), frames)
            : Words.of("sheet.saving.format", format.title());
        Platform.runLater(() -> { if (isBusy()) progress.set(Optional.of(new Progress(text, share))); });
      }
    };
  }

  /// Folders that were made for files that are not there.
  private static void removeEmpty(Set<Path> folders) {
    for (Path folder : List.copyOf(folders)) {
      try {
        Files.deleteIfExists(folder);
      } catch (IOException _) {
        // Somebody has put something there meanwhile.
      }
    }
  }
}
