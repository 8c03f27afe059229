package dropoutlab.ui.shell;

import dropoutlab.frame.Frame;
import dropoutlab.frame.RunState;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.words.Words;
import java.util.Optional;
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
      Controls.button("noticeReset", Words.of("shell.notice.reset"), Feather.ROTATE_CCW,
          Words.of("shell.notice.reset.tip"));
  private final Button again = Controls.button("noticeStartAgain", Words.of("shell.notice.again"),
      Feather.ROTATE_CCW, Words.of("shell.notice.again.tip"));
  private final Button close = Controls.quietButton("noticeClose", Feather.X, Words.of("shell.notice.close"));
  private Optional<RunState.Failed> failed = Optional.empty();
  private boolean dismissed;

  NoticeBar() {
    setId("notice");
    getStyleClass().add("notice-bar");
    setAlignment(Pos.CENTER_LEFT);
    sentence.setId("noticeText");
    sentence.setWrapText(true);
    sentence.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(sentence, Priority.ALWAYS);
    reset.setMinWidth(USE_PREF_SIZE);
    again.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(Controls.icon(Feather.ALERT_TRIANGLE), sentence, reset, again, close);
    Controls.present(this, false);
  }

  Subscription bind(LabModel model) {
    reset.setOnAction(_ -> model.run().reset());
    again.setOnAction(_ -> model.run().startAgain());
    close.setOnAction(_ -> {
      dismissed = true;
      model.editor().dismissProblem();
      tell(model);
    });
    return Subscription.combine(model.editor().problem().subscribe(_ -> tell(model)),
        model.run().ended().subscribe(_ -> tell(model)),
        model.pump().onFrame(25, frame -> hear(frame, model)));
  }

  private void hear(Frame frame, LabModel model) {
    Optional<RunState.Failed> now = frame.state() instanceof RunState.Failed why ? Optional.of(why) : Optional.empty();
    if (now.equals(failed)) return;
    failed = now;
    dismissed = false;
    tell(model);
  }

  /// The end of the engine before all else, which can be mended but not dismissed; then the last mistake, then why the
  /// run failed.
  private void tell(LabModel model) {
    boolean ended = model.run().ended().get();
    String problem = ended ? Words.of("shell.notice.ended") : model.editor().problem().get();
    boolean failure = problem.isEmpty() && failed.isPresent() && !dismissed;
    sentence.setText(failure ? Words.of("shell.notice.failed", failed.get().cause(), failed.get().advice()) : problem);
    Controls.present(reset, failure);
    Controls.present(again, ended);
    Controls.present(close, !ended);
    Controls.present(this, failure || !problem.isEmpty());
  }
}
