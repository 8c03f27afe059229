package dropoutlab.claim.ensemble;

import dropoutlab.claim.Ask;
import dropoutlab.claim.Bench;
import dropoutlab.claim.Control;
import dropoutlab.claim.Group;
import dropoutlab.claim.Sampling;
import dropoutlab.claim.Settings;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.bench.Comparison;
import dropoutlab.frame.bench.EnsemblePicture;
import dropoutlab.frame.bench.Findings;
import dropoutlab.frame.bench.Side;
import dropoutlab.frame.bench.Tolerance;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.theory.DistinctMasks;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.List;

/// Averages of k thinned networks against masks off, as in figure 11 of Srivastava et al. 2014.
///
/// The mean of (answer - truth)² of the average of k passes is, in expectation over them, that of the average of all
/// networks plus their variance over k. The exact side goes through all masks; the engine's are committees of passes.
/// Training met only some of the masks: how many is expected in closed form, and counted in the training.
public final class HowManyPasses implements Bench {
  private static final double ROUNDING = 1e-6;
  private static final int MOST_SHOWN_UNITS = 24;
  /// The upper ends of what can be chosen, in passes.
  private static final int[] CHOICES = {4, 20, 100};

  @Override public String id() { return "how-many-passes"; }

  @Override public Group group() { return Group.ENSEMBLE; }

  @Override public List<Control> controls() {
    return List.of(Control.Rate.p(.5), new Control.Count("n", 4, 16, 16), new Control.Clock("k", 1, PassErrors.MOST, 50));
  }

  @Override public Ask ask(Settings settings) { return new Ask.Choose(CHOICES.length + 2); }

  @Override public Findings find(Settings settings, ProgressMonitor watch) {
    Bench.check(watch);
    Asked asked = new Asked(settings.count("n"), settings.get("p"), false, settings.seed());
    PassesSides sides = PassesSides.of(asked, watch);
    PassesSides.Exact exact = sides.shown();
    int k = settings.count("k");
    return new Findings(
        Words.of("claimensemble.passes.question", Numbers.fixed(exact.of(1), 4), Numbers.fixed(exact.off(), 4)),
        Words.of("claimensemble.passes.conditions", sides.network().points().size(), Numbers.count(sides.network().draws())),
        rows(sides, k), sides.exact().stream().map(each -> List.of(choice(each.matches()))).toList(), picture(sides, k));
  }

  private static String all(PassesSides of) { return Numbers.count(1 << of.network().asked().units()); }

  private static double choice(double matches) {
    if (Double.isInfinite(matches)) return CHOICES.length + 1;
    int choice = 0;
    while (choice < CHOICES.length && Math.ceil(matches) > CHOICES[choice]) choice++;
    return choice;
  }

  private static List<Comparison> rows(PassesSides of, int k) {
    PassErrors.Spread square = of.errors().squares(k), wrong = of.errors().wrong(1);
    PassesSides.Exact exact = of.shown();
    Side all = new Side(exact.of(k) - exact.off(), Words.of("claimensemble.wall.masks", all(of)));
    double off = of.squares().off();
    return List.of(
        Comparison.of(Words.count("claimensemble.passes.less", k), all, new Side(square.mean() - off, committees(square)),
            Sampling.tolerance(square.se(), ROUNDING)).hidden(),
        gain(of, k, square).hidden(),
        Comparison.of(Words.of("claimensemble.passes.off"), new Side(exact.off(), Words.of("claimensemble.passes.double")),
            new Side(off, Words.of("claimensemble.wall.off")), new Tolerance.Rounding(ROUNDING)),
        Comparison.of(Words.of("claimensemble.passes.one.network"), new Side(of.one(), all.how()),
            new Side(wrong.mean(), Words.count("claimensemble.passes", wrong.committees())), Sampling.tolerance(wrong.se(), ROUNDING)),
        met(of.network()));
  }

  private static String committees(PassErrors.Spread of) { return Words.count("claimensemble.passes.committees", of.committees()); }

  /// What averaging k passes gains on one. Both errors are of the same passes, and so their difference is known at least as
  /// well as if they were not.
  private static Comparison gain(PassesSides of, int k, PassErrors.Spread together) {
    PassErrors.Spread alone = of.errors().squares(1);
    return Comparison.of(Words.count("claimensemble.passes.gain", k),
        new Side(of.shown().spread() * (1 - 1.0 / k), Words.of("claimensemble.passes.variance")),
        new Side(alone.mean() - together.mean(), committees(together)),
        Sampling.tolerance(Math.hypot(alone.se(), together.se()), ROUNDING));
  }

  private static Comparison met(MoonsNetwork network) {
    DistinctMasks law = new DistinctMasks(network.asked().units(), network.asked().p(), network.draws());
    return Comparison.of(Words.of("claimensemble.passes.met", Numbers.count(1 << network.asked().units())),
        new Side(law.mean(), Words.of("claimensemble.passes.expected")),
        new Side(network.met(), Words.of("claimensemble.passes.drawn", Numbers.count(network.draws()))),
        Sampling.tolerance(Math.sqrt(law.variance()), ROUNDING));
  }

  private static EnsemblePicture picture(PassesSides of, int k) {
    Asked asked = of.network().asked();
    Matrix expected = Matrix.generate(1, MOST_SHOWN_UNITS,
        (_, i) -> new DistinctMasks(i + 1, asked.p(), of.network().draws()).mean());
    PassesSides.Exact exact = of.shown();
    return new EnsemblePicture.Committees(asked.p(), asked.units(), k, exact.average(), exact.spread(), exact.matches(),
        of.one(), of.squares(), of.wrong(), of.network().draws(), of.network().met(), expected);
  }
}
