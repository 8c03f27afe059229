package dropoutlab.sweep.folder;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.spec.Presets;
import dropoutlab.spec.sweep.Axis;
import dropoutlab.spec.sweep.Pair;
import dropoutlab.spec.sweep.Point;
import dropoutlab.spec.sweep.SeedRange;
import dropoutlab.spec.sweep.Sweep;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The rows of a plan. Oracle: the sweep itself, asked for each point and seed.
class PlanRowsTest {
  private static Axis axis(String path, int count) {
    return new Axis(path, Axis.Scale.LINEAR, IntStream.range(0, count)
        .mapToObj(i -> new Point("v" + i, List.of(path + "=" + (i + 1)))).toList());
  }

  private static List<PlanRow> rows(Sweep sweep) throws Exception {
    List<PlanRow> rows = new ArrayList<>();
    new PlanRows(sweep, (experiment, seed) -> id(experiment.withSeed(seed).hashCode())).each(rows::add);
    return rows;
  }

  private static long id(int hash) { return (1L << 40) + hash; }

  @Test void everyPointGetsAllSeedsSeedBySeedWhateverTheirNumber() throws Exception {
    for (int second : new int[] {3, 90}) {
      Sweep sweep = new Sweep("many", Presets.load("two-moons"),
          List.of(axis("training.batch", 30), axis("training.epochs", second)),
          new SeedRange(5, 6), new Pair.Twin(), 0, List.of(new Sweep.Confirmation(7, new SeedRange(9, 9))), "");
      List<PlanRow> rows = rows(sweep);
      int points = 30 * second;
      assertThat(rows).hasSize(2 * points + 1);
      for (int i = 0; i < 2 * points; i += 97) {
        PlanRow row = rows.get(i);
        assertThat(row.point()).isEqualTo(i % points);
        assertThat(row.task()).isEqualTo(i / points);
        assertThat(row.seed()).isEqualTo(5 + i / points);
        assertThat(row.run()).isEqualTo(id(sweep.experiment(row.point(), row.seed()).hashCode()));
        assertThat(row.twin()).isEqualTo(id(sweep.partner(row.point(), row.seed()).orElseThrow().hashCode()));
      }
      assertThat(rows.getLast()).isEqualTo(new PlanRow(id(sweep.experiment(7, 9).hashCode()), 7, 9,
          id(sweep.partner(7, 9).orElseThrow().hashCode()), 2));
    }
  }

  @Test void equalRunsAreTrainedOnceAndFollowedByTheirPartners() throws Exception {
    Axis rates = new Axis("network.hidden.*.drop", Axis.Scale.LINEAR, IntStream.range(0, 4)
        .mapToObj(i -> new Point("0." + i, List.of("network.hidden.*.drop=0." + i))).toList());
    Sweep sweep = new Sweep("p", Presets.load("two-moons"), List.of(rates), new SeedRange(1, 5), new Pair.Twin(), 0,
        List.of(), "");
    Set<Long> once = new HashSet<>();
    List<PlannedRun> runs = new ArrayList<>();
    PlannedRun.once(rows(sweep).iterator(), 5).forEachRemaining(runs::add);
    runs.forEach(run -> assertThat(once.add(run.run())).isTrue());
    assertThat(runs).hasSize(20).noneMatch(PlannedRun::partner);
    List<PlannedRun> without = new ArrayList<>();
    Sweep noZero = sweep.withAxes(List.of(new Axis(rates.path(), rates.scale(), rates.points().subList(1, 4))));
    PlannedRun.once(rows(noZero).iterator(), 5).forEachRemaining(without::add);
    assertThat(without).hasSize(20);
    assertThat(without.get(1).partner()).isTrue();
    assertThat(without.stream().filter(PlannedRun::partner)).hasSize(5);
  }

  /// A share of a share: who is repeated at 5 % is also repeated at 20 %.
  @Test void whichRunsAreRepeatedFollowsFromTheirIds() {
    int some = 0, more = 0;
    for (long i = 1; i <= 10_000; i++) {
      PlannedRun run = new PlannedRun(i * 0x9E3779B97F4A7C15L, 0, 1, false, 0);
      if (run.isOf(0.05)) assertThat(run.isOf(0.2)).isTrue();
      some += run.isOf(0.05) ? 1 : 0;
      more += run.isOf(0.2) ? 1 : 0;
      assertThat(run.isOf(0)).isFalse();
      assertThat(run.isOf(1)).isTrue();
    }
    assertThat(some).isBetween(400, 600);
    assertThat(more).isBetween(1800, 2200);
  }
}
