package dropoutlab.claim.uncertainty;

import dropoutlab.claim.Ask;
import dropoutlab.claim.Bench;
import dropoutlab.claim.Control;
import dropoutlab.claim.Group;
import dropoutlab.claim.Settings;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.bench.Comparison;
import dropoutlab.frame.bench.Findings;
import dropoutlab.frame.bench.Side;
import dropoutlab.frame.bench.Tolerance;
import dropoutlab.frame.bench.UncertaintyPicture;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.theory.BiasVariance;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;

/// p buys variance with bias, and the two add up to the error.
///
/// The exact side is the closed form of [BiasVariance]; the engine trains thousands of networks, each on targets drawn
/// anew, on all masks, and measures how their predictions at x* scatter.
public final class BiasAndVariance implements Bench {
  private static final List<Double> RATES = IntStream.range(0, 10).mapToObj(i -> i / 10.0).toList();
  private static final int CURVE = 96;
  /// What single precision leaves after training, for numbers of about 1.
  private static final double ROUNDING = 1e-5;

  @Override public String id() { return "bias-variance"; }

  @Override public Group group() { return Group.UNCERTAINTY; }

  @Override public List<Control> controls() {
    return List.of(Control.Rate.p(.2), new Control.Numbers("x", -5, 5, .1, 2, List.of(1.0, 2.0, 3.0, 4.0)),
        Control.Numbers.vector("beta", -3, 3, .1, 1.0, 1.0), Control.Numbers.one("noise", 0, 3, .05, 1),
        Control.Numbers.vector("at", -5, 5, .1, 1.0, 1.0),
        new Control.Clock("networks", 100, Redrawn.NETWORKS, Redrawn.NETWORKS));
  }

  @Override public Ask ask(Settings settings) {
    double most = Math.max(.1, Math.ceil(12 * exact(settings, 0).variance()) / 10);
    return Ask.Place.one(0, most, most / 100);
  }

  private static BiasVariance exact(Settings settings, double p) {
    return new BiasVariance(new Redrawn(settings).x(), settings.array("beta"), settings.get("noise"),
        settings.array("at"), p);
  }

  @Override public Findings find(Settings settings, ProgressMonitor watch) {
    double p = settings.get("p");
    Redrawn redrawn = new Redrawn(settings);
    Measured own = new Measured(settings, exact(settings, p), redrawn.at(p, watch));
    Measured twin = new Measured(settings, exact(settings, 0), redrawn.at(0, watch));
    String shown = Shown.rate(p),
        networks = Words.count("claimuncertainty.networks", own.said.length, Numbers.count(own.said.length));
    List<Comparison> rows = List.of(
        own.variance(Words.of("claimuncertainty.bias.variance", shown, networks)).hidden(),
        own.bias(), own.error().hidden(), twin.variance(Words.of("claimuncertainty.bias.twin")),
        own.first(redrawn.firstTargets()));
    return new Findings(
        Words.of("claimuncertainty.bias.question", Numbers.reading(twin.exact.variance()), shown),
        Words.of("claimuncertainty.bias.conditions", networks, Numbers.brief(settings.get("noise"))), rows,
        List.of(List.of(own.exact.variance())), picture(settings, own, twin, redrawn.at(RATES, watch)));
  }

  private static UncertaintyPicture picture(Settings settings, Measured own, Measured twin,
      List<EveryMaskTraining.Trained> grid) {
    Matrix curve = Matrix.generate(CURVE, 3, (row, col) -> {
      BiasVariance there = exact(settings, row / 100.0);
      return col == 0 ? row / 100.0 : col == 1 ? there.squaredBias() : there.variance();
    });
    List<Measured> dots = IntStream.range(0, RATES.size())
        .mapToObj(i -> new Measured(settings, exact(settings, RATES.get(i)), grid.get(i))).toList();
    Matrix measured = Matrix.generate(RATES.size(), 3, (row, col) -> col == 0 ? RATES.get(row)
        : col == 1 ? dots.get(row).measuredBias() * dots.get(row).measuredBias() : dots.get(row).measuredVariance());
    return new UncertaintyPicture.Sheaf(settings.get("p"), own.exact.truth(), own.side(), twin.side(), curve, measured);
  }

  /// What the networks of one drop rate say at x*.
  private record Measured(Settings settings, BiasVariance exact, EveryMaskTraining.Trained trained, double[] said) {
    Measured(Settings settings, BiasVariance exact, EveryMaskTraining.Trained trained) {
      this(settings, exact, trained, Redrawn.said(trained, settings.array("at"), settings.count("networks")));
    }

    double measuredVariance() { return StatUtils.variance(said); }

    double measuredBias() { return StatUtils.mean(said) - exact.truth(); }

    UncertaintyPicture.Sheaf.Side side() {
      return new UncertaintyPicture.Sheaf.Side(exact.mean(), exact.variance(), measuredVariance(), Matrix.row(said));
    }

    /// How far a prediction may be from where training would end.
    private double away(double distance) {
      double size = 0;
      for (double each : settings.array("at")) size += Math.abs(each);
      return distance * size;
    }

    /// What single precision may leave of a prediction.
    private double rounding() { return ROUNDING * Math.max(1, Math.abs(exact.truth())); }

    /// Of a sample, with a standard error that is known, as the predictions are normal.
    private Tolerance sampled(double se) {
      double room = Math.max(Tolerance.Noise.SES * se, rounding() * Math.max(1, Math.abs(exact.truth())));
      double away = away(trained.distance());
      if (away > room) return new Tolerance.Trained(room, away, room);
      return room > Tolerance.Noise.SES * se ? new Tolerance.Rounding(room) : new Tolerance.Noise(se);
    }

    private Side engine(double value, String key) { return new Side(value, Words.of(key)); }

    Comparison variance(String what) {
      return Comparison.of(what, new Side(exact.variance(), Words.of("claimuncertainty.bias.closed_variance")),
          engine(measuredVariance(), "claimuncertainty.bias.trained"),
          sampled(exact.variance() * Math.sqrt(2.0 / (said.length - 1))));
    }

    Comparison bias() {
      return Comparison.of(Words.of("claimuncertainty.bias.bias"),
          new Side(exact.bias(), Words.of("claimuncertainty.bias.closed_bias")),
          engine(measuredBias(), "claimuncertainty.bias.mean"), sampled(Math.sqrt(exact.variance() / said.length)));
    }

    Comparison error() {
      double sum = 0, v = exact.variance();
      for (double each : said) sum += (each - exact.truth()) * (each - exact.truth());
      return Comparison.of(Words.of("claimuncertainty.bias.error"),
          new Side(exact.error(), Words.of("claimuncertainty.bias.sum")),
          engine(sum / said.length, "claimuncertainty.bias.squares"),
          sampled(Math.sqrt((2 * v * v + 4 * exact.squaredBias() * v) / said.length)));
    }

    Comparison first(double[] targets) {
      return Comparison.of(Words.of("claimuncertainty.bias.first"),
          new Side(exact.prediction(targets), Words.of("claimuncertainty.bias.closed_first")),
          engine(said[0], "claimuncertainty.bias.all_masks"),
          new Tolerance.Trained(rounding(), away(trained.first()), rounding()));
    }
  }
}
