package dropoutlab.export.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Processes that save and keep without pause are killed at random moments, two at a time over one folder for recovery.
/// What a process has said is on the disk must be there, whole. `-Ddropoutlab.kills=1000` kills that many.
@Timeout(value = 120, unit = TimeUnit.MINUTES)
class KilledTest {
  private static final int KILLS = Integer.getInteger("dropoutlab.kills", 20);
  private static final int MOST_MILLIS = 250;

  @TempDir Path dir;

  /// What one kill has cost.
  ///
  /// @param saves      how often the process had saved
  /// @param lostMillis between what is recovered and the kill
  private record Kill(int saves, long lostMillis) {}

  @Test void nothingThatWasSavedIsLostAndNothingIsHalf() throws Exception {
    List<Kill> kills = new ArrayList<>();
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      List<Callable<Kill>> all = new ArrayList<>();
      for (int i = 0; i < KILLS; i++) {
        int number = i;
        all.add(() -> killed(number, new Random(number).nextInt(MOST_MILLIS)));
      }
      for (var each : two.invokeAll(all)) kills.add(each.get());
    }
    List<Long> lost = kills.stream().map(Kill::lostMillis).sorted().toList();
    IO.println(KILLS + " kills: nothing saved was lost, nothing was half-written; without a pause between two savings, "
        + "recovery lost a median of " + lost.get(KILLS / 2) + " ms, 99 of 100 at most " + lost.get(KILLS * 99 / 100)
        + " ms, all at most " + lost.getLast() + " ms; " + kills.stream().mapToInt(Kill::saves).sum() + " saves");
  }

  private Kill killed(int number, int millis) throws Exception {
    Path file = dir.resolve("run-" + number + ".dropoutlab"), recovery = dir.resolve("recovery");
    Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m",
        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
        SavingLoop.class.getName(), file.toString(), recovery.toString()).redirectErrorStream(true).start();
    long saved = 0, kept, killed;
    int saves = 0;
    try (BufferedReader said = process.inputReader()) {
      String first = said.readLine();
      assertThat(first).startsWith("kept ");
      kept = Long.parseLong(first.substring(5));
      process.waitFor(millis, TimeUnit.MILLISECONDS);
      killed = System.currentTimeMillis();
      // The process itself would close its streams, and with them what it has said.
      process.toHandle().destroyForcibly();
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        if (line.matches("saved \\d+")) {
          saved = Long.parseLong(line.substring(6));
          saves++;
        } else if (line.matches("kept \\d+")) kept = Long.parseLong(line.substring(5));
        else assertThat(line).matches("(saved|kept)?( \\d*)?");
      }
    }
    process.waitFor();
    // A file with a name that a person sees is whole, whenever its writer died.
    if (saved > 0 || Files.exists(file)) assertWhole(RunFile.read(file), saved);
    Autosave.Left left = left(recovery, process.pid());
    SavedRun run = left.read();
    assertWhole(run, kept);
    left.discard();
    return new Kill(saves, Math.max(0, killed - run.step()));
  }

  /// Of two processes, each sees those that are dead alone.
  private static Autosave.Left left(Path recovery, long pid) {
    return Autosave.left(recovery).stream()
        .filter(each -> each.files().getFirst().getFileName().toString().startsWith("run-" + pid + "-"))
        .findFirst().orElseThrow();
  }

  private static void assertWhole(SavedRun run, long said) {
    assertThat(run.step()).isGreaterThanOrEqualTo(said);
    assertThat(run).isEqualTo(Saves.light("two-moons", run.step())
        .with(r -> r.checkpoint(run.checkpoint()).history(run.history())));
    run.checkpoint().ifPresent(checkpoint -> {
      assertThat(checkpoint).isEqualTo(Saves.checkpoint(checkpoint.step()));
      assertThat(run.history()).isEqualTo("epoch\n" + checkpoint.step() + "\n");
    });
  }
}
