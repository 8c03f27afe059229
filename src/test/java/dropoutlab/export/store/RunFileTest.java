package dropoutlab.export.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dropoutlab.frame.Checkpoint;
import dropoutlab.frame.Matrix;
import dropoutlab.spec.DataSpec;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentException;
import dropoutlab.spec.Intervention;
import dropoutlab.spec.Presets;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A saved run is read exactly as it was written, or refused with a sentence that says what is wrong with the file.
/// Oracles: the run itself, and the zip files of the Java library.
class RunFileTest {
  @TempDir Path dir;

  private Path saved(SavedRun run) throws IOException {
    Path file = dir.resolve("run.dropoutlab");
    RunFile.write(file, run);
    return file;
  }

  static Stream<String> presets() { return Presets.names().stream(); }

  @ParameterizedTest
  @MethodSource("presets")
  void everyPresetIsReadAsItWasWritten(String preset) throws IOException {
    SavedRun run = Saves.whole(preset, 120);
    assertThat(RunFile.read(saved(run))).isEqualTo(run);
    SavedRun light = Saves.light(preset, 7);
    assertThat(RunFile.read(saved(light))).isEqualTo(light);
  }

  /// NaN and -0 are the same for `equals` only where the bits agree; floats must come back as floats.
  @Test void tablesComeBackInTheKindOfNumbersAndTheOrderThatTheyHad() throws IOException {
    SavedRun run = Saves.whole("two-moons", 3);
    Map<String, Matrix> read = RunFile.read(saved(run)).checkpoint().orElseThrow().tables();
    assertThat(read.keySet()).containsExactlyElementsOf(run.checkpoint().orElseThrow().tables().keySet());
    read.forEach((name, table) -> assertThat(table.isOfFloats()).as(name).isEqualTo(!name.equals("odd doubles")));
  }

  @Test void interventionsAreKept() throws IOException {
    Experiment changed = Presets.load("two-moons").withInterventions(
        List.of(new Intervention.SetDropRates(40, List.of(0.0, 0.1, 0.25))));
    SavedRun run = Saves.light(changed, 80);
    assertThat(RunFile.read(saved(run))).isEqualTo(run);
  }

  @Test void theSameRunGivesTheSameBytes() throws IOException {
    byte[] first = Files.readAllBytes(saved(Saves.whole("digits", 5)));
    assertThat(Files.readAllBytes(saved(Saves.whole("digits", 5)))).isEqualTo(first);
  }

  @Test void itHoldsWhatPeopleAndOtherProgramsRead() throws IOException {
    try (ZipFile zip = new ZipFile(saved(Saves.whole("two-moons", 9)).toFile())) {
      assertThat(zip.stream().map(ZipEntry::getName)).startsWith("dropoutlab.json", "history.csv")
          .endsWith("checksums.sha256").contains("tables/network/weights 0.npy", "words/streams.npy");
      assertThat(new String(zip.getInputStream(zip.getEntry("dropoutlab.json")).readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("{\n  \"format\": \"dropout-lab-run\",\n  \"version\": 1,\n  \"program\": ");
    }
  }

  private void assertRefused(Path file, String sentence) throws IOException {
    byte[] before = Files.readAllBytes(file);
    assertThatThrownBy(() -> RunFile.read(file)).isInstanceOf(ExperimentException.class)
        .hasMessageContaining(sentence).hasMessageStartingWith(dir.toString()).message().endsWith(".");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test void everyTruncatedFileIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(saved(Saves.whole("two-moons", 9)));
    Path file = dir.resolve("cut.dropoutlab");
    for (int length = 0; length < whole.length; length += 1 + length / 40) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertRefused(file, length < 4 ? "is not a run" : "ends too early");
    }
  }

  /// A bit of the zip format that nobody reads, such as a time, may flip: then the run is what it was.
  @Test void noFlippedBitGoesUnnoticed() throws IOException {
    SavedRun run = Saves.whole("two-moons", 9);
    byte[] whole = Files.readAllBytes(saved(run));
    Path file = dir.resolve("flipped.dropoutlab");
    Random random = new Random(1);
    int refused = 0;
    for (int i = 0; i < 2_000; i++) {
      byte[] flipped = whole.clone();
      flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, flipped);
      try {
        assertThat(RunFile.read(file)).isEqualTo(run);
      } catch (ExperimentException e) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(1_500);
  }

  private static Map<String, byte[]> members(Path file) throws IOException {
    Map<String, byte[]> members = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry each : zip.stream().map(ZipEntry.class::cast).toList())
        members.put(each.getName(), zip.getInputStream(each).readAllBytes());
    }
    return members;
  }

  private Path packed(Map<String, byte[]> members, int method) throws IOException {
    Path file = dir.resolve("packed.dropoutlab");
    try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
      for (var each : members.entrySet()) {
        ZipEntry entry = new ZipEntry(each.getKey());
        CRC32 crc = new CRC32();
        crc.update(each.getValue());
        entry.setMethod(method);
        entry.setSize(each.getValue().length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(each.getValue());
        zip.closeEntry();
      }
    }
    return file;
  }

  private Path edited(String member, String from, String to) throws IOException {
    Map<String, byte[]> members = members(saved(Saves.whole("two-moons", 9)));
    members.computeIfPresent(member, (_, bytes) ->
        new String(bytes, StandardCharsets.UTF_8).replace(from, to).getBytes(StandardCharsets.UTF_8));
    return packed(members, ZipEntry.STORED);
  }

  @Test void whatWasChangedByHandIsNamed() throws IOException {
    assertRefused(edited("dropoutlab.json", "\"seed\": 7", "\"seed\": 8"), "dropoutlab.json was changed by hand");
    assertRefused(edited("history.csv", "0.5", "0.4"), "history.csv was changed by hand");
    assertRefused(edited("checksums.sha256", "  ", " *"), "checksums.sha256 was changed by hand");
  }

  @Test void packedAgainWithoutAChangeItIsRead() throws IOException {
    SavedRun run = Saves.whole("two-moons", 9);
    assertThat(RunFile.read(packed(members(saved(run)), ZipEntry.STORED))).isEqualTo(run);
    assertRefused(packed(members(saved(run)), ZipEntry.DEFLATED), "packed again by another program, which compressed");
  }

  @Test void aNewerVersionIsSaidBeforeAllElse() throws IOException {
    assertRefused(edited("dropoutlab.json", "\"version\": 1", "\"version\": 2"), "saved by a newer Dropout Lab");
    assertRefused(edited("dropoutlab.json", "dropout-lab-run", "other"), "is not a run");
  }

  @Test void membersThatNobodySavedAreRefused() throws IOException {
    for (var each : Map.of("../evil.npy", "leads out of the file", "/etc/passwd", "leads out of the file",
        "tables/../../x.npy", "leads out of the file", "C:\\x.npy", "leads out of the file",
        "notes.txt", "which no saved run has", "tables/more.npy", "was not saved with it").entrySet()) {
      Map<String, byte[]> members = members(saved(Saves.whole("two-moons", 9)));
      members.put(each.getKey(), new byte[] {1});
      assertRefused(packed(members, ZipEntry.STORED), each.getValue());
    }
    for (String each : List.of("history.csv", "words/streams.npy", "checksums.sha256")) {
      Map<String, byte[]> members = members(saved(Saves.whole("two-moons", 9)));
      members.remove(each);
      assertRefused(packed(members, ZipEntry.STORED), "lacks " + each);
    }
  }

  /// The name of one member is changed into that of another in both places where a zip file has it.
  @Test void aMemberThatIsThereTwiceIsRefused() throws IOException {
    Map<String, byte[]> members = members(saved(Saves.whole("two-moons", 9)));
    members.put("tables/empta.npy", members.get("tables/empty.npy"));
    Path file = packed(members, ZipEntry.STORED);
    String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
    Files.writeString(file, bytes.replace("tables/empta.npy", "tables/empty.npy"), StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> RunFile.read(file)).isInstanceOf(ExperimentException.class)
        .hasMessageMatching("(?s).*(holds tables/empty.npy twice|was changed by hand).*");
  }

  /// 42 kB that would be gigabytes, and a member that says it is larger than its file.
  @Test void bombsAreRefusedBeforeAnyMemoryIsTaken() throws IOException {
    Map<String, byte[]> members = members(saved(Saves.whole("two-moons", 9)));
    members.put("tables/bomb.npy", new byte[32 << 20]);
    assertRefused(packed(members, ZipEntry.DEFLATED), "compressed");
    byte[] whole = Files.readAllBytes(saved(Saves.whole("two-moons", 9)));
    String text = new String(whole, StandardCharsets.ISO_8859_1);
    int list = text.indexOf("PK\1\2");
    byte[] larger = HexFormat.of().parseHex("f0ffff7f");
    for (int at : List.of(20, 24)) System.arraycopy(larger, 0, whole, list + at, 4);
    Path file = dir.resolve("larger.dropoutlab");
    Files.write(file, whole);
    assertThatThrownBy(() -> RunFile.read(file)).isInstanceOf(ExperimentException.class).message().endsWith(".");
  }

  @Test void otherFilesAreNamedForWhatTheyAre() throws IOException {
    assertThatThrownBy(() -> RunFile.read(dir)).hasMessageContaining("is a folder");
    assertThatThrownBy(() -> RunFile.read(dir.resolve("none"))).hasMessageContaining("There is no file");
    Path text = Files.writeString(dir.resolve("a.dropoutlab"), "{\"title\": \"no zip\"}");
    assertRefused(text, "is not a run that Dropout Lab has saved");
    assertRefused(packed(Map.of("word/document.xml", new byte[5]), ZipEntry.DEFLATED), "packed again");
    assertRefused(packed(Map.of("a.npy", new byte[5]), ZipEntry.STORED), "is not a run that Dropout Lab has saved");
  }

  private Experiment ofTable(Path table) {
    return Presets.load("two-moons").with(e -> e.data(new DataSpec.Csv(table.toString(), "y", null, 0.25, null)));
  }

  @Test void dataAreFoundWhereTheyWereAndBesideTheRun() throws IOException {
    Path table = Files.writeString(Files.createDirectories(dir.resolve("home/data")).resolve("a.csv"), "x,y\n1,2\n");
    SavedRun run = Saves.light(ofTable(table), 4);
    Path file = dir.resolve("home/run.dropoutlab");
    RunFile.write(file, run);
    assertThat(RunFile.read(file)).isEqualTo(run);
    Path other = dir.resolve("other");
    Files.move(dir.resolve("home"), other);
    assertThat(RunFile.read(other.resolve("run.dropoutlab"))).isEqualTo(Saves.light(ofTable(other.resolve("data/a.csv")), 4));
    Files.createDirectories(table.getParent());
    Files.move(other.resolve("data/a.csv"), table);
    assertThat(RunFile.read(other.resolve("run.dropoutlab"))).isEqualTo(run);
  }

  @Test void dataThatAreGoneOrHaveChangedAreNamed() throws IOException {
    Path table = Files.writeString(dir.resolve("a.csv"), "x,y\n1,2\n");
    Path file = saved(Saves.light(ofTable(table), 4));
    Files.writeString(table, "x,y\n1,3\n");
    assertRefused(file, table + " has changed since");
    Files.delete(table);
    assertRefused(file, "needs " + table + ", which is no longer there");
  }

  @Test void noNameOfATableLeadsOutOfTheFile() {
    for (String name : List.of("../x", "a/../b", "/a", "", ".hidden", "a\\b", "a//b", "x".repeat(201)))
      assertThatThrownBy(() -> RunFile.write(dir.resolve("x.dropoutlab"), Saves.light("two-moons", 4).with(run ->
          run.checkpoint(Optional.of(new Checkpoint(1, Map.of(name, Matrix.EMPTY), Map.of()))))))
          .as(name).isInstanceOf(IllegalStateException.class);
    assertThat(dir.resolve("x.dropoutlab")).doesNotExist();
  }
}
