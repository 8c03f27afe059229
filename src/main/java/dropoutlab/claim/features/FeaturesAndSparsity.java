package dropoutlab.claim.features;

import dropoutlab.claim.Ask;
import dropoutlab.claim.Bench;
import dropoutlab.claim.Control;
import dropoutlab.claim.Group;
import dropoutlab.claim.Remembered;
import dropoutlab.claim.Settings;
import dropoutlab.claim.SinglePrecision;
import dropoutlab.claim.features.SparseTrial.Asked;
import dropoutlab.data.ImageShape;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.bench.Comparison;
import dropoutlab.frame.bench.FeaturesPicture.Sparse;
import dropoutlab.frame.bench.FeaturesPicture.Sparse.Measures;
import dropoutlab.frame.bench.FeaturesPicture.Sparse.Seed;
import dropoutlab.frame.bench.Findings;
import dropoutlab.frame.bench.Side;
import dropoutlab.frame.bench.Tolerance;
import dropoutlab.math.RandomStream;
import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.predict.variant.seeds.MeanSd;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Dropout makes units sparse, and no unit is indispensable; but they need not be less alike (Srivastava et al. 2014,
/// Figs 7 and 8, where the network is an autoencoder).
///
/// What the engine finds of five trained pairs of networks, by its layers and with units pinned, is held against a
/// forward pass in double precision. What is claimed of the pairs must be more than the seeds' own noise.
public final class FeaturesAndSparsity implements Bench {
  /// Of sums of activations and of correlations, behind training.
  private static final double ROUNDING = 1e-5;
  private static final int POINTS = 8;

  private final Remembered<Asked, List<SparseTrial>> trained = new Remembered<>();

  @Override public String id() { return "features-and-sparsity"; }

  @Override public Group group() { return Group.FEATURES; }

  @Override public List<Control> controls() {
    return List.of(new Control.Rate("p", .5, .9), new Control.Count("units", 16, 256, 48),
        new Control.Count("epochs", 1, 80, 40), Control.Numbers.one("decay", 0, 2, .1, 0),
        Control.Choice.of("show", "learnt", "weights"),
        Control.Choice.of("task", "classify", "reconstruct"), new Control.File("images"),
        new Control.Clock("orders", 1, 40, 12));
  }

  @Override public Ask ask(Settings settings) { return new Ask.Place(1, 0, 1, .01, false, true); }

  @Override public Findings find(Settings settings, ProgressMonitor watch) {
    Asked asked = new Asked(settings.is("task", "reconstruct"), settings.seed(), settings.get("p"), settings.count("units"),
        settings.count("epochs"), settings.get("decay"), settings.file("images"));
    List<SparseTrial> trials = trained.get(asked, () -> SparseTrial.all(asked, watch));
    List<Along> along = along(trials, settings.count("orders"), watch);
    List<Seed> seeds = IntStream.range(0, trials.size()).mapToObj(i -> seed(trials.get(i), along.get(i))).toList();
    String p = Shown.dropRate(asked.p());
    Measures shown = seeds.getFirst().own(), twin = seeds.getFirst().twin();
    return new Findings(Words.of("claimfeatures.sparse.question", Shown.percent(twin.zeros()), p),
        Words.of("claimfeatures.sparse.conditions", asked.units(), trials.size()), rows(trials, seeds, p),
        seeds.stream().map(seed -> List.of(seed.own().zeros())).toList(),
        picture(asked.p(), settings.is("show", "learnt"), trials.getFirst(), seeds, along.getFirst()));
  }

  /// What is left of both networks as units are removed.
  private record Along(int step, Matrix own, Matrix twin) {
    /// Without half of the units.
    double half(Matrix of, int side) { return of.at((of.rows() - 1) / 2, side); }
  }

  private static List<Along> along(List<SparseTrial> trials, int count, ProgressMonitor watch) {
    List<Along> all = new ArrayList<>();
    Runnable each = () -> Bench.check(watch);
    for (SparseTrial trial : trials) {
      int step = Math.max(1, trial.own().units() / POINTS);
      int[][] orders = SparseUnits.orders(trial.own().units(), count, RandomStream.of(trial.seed(), Purpose.LOOKING));
      all.add(new Along(step, trial.own().along(orders, step, each), trial.twin().along(orders, step, each)));
    }
    return all;
  }

  private static Seed seed(SparseTrial of, Along along) {
    return new Seed(of.seed(), of.own().exact(along.half(along.own, 0), along.own.at(0, 0)),
        of.twin().exact(along.half(along.twin, 0), along.twin.at(0, 0)),
        of.own().engine(along.half(along.own, 1), along.own.at(0, 1)),
        of.twin().engine(along.half(along.twin, 1), along.twin.at(0, 1)));
  }

  private static List<Comparison> rows(List<SparseTrial> trials, List<Seed> seeds, String p) {
    Seed shown = seeds.getFirst();
    double zeros = most(trials, SparseUnits::undecidedZeros);
    return List.of(
        Comparison.of(Words.of("claimfeatures.sparse.zeros", p),
            new Side(shown.own().zeros(), Words.of("claimfeatures.sparse.double")),
            new Side(shown.ownEngine().zeros(), Words.of("claimfeatures.sparse.off")),
            rounding(trials.getFirst().own().undecidedZeros())).hidden(),
        difference(Words.of("claimfeatures.sparse.more_zeros"), seeds, Measures::zeros, 1, zeros, true).hidden(),
        difference(Words.of("claimfeatures.sparse.less_mean"), seeds, Measures::mean, -1, ROUNDING, true),
        difference(Words.of("claimfeatures.sparse.less_worst"), seeds, Measures::worst, -1,
            most(trials, SparseUnits::undecidedWorst), true),
        difference(Words.of("claimfeatures.sparse.likeness"), seeds, Measures::likeness, 1, ROUNDING, false));
  }

  private static double most(List<SparseTrial> trials, ToDoubleFunction<SparseUnits> of) {
    return trials.stream().mapToDouble(trial -> of.applyAsDouble(trial.own()) + of.applyAsDouble(trial.twin()))
        .average().orElseThrow();
  }

  private static Tolerance rounding(double bound) {
    return new Tolerance.Rounding(SinglePrecision.tolerance(bound));
  }

  /// The mean difference between network and twin. It is claimed where it is more than the noise of the seeds; else
  /// both sides only have to find the same.
  ///
  /// @param sign  1 for the network less the twin, -1 for the other way round
  /// @param above whether only a difference above 0 is claimed
  private static Comparison difference(String what, List<Seed> seeds, ToDoubleFunction<Measures> of, int sign,
                                       double rounding, boolean above) {
    MeanSd exact = MeanSd.of(seeds.stream().map(seed -> sign * less(of, seed.own(), seed.twin())).toList());
    MeanSd engine =
        MeanSd.of(seeds.stream().map(seed -> sign * less(of, seed.ownEngine(), seed.twinEngine())).toList());
    double noise = Math.max(rounding, Tolerance.Noise.SES * exact.sd() / Math.sqrt(exact.n()));
    boolean differs = (above ? exact.mean() : Math.abs(exact.mean())) > noise;
    return Comparison.of(what, new Side(exact.mean(), Words.count("claimfeatures.sparse.seeds", exact.n())),
        new Side(engine.mean(), Words.of("claimfeatures.sparse.off")),
        differs ? new Tolerance.Differs(noise) : rounding(rounding));
  }

  private static double less(ToDoubleFunction<Measures> of, Measures one, Measures other) {
    return of.applyAsDouble(one) - of.applyAsDouble(other);
  }

  private static Sparse picture(double p, boolean learnt, SparseTrial shown, List<Seed> seeds, Along along) {
    ImageShape image = shown.schema().image().orElseThrow();
    Matrix away = Matrix.generate(along.own.rows(), 5, (row, of) -> switch (of) {
      case Sparse.AWAY -> row * along.step;
      case Sparse.OWN_EXACT -> along.own.at(row, 0);
      case Sparse.OWN_ENGINE -> along.own.at(row, 1);
      case Sparse.TWIN_EXACT -> along.twin.at(row, 0);
      default -> along.twin.at(row, 1);
    });
    Matrix off = learnt ? shown.first() : Matrix.EMPTY;
    double largest = Math.max(shown.own().largest(), shown.twin().largest());
    return new Sparse(p, learnt, image.width(), image.height(), shown.schema().classes(),
        shown.own().picture(off, largest), shown.twin().picture(off, largest), seeds, away);
  }
}
