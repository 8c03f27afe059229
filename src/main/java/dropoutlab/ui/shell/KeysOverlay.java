package dropoutlab.ui.shell;

import dropoutlab.ui.fx.Controls;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// All keys on one card over the window; any click or Escape closes it.
final class KeysOverlay extends StackPane {
  private static final String[][] KEYS = {
      {"Ctrl 1   Ctrl 2", "Train, Uncertainty"}, {"Space", "play or pause"}, {"S", "step: train on one batch"},
      {"H", "half-step: forward, mask, backward, update"},
      {"R", "reset: start again from the first weights"}, {"P", "go to the drop rate p"},
      {"[   ]", "p down, up by 0.05"},
      {"D", "on the network: pin the unit dropped, kept, or free it"},
      {"← ↑ → ↓", "on the network: go to another unit"},
      {"Page ↑ ↓", "on the network: the batch's example before, after"},
      {"← ↑ → ↓", "on MC dropout, maps and bands: move the probe; on pictures: other examples"},
      {"Enter", "on a band: add a point at the probe; on a picture: write at the pen"},
      {"L", "loss on a log scale"},
      {"← →", "on the loss: an epoch back, forth; Esc: the present"}, {"T", "next theme: light, dark, projector"},
      {"C", "hide or show the controls"}, {"F11", "present: full screen, larger type"},
      {"Ctrl Z", "undo a change of settings"}, {"Ctrl Shift Z", "redo it"},
      {"Ctrl O", "open an experiment, a model or data"}, {"?", "these keys"},
  };

  KeysOverlay() {
    setId("keys");
    getStyleClass().add("veil");
    GridPane grid = new GridPane(18, 7);
    for (int row = 0; row < KEYS.length; row++) {
      Label key = Controls.label(KEYS[row][0], "key");
      grid.addRow(row, key, Controls.label(KEYS[row][1]));
    }
    VBox card = new VBox(14, Controls.label("Keys", "card-title"), grid);
    card.getStyleClass().addAll("card", "keys-card");
    card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setAlignment(Pos.CENTER);
    getChildren().add(card);
    setOnMouseClicked(_ -> setVisible(false));
    setVisible(false);
  }

  void showOrHide() { setVisible(!isVisible()); }
}
