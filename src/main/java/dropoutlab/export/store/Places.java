package dropoutlab.export.store;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where the platform expects the files that a program keeps for itself: on Linux, the folders of the XDG Base
/// Directory Specification; on Windows, the roaming and the local application data; on a Mac, "Application Support".
///
/// @param settings the file of the settings
/// @param recovery the folder in which running processes keep what a later one can recover
/// @param sweeps   the folder in which new sweeps begin, where the person finds them
public record Places(Path settings, Path recovery, Path sweeps) {
  /// A folder that takes the place of all others, for tests and for programs carried on a stick.
  public static final String PROPERTY = "dropoutlab.places";
  private static final String NAME = "Dropout Lab", UNIX_NAME = "dropout-lab", SWEEPS = "dropout-lab-sweeps";

  /// Places whose sweeps lie beside what can be recovered.
  public Places(Path settings, Path recovery) { this(settings, recovery, recovery.resolveSibling(SWEEPS)); }

  /// Returns the places of the person who runs this program.
  public static Places here() {
    String instead = System.getProperty(PROPERTY);
    if (instead != null) return in(Path.of(instead), Path.of(instead));
    return of(System.getProperty("os.name"), System.getenv(), Path.of(System.getProperty("user.home")));
  }

  /// @param os          as Java names it
  /// @param environment the variables of the process
  /// @param home        the person's folder
  public static Places of(String os, Map<String, String> environment, Path home) {
    Places kept = kept(os.toLowerCase(Locale.ROOT), environment, home);
    return new Places(kept.settings, kept.recovery, home.resolve(SWEEPS));
  }

  private static Places kept(String system, Map<String, String> environment, Path home) {
    if (system.startsWith("windows")) {
      Path data = home.resolve("AppData");
      return in(given(environment, "APPDATA", data.resolve("Roaming")).resolve(NAME),
          given(environment, "LOCALAPPDATA", data.resolve("Local")).resolve(NAME));
    }
    if (system.startsWith("mac")) {
      Path support = home.resolve("Library").resolve("Application Support").resolve(NAME);
      return in(support, support);
    }
    return in(given(environment, "XDG_CONFIG_HOME", home.resolve(".config")).resolve(UNIX_NAME),
        given(environment, "XDG_STATE_HOME", home.resolve(".local").resolve("state")).resolve(UNIX_NAME));
  }

  private static Places in(Path config, Path state) {
    return new Places(config.resolve("settings.json"), state.resolve("recovery"));
  }

  /// A relative path is ignored, as the XDG specification demands.
  private static Path given(Map<String, String> environment, String variable, Path otherwise) {
    String value = environment.get(variable);
    return value != null && Path.of(value).isAbsolute() ? Path.of(value) : otherwise;
  }
}
