package dropoutlab.claim.ensemble;

import dropoutlab.claim.Bench;
import dropoutlab.claim.Remembered;
import dropoutlab.data.Examples;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.bench.EnsemblePicture.Errors;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.theory.ThinnedNetwork;
import dropoutlab.theory.ThinnedUnit;
import java.util.ArrayList;
import java.util.List;

/// What [HowManyPasses] computes, however many passes are looked at.
///
/// @param exact  of the network, and then of those of four more seeds
/// @param one    the share of wrong answers of one thinned network, over all masks
/// @param errors measured by the engine
record PassesSides(MoonsNetwork network, List<Exact> exact, double one, PassErrors errors, Errors squares, Errors wrong) {
  private static final int SEEDS = 5;
  private static final int MEASURED = 30 * PassErrors.MOST;
  private static final Remembered<Asked, PassesSides> COMPUTED = new Remembered<>();

  /// Of the answers at the new points, over all masks.
  ///
  /// @param off     the mean of (answer - truth)² with masks off
  /// @param average the same of the average of all networks
  /// @param spread  the mean of the variance of one network's answer
  record Exact(double off, double average, double spread) {
    private static final double NOTHING = 1e-15;

    /// The mean of (answer - truth)² of the average of k passes, in expectation over them.
    double of(int k) { return average + spread / k; }

    /// How many passes have the mean square of masks off; infinite if no number has.
    double matches() {
      if (spread < NOTHING) return 1;
      return off > average ? Math.max(1, spread / (off - average)) : Double.POSITIVE_INFINITY;
    }
  }

  Exact shown() { return exact.getFirst(); }

  static PassesSides of(Asked asked, ProgressMonitor watch) { return COMPUTED.get(asked, () -> compute(asked, watch)); }

  private static PassesSides compute(Asked asked, ProgressMonitor watch) {
    MoonsNetwork network = MoonsNetwork.of(asked, watch);
    List<Exact> exact = new ArrayList<>(List.of(exact(network, watch)));
    for (int more = 1; more < SEEDS; more++) {
      exact.add(exact(MoonsNetwork.train(new Asked(asked.units(), asked.p(), asked.every(), asked.seed() + more), watch), watch));
      watch.done((double) more / SEEDS);
    }
    Thinned thinned = network.thinned();
    Examples points = network.points();
    PassErrors errors = PassErrors.of(thinned, points, MEASURED, watch);
    Matrix answers = thinned.off(points.x());
    return new PassesSides(network, exact, one(network), errors, errors.squaresAgainstPasses(answers), errors.wrongAgainstPasses(answers));
  }

  private static Exact exact(MoonsNetwork network, ProgressMonitor watch) {
    ThinnedNetwork all = new ThinnedNetwork(network.weights(), network.asked().p());
    Examples points = network.points();
    double off = 0, average = 0, spread = 0;
    for (int i = 0; i < points.size(); i++) {
      if (i % 32 == 0) Bench.check(watch);
      double[] x = {points.x().at(i, 0), points.x().at(i, 1)};
      ThinnedUnit.Moments moments = all.lastLayer(x);
      double truth = points.label(i), without = ThinnedUnit.sigmoid(all.off(x));
      off += (without - truth) * (without - truth);
      average += (moments.mean() - truth) * (moments.mean() - truth);
      spread += moments.variance();
    }
    int n = points.size();
    return new Exact(off / n, average / n, spread / n);
  }

  private static double one(MoonsNetwork network) {
    ThinnedNetwork all = new ThinnedNetwork(network.weights(), network.asked().p());
    Examples points = network.points();
    double wrong = 0;
    for (int i = 0; i < points.size(); i++) {
      double yes = all.chanceOfYes(points.x().at(i, 0), points.x().at(i, 1));
      wrong += points.label(i) == 1 ? 1 - yes : yes;
    }
    return wrong / points.size();
  }
}
