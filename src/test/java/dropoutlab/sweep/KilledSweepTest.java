package dropoutlab.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.spec.sweep.Sweep;
import java.io.BufferedReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A process that trains a sweep is killed at random moments and begun again until the sweep is done. The table must be
/// that of a sweep that nothing interrupted. `-Ddropoutlab.sweep.kills=30` kills that many times.
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class KilledSweepTest {
  private static final int KILLS = Integer.getInteger("dropoutlab.sweep.kills", 4);
  private static final int MOST_MILLIS = 400;
  private static final Pattern RUN = Pattern.compile("^\\{\"run\":\"([0-9a-f]{16})\".*\"crc\":\"[0-9a-f]{8}\"}$");

  @TempDir Path dir;

  @Test void killedAndResumedAsWellAsNeverInterruptedComesToTheSameBytes() throws Exception {
    // Long enough that the last kill still meets work.
    Sweep sweep = Sweeps.ofMoons(60, 4 + 4 * KILLS, "0", "0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7", "0.8", "0.9");
    String whole = table(Sweeps.trained(dir.resolve("whole"), sweep.withRepeats(0.2), 2));
    Path folder = dir.resolve("killed");
    SweepFolder.create(folder, sweep.withRepeats(0.2));
    Random random = new Random(1);
    int meeting = 0;
    for (int kill = 0; kill < KILLS; kill++) meeting += killed(folder, random.nextInt(MOST_MILLIS)) ? 1 : 0;
    assertThat(meeting).as("kills that met work").isEqualTo(KILLS);
    assertThat(ended(start(folder))).isEqualTo("FINISHED");
    SweepFolder resumed = SweepFolder.open(folder);
    assertThat(table(resumed)).isEqualTo(whole);
    assertThat(resumed.summary().finished()).isTrue();
    assertThat(resumed.summary().repeatsDiffer()).isZero();
    List<String> recorded = recorded(folder.resolve("results"));
    assertThat(recorded).as("runs that were recorded").doesNotHaveDuplicates();
    assertThat((long) recorded.size()).isEqualTo(resumed.summary().runs());
    assertThat(resumed.troubles()).isEmpty();
  }

  private static Process start(Path folder) throws Exception {
    return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
        "--add-modules=jdk.incubator.vector", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
        SweepLoop.class.getName(), folder.toString(), "2").redirectErrorStream(true).start();
  }

  private static boolean killed(Path folder, int millis) throws Exception {
    Process process = start(folder);
    try (BufferedReader said = process.inputReader()) {
      String line = said.readLine();
      while (line != null && !line.equals("begun")) line = said.readLine();
      boolean ended = process.waitFor(millis, TimeUnit.MILLISECONDS);
      process.toHandle().destroyForcibly();
      process.waitFor();
      return !ended;
    }
  }

  private static String ended(Process process) throws Exception {
    try (BufferedReader said = process.inputReader()) {
      List<String> lines = said.lines().toList();
      process.waitFor();
      return lines.getLast();
    }
  }

  private static String table(SweepFolder folder) throws Exception {
    StringWriter text = new StringWriter();
    ResultsFile.write(folder, text, false);
    return text.toString();
  }

  private static List<String> recorded(Path results) throws Exception {
    List<String> runs = new ArrayList<>();
    try (Stream<Path> files = Files.list(results)) {
      for (Path each : files.toList())
        for (String line : Files.readAllLines(each)) {
          Matcher whole = RUN.matcher(line);
          if (whole.matches()) runs.add(whole.group(1));
        }
    }
    return runs;
  }
}
