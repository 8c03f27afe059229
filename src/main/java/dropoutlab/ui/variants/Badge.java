package dropoutlab.ui.variants;

import dropoutlab.figure.variant.Side.Letter;
import javafx.scene.control.Label;

/// The letter of a network: A in a filled disc, B in a hollow square.
final class Badge extends Label {
  Badge() { setMinSize(USE_PREF_SIZE, USE_PREF_SIZE); }

  Badge(Letter letter) {
    this();
    show(letter);
  }

  void show(Letter letter) {
    setText(letter.name());
    getStyleClass().setAll("badge", letter == Letter.A ? "badge-a" : "badge-b");
  }
}
