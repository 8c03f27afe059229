package dropoutlab.ui.uncertainty;

import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.parts.Section;
import dropoutlab.words.Words;
import javafx.scene.control.Label;

/// What the pictures that are shown say, and what they do not.
final class ReadingSection extends Section {
  private final Label text = Controls.label("", "muted");

  ReadingSection() {
    super(Words.of("uncertainty.reading.title"), false);
    text.setId("reading");
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    add(text);
  }

  void show(String reading) { text.setText(reading); }
}
