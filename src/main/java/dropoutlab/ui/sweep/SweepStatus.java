package dropoutlab.ui.sweep;

import dropoutlab.ui.sweep.SweepState.Stage;
import dropoutlab.words.Words;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.util.Duration;
import javafx.util.Subscription;

/// What stands at the right of the status bar: how long ago the folder was read, how far the runs are, who trains them.
final class SweepStatus {
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
  private final Timeline clock = new Timeline(new KeyFrame(Duration.seconds(1), _ -> tell()));
  private SweepState state;

  ReadOnlyStringProperty text() { return text.getReadOnlyProperty(); }

  Subscription bind(SweepState state) {
    this.state = state;
    clock.setCycleCount(Animation.INDEFINITE);
    return state.version().subscribe(_ -> tell());
  }

  /// Until the subscription is closed.
  Subscription begin() {
    clock.play();
    return clock::stop;
  }

  private void tell() {
    if (state.stage() == Stage.EMPTY || state.reading().isEmpty()) {
      text.set(Words.of("sweepview.status.none"));
      return;
    }
    Reading reading = state.reading().get();
    long ago = (System.nanoTime() - reading.at()) / 1_000_000_000L;
    String job = reading.engine().map(now -> now.job()).orElse("");
    String counts = Words.of("sweepview.status.counts", reading.summary().results(), reading.summary().runs());
    text.set(state.stage() == Stage.PLANNED ? Words.of("sweepview.status.planned", reading.summary().runs())
        : job.isEmpty() ? Words.of("sweepview.status", ago, counts) : Words.of("sweepview.status.job", ago, counts,
            job));
  }
}
