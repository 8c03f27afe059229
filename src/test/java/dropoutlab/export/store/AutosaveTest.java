package dropoutlab.export.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentException;
import dropoutlab.spec.Intervention;
import dropoutlab.spec.Presets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A later process finds what a dead one has left, and nothing of the living. [KilledTest] does the same with real
/// processes.
class AutosaveTest {
  /// No process has such a large number.
  private static final long GONE = 999_999_999_999L;

  @TempDir Path dir;

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(dir)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /// Gives the files of this process to one that is dead.
  private void orphan(long pid, String window) throws IOException {
    for (String name : names())
      if (name.startsWith("run-" + ProcessHandle.current().pid() + "-"))
        Files.move(dir.resolve(name),
            dir.resolve(name.replaceFirst("run-\\d+-(\\d+)-\\d+", "run-" + pid + "-$1-" + window)));
  }

  private Autosave.Left left(SavedRun... runs) throws IOException {
    Autosave.left(dir).forEach(Autosave.Left::discard);
    Autosave autosave = new Autosave(dir);
    for (SavedRun run : runs) autosave.keep(run);
    orphan(GONE, "1");
    return Autosave.left(dir).getFirst();
  }

  @Test void theLivingAreLeftAlone() throws IOException {
    new Autosave(dir).keep(Saves.light("digits", 3));
    assertThat(names()).hasSize(1);
    assertThat(Autosave.left(dir)).isEmpty();
    assertThat(Autosave.left(dir.resolve("none"))).isEmpty();
  }

  /// A process that has the number of a dead one, and began at another time, is not it.
  @Test void aNumberThatAnotherProcessHasNowIsNoLife() throws IOException {
    new Autosave(dir).keep(Saves.light("digits", 3));
    String name = names().getFirst();
    String[] parts = name.split("-");
    Files.move(dir.resolve(name), dir.resolve(name.replace(parts[2], Long.toString(Long.parseLong(parts[2]) - 60_000))));
    assertThat(Autosave.left(dir)).hasSize(1);
  }

  @Test void theNewestRunIsThereAndOneFileOfEachForm() throws IOException {
    Autosave autosave = new Autosave(dir);
    for (int step = 0; step < 5; step++) {
      autosave.keep(Saves.whole("digits", 10 * step));
      autosave.keep(Saves.light("digits", 10 * step + 1));
      autosave.keep(Saves.light("digits", 10 * step + 2));
      assertThat(names()).hasSize(2);
    }
    autosave.keep(Saves.whole("digits", 60));
    assertThat(names()).hasSize(1);
    autosave.close();
    autosave.keep(Saves.light("digits", 61));
    assertThat(names()).isEmpty();
  }

  @Test void aLightFormGoesOnFromTheCheckpointBeforeIt() throws IOException {
    SavedRun whole = Saves.whole("digits", 40), light = Saves.light("digits", 55);
    assertThat(left(whole, light).read())
        .isEqualTo(light.with(run -> run.checkpoint(whole.checkpoint()).history(whole.history())));
  }

  @Test void aChangeAfterTheCheckpointIsOfTheSameRun() throws IOException {
    SavedRun whole = Saves.whole("two-moons", 40);
    for (long step : new long[] {40, 41, 50}) {
      assertThat(left(whole, Saves.light(changedAt(step), 50)).read().checkpoint()).isEqualTo(whole.checkpoint());
    }
    Experiment before = changedAt(39);
    assertThat(left(whole, Saves.light(before, 50)).read()).isEqualTo(Saves.light(before, 50));
  }

  private static Experiment changedAt(long step) {
    return Presets.load("two-moons").withInterventions(
        List.of(new Intervention.SetDropRates(step, List.of(0.0, 0.5, 0.5))));
  }

  @Test void anotherRunDoesNotGoOnFromIt() throws IOException {
    Experiment experiment = Presets.load("two-moons");
    for (SavedRun light : List.of(Saves.light(experiment.withSeed(8), 50), Saves.light(experiment, 39)))
      assertThat(left(Saves.whole("two-moons", 40), light).read()).isEqualTo(light);
  }

  /// As if the process had been killed before it deleted what was superfluous.
  @Test void olderFormsThatWereNotYetDeletedDoNotMatter() throws IOException {
    SavedRun whole = Saves.whole("digits", 40), light = Saves.light("digits", 55);
    left(whole, Saves.light("digits", 50), light);
    String name = names().getFirst().replaceFirst("-\\d+\\.drop", "-2.drop");
    RunFile.write(dir.resolve(name), Saves.light("digits", 50));
    Autosave.Left left = Autosave.left(dir).getFirst();
    assertThat(left.files()).hasSize(3);
    assertThat(left.read().step()).isEqualTo(55);
    assertThat(left.read().checkpoint()).isEqualTo(whole.checkpoint());
    left.discard();
    assertThat(names()).isEmpty();
  }

  @Test void ofADamagedFileTheOneBeforeIsRead() throws IOException {
    SavedRun whole = Saves.whole("digits", 40);
    Autosave.Left left = left(whole, Saves.light("digits", 55));
    Files.writeString(left.files().getFirst(), "PK nonsense");
    assertThat(left.read()).isEqualTo(whole);
    Files.writeString(left.files().getLast(), "PK nonsense");
    assertThatThrownBy(left::read).isInstanceOf(ExperimentException.class);
  }

  @Test void severalDeadAreToldApartTheNewestFirst() throws IOException {
    for (int i = 1; i <= 3; i++) {
      new Autosave(dir).keep(Saves.light("digits", i));
      orphan(GONE + i % 2, Integer.toString(i));
    }
    for (Autosave.Left each : Autosave.left(dir))
      Files.setLastModifiedTime(each.files().getFirst(), FileTime.from(Instant.EPOCH.plusSeconds(each.read().step())));
    assertThat(Autosave.left(dir)).extracting(each -> each.read().step()).containsExactly(3L, 2L, 1L);
    Autosave.left(dir).getFirst().discard();
    assertThat(Autosave.left(dir)).extracting(each -> each.read().step()).containsExactly(2L, 1L);
  }
}
