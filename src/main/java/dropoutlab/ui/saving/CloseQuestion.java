package dropoutlab.ui.saving;

import dropoutlab.ui.fx.Controls;
import dropoutlab.words.Words;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;

/// Asks, once, what becomes of unsaved work when the window is to close.
public final class CloseQuestion extends Veil {
  private final Label sentence = Controls.label("");
  private final Button save = Controls.button("closeSave", Words.of("saving.close.save"), Feather.SAVE, Words.of("saving.close.save.tip"));
  private final Button leave = Controls.button("closeLeave", Words.of("saving.close.leave"), Feather.TRASH_2, Words.of("saving.close.leave.tip"));

  public CloseQuestion() {
    super("closeQuestion", Words.of("saving.close.title"), 500);
    sentence.setId("closeSentence");
    sentence.setWrapText(true);
    save.getStyleClass().add("accent-button");
    Button cancel = Controls.button("closeCancel", Words.of("saving.close.cancel"), Feather.X, Words.of("saving.close.cancel.tip"));
    cancel.setOnAction(_ -> close());
    body().getChildren().add(sentence);
    foot(leave, Controls.spring(), cancel, save);
  }

  /// @param saving saves the work, then runs what it is given
  /// @param end    closes the window
  public void ask(String work, Consumer<Runnable> saving, Runnable end) {
    sentence.setText(Words.of("saving.close", work));
    save.setOnAction(_ -> {
      close();
      saving.accept(end);
    });
    leave.setOnAction(_ -> {
      close();
      end.run();
    });
    open();
  }

  @Override Node first() { return save; }

  @Override Node last() { return save; }
}
