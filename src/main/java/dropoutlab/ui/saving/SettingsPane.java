package dropoutlab.ui.saving;

import atlantafx.base.controls.ToggleSwitch;
import dropoutlab.export.store.Settings;
import dropoutlab.spec.Presets;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.parts.Choices;
import dropoutlab.ui.parts.Segments;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;

/// What a person sets once for all runs. Every change acts at once and is kept.
public final class SettingsPane extends Veil {
  private static final List<Double> SIZES = List.of(.9, 1.0, 1.15, 1.3, 1.5);

  private final Segments<String> theme = new Segments<>();
  private final Segments<Double> size = new Segments<>();
  private final Segments<Settings.ReducedMotion> motion = new Segments<>();
  private final ToggleSwitch keys = new ToggleSwitch();
  private final ComboBox<String> preset;
  private final Label place = Controls.label("", "muted", "number");
  private boolean showing;

  public SettingsPane() {
    super("settings", Words.of("saving.settings"), 560);
    for (String each : List.of("", "light", "dark", "projector"))
      theme.with(each, "settingsTheme-" + (each.isEmpty() ? "system" : each), themeName(each), Words.of("saving.settings.theme.tip", themeName(each)));
    for (double each : SIZES)
      size.with(each, "settingsSize-" + Math.round(100 * each), Shown.percent(each, 0), Words.of("saving.settings.size.tip", Shown.percent(each, 0)));
    for (Settings.ReducedMotion each : Settings.ReducedMotion.values())
      motion.with(each, "settingsMotion-" + each.ordinal(), Words.name("saving.settings.motion", each), Words.name("saving.settings.motion_says", each));
    keys.setId("settingsKeys");
    keys.setAccessibleText(Words.of("saving.settings.keys"));
    List<String> presets = new ArrayList<>(List.of(""));
    presets.addAll(Presets.names());
    preset = Choices.of("settingsPreset", Words.of("saving.settings.preset"), SettingsPane::presetName, presets.toArray(String[]::new));
    preset.getStyleClass().remove("short-field");
    preset.setMaxWidth(Double.MAX_VALUE);
    place.setId("settingsPlace");
    place.setWrapText(true);
    Label says = Controls.label(Words.of("saving.settings.keys"), "muted");
    says.setWrapText(true);
    GridPane grid = new GridPane(18, 12);
    grid.addRow(0, name(Words.of("saving.settings.theme")), theme);
    grid.addRow(1, name(Words.of("saving.settings.size")), size);
    grid.addRow(2, name(Words.of("saving.settings.moves")), motion);
    grid.addRow(3, name(Words.of("saving.settings.single")), new HBox(10, keys, says));
    grid.addRow(4, name(Words.of("saving.settings.preset")), preset);
    grid.addRow(5, name(Words.of("saving.settings.place")), place);
    body().getChildren().add(grid);
  }

  private static Label name(String text) {
    Label name = Controls.label(text);
    name.setMinWidth(USE_PREF_SIZE);
    return name;
  }

  private static String themeName(String theme) {
    return switch (theme) {
      case "light" -> Words.of("saving.settings.theme.light");
      case "dark" -> Words.of("saving.settings.theme.dark");
      case "projector" -> Words.of("saving.settings.theme.projector");
      default -> Words.of("saving.settings.theme.system");
    };
  }

  private static String presetName(String preset) {
    return preset.isEmpty() ? Words.of("saving.settings.preset.usual") : Presets.load(preset).title();
  }

  public Subscription bind(SettingsStore store) {
    place.setText(store.file().toString());
    return Subscription.combine(store.settings().subscribe(this::show),
        theme.value().subscribe((_, value) -> set(store, s -> s.withTheme(value.isEmpty() ? Optional.empty() : Optional.of(value)))),
        size.value().subscribe((_, value) -> set(store, s -> s.withTypeSize(value))),
        motion.value().subscribe((_, value) -> set(store, s -> s.withMotion(value))),
        keys.selectedProperty().subscribe((_, value) -> set(store, s -> s.withSingleKeys(value))),
        preset.valueProperty().subscribe((_, value) -> set(store, s -> s.withPreset(value == null || value.isEmpty() ? Optional.empty() : Optional.of(value)))));
  }

  private void set(SettingsStore store, UnaryOperator<Settings> change) {
    if (!showing) store.change(change);
  }

  private void show(Settings settings) {
    showing = true;
    theme.choose(settings.theme().filter(List.of("light", "dark", "projector")::contains).orElse(""));
    size.choose(SIZES.stream().min(Comparator.comparingDouble(each -> Math.abs(each - settings.typeSize()))).orElseThrow());
    motion.choose(settings.motion());
    keys.setSelected(settings.singleKeys());
    preset.setValue(settings.preset().filter(Presets::exists).orElse(""));
    showing = false;
  }

  @Override Node first() { return theme.chip(theme.get()); }

  @Override Node last() { return preset; }
}
