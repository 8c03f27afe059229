package dropoutlab.ui.shell;

import dropoutlab.spec.Experiment;
import dropoutlab.spec.Presets;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.words.Words;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;
import javafx.util.Subscription;

/// The presets by their titles. One that was changed says so, and can be chosen afresh.
final class PresetBox extends ComboBox<Experiment> {
  private final List<Experiment> presets = Presets.names().stream().map(Presets::load).toList();
  private boolean showing;

  PresetBox() {
    setId("preset");
    getStyleClass().add("preset");
    setAccessibleText(Words.of("shell.preset"));
    setMinWidth(120);
    setMaxWidth(330);
    getItems().setAll(presets);
    setVisibleRowCount(14);
    setButtonCell(new ListCell<>() {
      /// A changed preset is not among the items, and would be left out.
      @Override protected void updateItem(Experiment item, boolean empty) {
        super.updateItem(item, empty);
        setText(PresetBox.this.getConverter().toString(PresetBox.this.getValue()));
      }
    });
    setConverter(new StringConverter<>() {
      @Override public String toString(Experiment preset) {
        return preset == null ? ""
            : isChanged(preset) ? Words.of("shell.preset.changed", preset.title()) : preset.title();
      }

      @Override public Experiment fromString(String title) {
        return presets.stream().filter(p -> p.title().equals(title)).findFirst().orElse(getValue());
      }
    });
  }

  /// A file's experiment is no preset, and so no changed one either.
  private boolean isChanged(Experiment experiment) {
    return !presets.contains(experiment) && presets.stream().anyMatch(p -> p.title().equals(experiment.title()));
  }

  Subscription bind(LabModel model) {
    return Subscription.combine(
        model.experiment().subscribe(e -> {
          showing = true;
          setValue(e);
          setTooltip(e == null ? null : new Tooltip(getConverter().toString(e)));
          showing = false;
        }),
        valueProperty().subscribe((_, chosen) -> {
          if (!showing && chosen != null) model.editor().open(chosen);
        }));
  }
}
