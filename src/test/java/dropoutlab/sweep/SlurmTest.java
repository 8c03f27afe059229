package dropoutlab.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dropoutlab.app.Main;
import dropoutlab.sweep.slurm.Submitted;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A sweep on a real Slurm, which `src/test/slurm/cluster` starts on 127.0.0.1 in a folder of its own and ends again. Needs
/// Debian's slurmctld, slurmd, slurm-client and munge, and root. Oracle: the same sweep on this computer.
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class SlurmTest {
  private static final String CLUSTER = Path.of("src/test/slurm/cluster").toAbsolutePath().toString();
  private static final long PATIENCE_SECONDS = 180, LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  @TempDir Path dir;
  private Path configuration;

  @BeforeEach void start() throws Exception {
    for (String program : List.of("sbatch", "slurmctld", "slurmd", "munged", "scontrol"))
      assumeTrue(isInstalled(program), program + " is not installed: no test on a real Slurm");
    assumeTrue(call(Map.of(), "id", "-u").strip().equals("0"), "not root: no test on a real Slurm");
    configuration = Path.of(call(Map.of(), CLUSTER, "start", dir.resolve("slurm").toString()).strip());
  }

  @AfterEach void stop() throws Exception {
    if (configuration != null) call(Map.of(), CLUSTER, "stop", dir.resolve("slurm").toString());
  }

  private static boolean isInstalled(String program) {
    return Stream.of((System.getenv("PATH") + File.pathSeparator + "/usr/sbin").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /// One task is cancelled and one is queued again, both while they train; what the first has left, a second array does.
  @Test void anArrayWithTasksThatAreCancelledAndQueuedAgainGivesTheTableOfThisComputerToTheByte() throws Exception {
    String plan = "sweep plan two-moons --epochs 150 --axis network.hidden.*.drop=0,0.2,0.4,0.6 --seeds 1..6 --no-trial --out ";
    for (String folder : List.of("here", "there")) lab(plan + dir.resolve(folder));
    lab("sweep run " + dir.resolve("here") + " --threads 2");
    Path there = dir.resolve("there");

    assertThat(lab("sweep submit " + there + " --slurm --tasks 3")).contains(": 3 tasks.");
    String job = Submitted.in(there).orElseThrow().job();
    await("two tasks train", () -> running(there) >= 2);
    slurm("scancel", job + "_0");
    slurm("scontrol", "requeue", job + "_1");
    // Else Slurm waits two minutes before it starts the task again.
    await("the task is queued again", () -> release(job + "_1"));
    await("the array is over", () -> slurm("squeue", "--noheader").isBlank());
    String between = lab("sweep status " + there);
    assertThat(between).contains("Slurm job " + job);

    if (!between.contains("24 of 24 runs done")) {
      lab("sweep submit " + there + " --slurm --tasks 2");
      await("the second array is over", () -> slurm("squeue", "--noheader").isBlank());
    }
    assertThat(lab("sweep status " + there)).contains("24 of 24 runs done");
    assertThat(lab("sweep collect " + there)).isEqualTo(lab("sweep collect " + dir.resolve("here")));
    assertThat(there.resolve("log/task-1.txt")).content().contains("REQUEUE").contains("-XX:ActiveProcessorCount=1 -Xmx256m");
  }

  private boolean release(String task) {
    String state = slurm("squeue", "--noheader", "--array", "--jobs=" + task, "--format=%T");
    if (state.contains("PENDING")) slurm("scontrol", "update", "JobId=" + task, "StartTime=now");
    return state.contains("PENDING") || state.isBlank();
  }

  private static long running(Path folder) {
    try {
      return SweepFolder.open(folder).summary().running();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void await(String what, BooleanSupplier holds) {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(until);
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  /// Runs the command line in a Java machine of its own, as a person does: the script of the array starts it again.
  private String lab(String line) throws Exception {
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx512m", "-XX:TieredStopAtLevel=1", "--add-modules", "jdk.incubator.vector", "-cp",
        System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(line.split(" ")));
    return call(Map.of("SLURM_CONF", configuration.toString()), command.toArray(String[]::new));
  }

  private String slurm(String... command) {
    try {
      return call(Map.of("SLURM_CONF", configuration.toString()), command);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private String call(Map<String, String> environment, String... command) throws IOException, InterruptedException {
    Path err = Files.createTempFile(dir, "err", ".txt"), out = Files.createTempFile(dir, "out", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile()).redirectOutput(out.toFile());
    builder.environment().putAll(environment);
    builder.environment().merge("PATH", "/usr/sbin:/sbin", (path, more) -> path + File.pathSeparator + more);
    Process process = builder.start();
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as(String.join(" ", command)).isTrue();
    assertThat(process.exitValue()).as(String.join(" ", command) + "\n" + Files.readString(err)).isZero();
    return Files.readString(out);
  }
}
