package dropoutlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.export.store.RunFile;
import dropoutlab.export.store.SavedRun;
import dropoutlab.export.store.Saves;
import dropoutlab.export.store.Settings;
import dropoutlab.export.store.SettingsFile;
import dropoutlab.export.store.ShareCode;
import dropoutlab.spec.Differences;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentException;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.Presets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Saved runs, settings and share codes, changed at random; see [Fuzz].
@Timeout(value = 120, unit = TimeUnit.MINUTES)
class StoreFuzzTest {
  private static final List<String> WORDS = List.of("null", "true", "-1", "1e999", "0", "2147483648", "9007199254740992", "[]",
      "{}", "\"\"", "\"csv\"", "[null]", ":", ",", "\\u0000", "NaN", "\"version\": 2", "<f8", ">f4", "<i8", "True", "(9, 9)",
      "(999999999, 999999999)", "PK\1\2", "PK\3\4", "PK\5\6", "../", "\u00FF\u00FF\u00FF\u007F");
  private static final Pattern PIECES = Pattern.compile(
      "(?<=[:\\[,(]\\s{0,40})(?:-?\\d[\\d.eE+-]*|\"[^\"\\n]*\"|'[^'\\n]*'|true|false|null|True|False)(?=\\s*[,\\]})])");

  @TempDir Path dir;

  private static byte[] bytes(String text) { return text.getBytes(StandardCharsets.UTF_8); }

  private Map<byte[], SavedRun> saved() throws IOException {
    Map<byte[], SavedRun> saved = new LinkedHashMap<>();
    Path file = dir.resolve("seed.dropoutlab");
    for (SavedRun run : List.of(Saves.whole("two-moons", 90), Saves.light("co2", 12), Saves.whole("digits", 0))) {
      RunFile.write(file, run);
      saved.put(Files.readAllBytes(file), run);
    }
    return saved;
  }

  /// Whatever has happened to a file: it is refused, or it is still the run that was saved.
  @Test void savedRunsThatWereDamaged() throws IOException {
    Map<byte[], SavedRun> saved = saved();
    Mutations mutations = new Mutations(11, WORDS);
    new Fuzz(dir.resolve("a.dropoutlab")).run("saved runs, damaged", () -> mutations.of(List.copyOf(saved.keySet())),
        file -> assertThat(saved.values()).contains(RunFile.read(file)));
  }

  /// Members were changed and all checksums made anew, so that every reader behind them meets what nobody has written.
  @Test void savedRunsThatWereForged() throws IOException {
    List<Map<String, byte[]>> all = new ArrayList<>();
    for (byte[] each : saved().keySet()) all.add(Saves.members(Files.write(dir.resolve("seed.dropoutlab"), each)));
    Mutations mutations = new Mutations(12, WORDS, PIECES);
    Path again = dir.resolve("again.dropoutlab");
    new Fuzz(dir.resolve("a.dropoutlab")).run("saved runs, forged", () -> forged(mutations, all), file -> {
      SavedRun read = RunFile.read(file);
      try {
        RunFile.write(again, read);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      assertThat(RunFile.read(again)).isEqualTo(read);
    });
  }

  private static byte[] forged(Mutations mutations, List<Map<String, byte[]>> all) {
    Map<String, byte[]> members = new LinkedHashMap<>(mutations.one(all));
    List<String> names = List.copyOf(members.keySet());
    String name = mutations.random().nextBoolean() ? "dropoutlab.json" : mutations.one(names);
    byte[] changed = mutations.of(List.of(members.get(name)));
    if (mutations.random().nextInt(20) == 0) {
      String other = new String(mutations.of(List.of(bytes(name))), StandardCharsets.ISO_8859_1);
      if (!members.containsKey(other) && other.length() < 60_000) members.put(other, changed);
    } else members.put(name, changed);
    if (mutations.random().nextInt(50) == 0) members.remove(mutations.one(names));
    try {
      return Saves.sealed(members);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Settings are always read: those of the file, or the usual ones and a sentence.
  @Test void settings() throws IOException {
    Path file = dir.resolve("settings.json"), again = dir.resolve("again.json");
    List<byte[]> seeds = new ArrayList<>();
    for (Settings each : List.of(Settings.STANDARD, Settings.STANDARD.with(s -> s.theme(Optional.of("dark")).typeSize(2)
        .preset(Optional.of("co2")).recent(List.of("/a", "/b")).exports(Map.of("slide", "png"))))) {
      SettingsFile.write(file, each);
      seeds.add(Files.readAllBytes(file));
    }
    Mutations mutations = new Mutations(13, WORDS, PIECES);
    new Fuzz(file).run("settings", () -> mutations.of(seeds), changed -> {
      SettingsFile.Read read = SettingsFile.read(changed);
      try {
        Files.deleteIfExists(dir.resolve("settings.damaged-1.json"));
        if (read.word().isEmpty()) SettingsFile.write(again, read.settings());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      if (read.word().isPresent()) throw new ExperimentException(read.word().get());
      assertThat(SettingsFile.read(again)).isEqualTo(read);
    });
  }

  @Test void shareCodes() throws IOException {
    List<String> codes = new ArrayList<>();
    for (String preset : Presets.names()) {
      Experiment experiment = Presets.load(preset);
      codes.add(ShareCode.of(experiment));
      codes.add(ShareCode.of(experiment.withSeed(1234)));
    }
    List<byte[]> typed = codes.stream().map(StoreFuzzTest::bytes).toList();
    Mutations copied = new Mutations(14, List.of("U", "o", "\u2013", "\uD83D", "-", "D"));
    Mutations forged = new Mutations(15, WORDS, PIECES);
    new Fuzz(dir.resolve("code.txt")).run("share codes",
        () -> forged.random().nextBoolean() ? copied.of(typed) : forgedCode(forged, codes), file -> {
          Experiment read = ShareCode.read(text(file)).experiment();
          if (!ExperimentJson.read(ExperimentJson.write(read), "again").equals(read))
            throw new IllegalStateException("written and read again it is another");
        });
  }

  /// Changes that lead from one preset to another, changed at random and packed with the right check.
  private static byte[] forgedCode(Mutations mutations, List<String> codes) {
    Experiment other = Presets.load(mutations.one(Presets.names()));
    String changes = String.join("\n", Differences.between(Presets.load("two-moons"), other));
    String code = mutations.one(codes.subList(1, codes.size()));
    return bytes(mutations.random().nextInt(4) > 0
        ? Saves.forged(code, new String(mutations.of(List.of(bytes(changes))), StandardCharsets.UTF_8))
        : Saves.forged(code, mutations.of(List.of(bytes("seed=12"), new byte[40]))));
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
