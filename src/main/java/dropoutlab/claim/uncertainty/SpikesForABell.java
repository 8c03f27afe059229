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
import dropoutlab.theory.TwoSpikes;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;

/// Dropout's posterior of a weight is two spikes, so its spread is not what the data leave open (Le Folgoc et al. 2021,
/// "Is MC Dropout Bayesian?").
///
/// The exact side is [TwoSpikes]; the engine makes passes of a network with one weight, the posterior's mean.
public final class SpikesForABell implements Bench {
  /// The mean of the values that were seen.
  private static final double SEEN = 2;
  private static final int MOST_SEEN = 1000, PLACES = 240, OF_A_SPIKE = 60;
  private static final double NARROWEST = 1e-4, WIDEST = .5;
  /// What single precision leaves of a mean over passes.
  private static final double ROUNDING = 1e-5;

  @Override public String id() { return "two-spikes"; }

  @Override public Group group() { return Group.UNCERTAINTY; }

  @Override public List<Control> controls() {
    return List.of(Control.Rate.p(.1), new Control.Count("n", 1, MOST_SEEN, 10),
        Control.Numbers.one("noise", .1, 3, .05, .5),
        Control.Numbers.one("prior", .1, 5, .1, 1), Control.Numbers.one("width", .001, WIDEST, .001, .1),
        new Control.Clock("passes", 100, 10_000, 10_000));
  }

  @Override public Ask ask(Settings settings) {
    double p = settings.get("p"), most = Math.max(.5, Math.ceil(10 * p / (1 - p)) / 2);
    return Ask.Place.one(0, most, most / 100);
  }

  private static TwoSpikes after(Settings settings, int n) {
    return new TwoSpikes(settings.get("p"), n, SEEN, settings.get("noise"), settings.get("prior"));
  }

  @Override public Findings find(Settings settings, ProgressMonitor watch) {
    Bench.check(watch);
    int n = settings.count("n");
    TwoSpikes exact = after(settings, n);
    Passes passes = new Passes(exact, settings);
    String rate = Shown.rate(settings.get("p")), width = Numbers.brief(settings.get("width"));
    List<Comparison> rows = List.of(passes.difference(Numbers.count(n)).hidden(), passes.mean(), passes.share(),
        passes.divergence(Words.of("claimuncertainty.spikes.divergence", width)), passes.tenth(width));
    return new Findings(
        Words.of("claimuncertainty.spikes.question", Numbers.reading(exact.posteriorVariance()), rate),
        Words.of("claimuncertainty.spikes.conditions", Words.count("claimuncertainty.values", n, Numbers.count(n)),
        Numbers.brief(SEEN),
            Numbers.brief(settings.get("noise")), Numbers.brief(settings.get("prior"))),
        rows, List.of(List.of(exact.passes().variance())), passes.picture());
  }

  /// What the passes of one weight say, beside what is known of them.
  private record Passes(TwoSpikes exact, Settings settings, double[] said, int dropped) {
    Passes(TwoSpikes exact, Settings settings) {
      this(exact, settings,
          OneWeight.passes(exact.mean(), settings.get("p"), settings.count("passes"), settings.seed()));
    }

    private Passes(TwoSpikes exact, Settings settings, double[] said) {
      this(exact, settings, said, (int) Arrays.stream(said).filter(each -> each == 0).count());
    }

    private int passes() { return said.length; }

    private double atZero() { return dropped / (double) said.length; }

    private Side engine(double value) {
      return new Side(value, Words.count("claimuncertainty.passes", passes(), Numbers.count(passes())));
    }

    Comparison difference(String n) {
      double difference = exact.passes().variance() - exact.posteriorVariance(),
          se = exact.passes().varianceSe(passes());
      double most = Math.max(ROUNDING, Tolerance.Noise.SES * se);
      return Comparison.of(Words.of("claimuncertainty.spikes.difference", n),
          new Side(difference, Words.of("claimuncertainty.spikes.closed")),
          engine(StatUtils.populationVariance(said) - exact.posteriorVariance()),
          Math.abs(difference) > most ? new Tolerance.Differs(most) : SinglePrecision.sampled(se, ROUNDING));
    }

    Comparison mean() {
      return Comparison.of(Words.of("claimuncertainty.spikes.mean"),
          new Side(exact.mean(), Words.of("claimuncertainty.spikes.posterior")), engine(StatUtils.mean(said)),
          SinglePrecision.sampled(Math.sqrt(exact.passes().variance() / passes()), ROUNDING));
    }

    Comparison share() {
      double p = settings.get("p");
      return Comparison.of(Words.of("claimuncertainty.spikes.share"),
          new Side(p, Words.of("claimuncertainty.spikes.p")),
          engine(atZero()), SinglePrecision.sampled(Math.sqrt(p * (1 - p) / passes()), ROUNDING));
    }

    Comparison divergence(String what) {
      double width = settings.get("width");
      return Comparison.of(what, new Side(exact.divergence(width), Words.of("claimuncertainty.spikes.quadrature")),
          engine(exact.divergence(width, atZero())),
          SinglePrecision.sampled(exact.divergenceSe(width, passes()), ROUNDING));
    }

    /// How much more a tenth of the width costs: ln 10 where the spikes are narrow.
    Comparison tenth(String width) {
      double wide = settings.get("width"), narrow = wide / 10;
      double se = Math.abs(exact.divergenceSe(narrow, passes()) - exact.divergenceSe(wide, passes()));
      return Comparison.of(Words.of("claimuncertainty.spikes.tenth", width),
          new Side(exact.divergence(narrow) - exact.divergence(wide), Words.of("claimuncertainty.spikes.quadrature")),
          engine(exact.divergence(narrow, atZero()) - exact.divergence(wide, atZero())),
          SinglePrecision.sampled(se, ROUNDING));
    }

    UncertaintyPicture picture() {
      double width = settings.get("width");
      return new UncertaintyPicture.Spikes(settings.get("p"), settings.count("n"), width, exact.mean(), exact.kept(),
          exact.posteriorVariance(), exact.passes().variance(), new UncertaintyPicture.Spikes.Engine(passes(), dropped,
              StatUtils.populationVariance(said), exact.divergence(width, atZero())), densities(width), byNumber(),
              byWidth());
    }

    /// Places near the spikes stand closer.
    private Matrix densities(double width) {
      double sd = Math.sqrt(exact.posteriorVariance()), edge = Math.max(.25 * exact.kept(), 4.5 * width);
      double low = Math.min(-edge, exact.mean() - 4 * sd), high = Math.max(exact.kept() + edge, exact.mean() + 4 * sd);
      double[] places = DoubleStream.concat(DoubleStream.concat(around(0, width), around(exact.kept(), width)),
          IntStream.rangeClosed(0, PLACES).mapToDouble(i -> low + (high - low) * i / PLACES)).sorted().toArray();
      return Matrix.generate(places.length, 4, (i, column) -> switch (column) {
        case 0 -> places[i];
        case 1 -> exact.posteriorDensity(places[i]);
        case 2 -> exact.priorDensity(places[i]);
        default -> exact.spikesDensity(places[i], width);
      });
    }

    private static DoubleStream around(double spike, double width) {
      return IntStream.rangeClosed(-OF_A_SPIKE, OF_A_SPIKE).mapToDouble(i -> spike + 4.5 * width * i / OF_A_SPIKE);
    }

    private Matrix byNumber() {
      int[] numbers = IntStream.rangeClosed(0, 30).map(i -> (int) Math.round(Math.pow(10, i / 10.0))).distinct()
          .toArray();
      return Matrix.generate(numbers.length, 3, (i, column) -> column == 0 ? numbers[i]
          : column == 1 ? after(settings, numbers[i]).passes().variance()
          : after(settings, numbers[i]).posteriorVariance());
    }

    private Matrix byWidth() {
      int steps = 24;
      double[] widths = IntStream.rangeClosed(0, steps)
          .mapToDouble(i -> NARROWEST * Math.pow(WIDEST / NARROWEST, i / (double) steps)).toArray();
      return Matrix.generate(widths.length, 2, (i, column) -> column == 0 ? widths[i] : exact.divergence(widths[i]));
    }
  }
}
