package dropoutlab.ui.uncertainty;

import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.parts.Section;
import javafx.scene.control.Label;

/// What the pictures that are shown say, and what they do not.
final class ReadingSection extends Section {
  private final Label text = Controls.label("", "muted");

  ReadingSection() {
    super("How to read it", false);
    text.setId("reading");
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    add(text);
  }

  void show(String reading) { text.setText(reading); }
}
