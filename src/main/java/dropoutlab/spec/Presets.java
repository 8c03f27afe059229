package dropoutlab.spec;

import dropoutlab.words.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;

/// The experiments that come with the program. The name of a preset is the name of its file without ".json".
/// `index.json` lists the files by group in display order, because the contents of a jar cannot be listed everywhere.
public final class Presets {
  private static final String FOLDER = "/assets/presets/";

  private Presets() {}

  /// Returns the names in display order.
  public static List<String> names() { return groups().values().stream().flatMap(List::stream).toList(); }

  /// Returns the groups that have presets, each with the names of these, in display order.
  public static SequencedMap<PresetGroup, List<String>> groups() {
    SequencedMap<PresetGroup, List<String>> groups = new LinkedHashMap<>();
    for (var group : StrictJson.tree(text("index.json"))) {
      List<String> names = new ArrayList<>();
      for (var file : group.get("presets")) names.add(file.stringValue().replaceFirst("\\.json$", ""));
      if (!names.isEmpty())
        groups.put(PresetGroup.valueOf(group.get("group").stringValue().toUpperCase(Locale.ROOT)), List.copyOf(names));
    }
    return groups;
  }

  /// Returns the group of a preset. Throws an [ExperimentException] that lists the known names if the name is unknown.
  public static PresetGroup group(String name) {
    return groups().entrySet().stream().filter(group -> group.getValue().contains(name)).findFirst()
        .orElseThrow(() -> unknown(name)).getKey();
  }

  public static boolean exists(String name) { return names().contains(name); }

  /// Loads a preset. Throws an [ExperimentException] that lists the known names if the name is unknown.
  public static Experiment load(String name) {
    if (!exists(name)) throw unknown(name);
    return ExperimentJson.read(text(name + ".json"), name + ".json");
  }

  private static ExperimentException unknown(String name) {
    return new ExperimentException(Words.of("spec.preset.unknown", name, Suggestion.among(name, names())));
  }

  private static String text(String file) {
    try (InputStream in = Presets.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) throw new IllegalStateException("the preset file " + file + " is not in the program");
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the preset file " + file + " cannot be read", e);
    }
  }
}
