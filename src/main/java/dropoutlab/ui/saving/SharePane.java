package dropoutlab.ui.saving;

import dropoutlab.export.store.ShareCode;
import dropoutlab.spec.Experiment;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.parts.Job;
import dropoutlab.words.Words;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The experiment as a code that fits a slide, and a field in which such a code is opened.
public final class SharePane extends Veil {
  /// Of the card.
  private static final double WIDTH = 540;

  private final Label code = Controls.label("", "number", "share-code");
  private final Label why = Controls.label("", "muted");
  private final Button copy = Controls.button("shareCopy", Words.of("saving.share.copy"), Feather.COPY, Words.of("saving.share.copy.tip"));
  private final TextField typed = new TextField();
  private final Button open = Controls.button("shareOpen", Words.of("saving.share.open"), Feather.ARROW_RIGHT, Words.of("saving.share.open.tip"));
  private final Label verdict = Controls.label("", "fault");
  private LabModel model;

  public SharePane() {
    super("share", Words.of("saving.share"), WIDTH);
    code.setId("shareCode");
    code.setWrapText(true);
    why.setWrapText(true);
    why.setId("shareWhy");
    typed.setId("shareTyped");
    typed.setPromptText(Words.of("saving.share.prompt"));
    typed.setAccessibleText(Words.of("saving.share.typed"));
    HBox.setHgrow(typed, Priority.ALWAYS);
    verdict.setId("shareVerdict");
    verdict.setWrapText(true);
    Controls.present(verdict, false);
    HBox made = new HBox(12, code, Controls.spring(), copy);
    made.setAlignment(Pos.CENTER_LEFT);
    copy.setMinWidth(USE_PREF_SIZE);
    open.setMinWidth(USE_PREF_SIZE);
    body().getChildren().addAll(made, why);
    VBox other = new VBox(8, Controls.label(Words.of("saving.share.typed"), "strong"), new HBox(10, typed, open), verdict);
    other.getStyleClass().add("veil-part");
    body().getChildren().add(other);
    copy.setOnAction(_ -> {
      ClipboardContent content = new ClipboardContent();
      content.putString(code.getText());
      Clipboard.getSystemClipboard().setContent(content);
      copy.setText(Words.of("saving.share.copied"));
    });
    typed.setOnAction(_ -> read());
    open.setOnAction(_ -> read());
  }

  public void bind(LabModel model) { this.model = model; }

  /// The code is made beside the window: all presets are looked at for the shortest.
  @Override public void open() {
    Experiment experiment = model.experiment().get();
    if (experiment == null || isVisible()) return;
    show("", "");
    typed.clear();
    tell("");
    super.open();
    Job.start("share-code", _ -> ShareCode.of(experiment), made -> show(made, Words.of("saving.share.says")), fault -> show("", fault), () -> {});
  }

  private void show(String made, String sentence) {
    code.setText(made);
    why.setText(sentence);
    copy.setDisable(made.isEmpty());
    copy.setText(Words.of("saving.share.copy"));
  }

  private void tell(String sentence) {
    verdict.setText(sentence);
    Controls.present(verdict, !sentence.isEmpty());
  }

  private void read() {
    String text = typed.getText();
    Job.start("share-code", _ -> ShareCode.read(text), read -> {
      close();
      model.editor().open(read.experiment());
      read.word().ifPresent(model.editor()::report);
    }, this::tell, () -> {});
  }

  @Override Node first() { return typed; }

  @Override Node last() { return open; }
}
