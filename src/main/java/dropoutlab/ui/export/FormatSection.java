package dropoutlab.ui.export;

import dropoutlab.export.picture.Format;
import dropoutlab.ui.fx.Controls;
import dropoutlab.words.Words;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// As what the pictures are saved: as many formats as one likes, and the data of the run.
final class FormatSection extends SheetSection {
  private final Map<Format, ToggleButton> chips = new EnumMap<>(Format.class);
  /// The format that was chosen last, which is explained.
  private Format last;
  private final Label says = word("");
  private final MenuButton data = new MenuButton(Words.of("sheet.data"));

  FormatSection() {
    super(Words.of("sheet.format"));
    aside(word(Words.of("sheet.format.many")), data);
    FlowPane row = new FlowPane(5, 5);
    row.getStyleClass().add("format-chips");
    row.setAlignment(Pos.CENTER_LEFT);
    for (Format format : Format.values()) {
      ToggleButton chip = Controls.chip("format-" + format.id(), format.title(), format.explanation());
      chips.put(format, chip);
      if (format == Format.GIF || format == Format.CSV) row.getChildren().add(line());
      row.getChildren().add(chip);
    }
    says.setId("formatSays");
    says.setWrapText(true);
    says.setMinWidth(0);
    says.setMinHeight(USE_PREF_SIZE);
    data.setId("exportData");
    data.getStyleClass().add("data-button");
    data.setMinWidth(USE_PREF_SIZE);
    data.setAccessibleText(Words.of("sheet.data.tip"));
    faultId("formatFault");
    add(row, says);
  }

  private static Region line() {
    Region line = new Region();
    line.getStyleClass().add("chip-line");
    return line;
  }

  Subscription bind(SheetState state) {
    chips.forEach((format, chip) -> chip.setOnAction(_ -> toggle(state, format, chip.isSelected())));
    for (String name : DataFiles.names(state.taken())) {
      CheckMenuItem item = new CheckMenuItem(DataFiles.title(name, state.taken()));
      item.setId(DataFiles.id(name, state.taken()));
      item.setOnAction(_ -> state.change(o -> o.withData(with(o.data(), name, item.isSelected()))));
      data.getItems().add(item);
    }
    Controls.present(data, !data.getItems().isEmpty());
    return state.order().subscribe(order -> {
      if (last == null || !order.setup().formats().contains(last)) last = order.setup().formats().stream().findFirst()
          .orElse(null);
      says.setText(last == null ? "" : last.explanation());
      chips.forEach((format, chip) -> {
        boolean can = state.studio().can(format, order);
        chip.setDisable(!can);
        chip.setSelected(can && order.setup().formats().contains(format));
        chip.setGraphic(chip.isSelected() ? Controls.icon(Feather.CHECK) : null);
      });
      boolean clear = order.page().transparent() && order.setup().formats().contains(Format.GIF);
      tell(clear ? Words.of("sheet.format.soft") : "");
    });
  }

  private void toggle(SheetState state, Format format, boolean on) {
    last = format;
    Set<Format> next = EnumSet.noneOf(Format.class);
    next.addAll(state.now().setup().formats());
    if (on) next.add(format);
    else next.remove(format);
    state.change(o -> o.withSetup(o.setup().withFormats(next)));
  }

  private static Set<String> with(Set<String> names, String name, boolean on) {
    Set<String> next = new LinkedHashSet<>(names);
    if (on) next.add(name);
    else next.remove(name);
    return next;
  }
}
