package dropoutlab.ui.export;

import dropoutlab.export.recipe.RenderLine;
import dropoutlab.ui.fx.Controls;
import dropoutlab.words.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The command that makes the same files without a window.
final class CommandBox extends HBox {
  private final Label line = Controls.label("", "command-line");
  private final Button copy = Controls.button("copyCommand", Words.of("sheet.command.copy"), Feather.COPY,
      Words.of("sheet.command.tip"));
  private String command = "";

  CommandBox() {
    super(12);
    getStyleClass().add("command-box");
    setAlignment(Pos.CENTER_LEFT);
    line.setId("commandLine");
    line.setWrapText(true);
    line.setMaxWidth(Double.MAX_VALUE);
    line.setMinWidth(0);
    line.setMinHeight(USE_PREF_SIZE);
    setMinHeight(USE_PREF_SIZE);
    HBox.setHgrow(line, Priority.ALWAYS);
    copy.setMinWidth(USE_PREF_SIZE);
    copy.getStyleClass().add("chip");
    FontIcon prompt = Controls.icon(Feather.TERMINAL);
    getChildren().addAll(prompt, line, copy);
    copy.setOnAction(_ -> {
      ClipboardContent content = new ClipboardContent();
      content.putString(command);
      Clipboard.getSystemClipboard().setContent(content);
    });
  }

  Subscription bind(SheetState state) {
    return Subscription.combine(state.order().subscribe(_ -> show(state)), state.preview().subscribe(_ -> show(state)),
        state.ready().subscribe(_ -> show(state)));
  }

  private void show(SheetState state) {
    RenderLine next = state.command();
    command = next.toString();
    line.setText(next.text());
    setVisible(!next.words().isEmpty());
  }
}
