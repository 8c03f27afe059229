package dropoutlab.ui.shell;

import dropoutlab.frame.Frame;
import dropoutlab.frame.RunState;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.LabModel;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// One sentence about what went wrong, where it cannot be overlooked, until it is mended or dismissed.
final class NoticeBar extends HBox {
  private final Label sentence = Controls.label("");
  private final Button reset =
      Controls.button("noticeReset", "Reset", Feather.ROTATE_CCW, "Start again from the first weights");
  private final Button close = Controls.quietButton("noticeClose", Feather.X, "Close this notice");
  private RunState.Failed dismissed;

  NoticeBar() {
    setId("notice");
    getStyleClass().add("notice-bar");
    setAlignment(Pos.CENTER_LEFT);
    sentence.setId("noticeText");
    sentence.setWrapText(true);
    sentence.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(sentence, Priority.ALWAYS);
    reset.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(Controls.icon(Feather.ALERT_TRIANGLE), sentence, reset, close);
    hide();
  }

  Subscription bind(LabModel model) {
    reset.setOnAction(_ -> model.reset());
    close.setOnAction(_ -> {
      model.pump().latest().map(Frame::state).ifPresent(state -> {
        if (state instanceof RunState.Failed failed) dismissed = failed;
      });
      model.dismissProblem();
      hide();
    });
    return Subscription.combine(
        model.problem().subscribe(problem -> {
          if (problem.isEmpty()) hide();
          else show(problem, false);
        }),
        model.pump().onFrame(25, frame -> showFailure(frame, model)));
  }

  private void showFailure(Frame frame, LabModel model) {
    if (frame.state() instanceof RunState.Failed failed) {
      if (!failed.equals(dismissed)) show(failed.cause() + " " + failed.advice(), true);
    } else {
      dismissed = null;
      if (reset.isVisible() && model.problem().get().isEmpty()) hide();
    }
  }

  private void show(String text, boolean canReset) {
    sentence.setText(text);
    Controls.present(reset, canReset);
    Controls.present(this, true);
  }

  private void hide() {
    Controls.present(reset, false);
    Controls.present(this, false);
  }
}
