package dropoutlab.ui.saving;

import dropoutlab.export.store.Settings;
import dropoutlab.export.store.SettingsFile;
import dropoutlab.run.Faults;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;

/// The settings of this person, written to their file soon after each change, beside the window. Lives on the FX thread.
public final class SettingsStore implements AutoCloseable {
  /// While a slider is dragged, nothing is written.
  private static final Duration REST = Duration.millis(400);

  private final Path file;
  private final ReadOnlyObjectWrapper<Settings> settings;
  private final Optional<String> word;
  private final PauseTransition rest = new PauseTransition(REST);
  private boolean unwritten;

  public SettingsStore(Path file) {
    this.file = file;
    SettingsFile.Read read = SettingsFile.read(file);
    settings = new ReadOnlyObjectWrapper<>(read.settings());
    word = read.word();
    rest.setOnFinished(_ -> {
      Settings now = settings.get();
      unwritten = false;
      Thread.ofPlatform().daemon().name("settings").start(() -> write(now));
    });
  }

  public ReadOnlyObjectProperty<Settings> settings() { return settings.getReadOnlyProperty(); }

  public Settings get() { return settings.get(); }

  /// What is to be said of a file that could not be read.
  public Optional<String> word() { return word; }

  /// Where they are kept.
  public Path file() { return file; }

  public void change(UnaryOperator<Settings> change) {
    Settings next = change.apply(settings.get());
    if (next.equals(settings.get())) return;
    settings.set(next);
    unwritten = true;
    rest.playFromStart();
  }

  /// Settings that cannot be kept are no reason to disturb anybody; the log has why.
  private synchronized void write(Settings now) {
    try {
      SettingsFile.write(file, now);
    } catch (IOException e) {
      Faults.log("The settings cannot be kept", e);
    }
  }

  @Override public void close() {
    rest.stop();
    if (unwritten) write(settings.get());
  }
}
