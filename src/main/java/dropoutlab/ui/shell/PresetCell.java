package dropoutlab.ui.shell;

import dropoutlab.spec.Experiment;
import dropoutlab.ui.fx.Controls;
import dropoutlab.words.Words;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A line of the list of presets. Headings cannot be chosen; the preset that is open has a tick.
final class PresetCell extends ListCell<PresetLine> {
  private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");

  private final Supplier<Experiment> open;
  private final FontIcon tick = Controls.icon(Feather.CHECK);
  private final Label title = new Label();
  private final Label name = Controls.label("", "number", "muted");
  private final HBox row = new HBox(8, tick, title, Controls.spring(), name);

  PresetCell(Supplier<Experiment> open, Consumer<PresetLine.Entry> choose) {
    this.open = open;
    row.setAlignment(Pos.CENTER_LEFT);
    title.setMinWidth(0);
    // The end may say that it was changed.
    title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    name.setMinWidth(Region.USE_PREF_SIZE);
    // A row longer than the list is cut, and no reason to scroll to the side.
    setPrefWidth(0);
    setOnMouseClicked(_ -> { if (getItem() instanceof PresetLine.Entry entry) choose.accept(entry); });
  }

  @Override protected void updateItem(PresetLine line, boolean empty) {
    super.updateItem(line, empty);
    boolean preset = !empty && line instanceof PresetLine.Entry;
    setDisable(!preset);
    pseudoClassStateChanged(HEADING, !empty && !preset);
    setGraphic(preset ? row : null);
    setContentDisplay(preset ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.TEXT_ONLY);
    if (empty) setText("");
    else switch (line) {
      case PresetLine.Heading heading -> setText(heading.group().title());
      case PresetLine.Entry entry -> show(entry);
    }
  }

  private void show(PresetLine.Entry entry) {
    boolean marked = entry.isOf(open.get());
    title.setText(entry.title(open.get()));
    name.setText(entry.name());
    tick.setVisible(marked);
    // What a screen reader says.
    setText(Words.of(marked ? "presets.row.open" : "presets.row", title.getText(), entry.name()));
  }
}
