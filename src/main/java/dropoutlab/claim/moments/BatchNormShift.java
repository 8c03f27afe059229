package dropoutlab.claim.moments;

import dropoutlab.claim.Ask;
import dropoutlab.claim.Bench;
import dropoutlab.claim.Control;
import dropoutlab.claim.Group;
import dropoutlab.claim.Remembered;
import dropoutlab.claim.Settings;
import dropoutlab.frame.bench.Comparison;
import dropoutlab.frame.bench.Findings;
import dropoutlab.frame.bench.MomentsPicture;
import dropoutlab.frame.bench.Side;
import dropoutlab.frame.bench.Tolerance;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.Arrays;
import java.util.List;

/// Dropout before batch normalisation: the layer learns one variance and meets another (Li, Chen, Hu and Yang 2019).
///
/// The exact side is [dropoutlab.theory.VarianceRatio] of rectified normal units; the engine's are the running
/// statistics of its layer and what the layer says at inference.
public final class BatchNormShift implements Bench {
  private static final int BATCHES = 500, PASSES = 50;
  /// Each of the steps of a running variance is rounded to single precision, of which 1 / momentum add up.
  private static final double ROUNDING = 1e-5;

  private final Remembered<Settings, NormTrail> trails = new Remembered<>();
  private final Remembered<Settings, NormRatios.Dots> dots = new Remembered<>();

  @Override public String id() { return "batch-norm"; }

  @Override public Group group() { return Group.MOMENTS; }

  @Override public List<Control> controls() {
    return List.of(Control.Rate.p(.5), Control.Choice.of("order", "before", "after"),
        new Control.Count("width", 1, NormRatios.WIDEST, 1), Control.Numbers.one("alike", 0, .95, .05, .5),
        Control.Numbers.one("beta", 0, 1, .05, .1), new Control.Clock("batches", 10, BATCHES, BATCHES));
  }

  @Override public Ask ask(Settings settings) { return Ask.Place.one(0, 1, .01); }

  @Override public Findings find(Settings settings, ProgressMonitor watch) {
    NormRatios ratios = NormRatios.of(settings);
    NormTrail trail = trails.get(timeless(settings), () -> trained(ratios, settings.seed(), watch));
    NormRatios.Dots measured = dots.get(timeless(settings), () -> NormRatios.Dots.of(ratios, settings.seed(), watch));
    int batches = settings.count("batches");
    double[] after = new double[PASSES];
    double moved = trail.moved(batches, PASSES, after);
    Comparison uout = UoutRow.of(settings.get("beta"), settings.seed(), watch);
    List<Comparison> rows = List.of(ratio(ratios, trail, batches), learnt(ratios, trail, batches),
        shift(ratios, trail, batches), uout, untouched(moved));
    return new Findings(question(settings), conditions(trail), rows, List.of(List.of(ratios.exact())),
        new MomentsPicture.BatchNorm(ratios.p(), ratios.before(), ratios.width(), ratios.alike(), settings.get("beta"),
            ratios.training(), ratios.inference(), trail.met(batches), boxed(trail.variances(batches)), boxed(after),
            BATCHES, ratios.alongRates(), measured.rates(), ratios.alongWidths(), measured.widths(),
            uout.exact().value(), uout.engine().value()));
  }

  /// The same at the end of the clock and without what has no part in training.
  private static Settings timeless(Settings settings) { return settings.with("batches", BATCHES).with("beta", 0); }

  private static NormTrail trained(NormRatios ratios, long seed, ProgressMonitor watch) {
    NormTrial.Plan plan = ratios.plan(ratios.p(), ratios.width(), NormTrail.MOMENTUM);
    return new NormTrail(plan, ratios.alike(), seed, BATCHES, watch);
  }

  private static List<Double> boxed(double[] values) { return Arrays.stream(values).boxed().toList(); }

  private static String question(Settings settings) {
    String p = Shown.dropRate(settings.get("p"));
    if (settings.is("order", "after")) return Words.of("claimmoments.norm.question.after", p);
    int width = settings.count("width");
    return width == 1 ? Words.of("claimmoments.norm.question", p)
        : Words.of("claimmoments.norm.question.sum", p, width);
  }

  private static String conditions(NormTrail trail) {
    return Words.of("claimmoments.norm.conditions", Numbers.count(trail.rows()), Numbers.brief(NormTrail.MOMENTUM));
  }

  private static Comparison ratio(NormRatios ratios, NormTrail trail, int batches) {
    double engine = trail.met(batches) / trail.learnt(batches);
    double se = trail.error(batches, engine) / trail.learnt(batches);
    return Comparison.of(Words.of("claimmoments.norm.ratio", Shown.dropRate(ratios.p())),
        new Side(ratios.exact(), Words.of("claimmoments.norm.formula")),
        new Side(engine, Words.of("claimmoments.norm.both")),
        sampled(ratios, batches, se, 1 / ratios.training())).hidden();
  }

  private static Comparison learnt(NormRatios ratios, NormTrail trail, int batches) {
    return Comparison.of(Words.of("claimmoments.norm.learnt"),
        new Side(ratios.training(), Words.of("claimmoments.norm.training")),
        new Side(trail.learnt(batches), Words.count("claimmoments.norm.batches", batches)),
        settled(batches, new Tolerance.Noise(trail.error(batches))));
  }

  private static Comparison shift(NormRatios ratios, NormTrail trail, int batches) {
    double exact = ratios.inference() - ratios.training(), se = trail.error(batches, 1);
    double most = Tolerance.Noise.SES * se;
    boolean differs = ratios.shifts() && Math.abs(exact) > most;
    Tolerance tolerance = differs ? settled(batches, new Tolerance.Differs(most)) : sampled(ratios, batches, se, 1);
    return Comparison.of(Words.of("claimmoments.norm.shift"), new Side(exact, Words.of("claimmoments.norm.less")),
        new Side(trail.met(batches) - trail.learnt(batches), Words.of("claimmoments.norm.both")), tolerance).hidden();
  }

  /// Where the two variances are one, both sides have the same inputs: what differs is rounding, and the last of where
  /// the running variance began.
  private static Tolerance sampled(NormRatios ratios, int batches, double se, double unit) {
    double begun = NormTrail.rest(batches) * Math.abs(1 - ratios.training());
    return settled(batches, ratios.shifts() ? new Tolerance.Noise(se)
        : new Tolerance.Rounding(unit * (ROUNDING * ratios.training() + begun)));
  }

  /// Before the running variance has forgotten where it began, it shows nothing.
  private static Tolerance settled(int batches, Tolerance then) {
    return NormTrail.settled(batches) ? then
        : new Tolerance.Trained(then.most(), NormTrail.rest(batches), NormTrail.REST);
  }

  private static Comparison untouched(double moved) {
    return Comparison.of(Words.of("claimmoments.norm.moved"), new Side(0, Words.of("claimmoments.norm.untouched")),
        new Side(moved, Words.count("claimmoments.norm.passes", PASSES)), new Tolerance.SameBits());
  }
}
