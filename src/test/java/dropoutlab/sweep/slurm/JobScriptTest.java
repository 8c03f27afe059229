package dropoutlab.sweep.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Oracles: lines written by hand, Slurm's rules for arrays and times (man sbatch), and a shell that runs the script.
class JobScriptTest {
  private static final JobScript SCRIPT = new JobScript("moons p; rm", 14, 20, "cpu", "00:10:00", 256, 512,
      List.of("/opt/a folder/java", "-cp", "it's", "Main"), Path.of("/tmp"));

  @Test void theScriptAsksForAnArrayWithItsLimits() {
    assertThat(SCRIPT.text().lines().filter(line -> line.startsWith("#SBATCH"))).containsExactly(
        "#SBATCH --job-name=moons-p-rm", "#SBATCH --array=0-13%20", "#SBATCH --cpus-per-task=1", "#SBATCH --mem=512M",
        "#SBATCH --time=00:10:00", "#SBATCH --partition=cpu", "#SBATCH --requeue", "#SBATCH --signal=B:TERM@60",
        "#SBATCH --open-mode=append", "#SBATCH --output=log/task-%a.txt");
  }

  @Test void whatIsNotSaidIsLeftToTheCluster() {
    assertThat(SCRIPT.with(s -> s.atOnce(0).partition("")).text()).contains("--array=0-13\n").doesNotContain("partition")
        .doesNotContain("@NAME@").doesNotContainPattern("@[A-Z_]+@");
  }

  /// The program is a shell script that prints its arguments, its process and what Java would be told.
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theShellStartsTheProgramInItsPlaceWithTheShareOfTheTask(@TempDir Path dir) throws Exception {
    Path program = Files.writeString(dir.resolve("the program"), "#!/bin/bash\necho \"$$|$*|$_JAVA_OPTIONS|$PWD\"\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    Path from = Files.createDirectory(dir.resolve("where it's called")).toRealPath();
    JobScript script = SCRIPT.with(s -> s.program(List.of(program.toString(), "--flag")).from(from));
    Files.writeString(dir.resolve(JobScript.FILE), script.text());
    String[] said = started(dir, List.of()).split("\\|");
    assertThat(said).containsExactly(said[0], "--flag sweep run " + dir + " --shard 3/14 --threads 1",
        "-XX:ActiveProcessorCount=1 -Xmx256m", from + "\n");
    assertThat(said[0]).as("the process that a signal for the shell reaches").isEqualTo(Long.toString(process));
    assertThat(started(dir, List.of("DROPOUT_LAB=" + program))).contains("|sweep run " + dir + " --shard 3/14");
  }

  private long process;

  private String started(Path dir, List<String> more) throws IOException, InterruptedException {
    ProcessBuilder shell = new ProcessBuilder("bash", JobScript.FILE).directory(dir.toFile());
    shell.environment().putAll(java.util.Map.of("SLURM_ARRAY_TASK_ID", "3", "SLURM_SUBMIT_DIR", dir.toString(),
        "SLURM_CPUS_PER_TASK", "1"));
    more.forEach(each -> shell.environment().put(each.split("=")[0], each.split("=")[1]));
    Process started = shell.redirectErrorStream(true).start();
    process = started.pid();
    assertThat(started.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return new String(started.getInputStream().readAllBytes());
  }

  @Test void aTaskLastsAboutAMinuteAndAnArrayIsNeverTooLong() {
    assertThat(ArraySize.tasks(0.2, 40, 1001)).isEqualTo(1);
    assertThat(ArraySize.tasks(60, 40, 1001)).isEqualTo(1);
    assertThat(ArraySize.tasks(61, 40, 1001)).isEqualTo(2);
    assertThat(ArraySize.tasks(3600, 400, 1001)).isEqualTo(60);
    assertThat(ArraySize.tasks(3600, 7, 1001)).as("a task without a run").isEqualTo(7);
    assertThat(ArraySize.tasks(1e9, 1_000_000, 1001)).isEqualTo(200);
    assertThat(ArraySize.tasks(1e9, 1_000_000, 16)).as("the largest index is MaxArraySize - 1").isEqualTo(16);
    assertThat(ArraySize.tasks(Double.NaN, 0, 1001)).isEqualTo(1);
  }

  @Test void timesAreWrittenAsSlurmReadsThem() {
    assertThat(ArraySize.time(1)).isEqualTo("00:10:00");
    assertThat(ArraySize.time(600)).isEqualTo("00:32:00");
    assertThat(ArraySize.time(7200)).isEqualTo("06:02:00");
    assertThat(ArraySize.time(86_400)).isEqualTo("3-00:02:00");
  }

  @Test void aTaskIsGivenMoreMemoryThanItsHeap() {
    assertThat(ArraySize.heapMb(1 << 20)).isEqualTo(256);
    assertThat(ArraySize.heapMb(1L << 30)).isEqualTo(128 + 2048);
    assertThat(ArraySize.memoryMb(256)).isEqualTo(512);
  }

  @Test void theJobIsNotedInTheFolderAndFoundAgain(@TempDir Path dir) throws IOException {
    assertThat(Submitted.in(dir)).isEmpty();
    new Submitted("81472", 14).note(dir);
    assertThat(Submitted.in(dir)).contains(new Submitted("81472", 14));
    Files.writeString(dir.resolve("slurm.json"), "{ \"job\": ");
    assertThat(Submitted.in(dir)).isEmpty();
  }
}
