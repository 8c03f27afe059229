package dropoutlab.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dropoutlab.app.Main;
import dropoutlab.cli.DropoutLab;
import dropoutlab.sweep.SweepEngine.Phase;
import dropoutlab.sweep.slurm.Slurm;
import dropoutlab.sweep.slurm.Submitted;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
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
    configuration = started();
  }

  /// A machine may have the programs and still not let them run, for example in a container without what they need.
  private Path started() throws Exception {
    try {
      return Path.of(call(Map.of(), CLUSTER, "start", dir.resolve("slurm").toString()).strip());
    } catch (AssertionError cannot) {
      stop();
      assumeTrue(false, "Slurm does not run on this machine: no test on a real Slurm. " + cannot.getMessage());
      throw cannot;
    }
  }

  @AfterEach void stop() throws Exception {
    if (Files.isDirectory(dir.resolve("slurm"))) call(Map.of(), CLUSTER, "stop", dir.resolve("slurm").toString());
  }

  private static boolean isInstalled(String program) {
    return Stream.of((System.getenv("PATH") + File.pathSeparator + "/usr/sbin").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /// Oracle: the kernel's list of sockets, in which 0A is a listening one and 0100007F is 127.0.0.1.
  @Test void theClusterOfTheTestListensOnThisMachineAlone() throws IOException {
    List<String> ports = Files.readAllLines(configuration).stream().filter(line -> line.matches("Slurm(ctl)?dPort=\\d+"))
        .map(line -> "%04X".formatted(Integer.parseInt(line.split("=")[1]))).toList();
    List<String> listening = new ArrayList<>();
    for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6"))
      for (String line : Files.readAllLines(Path.of(table))) {
        String[] fields = line.strip().split("\\s+");
        if (fields[3].equals("0A") && ports.contains(fields[1].split(":")[1])) listening.add(fields[1].split(":")[0]);
      }
    assertThat(listening).containsExactly("0100007F", "0100007F");
  }

  /// One task is cancelled and one is queued again, both while they train; what the first has left, a second array does.
  @Test void anArrayWithTasksThatAreCancelledAndQueuedAgainGivesTheTableOfThisComputerToTheByte() throws Exception {
    Path here = planned("here"), there = planned("there");
    lab("sweep run " + here + " --threads 2");

    assertThat(submitted(there, 3)).contains(": 3 tasks.");
    String job = Submitted.in(there).orElseThrow().job();
    await("two tasks train", () -> tasksAtWork() >= 2 && results(there) > 0);
    slurm("scancel", job + "_0");
    slurm("scontrol", "requeue", job + "_1");
    // Else Slurm waits two minutes before it starts the task again.
    await("the task is queued again", () -> release(job + "_1"));
    await("the array is over", this::queueIsEmpty);
    assertThat(lab("sweep status " + there)).contains("Slurm job " + job);

    if (!SweepFolder.open(there).summary().finished()) submitted(there, 2);
    await("the second array is over", this::queueIsEmpty);
    assertThat(lab("sweep status " + there)).contains("24 of 24 runs done");
    assertThat(lab("sweep collect " + there)).isEqualTo(lab("sweep collect " + here));
    assertThat(there.resolve("log/task-1.txt")).content().contains("REQUEUE").contains("-XX:ActiveProcessorCount=1 -Xmx256m");
  }

  /// The engine of the window: hold keeps the tasks that wait, start lets them go, stop ends all; the folder is the truth.
  @Test void theEngineHoldsReleasesAndEndsAnArray() throws Exception {
    Path folder = planned("engine"), program = dir.resolve("lab");
    Files.writeString(program, "#!/bin/bash\nexec '" + String.join("' '", java()) + "' \"$@\"\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    Slurm slurm = new Slurm(Map.of("SLURM_CONF", configuration.toString(), "DROPOUT_LAB", program.toString()));
    SlurmSettings settings = new SlurmSettings("", "", 1, 3);
    try (SlurmEngine engine = new SlurmEngine(SweepFolder.open(folder), settings, slurm)) {
      engine.start();
      await("a task trains", () -> tasksAtWork() > 0 && results(folder) > 0);
      engine.hold();
      await("only what runs goes on", () -> !engine.state().job().isEmpty() && slurm("squeue", "--noheader", "--format=%r")
          .contains("JobHeld"));
      await("what waits is held", () -> engine.state().phase() == Phase.IDLE);
      assertThat(SweepFolder.open(folder).summary().results()).isBetween(1L, 23L);
      engine.start();
      await("the next task runs", () -> tasksAtWork() > 0);
      engine.stop();
      await("all are ended", () -> engine.state().phase() == Phase.IDLE && queueIsEmpty());
      assertThat(engine.state().problem()).isEmpty();
    }
    assertThat(SweepFolder.open(folder).summary().results()).isBetween(1L, 23L);
  }

  /// A task takes some seconds, so that it is met while it trains.
  private Path planned(String name) {
    lab("sweep plan two-moons --epochs 700 --axis network.hidden.*.drop=0,0.2,0.4,0.6 --seeds 1..6 --no-trial "
        + "--out " + dir.resolve(name));
    return dir.resolve(name);
  }

  private boolean queueIsEmpty() { return slurm("squeue", "--noheader").isBlank(); }

  private boolean release(String task) {
    String state = slurm("squeue", "--noheader", "--array", "--jobs=" + task, "--format=%T");
    if (state.contains("PENDING")) slurm("scontrol", "update", "JobId=" + task, "StartTime=now");
    return state.contains("PENDING") || state.isBlank();
  }

  private long tasksAtWork() { return slurm("squeue", "--noheader", "--array", "--states=RUNNING").lines().count(); }

  private static long results(Path folder) {
    try {
      return SweepFolder.open(folder).summary().results();
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

  private static String lab(String line) {
    StringWriter out = new StringWriter(), err = new StringWriter();
    int code = DropoutLab.run(line.split(" "), new PrintWriter(out), new PrintWriter(err));
    assertThat(code).as(line + err).isZero();
    return out.toString();
  }

  /// In a Java machine of its own, as a person does: the script of the array starts it again.
  private String submitted(Path folder, int tasks) throws Exception {
    List<String> command = new ArrayList<>(java());
    command.addAll(List.of("sweep", "submit", folder.toString(), "--slurm", "--tasks", Integer.toString(tasks)));
    return call(Map.of("SLURM_CONF", configuration.toString()), command.toArray(String[]::new));
  }

  private static List<String> java() {
    return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
        "-XX:TieredStopAtLevel=1", "--add-modules", "jdk.incubator.vector", "-cp", System.getProperty("java.class.path"),
        Main.class.getName());
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
