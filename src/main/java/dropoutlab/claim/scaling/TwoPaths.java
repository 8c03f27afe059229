package dropoutlab.claim.scaling;

import dropoutlab.claim.Ask;
import dropoutlab.claim.Bench;
import dropoutlab.claim.Control;
import dropoutlab.claim.Group;
import dropoutlab.claim.Settings;
import dropoutlab.claim.SinglePrecision;
import dropoutlab.frame.bench.Comparison;
import dropoutlab.frame.bench.Findings;
import dropoutlab.frame.bench.Side;
import dropoutlab.frame.bench.Tolerance;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;
import java.util.stream.LongStream;

/// Standard and inverted dropout are one function, but two ways to train it, unless the learning rate of the weights
/// behind it is multiplied by (1 - p)² (Srivastava et al. 2014, section 10).
///
/// The exact side is gradient descent in double precision on the masks that the engine drew, in the weights of one
/// function: (1 - p) times those of the standard layer, and those of the inverted one. The engine trains both layers.
public final class TwoPaths implements Bench {
  /// After training: one rounding of weights of about 1 at each of 200 steps.
  static final double TOLERANCE = 1e-5;
  /// Up to this p and this rate no mask makes descent diverge: the greatest curvature under a mask is 30 / (1 - p)².
  private static final double MOST_P = .75, MOST_RATE = .004;
  private static final int SEEDS = 5;

  @Override public String id() { return "two-paths"; }

  @Override public Group group() { return Group.SCALING; }

  @Override public List<Control> controls() {
    return List.of(new Control.Rate("p", .5, MOST_P), Control.Numbers.one("rate", .0002, MOST_RATE, .0002, .002),
        Control.Numbers.one("factor", .02, 1, .01, 1), new Control.Clock("steps", 1, 400, 200));
  }

  @Override public Ask ask(Settings settings) { return Ask.Place.one(0, 1.2, .01); }

  @Override public Findings find(Settings settings, ProgressMonitor watch) {
    Bench.check(watch);
    PathSides sides = new PathSides(settings, settings.seed());
    String steps = Words.count("claimscaling.paths.steps", sides.steps(), Numbers.count(sides.steps()));
    String factor = Numbers.brief(sides.factor());
    List<Comparison> rows = List.of(
        weight(Words.of("claimscaling.paths.fitted", steps), sides.standardEnd(), Words.of("claimscaling.paths.double"),
            sides.fitted().weights()[0], new Tolerance.Rounding(TOLERANCE)),
        weight(Words.of("claimscaling.paths.same"), (1 - sides.p()) * sides.standard().weights()[0],
            Words.of("claimscaling.paths.layer"), sides.fitted().weights()[0], sameBits(sides.p())),
        apart(Words.of("claimscaling.paths.apart", steps, factor), sides.apart(sides.steps()),
            sides.engineApart(sides.steps())),
        apart(Words.of("claimscaling.paths.most", factor), sides.most(), sides.engineMost()), off(sides));
    Bench.check(watch);
    List<List<Double>> answers = LongStream.range(settings.seed(), settings.seed() + SEEDS)
        .mapToObj(seed -> List.of(new PathSides(settings, seed).most())).toList();
    return new Findings(Words.of("claimscaling.paths.question", factor, steps),
        Words.of("claimscaling.paths.conditions", Shown.dropRate(sides.p()), Numbers.brief(sides.rate())), rows,
            answers,
        PathPicture.of(sides, watch));
  }

  private static Comparison weight(String what, double exact, String how, double engine, Tolerance tolerance) {
    return Comparison.of(what, new Side(exact, how), new Side(engine, Words.of("claimscaling.paths.trained")),
        tolerance);
  }

  /// Where 1 - p is a power of two, every product with it is exact.
  private static Tolerance sameBits(double p) {
    boolean exact = Math.scalb(1, Math.getExponent(1 - p)) == 1 - p;
    return exact ? new Tolerance.SameBits() : new Tolerance.Rounding(TOLERANCE);
  }

  private static Comparison apart(String what, double exact, double engine) {
    return Comparison.of(what, new Side(exact, Words.of("claimscaling.paths.double")),
        new Side(engine, Words.of("claimscaling.paths.both")), SinglePrecision.difference(exact, 2 * TOLERANCE))
            .hidden();
  }

  private static Comparison off(PathSides sides) {
    double size = LayerTraining.X[1][0] + LayerTraining.X[1][1];
    return Comparison.of(Words.of("claimscaling.paths.off"),
        new Side(sides.standard().masksOff(), Words.of("claimscaling.paths.layer")),
        new Side(sides.fitted().masksOff(), Words.of("claimscaling.paths.inverted")),
        new Tolerance.Rounding(size * TOLERANCE));
  }
}
