package dropoutlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.export.ExperimentFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
  @Test
  void onlyLinuxCanLackADisplay() {
    assertThat(Main.hasDisplay("Linux", Map.of(), null)).isFalse();
    assertThat(Main.hasDisplay("Linux", Map.of("DISPLAY", " "), null)).isFalse();
    assertThat(Main.hasDisplay("Linux", Map.of("DISPLAY", ":0"), null)).isTrue();
    assertThat(Main.hasDisplay("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0"), null)).isTrue();
    assertThat(Main.hasDisplay("Linux", Map.of(), "Headless")).isTrue();
    assertThat(Main.hasDisplay("Windows 11", Map.of(), null)).isTrue();
    assertThat(Main.hasDisplay("Mac OS X", Map.of(), null)).isTrue();
  }

  @Test
  void argumentsGoToTheCommandLineAndOpenNoWindow() {
    StringWriter out = new StringWriter();
    int code = Main.run(new String[] {"list", "presets"}, new PrintWriter(out), new PrintWriter(new StringWriter()),
        () -> { throw new AssertionError("a window"); });
    assertThat(code).isZero();
    assertThat(out.toString()).contains("two-moons");
  }

  @Test
  void aWindowThatCannotBeOpenedIsToldInOneLine() {
    StringWriter err = new StringWriter();
    int code = Main.run(new String[0], new PrintWriter(new StringWriter()), new PrintWriter(err),
        () -> { throw new UnsupportedOperationException("Unable to open DISPLAY"); });
    assertThat(code).isEqualTo(2);
    assertThat(err.toString().lines()).singleElement().asString().contains("display");
  }

  /// A request to terminate takes the same way as Ctrl-C: the shutdown hook.
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aProcessThatIsAskedToEndWritesTheEpochsThatAreDone(@TempDir Path dir) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--add-modules", "jdk.incubator.vector", "-cp", System.getProperty("java.class.path"), Main.class.getName(),
        "train", "two-moons", "--epochs", "1000", "--set", "data.validation=20000", "--out", dir.toString())
        .redirectErrorStream(true).start();
    try (BufferedReader lines = process.inputReader()) {
      String line = lines.readLine();
      while (line != null && !line.startsWith("epoch ")) line = lines.readLine();
      assertThat(line).isNotNull();
      // Not Process.destroy, which also closes the stream that is read here.
      process.toHandle().destroy();
      assertThat(lines.lines().anyMatch(each -> each.equals("written to " + dir))).isTrue();
    }
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(ExperimentFile.read(dir.resolve("experiment.json")).training().epochs()).isBetween(50, 999);
    assertThat(dir.toFile().list()).containsExactlyInAnyOrder("experiment.json", "history.csv", "metrics.json",
        "model.json");
  }
}
