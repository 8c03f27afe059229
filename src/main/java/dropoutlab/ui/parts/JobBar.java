package dropoutlab.ui.parts;

import dropoutlab.predict.ProgressMonitor;
import dropoutlab.ui.fx.Controls;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/// A button that starts long work; while that is under way, how much is done and a button that stops it.
public final class JobBar extends HBox {
  private final Button start;
  private final ProgressBar bar = new ProgressBar(0);
  private final Label share = Controls.label(Shown.percent(0), "number");
  private final Button cancel;
  private Job<?> job;

  /// The ids are `id`, `id-bar` and `id-cancel`.
  public JobBar(String id, String text, Feather icon, String tip) {
    super(8);
    setAlignment(Pos.CENTER_LEFT);
    start = Controls.button(id, text, icon, tip);
    start.setMinWidth(USE_PREF_SIZE);
    cancel = Controls.button(id + "-cancel", Words.of("shell.job.cancel"), Feather.X, Words.of("shell.job.stop", tip));
    cancel.setMinWidth(USE_PREF_SIZE);
    bar.setId(id + "-bar");
    bar.setAccessibleText(Words.of("shell.job.share", tip));
    bar.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(bar, Priority.ALWAYS);
    share.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(start, bar, share, cancel);
    cancel.setOnAction(_ -> stop());
    show(false);
  }

  public Button button() { return start; }

  public boolean isBusy() { return job != null; }

  /// Starts the work under the button's name.
  public <T> void run(Function<ProgressMonitor, T> work, Consumer<T> told, Consumer<String> failed) {
    stop();
    show(true);
    boolean hadFocus = start.isFocused();
    Job<T> next = Job.start(start.getId(), work, told, failed, this::ended);
    job = next;
    next.progressProperty().subscribe(done -> {
      bar.setProgress(Math.max(0, done.doubleValue()));
      share.setText(Shown.percent(Math.max(0, done.doubleValue()), 0));
    });
    if (hadFocus) cancel.requestFocus();
  }

  /// Ends the work, if any is under way.
  public void stop() {
    if (job != null) job.cancel();
  }

  private void ended() {
    boolean hadFocus = cancel.isFocused();
    job = null;
    show(false);
    if (hadFocus) start.requestFocus();
  }

  private void show(boolean busy) {
    Controls.present(start, !busy);
    Controls.present(bar, busy);
    Controls.present(share, busy);
    Controls.present(cancel, busy);
  }
}
