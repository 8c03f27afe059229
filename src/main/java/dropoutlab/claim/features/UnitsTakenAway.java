package dropoutlab.claim.features;

import dropoutlab.claim.Ask;
import dropoutlab.claim.Bench;
import dropoutlab.claim.Control;
import dropoutlab.claim.Group;
import dropoutlab.claim.Remembered;
import dropoutlab.claim.Settings;
import dropoutlab.claim.features.TakenTrial.Asked;
import dropoutlab.claim.features.TakenTrial.Tried;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.bench.Comparison;
import dropoutlab.frame.bench.FeaturesPicture;
import dropoutlab.frame.bench.Findings;
import dropoutlab.frame.bench.Side;
import dropoutlab.frame.bench.Tolerance;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.theory.TakenAway;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// A network trained with dropout stands the loss of units far better than its twin (Srivastava et al. 2014, section 1:
/// each unit must work with a random choice of others).
///
/// The exact side counts in double precision over all ways to take units away, the engine's with the same units pinned.
public final class UnitsTakenAway implements Bench {
  private final Remembered<Asked, List<TakenTrial>> trained = new Remembered<>();

  @Override public String id() { return "units-taken-away"; }

  @Override public Group group() { return Group.FEATURES; }

  @Override public List<Control> controls() {
    return List.of(Control.Rate.p(.5), new Control.Count("units", 4, 10, 8), Control.Choice.of("away", "all", "worst"),
        Control.Choice.of("network", "moons", "digits"));
  }

  @Override public Ask ask(Settings settings) {
    return new Ask.Draw(settings.count("units") + 1, 0, 1, FeaturesPicture.TakenAway.STEP, true);
  }

  @Override public Findings find(Settings settings, ProgressMonitor watch) {
    boolean digits = settings.is("network", "digits"), worst = settings.is("away", "worst");
    Asked asked = new Asked(settings.seed(), settings.get("p"), settings.count("units"), digits);
    List<TakenTrial> trials = trained.get(asked, () -> TakenTrial.all(asked, watch));
    int examples = digits ? 400 : 64;
    String p = Shown.dropRate(asked.p());
    return new Findings(Words.of("claimfeatures.taken.question", asked.units(), p),
        Words.of("claimfeatures.taken.conditions", examples), rows(trials, asked, worst),
        trials.stream().map(trial -> curve(trial.own().exact(), worst)).toList(), picture(trials, asked, worst));
  }

  private static List<Comparison> rows(List<TakenTrial> trials, Asked asked, boolean worst) {
    TakenTrial shown = trials.getFirst();
    int k = asked.units() / 2;
    String p = Shown.dropRate(asked.p());
    Tried own = shown.own(), twin = shown.twin();
    return List.of(errors(Words.of("claimfeatures.taken.own", k, asked.units(), p), own, k, worst).hidden(),
        errors(Words.of("claimfeatures.taken.twin", k, asked.units()), twin, k, worst),
        errors(Words.of("claimfeatures.taken.none"), twin, 0, worst), difference(trials, k, worst, p).hidden(),
        Comparison.of(Words.of("claimfeatures.taken.likeness", p),
            new Side(own.likeness() - twin.likeness(), Words.of("claimfeatures.taken.double")),
            new Side(own.engineLikeness() - twin.engineLikeness(), Words.of("claimfeatures.taken.off")),
            new Tolerance.Rounding(1e-5)));
  }

  private static Comparison errors(String what, Tried of, int k, boolean worst) {
    return counted(what, value(of.exact(), worst, k), Words.count("claimfeatures.taken.ways", of.exact().ways(k)),
        value(of.engine(), worst, k), k, undecided(of, worst, k));
  }

  /// A count is the same in both precisions but for the answers that rounding may change.
  private static Comparison counted(String what, double exact, String by, double engine, int k, double undecided) {
    String how = Words.of(k == 0 ? "claimfeatures.taken.off" : "claimfeatures.taken.pinned");
    return Comparison.of(what, new Side(exact, by), new Side(undecided == 0 ? (float) engine : engine, how),
        undecided == 0 ? new Tolerance.SameBits() : new Tolerance.Rounding(undecided));
  }

  private static double undecided(Tried of, boolean worst, int k) {
    return worst ? of.exact().undecidedMost(k) : of.exact().undecidedMean(k);
  }

  /// How much more the twin suffers, over all seeds; it is claimed to differ where that is more than the seeds' own
  /// noise.
  private static Comparison difference(List<TakenTrial> trials, int k, boolean worst, String p) {
    double exact = 0, engine = 0, squares = 0, undecided = 0;
    int n = trials.size();
    for (TakenTrial each : trials) {
      double more = value(each.twin().exact(), worst, k) - value(each.own().exact(), worst, k);
      exact += more / n;
      squares += more * more / n;
      engine += (value(each.twin().engine(), worst, k) - value(each.own().engine(), worst, k)) / n;
      undecided += (undecided(each.twin(), worst, k) + undecided(each.own(), worst, k)) / n;
    }
    double noise = Tolerance.Noise.SES * Math.sqrt(Math.max(0, squares - exact * exact) / (n - 1));
    Comparison counted = counted(Words.of("claimfeatures.taken.more", p), exact,
        Words.count("claimfeatures.taken.seeds", n), engine, k, undecided);
    return noise > undecided && exact > noise
        ? Comparison.of(counted.what(), counted.exact(), counted.engine(), new Tolerance.Differs(noise)) : counted;
  }

  private static double value(TakenAway of, boolean worst, int k) { return worst ? of.worst(k) : of.mean(k); }

  private static List<Double> curve(TakenAway of, boolean worst) { return each(of, k -> value(of, worst, k)); }

  private static List<Double> each(TakenAway of, IntToDoubleFunction share) {
    return IntStream.rangeClosed(0, of.units()).mapToDouble(share::applyAsDouble).boxed().toList();
  }

  private static FeaturesPicture picture(List<TakenTrial> trials, Asked asked, boolean worst) {
    List<FeaturesPicture.TakenAway.Seed> seeds = trials.stream().map(trial ->
        new FeaturesPicture.TakenAway.Seed(trial.seed(), errors(trial.own(), worst), errors(trial.twin(), worst)))
        .toList();
    TakenTrial shown = trials.getFirst();
    return new FeaturesPicture.TakenAway(asked.p(), worst, asked.digits(), 400, seeds,
        asked.digits() ? byUnit(shown.own().inputs()) : Matrix.EMPTY,
        asked.digits() ? byUnit(shown.twin().inputs()) : Matrix.EMPTY);
  }

  private static Matrix byUnit(Matrix inputs) {
    return Matrix.generate(inputs.cols(), inputs.rows(), (r, c) -> inputs.at(c, r));
  }

  private static FeaturesPicture.TakenAway.Errors errors(Tried of, boolean worst) {
    TakenAway exact = of.exact();
    List<Double> alone = IntStream.range(0, exact.units()).mapToObj(u -> exact.wrong(1 << u)).toList();
    return new FeaturesPicture.TakenAway.Errors(curve(exact, worst), curve(of.engine(), worst),
        each(exact, exact::best), each(exact, exact::worst), alone);
  }
}
