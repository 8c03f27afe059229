package dropoutlab.sweep.folder;

import dropoutlab.spec.Experiment;
import dropoutlab.spec.sweep.SeedRange;
import dropoutlab.spec.sweep.Sweep;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/// Makes the rows of a plan: seed by seed, within a seed point by point, then those of the confirmations. What runs have
/// in common is made once, so that a plan of millions of runs is soon written.
public final class PlanRows {
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
    new Block(IntStream.range(0, sweep.points()).toArray()).each(sweep.seeds(), 0, to);
    int task = sweep.seeds().count();
    for (Sweep.Confirmation again : sweep.confirmations()) {
      new Block(new int[] {again.point()}).each(again.seeds(), task, to);
      task += again.seeds().count();
    }
  }

  /// Some points, and the different experiments that they and their partners are but for the seed.
  private final class Block {
    private final int[] points;
    private final int[] own;
    private final int[] twin;
    private final List<Experiment> different = new ArrayList<>();

    Block(int[] points) {
      this.points = points;
      own = new int[points.length];
      twin = new int[points.length];
      Map<Experiment, Integer> known = new LinkedHashMap<>();
      long seed = sweep.seeds().first();
      for (int i = 0; i < points.length; i++) {
        own[i] = known(sweep.experiment(points[i], seed), known);
        twin[i] = sweep.partner(points[i], seed).map(each -> known(each, known)).orElse(-1);
      }
    }

    private int known(Experiment each, Map<Experiment, Integer> known) {
      return known.computeIfAbsent(each, added -> {
        different.add(added);
        return different.size() - 1;
      });
    }

    void each(SeedRange seeds, int firstTask, Rows to) throws IOException {
      long[] ids = new long[different.size()];
      for (int s = 0; s < seeds.count(); s++) {
        for (int i = 0; i < ids.length; i++) ids[i] = id.apply(different.get(i), seeds.at(s));
        for (int i = 0; i < points.length; i++)
          to.row(new PlanRow(ids[own[i]], points[i], seeds.at(s), twin[i] < 0 ? PlanRow.NONE : ids[twin[i]], firstTask + s));
      }
    }
  }

  /// Returns the different experiments of the first seed, each with the first point at which it stands.
  public static Map<Experiment, Integer> different(Sweep sweep) {
    Map<Experiment, Integer> all = new LinkedHashMap<>();
    long seed = sweep.seeds().first();
    for (int point = 0; point < sweep.points(); point++) {
      all.putIfAbsent(sweep.experiment(point, seed), point);
      int at = point;
      sweep.partner(point, seed).ifPresent(each -> all.putIfAbsent(each, at));
    }
    return all;
  }
}
