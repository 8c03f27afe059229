package dropoutlab.spec;

import dropoutlab.words.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The experiments that come with the program. The name of a preset is the name of its file without ".json".
/// `index.json` lists the files in display order, because the contents of a jar cannot be listed everywhere.
public final class Presets {
  private static final String FOLDER = "/assets/presets/";

  private Presets() {}

  /// Returns the names in display order.
  public static List<String> names() {
    List<String> names = new ArrayList<>();
    for (var file : StrictJson.tree(text("index.json"))) names.add(file.stringValue().replaceFirst("\\.json$", ""));
    return List.copyOf(names);
  }

  public static boolean exists(String name) { return names().contains(name); }

  /// Loads a preset. Throws an [ExperimentException] that lists the known names if the name is unknown.
  public static Experiment load(String name) {
    if (!exists(name))
      throw new ExperimentException(Words.of("spec.preset.unknown", name, Suggestion.among(name, names())));
    return ExperimentJson.read(text(name + ".json"), name + ".json");
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
