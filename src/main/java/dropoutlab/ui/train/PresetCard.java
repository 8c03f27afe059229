package dropoutlab.ui.train;

import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.words.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// What to look at in this preset, and what to expect. Closed once, it comes back with the next preset.
final class PresetCard extends HBox {
  private final Text look = text("");
  private final Text expect = text("");
  private final Button close = Controls.quietButton("closeCard", Feather.X, Words.of("trainview.card.close"));
  private dropoutlab.spec.Card shown;

  PresetCard() {
    setId("card");
    getStyleClass().addAll("card", "preset-card");
    setAlignment(Pos.CENTER_LEFT);
    TextFlow words = new TextFlow(word(Words.of("trainview.card.look") + "  "), look,
        word("   " + Words.of("trainview.card.expect") + "  "), expect);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(words, close);
    Controls.present(this, false);
  }

  private static Text word(String word) {
    Text text = text(word);
    text.getStyleClass().add("card-word");
    return text;
  }

  private static Text text(String words) {
    Text text = new Text(words);
    text.getStyleClass().add("card-text");
    return text;
  }

  Subscription bind(LabModel model) {
    close.setOnAction(_ -> Controls.present(this, false));
    return model.experiment().subscribe(e -> {
      dropoutlab.spec.Card card = e == null ? null : e.card();
      if (card != null && card.equals(shown)) return;
      shown = card;
      Controls.present(this, card != null);
      if (card == null) return;
      look.setText(card.look());
      expect.setText(card.expect());
    });
  }
}
