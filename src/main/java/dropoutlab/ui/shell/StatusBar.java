package dropoutlab.ui.shell;

import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.fx.Numbers;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;

/// The keys that matter most on the left; speed and seed on the right.
final class StatusBar extends HBox {
  private final Label speed = Controls.label("", "number", "muted");
  private long framesBefore;
  private long since;

  StatusBar() {
    getStyleClass().add("status-bar");
    setAlignment(Pos.CENTER_LEFT);
    speed.setId("status");
    Label keys = Controls.label("Space play · S step · H half-step · R reset · P drop rate · D pin a unit "
        + "· F11 present · ? all keys", "muted");
    keys.setMinWidth(0);
    speed.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(keys, Controls.spring(), speed);
  }

  Subscription bind(LabModel model) {
    return model.pump().onFrame(2, frame -> {
      long now = System.nanoTime();
      long frames = model.pump().delivered();
      double perSecond = (frames - framesBefore) / Math.max(1e-3, (now - since) / 1e9);
      framesBefore = frames;
      since = now;
      speed.setText(Numbers.grouped(frame.stepsPerSecond()) + " steps/s · " + Numbers.fixed(Math.min(60, perSecond), 0)
          + " frames/s · seed " + frame.experiment().seed());
    });
  }
}
