package dropoutlab.claim.regulariser;

import dropoutlab.frame.bench.Comparison;
import dropoutlab.frame.bench.Side;
import dropoutlab.frame.bench.Tolerance;
import dropoutlab.theory.LevelledLoads;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// What a linear network learnt, beside the closed form: the load that is furthest from the level, the largest singular
/// values, and the loss.
///
/// A number has settled where the gradient is small and where it has not moved since half of all steps: a direction
/// that just dies creeps on with hardly any gradient.
///
/// @param before the network after half of all steps
record LevelledRows(LevelledLoads theory, double p, LinearNetwork network, LinearNetwork before) {
  private static final int VALUES = 3;
  private static final double NEAR = 1e-5, SETTLED = 2e-5;

  /// @param steps,masks how the engine's values were found
  List<Comparison> all(String steps, String masks) {
    List<Comparison> rows = new ArrayList<>();
    // Without dropout no load is like another.
    if (p > 0) rows.add(load(steps).hidden());
    for (int k = 0; k < VALUES; k++) rows.add(value(k, steps).hidden());
    rows.add(loss(masks));
    return rows;
  }

  private Comparison row(String what, Side exact, Side engine, double earlier, double most) {
    double settled = Math.abs(engine.value() - earlier) <= most ? SETTLED : 0;
    return Comparison.of(what, exact, engine, new Tolerance.Trained(most, network.greatestGradient(), settled));
  }

  /// Rounding stops the levelling early where its force, in proportion to p / (1 - p), is small.
  private Comparison load(String steps) {
    double load = theory.load(), most = NEAR * Math.max(1, (1 - p) / p);
    return row(Words.of("claimregulariser.level.load"), new Side(load, Words.of("claimregulariser.level.load_exact")),
        new Side(furthest(network, load), steps), furthest(before, load), most);
  }

  private static double furthest(LinearNetwork network, double from) {
    return Arrays.stream(network.loads()).boxed().max(Comparator.comparingDouble(load -> Math.abs(load - from)))
        .orElseThrow();
  }

  /// The k-th largest singular value. The last row stands for all smaller ones too, where none of them is left.
  private Comparison value(int k, String steps) {
    double[] left = Arrays.stream(theory.left()).map(each -> -each).sorted().map(each -> Math.abs(each)).toArray();
    String what = k == VALUES - 1 && left[k] == 0 ? Words.of("claimregulariser.level.rest", k + 1, left.length)
        : Words.of("claimregulariser.level.value", k + 1);
    String lost = Words.of(k < network.loads().length ? "claimregulariser.level.under"
        : "claimregulariser.level.no_unit");
    Side exact = new Side(left[k], left[k] > 0 ? Words.of("claimregulariser.level.shrunk") : lost);
    return row(what, exact, new Side(network.singularValues()[k], steps), before.singularValues()[k], NEAR);
  }

  private Comparison loss(String masks) {
    double loss = theory.loss(), rounding = 0x1.0p-21 * (loss + theory.untrained());
    return row(Words.of("claimregulariser.level.loss"), new Side(loss, Words.of("claimregulariser.level.loss_exact")),
        new Side(network.loss(), masks), before.loss(), Math.max(NEAR, rounding));
  }
}
