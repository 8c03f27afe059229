package dropoutlab.export.store;

import dropoutlab.export.Drafts;
import dropoutlab.export.JsonText;
import dropoutlab.spec.ExperimentException;
import dropoutlab.spec.StrictJson;
import dropoutlab.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The settings as JSON. Keys that are missing have their standard values, and those of a newer version are kept. A
/// file that cannot be read is set aside, so that the program starts all the same and nothing of the file is lost.
public final class SettingsFile {
  private static final long MOST_BYTES = 1L << 20;
  private static final int MOST_SET_ASIDE = 99;

  private SettingsFile() {}

  /// What was read, and a sentence for the person if the file was damaged.
  public record Read(Settings settings, Optional<String> word) {}

  private record Known(String theme, double typeSize, Settings.ReducedMotion motion, boolean singleKeys,
                       String lastFolder, String preset, List<String> recent, Map<String, String> exports,
                       Map<String, String> sweeps) {
    static Known of(Settings s) {
      return new Known(s.theme().orElse(null), s.typeSize(), s.motion(), s.singleKeys(), s.lastFolder().orElse(null),
          s.preset().orElse(null), s.recent(), s.exports(), s.sweeps());
    }

    Settings settings(Map<String, JsonNode> others) {
      return new Settings(Optional.ofNullable(theme), typeSize, present("motion", motion), singleKeys,
          Optional.ofNullable(lastFolder), Optional.ofNullable(preset), present("recent", recent),
          present("exports", exports), present("sweeps", sweeps), others);
    }

    private static <T> T present(String key, T value) {
      if (value == null) throw new ExperimentException(Words.of("export.model.missing", key));
      return value;
    }
  }

  /// Reads the settings. Never fails: without a file they are the standard ones.
  public static Read read(Path file) {
    if (Files.notExists(file)) return new Read(Settings.STANDARD, Optional.empty());
    try {
      return new Read(settings(StrictJson.parse(JsonText.read(file, MOST_BYTES), file.toString())), Optional.empty());
    } catch (ExperimentException | IllegalArgumentException e) {
      return new Read(Settings.STANDARD, Optional.of(setAside(file)));
    }
  }

  private static Settings settings(ObjectNode given) {
    ObjectNode known = StrictJson.treeOf(Known.of(Settings.STANDARD));
    for (String optional : List.of("theme", "lastFolder", "preset")) known.putNull(optional);
    Set<String> keys = Set.copyOf(known.propertyNames());
    Map<String, JsonNode> others = new LinkedHashMap<>();
    given.forEachEntry((key, value) -> {
      if (keys.contains(key)) known.set(key, value);
      else others.put(key, value);
    });
    Settings read = StrictJson.bind(known, Known.class).settings(others);
    requireWritable(read);
    return read;
  }

  /// A number that is out of range can be read, but could not be kept.
  private static void requireWritable(Settings read) {
    try {
      text(read);
    } catch (IllegalStateException e) {
      throw new ExperimentException(e.getMessage(), e);
    }
  }

  private static String text(Settings settings) {
    ObjectNode tree = StrictJson.treeOf(Known.of(settings));
    settings.others().forEach(tree::set);
    return StrictJson.text(tree);
  }

  /// Moves a damaged file to the first free name beside it.
  private static String setAside(Path file) {
    String name = file.getFileName().toString().replaceFirst("\\.json$", "");
    try {
      for (int n = 1; n <= MOST_SET_ASIDE; n++) {
        Path aside = file.resolveSibling(name + ".damaged-" + n + ".json");
        if (Files.exists(aside)) continue;
        Files.move(file, aside);
        return Words.of("store.settings.aside", aside);
      }
    } catch (IOException e) {
      return Words.of("store.settings.unreadable", file);
    }
    return Words.of("store.settings.unreadable", file);
  }

  /// Changes the settings as they are in the file now, where another window may have changed them, and returns them.
  public static Settings change(Path file, UnaryOperator<Settings> change) throws IOException {
    Settings changed = change.apply(read(file).settings());
    write(file, changed);
    return changed;
  }

  /// Writes the settings; the folder is made if it is missing.
  public static void write(Path file, Settings settings) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (Drafts drafts = new Drafts()) {
      drafts.add(file, text(settings));
      drafts.commit();
    }
  }
}
