package dropoutlab.ui.saving;

import dropoutlab.export.store.Autosave;
import dropoutlab.export.store.SavedRun;
import dropoutlab.export.store.View;
import dropoutlab.frame.Frame;
import dropoutlab.run.Faults;
import dropoutlab.run.Saved;
import dropoutlab.ui.fx.LabModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

/// Keeps, every few seconds, what a later start can recover if this window is killed. Which run and how far it is costs
/// nothing to keep, and because training is deterministic that alone loses nothing; its weights are kept too as often as
/// that is cheap, so that little has to be trained again. Lives on the FX thread; files are written beside it.
public final class Recovery implements AutoCloseable {
  private static final Duration PULSE = Duration.seconds(3);
  private static final double LEAST_SECONDS = 15;
  /// Keeping weights takes at most this share of the time.
  private static final double SHARE = .02;
  /// Of past weights only a few are kept; the curves are kept whole.
  private static final long MOST_PAST_BYTES = 1 << 20;

  private final Path folder;
  private final LabModel model;
  private final Stagehand window;
  private final Autosave autosave;
  private final AtomicBoolean writing = new AtomicBoolean();
  private final Timeline clock = new Timeline(new KeyFrame(PULSE, _ -> keep()));
  private SavedRun kept;
  private Runnable afterwards = () -> {};
  private volatile long wholeDue;

  public Recovery(Path folder, LabModel model, Stagehand window) {
    this.folder = folder;
    this.model = model;
    this.window = window;
    autosave = new Autosave(folder);
    wholeDue = System.nanoTime();
  }

  public void start() {
    clock.setCycleCount(Animation.INDEFINITE);
    clock.play();
  }

  /// What windows that did not end as they should have left, the newest first. Reads the disk.
  List<Autosave.Left> left() { return Autosave.left(folder); }

  /// Runs something, not on the FX thread, once the run that is open now has been kept.
  void afterwards(Runnable action) {
    kept = null;
    afterwards = action;
  }

  /// Keeps the present now, if it differs from what was kept last.
  public void keep() {
    Frame frame = model.run().present().orElse(null);
    if (frame == null || frame.scrubbed().isPresent() || !writing.compareAndSet(false, true)) return;
    View view = window.view();
    SavedRun now = SavedRun.light(frame, view);
    if (now.equals(kept)) {
      writing.set(false);
      return;
    }
    kept = now;
    Runnable then = afterwards;
    afterwards = () -> {};
    if (System.nanoTime() < wholeDue) beside(() -> autosave.keep(now), then, false);
    else model.run().save(MOST_PAST_BYTES)
        .whenComplete((saved, fault) -> beside(() -> autosave.keep(fault == null ? whole(saved, view) : now), then, true));
  }

  private static SavedRun whole(Saved saved, View view) { return SavedRun.of(saved.frame(), saved.checkpoint(), view); }

  private interface Writing {
    void run() throws IOException;
  }

  /// A disk that is full or gone must not stop the lesson; the log has why.
  private void beside(Writing write, Runnable then, boolean whole) {
    Thread.ofPlatform().daemon().name("recovery").start(() -> {
      long begun = System.nanoTime();
      try {
        write.run();
        then.run();
      } catch (IOException | RuntimeException e) {
        Faults.log("The run cannot be kept for a recovery", e);
      } finally {
        long now = System.nanoTime();
        if (whole) wholeDue = now + (long) (1e9 * Math.max(LEAST_SECONDS, (now - begun) / 1e9 / SHARE));
        writing.set(false);
      }
    });
  }

  /// The window closes as it should, and leaves nothing.
  @Override public void close() {
    clock.stop();
    autosave.close();
  }
}
