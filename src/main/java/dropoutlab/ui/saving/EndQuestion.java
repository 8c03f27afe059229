package dropoutlab.ui.saving;

import dropoutlab.ui.fx.Controls;
import dropoutlab.words.Words;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;

/// Asks, once, whether what is under way may end with the window.
public final class EndQuestion extends Veil {
  private final Label sentence = Controls.label("");
  private final Button stay = Controls.button("endStay", Words.of("saving.end.stay"), Feather.X, Words.of("saving.end.stay.tip"));
  private final Button end = Controls.button("endClose", Words.of("saving.end.close"), Feather.LOG_OUT, Words.of("saving.end.close.tip"));

  public EndQuestion() {
    super("endQuestion", Words.of("saving.close.title"), 480);
    sentence.setId("endSentence");
    sentence.setWrapText(true);
    stay.getStyleClass().add("accent-button");
    stay.setOnAction(_ -> close());
    body().getChildren().add(sentence);
    foot(end, Controls.spring(), stay);
  }

  /// @param what would end
  public void ask(String what, Runnable then) {
    sentence.setText(what);
    end.setOnAction(_ -> {
      close();
      then.run();
    });
    open();
  }

  @Override Node first() { return stay; }

  @Override Node last() { return stay; }
}
