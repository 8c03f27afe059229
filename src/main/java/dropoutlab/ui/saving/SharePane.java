package dropoutlab.ui.saving;

import dropoutlab.export.store.ShareCode;
import dropoutlab.spec.ExperimentException;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.words.Words;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/// The experiment as a code that fits a slide, and a field in which such a code is opened.
public final class SharePane extends Veil {
  private static final double WIDTH = 460;

  private final Label code = Controls.label("", "number", "share-code");
  private final Label why = Controls.label("", "muted");
  private final Button copy = Controls.button("shareCopy", Words.of("saving.share.copy"), Feather.COPY, Words.of("saving.share.copy.tip"));
  private final TextField typed = new TextField();
  private final Button open = Controls.button("shareOpen", Words.of("saving.share.open"), Feather.ARROW_RIGHT, Words.of("saving.share.open.tip"));
  private final Label verdict = Controls.label("", "fault");
  private LabModel model;

  public SharePane() {
    super("share", Words.of("saving.share"));
    code.setId("shareCode");
    code.setWrapText(true);
    code.setMaxWidth(WIDTH);
    why.setWrapText(true);
    why.setMaxWidth(WIDTH);
    why.setId("shareWhy");
    typed.setId("shareTyped");
    typed.setPromptText(Words.of("saving.share.prompt"));
    typed.setAccessibleText(Words.of("saving.share.typed"));
    HBox.setHgrow(typed, Priority.ALWAYS);
    verdict.setId("shareVerdict");
    verdict.setWrapText(true);
    verdict.setMaxWidth(WIDTH);
    Controls.present(verdict, false);
    card().getChildren().addAll(code, new HBox(10, copy), why, Controls.label(Words.of("saving.share.typed"), "strong"),
        new HBox(10, typed, open), verdict);
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

  @Override public void open() {
    if (model.experiment().get() == null) return;
    String made = "", fault = "";
    try {
      made = ShareCode.of(model.experiment().get());
    } catch (ExperimentException e) {
      fault = e.getMessage();
    }
    code.setText(made);
    why.setText(fault.isEmpty() ? Words.of("saving.share.says") : fault);
    Controls.present(code, !made.isEmpty());
    Controls.present(copy, !made.isEmpty());
    copy.setText(Words.of("saving.share.copy"));
    typed.clear();
    Controls.present(verdict, false);
    super.open();
  }

  private void read() {
    try {
      ShareCode.Read read = ShareCode.read(typed.getText());
      close();
      model.editor().open(read.experiment());
      read.word().ifPresent(model.editor()::report);
    } catch (ExperimentException e) {
      verdict.setText(e.getMessage());
      Controls.present(verdict, true);
    }
  }

  @Override Node first() { return copy.isVisible() ? copy : typed; }
}
