package dropoutlab.ui.saving;

import dropoutlab.ui.fx.Controls;
import dropoutlab.words.Words;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A card over the window, which rests below it: Escape and a click beside the card close it, and the focus goes back to
/// where it was.
abstract class Veil extends StackPane {
  private final VBox card;
  private Node before;

  Veil(String id, String title, Node... content) {
    setId(id);
    getStyleClass().add("veil");
    Button close = Controls.quietButton(id + "Close", Feather.X, Words.of("saving.close_pane"));
    close.setOnAction(_ -> close());
    card = new VBox(14, new HBox(Controls.label(title, "card-title"), Controls.spring(), close));
    card.getStyleClass().addAll("card", "keys-card");
    card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    card.getChildren().addAll(content);
    setAlignment(Pos.CENTER);
    getChildren().add(card);
    setOnMousePressed(event -> { if (event.getTarget() == this) close(); });
    // Keys of the window below mean nothing here.
    addEventHandler(KeyEvent.KEY_PRESSED, event -> {
      if (event.getCode() == KeyCode.ESCAPE) close();
      event.consume();
    });
    setVisible(false);
  }

  VBox card() { return card; }

  public void open() {
    if (isVisible()) return;
    before = getScene() == null ? null : getScene().getFocusOwner();
    setVisible(true);
    first().requestFocus();
  }

  /// What has the focus when the card opens.
  abstract Node first();

  public void close() {
    setVisible(false);
    if (before != null) before.requestFocus();
    before = null;
  }
}
