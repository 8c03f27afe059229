package dropoutlab.claim.uncertainty;

import dropoutlab.claim.Ask;
import dropoutlab.claim.Bench;
import dropoutlab.claim.Control;
import dropoutlab.claim.Group;
import dropoutlab.claim.Settings;
import dropoutlab.claim.SinglePrecision;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.bench.Comparison;
import dropoutlab.frame.bench.Findings;
import dropoutlab.frame.bench.Side;
import dropoutlab.frame.bench.Tolerance;
import dropoutlab.frame.bench.UncertaintyPicture;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.theory.DroppedSum;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.stat.StatUtils;

/// With a fixed p the spread of the passes does not shrink, however many data there are (Osband 2016, "Risk versus
/// Uncertainty in Deep Learning").
///
/// The exact side is the closed form of [dropoutlab.theory.LinearDropout] and exact Bayesian regression; the engine
/// trains the same linear model on all masks and makes passes.
public final class RiskNotUncertainty implements Bench {
  private static final double ONE_WEIGHT = 2;
  private static final int LARGEST_WEIGHT = 4, TIMES = 100;
  /// What single precision leaves after training.
  private static final double ROUNDING = 1e-5;

  @Override public String id() { return "risk"; }

  @Override public Group group() { return Group.UNCERTAINTY; }

  @Override public List<Control> controls() {
    return List.of(Control.Rate.p(.1), new Control.Choice("n", List.of("10", "100", "1000", "10000"), 1),
        Control.Choice.of("data", "new", "repeated"), new Control.Clock("passes", 20, 5000, 1000));
  }

  @Override public Ask ask(Settings settings) {
    return new Ask.Draw(Growing.EXAMPLES.size() - 1, 0, most(settings), step(settings), false);
  }

  /// A little more than the weights of the truth would spread the passes.
  private static double most(Settings settings) {
    double p = settings.get("p");
    return Math.ceil(2 + 8 * Math.sqrt(p / (1 - p))) / 2;
  }

  private static double step(Settings settings) { return most(settings) / 100; }

  @Override public Findings find(Settings settings, ProgressMonitor watch) {
    Bench.check(watch);
    List<List<Growing>> seeds = Growing.seeds(settings.get("p"), settings.is("data", "repeated"), settings.seed());
    List<Growing> all = seeds.getFirst();
    List<EveryMaskTraining.Trained> trained = Growing.train(all, watch);
    int passes = settings.count("passes"), n = settings.count("n");
    Growing now = all.get(n);
    List<Growing.Posterior> posteriors = all.stream().map(Growing::posterior).toList();
    String examples = Numbers.count(Growing.EXAMPLES.get(n)),
        told = Words.count("claimuncertainty.passes", passes, Numbers.count(passes));
    List<Double> measured = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Bench.check(watch);
      measured.add(all.get(i).measured(trained.get(i), passes));
    }
    List<Comparison> rows = List.of(oneWeight(settings, told).hidden(),
        variance(Words.of("claimuncertainty.risk.at", examples), now.passes(), measured.get(n), passes, told).hidden(),
        difference(examples, now, posteriors.get(n).variance(), measured.get(n), passes, told).hidden(),
        repeated(settings, watch).hidden(), weight(examples, now, trained.get(n)));
    double first = Math.sqrt(all.getFirst().passes().variance());
    return new Findings(Words.of("claimuncertainty.risk.question", Numbers.reading(first)),
        Words.of("claimuncertainty.risk.conditions", Shown.dropRate(settings.get("p"))), rows, answers(seeds),
        picture(settings, all, posteriors, measured));
  }

  /// The truth for five seeds, the shown one first: the data are drawn, and so the first few weights are too.
  private static List<List<Double>> answers(List<List<Growing>> seeds) {
    return seeds.stream()
        .map(all -> all.stream().skip(1).map(each -> Math.sqrt(each.passes().variance())).toList()).toList();
  }

  /// A network of one weight on the input 1, to which the number of examples never comes.
  private static Comparison oneWeight(Settings settings, String told) {
    double p = settings.get("p");
    int passes = settings.count("passes");
    return variance(Words.of("claimuncertainty.risk.one", Numbers.brief(ONE_WEIGHT), Shown.rate(p)),
        DroppedSum.inverted(new double[] {ONE_WEIGHT}, 0, p), 
        StatUtils.populationVariance(OneWeight.passes(ONE_WEIGHT, p, passes, settings.seed())), passes, told);
  }

  private static Comparison variance(String what, DroppedSum exact, double measured, int passes, String told) {
    return Comparison.of(what, new Side(exact.variance(), Words.of("claimuncertainty.risk.closed")),
        new Side(measured, told),
        SinglePrecision.sampled(exact.varianceSe(passes), ROUNDING));
  }

  private static Comparison difference(String examples, Growing now, double posterior, double measured, int passes,
      String told) {
    double exact = now.passes().variance() - posterior,
        most = Math.max(ROUNDING, Tolerance.Noise.SES * now.passes().varianceSe(passes));
    return Comparison.of(Words.of("claimuncertainty.risk.difference", examples),
        new Side(exact, Words.of("claimuncertainty.risk.bayes")), new Side(measured - posterior, told),
        Math.abs(exact) > most ? new Tolerance.Differs(most)
        : SinglePrecision.sampled(now.passes().varianceSe(passes), ROUNDING));
  }

  /// The first examples, and the same so often that they are many.
  private static Comparison repeated(Settings settings, ProgressMonitor watch) {
    double p = settings.get("p");
    Growing once = Growing.repeated(1, p, settings.seed());
    Growing often = Growing.repeated(TIMES, p, settings.seed());
    EveryMaskTraining.Trained trained = Growing.train(List.of(often), watch).getFirst();
    double most = Math.max(ROUNDING, often.away(ROUNDING));
    return Comparison.of(Words.of("claimuncertainty.risk.repeated", TIMES),
        new Side(once.passes().variance(), Words.of("claimuncertainty.risk.once")),
        new Side(often.variance(trained), Words.of("claimuncertainty.risk.masks", 1 << Growing.INPUTS)),
        new Tolerance.Trained(most, often.away(trained.distance()), most));
  }

  private static Comparison weight(String examples, Growing now, EveryMaskTraining.Trained trained) {
    return Comparison.of(Words.of("claimuncertainty.risk.weight", examples),
        new Side(now.weight(LARGEST_WEIGHT), Words.of("claimuncertainty.risk.solved")),
        new Side(EveryMaskTraining.table(trained).get(LARGEST_WEIGHT),
        Words.of("claimuncertainty.risk.masks", 1 << Growing.INPUTS)),
        new Tolerance.Trained(ROUNDING, trained.distance(), ROUNDING));
  }

  private static UncertaintyPicture picture(Settings settings, List<Growing> all, List<Growing.Posterior> posteriors,
                                            List<Double> measured) {
    Matrix bands = Matrix.generate(all.size(), 6, (i, column) -> switch (column) {
      case 0 -> Growing.EXAMPLES.get(i);
      case 1 -> all.get(i).mean();
      case 2 -> Math.sqrt(all.get(i).passes().variance());
      case 3 -> Math.sqrt(measured.get(i));
      case 4 -> posteriors.get(i).sd();
      default -> posteriors.get(i).mean();
    });
    Matrix shares = Matrix.generate(all.size(), Growing.INPUTS, (i, c) -> all.get(i).shares().get(c));
    return new UncertaintyPicture.Growth(settings.get("p"), settings.count("n"), settings.count("passes"),
        Growing.TRUTH, bands, shares, most(settings), step(settings));
  }
}
