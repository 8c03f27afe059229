package dropoutlab.export.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
  private static final Settings SET = new Settings(Optional.of("dark"), 1.25, Settings.ReducedMotion.ON, false,
      Optional.of("/home/ada/Lectures"), Optional.of("co2"), List.of("/b.dropoutlab", "/a.dropoutlab"),
      Map.of("slide", "png pdf"), Map.of("/sweeps/moons", "2026-01-02T03:04:05Z 31"), Map.of());

  @TempDir Path dir;

  private Path file() { return dir.resolve("new/folder/settings.json"); }

  private void assertRead(Settings expected) {
    assertThat(SettingsFile.read(file())).isEqualTo(new SettingsFile.Read(expected, Optional.empty()));
  }

  @Test void withoutAFileTheyAreTheStandardOnes() { assertRead(Settings.STANDARD); }

  @Test void theyAreReadAsTheyWereWritten() throws IOException {
    for (Settings each : List.of(Settings.STANDARD, SET)) {
      SettingsFile.write(file(), each);
      assertRead(each);
    }
  }

  private void written(String text) throws IOException {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), text);
  }

  @Test void whatIsMissingIsTheStandard() throws IOException {
    written("{\"typeSize\": 2}");
    assertRead(Settings.STANDARD.withTypeSize(2));
  }

  @Test void whatANewerVersionKnowsIsKeptForIt() throws IOException {
    written("{\"theme\": \"neon\", \"voice\": {\"speed\": 1.5, \"on\": [true, null]}}");
    Settings read = SettingsFile.read(file()).settings();
    assertThat(read.theme()).contains("neon");
    SettingsFile.write(file(), read.withSingleKeys(false));
    assertThat(Files.readString(file())).contains("\"voice\": {").contains("\"speed\": 1.5").contains("\"singleKeys\": false");
    assertRead(read.withSingleKeys(false));
  }

  @Test void damagedOnesAreSetAsideOneAfterTheOther() throws IOException {
    List<String> damaged = List.of("", "{", "[]", "{\"typeSize\": \"large\"}", "{\"typeSize\": 99}", "{\"recent\": null}",
        "{\"recent\": [null]}", "{\"motion\": \"fast\"}", "{\"new\": 1e999}", "{\"theme\": \"a\", \"theme\": \"b\"}", "\u0000\u0001", "x".repeat(2 << 20));
    for (int i = 0; i < damaged.size(); i++) {
      written(damaged.get(i));
      SettingsFile.Read read = SettingsFile.read(file());
      Path aside = file().resolveSibling("settings.damaged-" + (i + 1) + ".json");
      assertThat(read.settings()).isEqualTo(Settings.STANDARD);
      assertThat(read.word()).hasValue("The settings could not be read and are the usual ones again; what was there is kept in "
          + aside + ".");
      assertThat(aside).hasContent(damaged.get(i));
      assertThat(file()).doesNotExist();
    }
  }

  @Test void aFolderInTheirPlaceIsSaid() throws IOException {
    Files.createDirectories(file().resolve("inside"));
    assertThat(SettingsFile.read(file()).settings()).isEqualTo(Settings.STANDARD);
    assertThat(file().resolveSibling("settings.damaged-1.json/inside")).exists();
  }

  @Test void theTenNewestFilesAreRemembered() {
    Settings settings = Settings.STANDARD;
    for (int i = 0; i < 15; i++) settings = settings.opened("/" + i);
    assertThat(settings.opened("/7").recent()).containsExactly("/7", "/14", "/13", "/12", "/11", "/10", "/9", "/8", "/6", "/5");
    assertThat(settings.without("/14").recent()).hasSize(9).doesNotContain("/14");
  }

  @Test void aChangeKeepsWhatAnotherWindowHasChanged() throws IOException {
    SettingsFile.write(file(), SET);
    SettingsFile.change(file(), settings -> settings.withSingleKeys(true));
    SettingsFile.change(file(), settings -> settings.opened("/c.dropoutlab"));
    assertRead(SET.withSingleKeys(true).opened("/c.dropoutlab"));
  }

  @Test void wordsOfNoSizeAreRefused() {
    for (double size : new double[] {0, -1, 0.49, 3.01, Double.NaN})
      assertThatThrownBy(() -> Settings.STANDARD.withTypeSize(size)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test void nothingIsLeftBesideThem() throws IOException {
    SettingsFile.write(file(), SET);
    try (Stream<Path> files = Files.list(file().getParent())) { assertThat(files).containsExactly(file()); }
  }
}
