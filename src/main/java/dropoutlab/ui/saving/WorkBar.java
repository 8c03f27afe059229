package dropoutlab.ui.saving;

import dropoutlab.predict.ProgressMonitor;
import dropoutlab.run.Faults;
import dropoutlab.spec.ExperimentException;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.parts.Job;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/// A file that is being read or written, once that takes long enough to be noticed: what, how much of it is done, and a way
/// to stop it.
public final class WorkBar extends HBox {
  private static final Duration PATIENCE = Duration.millis(400);

  private final Label what = Controls.label("", "strong");
  private final ProgressBar bar = new ProgressBar(0);
  private final Label share = Controls.label("", "number");
  private final Button stop = Controls.button("workStop", Words.of("saving.stop"), Feather.X, Words.of("saving.stop.tip"));
  private final PauseTransition patience = new PauseTransition(PATIENCE);
  private Job<?> job;
  private long number;

  public WorkBar() {
    super(10);
    setId("work");
    getStyleClass().add("notice-bar");
    setAlignment(Pos.CENTER_LEFT);
    bar.setId("workBar");
    bar.setPrefWidth(260);
    bar.setAccessibleText(Words.of("saving.progress"));
    stop.setOnAction(_ -> stop());
    getChildren().addAll(what, bar, share, Controls.spring(), stop);
    patience.setOnFinished(_ -> Controls.present(this, job != null || what.getUserData() != null));
    Controls.present(this, false);
  }

  /// Does work on a thread of its own; work that is under way is given up for it.
  <T> void begin(String sentence, Function<ProgressMonitor, T> task, Consumer<T> told, Consumer<String> failed) {
    stop();
    wait(sentence);
    Job<T> next = Job.start("files", task, told, failed, this::over);
    job = next;
    next.progressProperty().subscribe(done -> tell(done.doubleValue()));
  }

  /// Waits for work that goes on elsewhere and cannot be stopped.
  <T> void begin(String sentence, CompletableFuture<T> future, Consumer<T> told, Consumer<String> failed) {
    stop();
    wait(sentence);
    long mine = ++number;
    what.setUserData(future);
    Controls.present(stop, false);
    future.whenComplete((value, fault) -> Platform.runLater(() -> {
      if (mine == number) over();
      if (fault == null) told.accept(value);
      else failed.accept(sentence(fault));
    }));
  }

  private static String sentence(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause())
      if ((cause instanceof ExperimentException || cause instanceof IllegalArgumentException) && cause.getMessage() != null)
        return cause.getMessage();
    return Faults.sentence(Words.of("saving.fault"), fault);
  }

  private void wait(String sentence) {
    what.setText(sentence);
    tell(-1);
    Controls.present(stop, true);
    patience.playFromStart();
  }

  private void tell(double done) {
    bar.setProgress(done);
    share.setText(done < 0 ? "" : Shown.percent(done, 0));
  }

  private void stop() {
    if (job != null) job.cancel();
  }

  private void over() {
    job = null;
    what.setUserData(null);
    patience.stop();
    Controls.present(this, false);
  }
}
