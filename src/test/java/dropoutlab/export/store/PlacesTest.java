package dropoutlab.export.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Oracles: the XDG Base Directory Specification 0.8, Microsoft's known folders, and Apple's File System Programming
/// Guide.
class PlacesTest {
  private static final Path HOME = Path.of("home", "ada").toAbsolutePath();

  private static void assertPlaces(String os, Map<String, String> environment, Path settings, Path recovery) {
    assertThat(Places.of(os, environment, HOME)).isEqualTo(new Places(settings, recovery, HOME.resolve("dropout-lab-sweeps")));
  }

  @Test void linuxHasTheFoldersOfXdg() {
    assertPlaces("Linux", Map.of(), HOME.resolve(".config/dropout-lab/settings.json"),
        HOME.resolve(".local/state/dropout-lab/recovery"));
    String config = HOME.resolve("c").toString(), state = HOME.resolve("s").toString();
    assertPlaces("Linux", Map.of("XDG_CONFIG_HOME", config, "XDG_STATE_HOME", state),
        HOME.resolve("c/dropout-lab/settings.json"), HOME.resolve("s/dropout-lab/recovery"));
  }

  /// "All paths set in these environment variables must be absolute. If an implementation encounters a relative path in
  /// any of these variables it should consider the path invalid and ignore it."
  @Test void relativeAndEmptyPathsOfXdgAreIgnored() {
    assertPlaces("Linux", Map.of("XDG_CONFIG_HOME", "here", "XDG_STATE_HOME", ""),
        HOME.resolve(".config/dropout-lab/settings.json"), HOME.resolve(".local/state/dropout-lab/recovery"));
  }

  @Test void windowsHasRoamingAndLocalApplicationData() {
    assertPlaces("Windows 11", Map.of(), HOME.resolve("AppData/Roaming/Dropout Lab/settings.json"),
        HOME.resolve("AppData/Local/Dropout Lab/recovery"));
    assertPlaces("Windows 11", Map.of("APPDATA", HOME.resolve("r").toString(), "LOCALAPPDATA", HOME.resolve("l").toString()),
        HOME.resolve("r/Dropout Lab/settings.json"), HOME.resolve("l/Dropout Lab/recovery"));
  }

  @Test void aMacHasApplicationSupport() {
    Path support = HOME.resolve("Library/Application Support/Dropout Lab");
    assertPlaces("Mac OS X", Map.of("XDG_CONFIG_HOME", "/elsewhere"), support.resolve("settings.json"), support.resolve("recovery"));
  }

  /// The build sets the property, so that nothing that the tests start writes into a real home.
  @Test void testsKeepNothingInARealHome() {
    assertThat(System.getProperty(Places.PROPERTY)).isNotNull();
    assertThat(Places.here().settings()).startsWithRaw(Path.of(System.getProperty(Places.PROPERTY)));
    assertThat(Places.here().recovery()).startsWithRaw(Path.of(System.getProperty(Places.PROPERTY)));
  }
}
