package dropoutlab.ui.sweep;

import dropoutlab.ui.fx.Controls;
import dropoutlab.words.Words;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// What is known of the run that is looked at: its result as it stands in the folder, or why it failed.
final class LogPane extends VBox {
  private final Label title = Controls.label("", "card-title");
  private final TextArea text = new TextArea();
  private final Button close = Controls.quietButton("logClose", Feather.X, Words.of("sweepview.log.close"));
  /// Whether it is about the run that is looked at.
  private boolean follows = true;
  private SweepState state;
  private SweepActions actions;

  LogPane() {
    super(6);
    setId("logPane");
    getStyleClass().addAll("card", "log-pane");
    text.setId("runLog");
    text.setEditable(false);
    text.setWrapText(true);
    text.getStyleClass().addAll("number", "log-text");
    VBox.setVgrow(text, Priority.ALWAYS);
    getChildren().addAll(new HBox(title, Controls.spring(), close), text);
    Controls.present(this, false);
  }

  Subscription bind(SweepState state, SweepActions actions) {
    this.state = state;
    this.actions = actions;
    close.setOnAction(_ -> hide());
    return state.version().subscribe(_ -> { if (isVisible() && follows) fill(); });
  }

  void showOrHide() {
    if (isVisible()) hide();
    else show();
  }

  /// Shows some other text.
  void show(String heading, String what) {
    follows = false;
    title.setText(heading);
    text.setText(what);
    Controls.present(this, true);
  }

  void show() {
    if (state.reading().isEmpty()) return;
    follows = true;
    Controls.present(this, true);
    fill();
  }

  boolean hide() {
    boolean was = isVisible();
    Controls.present(this, false);
    return was;
  }

  private void fill() {
    state.reading().ifPresent(reading -> {
      int point = state.point(), seed = actions.seed();
      title.setText(Words.of("sweepview.log", reading.words().named(point), reading.sweep().seeds().at(seed)));
      String next = RunLog.of(reading, point, seed);
      if (!next.equals(text.getText())) text.setText(next);
    });
  }
}
