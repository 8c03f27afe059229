package dropoutlab.sweep.folder;

import dropoutlab.spec.Experiment;
import dropoutlab.spec.sweep.SeedRange;
import dropoutlab.spec.sweep.Sweep;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/// Makes the rows of a plan: seed by seed, within a seed point by point, then those of the confirmations. What runs
/// have in common is made once, so that a plan of millions of runs is soon written.
public final class PlanRows {
  /// The experiments of more points than these are not held in memory together.
  private static final int MOST_KEPT = 2048;

  private final Sweep sweep;
  private final BiFunction<Experiment, Long, Long> id;

  /// @param id the bits of the run of an experiment with a seed
  public PlanRows(Sweep sweep, BiFunction<Experiment, Long, Long> id) {
    this.sweep = sweep;
    this.id = id;
  }

  public interface Rows {
    void row(PlanRow row) throws IOException;
  }

  public void each(Rows to) throws IOException {
    int points = sweep.points();
    if (points > MOST_KEPT) each(sweep.seeds(), points, to);
    else new Block(IntStream.range(0, points).toArray()).each(sweep.seeds(), 0, to);
    int task = sweep.seeds().count();
    for (Sweep.Confirmation again : sweep.confirmations()) {
      new Block(new int[] {again.point()}).each(again.seeds(), task, to);
      task += again.seeds().count();
    }
  }

  /// Makes all points anew for each seed: slower, but in little memory.
  private void each(SeedRange seeds, int points, Rows to) throws IOException {
    for (int s = 0; s < seeds.count(); s++)
      for (int first = 0; first < points; first += MOST_KEPT)
        new Block(IntStream.range(first, Math.min(points, first + MOST_KEPT)).toArray())
            .each(new SeedRange(seeds.at(s), seeds.at(s)), s, to);
  }

  /// Some points, and the different experiments that they and their partners are but for the seed.
  private final class Block {
    private final int[] points;
    private final int[] own;
    private final int[] twin;
    private final List<Experiment> different;

    Block(int[] points) {
      this.points = points;
      own = new int[points.length];
      twin = new int[points.length];
      Map<Experiment, Integer> known = new LinkedHashMap<>();
      long seed = sweep.seeds().first();
      for (int i = 0; i < points.length; i++) {
        own[i] = place(sweep.experiment(points[i], seed), known);
        twin[i] = sweep.partner(points[i], seed).map(each -> place(each, known)).orElse(-1);
      }
      different = List.copyOf(known.keySet());
    }

    private static int place(Experiment each, Map<Experiment, Integer> known) {
      Integer place = known.putIfAbsent(each, known.size());
      return place == null ? known.size() - 1 : place;
    }

    void each(SeedRange seeds, int firstTask, Rows to) throws IOException {
      long[] ids = new long[different.size()];
      for (int s = 0; s < seeds.count(); s++) {
        for (int i = 0; i < ids.length; i++) ids[i] = id.apply(different.get(i), seeds.at(s));
        for (int i = 0; i < points.length; i++)
          to.row(new PlanRow(ids[own[i]], points[i], seeds.at(s), twin[i] < 0 ? PlanRow.NONE : ids[twin[i]],
              firstTask + s));
      }
    }
  }

  /// Returns the different experiments of the first seed, each with the first point at which it stands. Of many points,
  /// some are taken, at equal distances, the last one included.
  ///
  /// @param most how many points
  public static Map<Experiment, Integer> different(Sweep sweep, int most) {
    Map<Experiment, Integer> all = new LinkedHashMap<>();
    long seed = sweep.seeds().first(), last = sweep.points() - 1;
    int taken = (int) Math.min(most, last + 1);
    for (int i = 0; i < taken; i++) {
      int point = taken == 1 ? 0 : (int) (last * i / (taken - 1));
      all.putIfAbsent(sweep.experiment(point, seed), point);
      sweep.partner(point, seed).ifPresent(each -> all.putIfAbsent(each, point));
    }
    return all;
  }
}
