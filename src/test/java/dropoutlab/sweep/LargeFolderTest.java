package dropoutlab.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A simulated folder is planned, counted and collected in a small heap. `-Ddropoutlab.sweep.results=2000000` makes it
/// that large.
@Timeout(60 * 60)
class LargeFolderTest {
  private static final int RESULTS = Integer.getInteger("dropoutlab.sweep.results", 20_000);
  private static final int HEAP_MEGABYTES = RESULTS > 100_000 ? 256 : 64;

  @TempDir Path dir;

  @Test void countingAndCollectingHoldNoTable() throws Exception {
    Path folder = dir.resolve("large");
    run(folder, "make");
    List<String> said = run(folder, "status");
    assertThat(said.getFirst()).startsWith("Summary[runs=" + RESULTS + ", done=")
        .contains("failed=0, lost=0, running=0")
        .contains("repeatsDiffer=0, secondsLeft=0.0]");
    run(folder, "collect");
    try (Stream<String> lines = Files.lines(folder.resolve(ResultsFile.NAME))) {
      assertThat(lines.count()).isEqualTo(RESULTS + 1L);
    }
  }

  private static List<String> run(Path folder, String what) throws Exception {
    Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx" + HEAP_MEGABYTES + "m", "--add-modules=jdk.incubator.vector", "-cp",
            System.getProperty("java.class.path"),
        LargeFolder.class.getName(), folder.toString(), what, String.valueOf(RESULTS)).redirectErrorStream(true)
            .start();
    List<String> lines = new ArrayList<>();
    try (BufferedReader said = process.inputReader()) {
      for (String line = said.readLine(); line != null; line = said.readLine())
        if (!line.startsWith("WARNING")) lines.add(line);
    }
    assertThat(process.waitFor()).as(String.join("\n", lines)).isZero();
    if (RESULTS > 100_000) lines.forEach(IO::println);
    return lines;
  }
}
