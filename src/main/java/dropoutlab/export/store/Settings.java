package dropoutlab.export.store;

import dropoutlab.words.Words;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What a person has set once for all runs, and what the program remembers for him.
///
/// @param theme      its name; empty for that of the system. A name that is unknown here may be one of a newer version
/// @param typeSize   the size of all words, 1 for the usual one
/// @param motion     whether figures and panels stand still instead of moving
/// @param singleKeys whether single keys are shortcuts
/// @param lastFolder in which a file was opened or saved
/// @param preset     with which the program starts; empty for the usual one
/// @param recent     files that were opened or saved, the newest first
/// @param exports    the last settings of the export sheet, by purpose
/// @param sweeps     folders of sweeps that were open, the newest first, each with what was known of it then
/// @param others     the keys that only a newer version knows; they are kept for it
@RecordBuilder
public record Settings(Optional<String> theme, double typeSize, ReducedMotion motion, boolean singleKeys,
                       Optional<String> lastFolder, Optional<String> preset, List<String> recent,
                       Map<String, String> exports, Map<String, String> sweeps,
                       Map<String, JsonNode> others) implements SettingsBuilder.With {
  public static final double LEAST_TYPE = 0.5, MOST_TYPE = 3;
  public static final int MOST_RECENT = 10;
  /// What holds before anything was set.
  public static final Settings STANDARD = new Settings(Optional.empty(), 1, ReducedMotion.SYSTEM, true,
      Optional.empty(), Optional.empty(), List.of(), Map.of(), Map.of(), Map.of());

  /// Whether motion is reduced: as the system says, or always, or never.
  public enum ReducedMotion { SYSTEM, ON, OFF }

  public Settings {
    if (!(typeSize >= LEAST_TYPE && typeSize <= MOST_TYPE))
      throw new IllegalArgumentException(Words.of("store.settings.type"));
    recent = recent.stream().distinct().limit(MOST_RECENT).toList();
    sweeps = newest(sweeps);
    exports = Collections.unmodifiableMap(new LinkedHashMap<>(exports));
    others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
  }

  /// Puts a file before all others that were opened or saved.
  public Settings opened(String file) {
    List<String> files = new ArrayList<>(List.of(file));
    files.addAll(recent);
    return withRecent(files);
  }

  private static Map<String, String> newest(Map<String, String> of) {
    Map<String, String> newest = new LinkedHashMap<>();
    of.forEach((folder, known) -> { if (newest.size() < MOST_RECENT) newest.put(folder, known); });
    return Collections.unmodifiableMap(newest);
  }

  /// Puts a folder before all others.
  public Settings swept(String folder, String known) {
    Map<String, String> all = new LinkedHashMap<>(Map.of(folder, known));
    sweeps.forEach(all::putIfAbsent);
    return withSweeps(all);
  }

  /// Forgets the folder of a sweep that is no longer there.
  public Settings withoutSweep(String folder) {
    Map<String, String> all = new LinkedHashMap<>(sweeps);
    all.remove(folder);
    return withSweeps(all);
  }

  /// Forgets a file that is no longer there.
  public Settings without(String file) {
    return withRecent(recent.stream().filter(each -> !each.equals(file)).toList());
  }
}
