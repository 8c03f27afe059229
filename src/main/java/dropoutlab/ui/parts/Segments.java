package dropoutlab.ui.parts;

import dropoutlab.ui.fx.Controls;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.controlsfx.control.SegmentedButton;

/// One of a few values, side by side in one frame: exactly one is chosen. Tab stops at the chosen one, the arrow keys
/// go to the others.
public final class Segments<T> extends HBox {
  private final SegmentedButton buttons = new SegmentedButton();
  private final ToggleGroup group = new ToggleGroup();
  private final Map<T, ToggleButton> chips = new LinkedHashMap<>();
  private final ReadOnlyObjectWrapper<T> value = new ReadOnlyObjectWrapper<>();

  public Segments() {
    setAlignment(Pos.CENTER_LEFT);
    setMinWidth(USE_PREF_SIZE);
    buttons.setToggleGroup(group);
    getChildren().add(buttons);
    group.selectedToggleProperty().subscribe(toggle -> {
      if (toggle != null) value.set(valueOf((ToggleButton) toggle));
    });
  }

  /// Adds a value; the first is chosen.
  public Segments<T> with(T value, String id, String text, String tip) {
    ToggleButton chip = Controls.chip(id, text, tip);
    chip.setMinWidth(USE_PREF_SIZE);
    chip.setToggleGroup(group);
    // Another click on the chosen one must not leave the group without one.
    chip.setOnAction(_ -> chip.setSelected(true));
    chips.put(value, chip);
    buttons.getButtons().add(chip);
    if (chips.size() == 1) choose(value);
    return this;
  }

  private T valueOf(ToggleButton chip) {
    return chips.entrySet().stream().filter(entry -> entry.getValue() == chip).map(Map.Entry::getKey).findFirst()
        .orElse(null);
  }

  public void choose(T value) { chips.get(value).setSelected(true); }

  public ReadOnlyObjectProperty<T> value() { return value.getReadOnlyProperty(); }

  public T get() { return value.get(); }

  public ToggleButton chip(T value) { return chips.get(value); }
}
