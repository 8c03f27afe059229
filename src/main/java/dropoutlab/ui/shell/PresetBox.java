package dropoutlab.ui.shell;

import dropoutlab.spec.Experiment;
import dropoutlab.ui.fx.Controls;
import dropoutlab.words.Words;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// The preset that is open, on a button that opens the list of all. One that was changed says so.
final class PresetBox extends Button {
  PresetBox() {
    setId("preset");
    getStyleClass().add("preset");
    setMinWidth(120);
    setMaxWidth(330);
    Label title = new Label();
    title.textProperty().bind(textProperty());
    title.setMinWidth(0);
    HBox face = new HBox(6, title, Controls.spring(), Controls.icon(Feather.CHEVRON_DOWN));
    face.getStyleClass().add("preset-face");
    face.prefWidthProperty().bind(Bindings.createDoubleBinding(
        () -> getWidth() - getInsets().getLeft() - getInsets().getRight(), widthProperty(), insetsProperty()));
    setGraphic(face);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
  }

  void show(List<PresetLine.Entry> presets, Experiment experiment) {
    String title = experiment == null ? "" : presets.stream().filter(entry -> entry.isOf(experiment)).findFirst()
        .map(entry -> entry.title(experiment)).orElse(experiment.title());
    setText(title);
    Controls.explain(this, Words.of("presets.button.tip", title));
    setAccessibleText(Words.of("presets.button", title));
  }
}
