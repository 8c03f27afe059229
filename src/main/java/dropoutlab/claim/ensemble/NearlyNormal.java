package dropoutlab.claim.ensemble;

import dropoutlab.claim.Ask;
import dropoutlab.claim.Bench;
import dropoutlab.claim.Control;
import dropoutlab.claim.Group;
import dropoutlab.claim.Sampling;
import dropoutlab.claim.Settings;
import dropoutlab.claim.SinglePrecision;
import dropoutlab.frame.bench.Comparison;
import dropoutlab.frame.bench.EnsemblePicture;
import dropoutlab.frame.bench.Findings;
import dropoutlab.frame.bench.Side;
import dropoutlab.frame.bench.Tolerance;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;

/// A sum of dropped inputs is so nearly normal that one integral does the work of thousands of passes (Wang and Manning
/// 2013, "Fast dropout training", section 3).
///
/// The exact side is the mean of σ(z) over all 2ⁿ masks, and what three shortcuts say instead: the integral over a
/// normal z with the same moments, MacKay's formula for it, and σ(E z), which is masks off. The engine's side forces
/// the same masks upon standard dropout, and takes the moments of z from what it put out.
public final class NearlyNormal implements Bench {
  private static final double MOST = 10;
  /// The answers are powers of ten, from 10 on.
  private static final int POWERS = 4;

  @Override public String id() { return "nearly-normal"; }

  @Override public Group group() { return Group.ENSEMBLE; }

  @Override public List<Control> controls() {
    return List.of(Control.Rate.p(.5), new Control.Count("n", 1, NormalSides.MOST_INPUTS, 4),
        Control.Numbers.vector("wx", -MOST, MOST, .1, 1.0, -1.0, 1.0, 1.5, -1.2, .8, -.6, 1.1, -.9, .7, -1.3, .5),
        Control.Numbers.one("b", -MOST, MOST, .1, .1), new Control.Clock("passes", 100, 20_000, 4000));
  }

  @Override public Ask ask(Settings settings) { return new Ask.Choose(POWERS); }

  @Override public Findings find(Settings settings, ProgressMonitor watch) {
    NormalSides sides = new NormalSides(settings, watch);
    EnsemblePicture.NearlyNormal picture = NormalPicture.of(sides, settings.seed(), settings.count("passes"));
    String masks = Numbers.count(sides.masks());
    List<Comparison> rows = List.of(
        shortcut(sides, Words.of("claimensemble.normal.integral", masks), sides.integral(), sides.engineIntegral(),
            Words.of("claimensemble.normal.quadrature")).hidden(),
        Comparison.of(Words.of("claimensemble.normal.mean", masks), new Side(sides.exact(), all(masks)),
            new Side(sides.engineMean(), forced(masks)), new Tolerance.Rounding(sides.tolerance())),
        Comparison.of(Words.of("claimensemble.normal.drawn", masks), new Side(sides.exact(), all(masks)),
            new Side(picture.drawn(), Words.count("claimensemble.normal.passes", picture.passes(),
                Numbers.count(picture.passes()))),
            Sampling.tolerance(sides.sd() / Math.sqrt(picture.passes()), sides.tolerance())),
        shortcut(sides, Words.of("claimensemble.normal.probit", masks), sides.probit(), sides.engineProbit(),
            Words.of("claimensemble.normal.formula")),
        shortcut(sides, Words.of("claimensemble.normal.off", masks), sides.off(), sides.engineOff(),
            Words.of("claimensemble.normal.ofmean")));
    return new Findings(Words.of("claimensemble.normal.question", sides.inputs(), Shown.rate(sides.p())),
        Words.of("claimensemble.normal.conditions", sides.inputs(), Shown.dropRate(sides.p())), rows,
        List.of(List.of(answer(picture.equalPasses()))), picture);
  }

  private static String all(String masks) { return Words.of("claimensemble.normal.all", masks); }

  private static String forced(String masks) { return Words.of("claimensemble.normal.forced", masks); }

  /// Compares by how much a shortcut misses the mean over all masks.
  private static Comparison shortcut(NormalSides sides, String what, double exact, double engine, String how) {
    double missed = exact - sides.exact();
    return Comparison.of(what, new Side(missed, how),
        new Side(engine - sides.engineMean(), forced(Numbers.count(sides.masks()))),
        SinglePrecision.difference(missed, sides.tolerance()));
  }

  /// Returns the option with the nearest power of ten.
  private static double answer(double passes) {
    return Math.clamp(Math.rint(StrictMath.log10(Math.max(1, passes))) - 1, 0, POWERS - 1);
  }
}
