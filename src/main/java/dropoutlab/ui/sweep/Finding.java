package dropoutlab.ui.sweep;

import java.util.List;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// The finding in words, its first sentence strong.
final class Finding extends TextFlow {
  private List<String> shown = List.of();

  Finding() {
    setId("finding");
    getStyleClass().add("finding");
    setMinHeight(USE_PREF_SIZE);
  }

  void show(List<String> sentences) {
    if (sentences.equals(shown)) return;
    shown = sentences;
    getChildren().clear();
    for (int i = 0; i < sentences.size(); i++) {
      Text text = new Text(i == 0 ? sentences.getFirst() : " " + sentences.get(i));
      text.getStyleClass().add("finding-text");
      if (i == 0) text.getStyleClass().add("strong");
      getChildren().add(text);
    }
    setAccessibleText(String.join(" ", sentences));
  }
}
