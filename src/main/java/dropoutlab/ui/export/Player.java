package dropoutlab.ui.export;

import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.util.Duration;

/// Plays the film in the preview: never faster than it will be, and slower where its frames take longer to draw. Any
/// change
/// ends it. Lives on the FX thread.
final class Player {
  private final SheetState state;
  private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
  private final PauseTransition wait = new PauseTransition();
  private int frame;
  private long since;

  Player(SheetState state) {
    this.state = state;
    wait.setOnFinished(_ -> show());
  }

  ReadOnlyBooleanProperty playing() { return playing.getReadOnlyProperty(); }

  void playOrStop() {
    if (playing.get()) stop();
    else {
      playing.set(true);
      frame = 0;
      show();
    }
  }

  private void show() {
    since = System.nanoTime();
    state.showFrame(frame, this::shown);
  }

  private void shown() {
    if (!playing.get()) return;
    boolean last = frame == state.now().animation().frames() - 1;
    if (last && !state.now().animation().loop()) {
      stop();
      return;
    }
    double seconds = last ? state.now().animation().lastSeconds() : 1 / state.now().animation().perSecond();
    frame = last ? 0 : frame + 1;
    wait.setDuration(Duration.millis(Math.max(1, 1000 * seconds - (System.nanoTime() - since) / 1e6)));
    wait.playFromStart();
  }

  /// Back to the picture that stands still.
  void stop() {
    if (!playing.get()) return;
    wait.stop();
    playing.set(false);
    state.afresh();
  }
}
