package dropoutlab.ui.sweep;

import dropoutlab.ui.fx.Controls;
import dropoutlab.words.Words;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A cause in words, and the button that mends it.
final class CauseRow extends HBox {
  /// @param open whether something can be run now
  CauseRow(Cause cause, SweepActions actions, boolean open) {
    super(10);
    setAlignment(Pos.TOP_LEFT);
    Label sentence = Controls.label(cause.sentence(), "strong-name"), detail = Controls.label(cause.detail(), "muted",
        "small");
    for (Label each : new Label[] {sentence, detail}) {
      each.setWrapText(true);
      each.setMinHeight(USE_PREF_SIZE);
    }
    VBox words = new VBox(1, sentence, detail);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(sign(cause.kind()), words);
    if (cause.runs() == 0) return;
    Button run = Controls.button("runMissing", Words.of("sweepview.cause.run", cause.runs()), Feather.REFRESH_CW,
        Words.of("sweepview.cause.run.tip"));
    run.getStyleClass().add("chip");
    run.setMinWidth(USE_PREF_SIZE);
    run.setDisable(!open);
    run.setOnAction(_ -> actions.retry(cause));
    getChildren().add(run);
  }

  private static Node sign(Cause.Kind kind) {
    if (kind == Cause.Kind.LOST) {
      Region frame = new Region();
      frame.getStyleClass().add("lost-sign");
      return frame;
    }
    return Controls.icon(switch (kind) {
      case NOT_FINITE -> Feather.X;
      case FAILED, DIFFERS -> Feather.ALERT_TRIANGLE;
      case REPEATS -> Feather.CHECK;
      case LOST -> throw new IllegalStateException();
    });
  }
}
