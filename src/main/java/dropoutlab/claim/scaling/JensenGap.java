package dropoutlab.claim.scaling;

import dropoutlab.claim.Ask;
import dropoutlab.claim.Bench;
import dropoutlab.claim.Control;
import dropoutlab.claim.Group;
import dropoutlab.claim.Settings;
import dropoutlab.claim.Sampling;
import dropoutlab.claim.SinglePrecision;
import dropoutlab.frame.bench.Comparison;
import dropoutlab.frame.bench.Findings;
import dropoutlab.frame.bench.Side;
import dropoutlab.frame.bench.Tolerance;
import dropoutlab.math.Tensor;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;

/// Behind a bend the mean of the outputs is not the output of the mean (Jensen 1906; of dropout, Srivastava et al.
/// 2014, section 4, who scale the weights and so compute the output of the mean).
///
/// The exact side goes through all masks of three inputs; of z² the gap is the variance of z, p/q Σ (w x)² of inverted
/// and p q Σ (w x)² of standard dropout. The engine's side forces the same masks upon its layers, and draws passes.
public final class JensenGap implements Bench {
  private static final double MOST = 10;

  @Override public String id() { return "jensen-gap"; }

  @Override public Group group() { return Group.SCALING; }

  @Override public List<Control> controls() {
    return List.of(Control.Rate.p(.3), Control.Numbers.vector("w", -MOST, MOST, .1, 1.0, 2.0, -2.0),
        Control.Numbers.vector("x", -MOST, MOST, .1, 2.0, 2.0, 2.0),
        Control.Choice.of("function", "square", "relu", "tanh", "sigmoid", "line"),
        Control.Choice.of("scaling", "inverted", "standard"), new Control.Clock("passes", 100, 20_000, 4000));
  }

  @Override public Ask ask(Settings settings) { return JensenScale.ask(new JensenSides(settings)); }

  @Override public Findings find(Settings settings, ProgressMonitor watch) {
    Bench.check(watch);
    JensenSides chosen = new JensenSides(settings), other = chosen.rescaled();
    int passes = settings.count("passes");
    Tensor z = chosen.engine(settings.seed()).drawn(passes);
    double drawn = chosen.bend().engineMean(z);
    List<Comparison> rows = List.of(gap(chosen).hidden(), gap(other).hidden(), mean(chosen, drawn, passes).hidden(),
        ofMean(chosen), chosen.bend() == Bend.SQUARE ? variance(chosen).hidden() : variance(chosen));
    Bench.check(watch);
    return new Findings(Words.of("claimscaling.jensen.question", chosen.bend().title(),
        Numbers.reading(chosen.ofMean()),
        Shown.rate(chosen.p())),
        Words.of("claimscaling.jensen.conditions", chosen.scaling(), Shown.dropRate(chosen.p()), chosen.bend().title()),
        rows, List.of(List.of(chosen.mean())), JensenScale.picture(chosen, z, drawn));
  }

  private static Comparison gap(JensenSides of) {
    double bound = SinglePrecision.tolerance(of.errorOfMean() + of.errorOfMasksOff());
    return Comparison.of(Words.of("claimscaling.jensen.gap", of.bend().gap(), of.scaling(), Shown.dropRate(of.p())),
        new Side(of.mean() - of.ofMean(), Words.of("claimscaling.jensen.all")),
        new Side(of.engineMean() - of.engineOfMean(), Words.of("claimscaling.jensen.forced")),
        SinglePrecision.difference(of.mean() - of.ofMean(), bound));
  }

  private static Comparison mean(JensenSides of, double drawn, int passes) {
    return Comparison.of(Words.of("claimscaling.jensen.mean", of.bend().title()),
        new Side(of.mean(), Words.of("claimscaling.jensen.all")),
            new Side(drawn, Words.count("claimscaling.jensen.passes", passes, Numbers.count(passes))),
        Sampling.tolerance(Math.sqrt(of.outputVariance() / passes), of.errorOfMean()));
  }

  private static Comparison ofMean(JensenSides of) {
    return Comparison.of(Words.of("claimscaling.jensen.ofmean", of.bend().title()),
        new Side(of.ofMean(), Words.of("claimscaling.jensen.atmean")),
        new Side(of.engineOfMean(), Words.of("claimscaling.jensen.off")),
        new Tolerance.Rounding(SinglePrecision.tolerance(of.errorOfMasksOff())));
  }

  private static Comparison variance(JensenSides of) {
    return Comparison.of(Words.of("claimscaling.jensen.variance"), new Side(of.law().variance(), of.inverted()
        ? Words.of("claimscaling.jensen.variance.inverted") : Words.of("claimscaling.jensen.variance.standard")),
        new Side(of.engineVariance(), Words.of("claimscaling.jensen.forced")),
        new Tolerance.Rounding(SinglePrecision.tolerance(of.errorOfVariance())));
  }
}
