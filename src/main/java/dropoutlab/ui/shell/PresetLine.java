package dropoutlab.ui.shell;

import dropoutlab.spec.DataSpec;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.PresetGroup;
import dropoutlab.spec.Presets;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A line in the list of presets: the heading of a group, or one of its presets.
sealed interface PresetLine {
  record Heading(PresetGroup group) implements PresetLine {}

  /// @param name the preset's name on the command line
  record Entry(PresetGroup group, String name, Experiment preset) implements PresetLine {
    /// Whether the experiment is this preset, changed or not.
    boolean isOf(Experiment experiment) { return experiment != null && experiment.title().equals(preset.title()); }

    /// The title, which says whether the experiment is this preset with changes.
    String title(Experiment experiment) {
      boolean changed = isOf(experiment) && !experiment.equals(preset);
      return changed ? Words.of("presets.changed", preset.title()) : preset.title();
    }

    /// Whether each word of the query stands in the title, the name, the group or the data.
    private boolean matches(String query) {
      String text = String.join(" ", preset.title(), name, group.title(), data()).toLowerCase(Locale.ROOT);
      return Stream.of(query.toLowerCase(Locale.ROOT).strip().split("\\s+")).allMatch(text::contains);
    }

    private String data() {
      return switch (preset.data().source()) {
        case DataSpec.Generated generated -> generated.set().title();
        case DataSpec.MaunaLoa _ -> Words.of("data.mauna_loa.title");
        case DataSpec.Text _ -> Words.of("data.text.title");
        case DataSpec.Csv _, DataSpec.Idx _, DataSpec.Points _, DataSpec.Autoencoder _ -> "";
      };
    }
  }

  /// Returns all presets, in display order.
  static List<Entry> entries() {
    return Presets.groups().entrySet().stream()
        .flatMap(group -> group.getValue().stream().map(name -> new Entry(group.getKey(), name, Presets.load(name))))
        .toList();
  }

  /// Returns those that match a query, under the headings of their groups.
  static List<PresetLine> found(List<Entry> entries, String query) {
    List<PresetLine> lines = new ArrayList<>();
    PresetGroup above = null;
    for (Entry entry : entries) {
      if (!entry.matches(query)) continue;
      if (entry.group() != above) lines.add(new Heading(entry.group()));
      above = entry.group();
      lines.add(entry);
    }
    return lines;
  }
}
