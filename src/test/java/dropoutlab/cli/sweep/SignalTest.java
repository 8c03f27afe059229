package dropoutlab.cli.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.app.Main;
import dropoutlab.cli.Commands;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Schedulers ask a program to end before they kill it. Oracle: the same sweep without a signal.
class SignalTest extends Commands {
  private static final int TERMINATED = 143;

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aSweepThatIsAskedToEndKeepsWhatIsDoneAndGoesOnLater() throws Exception {
    String plan = "sweep plan two-moons --epochs 100 --axis network.hidden.*.drop=0,0.3,0.6 --seeds 1..8 --no-trial --out ";
    good(plan + "DIR/whole");
    good(plan + "DIR/cut");
    good("sweep run DIR/whole --threads 2");

    Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--add-modules",
        "jdk.incubator.vector", "-cp", System.getProperty("java.class.path"), Main.class.getName(), "sweep", "run",
        dir.resolve("cut").toString(), "--threads", "1").redirectErrorStream(true).start();
    List<String> after;
    try (BufferedReader said = process.inputReader()) {
      String line = said.readLine();
      while (line != null && !line.contains(" of 24 runs")) line = said.readLine();
      assertThat(line).isNotNull();
      process.toHandle().destroy();
      after = said.lines().toList();
    }
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isEqualTo(TERMINATED);
    assertThat(after).as("it ends in order").anyMatch(line -> line.matches(".*: \\d+ of 24 runs done"))
        .noneMatch(line -> line.contains(" running") || line.contains(" lost"));

    good("sweep run DIR/cut --threads 2");
    assertThat(run("sweep collect DIR/cut").out()).isEqualTo(run("sweep collect DIR/whole").out());
  }
}
