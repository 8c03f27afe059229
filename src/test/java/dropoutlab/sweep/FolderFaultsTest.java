package dropoutlab.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dropoutlab.data.DataException;
import dropoutlab.frame.sweep.Cell;
import dropoutlab.frame.sweep.CellState;
import dropoutlab.frame.sweep.SweepTable;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.spec.ExperimentException;
import dropoutlab.spec.sweep.SeedRange;
import dropoutlab.spec.sweep.Sweep;
import dropoutlab.sweep.folder.Layout;
import dropoutlab.sweep.folder.Node;
import dropoutlab.sweep.folder.Sign;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Folders that are not as they should be. Nothing that is wrong is taken for a result, and each fault is told in one
/// sentence. `-Ddropoutlab.fuzz=10000` damages as many times.
class FolderFaultsTest {
  private static final int DAMAGES = Integer.getInteger("dropoutlab.fuzz", 60);
  private static final Sweep SWEEP = Sweeps.ofMoons(4, 3, "0", "0.4").withRepeats(0);

  @TempDir Path dir;
  private Path folder;
  private Path segment;
  private byte[] whole;
  private SweepTable table;

  @BeforeEach void train() throws Exception {
    folder = dir.resolve("sweep");
    table = Sweeps.trained(folder, SWEEP, 1).table();
    segment = folder.resolve("results/t00-a1.jsonl");
    whole = Files.readAllBytes(segment);
  }

  @Test void aFlippedBitCostsItsRunAloneAndIsTold() throws Exception {
    Random random = new Random(5);
    int last = lastLine();
    for (int i = 0; i < DAMAGES; i++) {
      byte[] damaged = whole.clone();
      int at = random.nextInt(last - 1);
      damaged[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(segment, damaged);
      SweepFolder now = SweepFolder.open(folder);
      assertSubset(now.table(), 1, 2);
      assertThat(now.troubles()).as("byte " + at).isNotEmpty().allSatisfy(FolderFaultsTest::assertSentence);
    }
  }

  @Test void aTornLastLineIsLeftOutWithoutAWord() throws Exception {
    Random random = new Random(6);
    for (int i = 0; i < DAMAGES; i++) {
      Files.write(segment, Arrays.copyOf(whole, random.nextInt(whole.length)));
      SweepFolder now = SweepFolder.open(folder);
      assertSubset(now.table(), 1, 6);
      assertThat(now.troubles()).isEmpty();
    }
  }

  /// A reader meets the file at every length while it grows, and ends with the same table.
  @Test void aSegmentIsReadOnWhileItGrows() throws Exception {
    Files.write(segment, new byte[0]);
    SweepFolder now = SweepFolder.open(folder);
    Random random = new Random(7);
    for (int length = 0; length < whole.length; length = Math.min(whole.length, length + random.nextInt(90))) {
      Files.write(segment, Arrays.copyOf(whole, length));
      assertSubset(now.table(), 0, 6);
    }
    Files.write(segment, whole);
    assertThat(now.table().values()).isEqualTo(table.values());
    Files.write(segment, Arrays.copyOf(whole, lastLine()));
    assertThat(now.table().values()).as("an older copy was put back").extracting(Cell::state)
        .contains(CellState.WAITING);
  }

  private int lastLine() {
    int last = whole.length - 1;
    while (whole[last - 1] != '\n') last--;
    return last;
  }

  private void assertSubset(SweepTable now, int least, int most) {
    int missing = 0;
    for (int i = 0; i < table.values().size(); i++) {
      Cell cell = now.values().get(i);
      if (cell.outcome().isPresent()) assertThat(cell.outcome()).isEqualTo(table.values().get(i).outcome());
      else missing++;
    }
    assertThat(missing).isBetween(Math.min(least, 1), most);
  }

  @Test void damageIsRepairedByRunningTheMissing() throws Exception {
    byte[] damaged = whole.clone();
    damaged[100] ^= 1;
    Files.write(segment, damaged);
    SweepFolder now = SweepFolder.open(folder);
    assertThat(now.summary().waiting()).isEqualTo(1);
    Sweeps.run(now, 1);
    assertThat(now.summary().finished()).isTrue();
    for (int i = 0; i < table.values().size(); i++)
      assertThat(now.table().values().get(i).outcome().orElseThrow()
          .sameAs(table.values().get(i).outcome().orElseThrow())).isTrue();
  }

  @Test void foreignFilesAreToldAndLeftOut() throws Exception {
    Files.writeString(folder.resolve("results/notes.txt"), "mine");
    Files.writeString(folder.resolve("results/.hidden"), "system");
    Files.writeString(folder.resolve("tasks/t99-a1.json"), "{");
    Files.writeString(folder.resolve("tasks/t98-a1.json"), "{\"job\":\"\"}");
    Files.createDirectories(folder.resolve("failed"));
    Files.writeString(folder.resolve("failed/0000000000000000.json"), "[]");
    Files.writeString(folder.resolve("results/t00-a7.jsonl"), "not JSON\n{\"run\":\"0123456789abcdef\"}\n\n");
    SweepFolder now = SweepFolder.open(folder);
    assertThat(now.table().values()).isEqualTo(table.values());
    assertThat(now.troubles()).hasSize(3).allSatisfy(FolderFaultsTest::assertSentence)
        .anySatisfy(each -> assertThat(each).contains("notes.txt"));
  }

  @Test void whatIsMissingOrOfAnotherFormIsToldInOneSentence() throws Exception {
    byte[] plan = Files.readAllBytes(folder.resolve("plan.csv"));
    Files.delete(folder.resolve("plan.csv"));
    assertTold(() -> SweepFolder.open(folder), "plan.csv is missing");
    for (String damaged : List.of("", "run,point\n", "run,point,seed,twin,task\n1,2\n",
        "run,point,seed,twin,task\nx,0,1,,0\n",
        new String(plan).substring(0, plan.length - 10))) {
      Files.writeString(folder.resolve("plan.csv"), damaged);
      assertTold(() -> SweepFolder.open(folder).table(), "plan.csv");
    }
    Files.write(folder.resolve("plan.csv"), new byte[] {(byte) 0xff, 0, 1});
    assertTold(() -> SweepFolder.open(folder).table(), "plan.csv");
    Files.write(folder.resolve("plan.csv"), plan);
    Files.writeString(folder.resolve("sweep.json"), "{");
    assertTold(() -> SweepFolder.open(folder), "sweep.json");
    assertTold(() -> SweepFolder.open(dir.resolve("nothing")), "holds no sweep");
    assertTold(() -> SweepFolder.create(folder, SWEEP), "is not empty");
    assertTold(() -> SweepFolder.create(segment, SWEEP), "is no folder");
    assertTold(() -> SweepFolder.create(dir.resolve("misfit"),
        SWEEP.withExperiment(SWEEP.experiment().withStartFrom("no.json"))), "no.json");
    assertThat(dir.resolve("misfit")).doesNotExist();
  }

  @Test void aFolderThatCannotBeWrittenEndsTheWorkWithASentence() throws Exception {
    SweepFolder made = SweepFolder.create(dir.resolve("blocked"), SWEEP);
    Files.writeString(made.path().resolve("results"), "in the way");
    assertTold(made::table, "results");
    Files.delete(made.path().resolve("results"));
    Files.writeString(made.path().resolve("tasks"), "in the way");
    LocalEngine engine = Sweeps.run(made, 2);
    assertThat(engine.state().phase()).isEqualTo(SweepEngine.Phase.IDLE);
    assertSentence(engine.state().problem());
  }

  @Test void anotherVersionOfTheProgramMayLookButNotGoOn() throws Exception {
    String sweep = Files.readString(folder.resolve("sweep.json"));
    Files.writeString(folder.resolve("sweep.json"),
        sweep.replaceFirst("\"engine\": \"[^\"]*\"", "\"engine\": \"0.0.1\""));
    SweepFolder now = SweepFolder.open(folder);
    assertThat(now.table().values()).isEqualTo(table.values());
    LocalEngine engine = Sweeps.run(now, 1);
    assertThat(engine.state().phase()).isEqualTo(SweepEngine.Phase.IDLE);
    assertThat(engine.state().problem()).startsWith("Begun with Dropout Lab 0.0.1;")
        .endsWith("Finish with 0.0.1, or start a copy.");
    assertTold(() -> Verification.of(now, 1, 1, ProgressMonitor.NOBODY), "Begun with Dropout Lab 0.0.1");
    assertTold(() -> now.withSeeds(new SeedRange(1, 9)), "Begun with Dropout Lab 0.0.1");
  }

  /// The worker that left this sign is of this machine, and no process has such a number.
  @Test void aWorkerThatIsGoneLosesWhatItsTaskHasNotTrained() throws Exception {
    Files.write(segment, Arrays.copyOf(whole, lastLine()));
    Layout layout = new Layout(folder);
    Layout.Attempt attempt = Sign.take(layout, 0);
    new Sign("", Node.name(), Integer.MAX_VALUE, 0, 1, attempt.number(), "", 3,
        System.currentTimeMillis(), false).write(layout);
    SweepFolder now = SweepFolder.open(folder);
    assertThat(now.summary().lost()).isEqualTo(1);
    assertThat(now.table().values()).filteredOn(cell -> cell.state() == CellState.LOST).singleElement()
        .satisfies(cell -> assertSentence(cell.cause()));
    Sweeps.run(now, 1);
    assertThat(now.summary().finished()).isTrue();
  }

  /// The system lets no file grow beyond a few kilobytes, as a full disk would: a line is written in part.
  @Test void aFullDiskEndsTheWorkAndIsGoneOnWithLater() throws Exception {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no bash to limit the size of files");
    Sweep sweep = Sweeps.ofMoons(4, 30, "0", "0.4").withRepeats(0);
    SweepFolder full = SweepFolder.create(dir.resolve("full"), sweep);
    Process process = new ProcessBuilder("/bin/bash", "-c", "ulimit -f 5; exec \"$@\"", "bash",
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m", "-XX:-UsePerfData",
            "-XX:+UseSerialGC",
        "--add-modules=jdk.incubator.vector", "-cp", System.getProperty("java.class.path"), SweepLoop.class.getName(),
        full.path().toString(), "1").redirectErrorStream(true).start();
    List<String> said;
    try (BufferedReader lines = process.inputReader()) {
      said = lines.lines().toList();
    }
    assertThat(said.getLast()).startsWith("IDLE").contains("make room");
    assertThat(full.summary().results()).isBetween(5L, 20L);
    assertThat(Sweeps.run(full, 1).state().phase()).isEqualTo(SweepEngine.Phase.FINISHED);
    assertThat(full.summary().finished()).isTrue();
    assertThat(full.troubles()).isEmpty();
    try (Stream<Path> files = Files.list(full.path().resolve("results"))) {
      assertThat(files.count()).isEqualTo(2);
    }
  }

  private static void assertTold(ThrowingCallable what, String part) {
    assertThatThrownBy(what).isInstanceOfAny(IOException.class, ExperimentException.class, DataException.class)
        .hasMessageContaining(part).satisfies(e -> assertSentence(e.getMessage()));
  }

  private static void assertSentence(String text) { assertThat(text).endsWith(".").doesNotContain("\n", "Exception"); }
}
