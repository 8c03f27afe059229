package dropoutlab.ui.train;

import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.LabModel;
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
  private final Button close = Controls.quietButton("closeCard", Feather.X, "Close this card");
  private dropoutlab.spec.Card shown;

  PresetCard() {
    setId("card");
    getStyleClass().addAll("card", "preset-card");
    setAlignment(Pos.TOP_LEFT);
    TextFlow left = flow("Look  ", look);
    TextFlow right = flow("Expect  ", expect);
    getChildren().addAll(left, right, close);
    Controls.present(this, false);
  }

  private static TextFlow flow(String title, Text text) {
    Text bold = text(title);
    bold.getStyleClass().add("card-word");
    TextFlow flow = new TextFlow(bold, text);
    HBox.setHgrow(flow, Priority.ALWAYS);
    flow.setMinWidth(0);
    flow.setPrefWidth(300);
    flow.setMaxWidth(Double.MAX_VALUE);
    return flow;
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
