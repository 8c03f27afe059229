package dropoutlab.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Drafts of killed processes are deleted by the next process that writes into their folder, and nothing else is
/// deleted.
class LeftoversTest {
  private static final String UUID = "123e4567-e89b-12d3-a456-426614174000";
  /// No process has such a large number.
  private static final String GONE = "999999999999";

  @TempDir Path dir;

  private void file(String name, long hoursOld) throws IOException {
    Path file = Files.writeString(dir.resolve(name), "half");
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3_600 * hoursOld + 60)));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(dir)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test void onlyOldDraftsOfProcessesThatAreGoneAreDeleted() throws IOException {
    file(".model.json." + GONE + "-" + UUID + ".part", 2);
    file(".a.b c.csv." + GONE + "-" + UUID + ".part", 200);
    List<String> kept = List.of(".young.csv." + GONE + "-" + UUID + ".part",
        ".mine.csv." + ProcessHandle.current().pid() + "-" + UUID + ".part", "no-dot.csv." + GONE + "-" + UUID + ".part",
        ".other.part", ".other.csv." + UUID + ".part", ".x." + GONE + "-" + UUID + ".part.csv", "data.part");
    for (String name : kept) file(name, name.startsWith(".young") ? 0 : 50);
    Files.createDirectory(dir.resolve(".folder." + GONE + "-" + UUID + ".part"));
    try (Drafts drafts = new Drafts()) {
      drafts.add(dir.resolve("new.txt"), "whole");
      drafts.commit();
    }
    assertThat(names()).containsExactlyInAnyOrderElementsOf(Stream.concat(kept.stream(),
        Stream.of("new.txt", ".folder." + GONE + "-" + UUID + ".part")).toList());
  }

  /// The pattern that finds leftovers matches the name that a draft is given.
  @Test void aDraftIsNamedAsLeftoversAre() throws IOException {
    try (Drafts drafts = new Drafts()) {
      drafts.open(dir.resolve("p.csv"));
      assertThat(names()).singleElement().asString()
          .matches("\\.p\\.csv\\." + ProcessHandle.current().pid() + "-[0-9a-f-]{36}\\.part");
    }
    assertThat(names()).isEmpty();
  }

  @Test void aFolderThatIsNotThereIsNoMistake() { Leftovers.remove(dir.resolve("none")); }
}
