package dropoutlab.claim.ensemble;

import dropoutlab.claim.Bench;
import dropoutlab.claim.Settings;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.bench.EnsemblePicture.Means;
import dropoutlab.frame.bench.EnsemblePicture.Networks;
import dropoutlab.math.Tensor;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.theory.PoissonBinomial;
import dropoutlab.theory.ThinnedNetwork.Answers;
import dropoutlab.theory.ThinnedNetwork;
import dropoutlab.theory.ThinnedUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Both sides of [ThinnedNetworks] under some settings.
///
/// @param every     whether every layer drops
/// @param all       how many thinned networks there are
/// @param exact     what all of them say at the cross
/// @param off       what the engine says with masks off
/// @param geometric the geometric mean of what the engine says under forced masks
/// @param average   the average of the same
/// @param mean      the mean of the passes
/// @param size      the sum of the sizes of what a logit is a sum of, the largest, for rounding
record WallSides(boolean every, double all, Answers exact, double off, double geometric, double average, double mean,
                 double size, Networks networks, Means maps) {

  static WallSides byHand(Settings settings, ProgressMonitor watch) {
    double p = settings.get("p");
    double[] terms = ByHand.terms(p);
    ThinnedUnit unit = ByHand.unit(p);
    ThinnedUnit.Moments moments = unit.moments(terms, ByHand.BIAS);
    double off = ThinnedUnit.sigmoid(ByHand.BIAS + Arrays.stream(terms).sum());
    Answers exact = new Answers(unit.geometricMean(terms, ByHand.BIAS), moments.mean(), moments.variance(), off);
    Thinned network = ByHand.network(p, settings.seed());
    Matrix said = network.forced(ByHand.ones(), watch), without = network.off(ByHand.ones());
    Thinned.Drawn drawn = network.drawn(ByHand.ones(), settings.count("passes"), watch);
    Means maps = new Means(1, Matrix.row(exact.geometric()), Matrix.row(exact.mean()), without, drawn.means());
    return new WallSides(false, said.rows(), exact, without.get(0), exact.geometric(), average(said, p), drawn.means().get(0),
        ByHand.size(), everyMask(1, said, said, p, drawn.masks()), maps);
  }

  static WallSides of(WallPlane plane, Settings settings, ProgressMonitor watch) {
    Asked asked = plane.network().asked();
    Thinned network = plane.network().thinned();
    float[] at = plane.network().scaled(settings.all("cross").get(0), settings.all("cross").get(1));
    ThinnedNetwork theory = new ThinnedNetwork(plane.network().weights(), asked.p());
    Thinned.Drawn drawn = network.drawn(with(plane.grid(), at), settings.count("passes"), watch);
    int cells = plane.grid().rows();
    Matrix means = Matrix.generate(cells, 1, (r, _) -> drawn.means().get(r));
    Means maps = new Means(plane.mapSide(), plane.geometric(), plane.average(), plane.off(), means);
    double mean = drawn.means().get(cells);
    return asked.every() ? everyLayer(plane, theory, at, mean, settings.count("passes"), maps, watch)
        : lastLayer(plane, theory, at, mean, drawn.masks(), maps, watch);
  }

  private static WallSides lastLayer(WallPlane plane, ThinnedNetwork theory, float[] at, double mean, List<Long> drawn,
                                     Means maps, ProgressMonitor watch) {
    Thinned network = plane.network().thinned();
    double p = plane.network().asked().p();
    Tensor cross = Tensor.of(1, 2, at);
    Answers exact = theory.answersOfLastLayer(at[0], at[1]);
    Matrix said = network.forced(cross, watch);
    return new WallSides(false, said.rows(), exact, network.off(cross).get(0), exact.geometric(), average(said, p), mean,
        theory.size(at[0], at[1]), everyMask(plane.side(), plane.walled(), said, p, drawn), maps);
  }

  private static WallSides everyLayer(WallPlane plane, ThinnedNetwork theory, float[] at, double mean, int passes,
                                      Means maps, ProgressMonitor watch) {
    Thinned network = plane.network().thinned();
    Asked asked = plane.network().asked();
    Tensor cross = Tensor.of(1, 2, at);
    Bench.check(watch);
    Answers exact = theory.answersOfBothLayers(at[0], at[1]);
    BothLayers.Means forced = BothLayers.of(network, cross, watch);
    int sample = plane.masks().size();
    Networks networks = new Networks(asked.droppable(), plane.side(), plane.walled(), network.drawn(cross, sample, watch).answers(),
        Matrix.generate(sample, 1, (_, _) -> 1.0 / sample), plane.masks(),
        IntStream.range(0, sample).mapToObj(i -> i < passes ? 1 : 0).toList());
    return new WallSides(true, Math.pow(2, asked.droppable()), exact, network.off(cross).get(0), forced.geometric(),
        forced.average(), mean, theory.size(at[0], at[1]) / (1 - asked.p()), networks, maps);
  }

  private static Tensor with(Tensor grid, float[] row) {
    Tensor all = new Tensor(grid.rows() + 1, grid.cols());
    System.arraycopy(grid.data(), 0, all.data(), 0, grid.size());
    System.arraycopy(row, 0, all.data(), grid.size(), row.length);
    return all;
  }

  private static int units(Matrix said) { return Integer.numberOfTrailingZeros(said.rows()); }

  private static double average(Matrix said, double p) {
    double[] chances = ThinnedUnit.chances(units(said), p);
    double sum = 0;
    for (int mask = 0; mask < chances.length; mask++) sum += chances[mask] * said.get(mask);
    return sum;
  }

  private static Networks everyMask(int side, Matrix maps, Matrix said, double p, List<Long> drawn) {
    int units = units(said);
    int[] counts = new int[said.rows()];
    for (long mask : drawn) counts[(int) mask]++;
    double[] chances = ThinnedUnit.chances(units, p);
    return new Networks(units, side, maps, said, Matrix.copyOf(chances, chances.length, 1),
        LongStream.range(0, said.rows()).boxed().toList(), Arrays.stream(counts).boxed().toList());
  }

  /// The four means at the cross.
  Means values() {
    return new Means(1, Matrix.row(exact.geometric()), Matrix.row(exact.mean()), Matrix.row(off), Matrix.row(mean));
  }

  /// The probability of keeping so many units, from none on.
  List<Double> chances(double p) {
    double[] kept = new double[networks.units()];
    Arrays.fill(kept, 1 - p);
    PoissonBinomial law = new PoissonBinomial(kept);
    return IntStream.rangeClosed(0, kept.length).mapToObj(law::probability).toList();
  }
}
