package dropoutlab.claim.scaling;

import dropoutlab.claim.Ask;
import dropoutlab.claim.Bench;
import dropoutlab.claim.Control;
import dropoutlab.claim.Group;
import dropoutlab.claim.Settings;
import dropoutlab.claim.SinglePrecision;
import dropoutlab.claim.scaling.BackwardEngine.Gradients;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.bench.Comparison;
import dropoutlab.frame.bench.Findings;
import dropoutlab.frame.bench.ScalingPicture;
import dropoutlab.frame.bench.Side;
import dropoutlab.frame.bench.Tolerance;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.theory.Differences;
import dropoutlab.theory.MaskedTanh;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A dropped unit gets no gradient, a kept one gets it times 1/(1 - p), by the mask of the way forward (Srivastava et
/// al. 2014, section 5.1).
///
/// The exact side is the loss of the thinned network in double precision, and its central differences; what a toggled
/// mode gives is no gradient of any loss, and so comes from the chain rule with another mask on the way back.
public final class Backward implements Bench {
  private static final double P = .4;
  /// The rounding of a dozen products and sums, relative to the largest gradient.
  private static final double ROUNDING = 2e-6, OF_A_SHARE = 1e-5;
  private static final int SEEDS = 5;

  @Override public String id() { return "backward"; }

  @Override public Group group() { return Group.SCALING; }

  @Override public List<Control> controls() {
    return List.of(Control.Rate.p(P), Control.Choice.of("between", "kept", "toggled"),
        Control.Numbers.vector("x", -2, 2, .1, .8, -.5, .3));
  }

  @Override public Ask ask(Settings settings) { return new Ask.Place(1, 0, 2, .01, false, true); }

  /// The network under one seed, there and back, both ways.
  private record Run(BackwardEngine engine, MaskedTanh network, double[] exact, Gradients back, Gradients toggled,
      double[] wrong) {
    static Run of(Settings settings) {
      BackwardEngine engine = new BackwardEngine(settings);
      double[] numbers = engine.numbers();
      MaskedTanh network = new MaskedTanh(BackwardEngine.SIZES, BackwardEngine.numbers(engine.masks()),
          BackwardEngine.TARGET);
      double[] exact = Differences.gradient(network::loss, numbers);
      Gradients back = engine.backward();
      return new Run(engine, network, exact, back, engine.toggled(), network.chainRule(numbers, BackwardEngine.ones()));
    }

    /// How far off what comes back with the mode toggled is, as a share of the right norm, over all weights and biases.
    double exactShare() { return share(wrong, exact); }

    double engineShare() { return share(toggled.all(), back.all()); }

    private static double share(double[] wrong, double[] right) {
      double off = 0, norm = 0;
      for (int i = BackwardEngine.SIZES[0]; i < right.length; i++) {
        off += (wrong[i] - right[i]) * (wrong[i] - right[i]);
        norm += right[i] * right[i];
      }
      return norm > 0 ? Math.sqrt(off / norm) : 0;
    }
  }

  @Override public Findings find(Settings settings, ProgressMonitor watch) {
    Bench.check(watch);
    Run run = Run.of(settings);
    double p = settings.get("p");
    List<List<Double>> answers = new ArrayList<>(List.of(List.of(run.exactShare())));
    for (int i = 1; i < SEEDS; i++) {
      Bench.check(watch);
      answers.add(List.of(Run.of(settings.withSeed(settings.seed() + i)).exactShare()));
    }
    return new Findings(Words.of("claimscaling.backward.question", Shown.rate(p)),
        Words.of("claimscaling.backward.conditions"),
        rows(run, p), answers, picture(settings, run));
  }

  private static List<Comparison> rows(Run run, double p) {
    int inputs = BackwardEngine.SIZES[0];
    List<Comparison> rows = new ArrayList<>(List.of(
        largest(Words.of("claimscaling.backward.inputs"), run, 0, inputs),
        largest(Words.of("claimscaling.backward.weights"), run, inputs, run.exact.length)));
    dropped(run).ifPresent(rows::add);
    kept(run, p).ifPresent(rows::add);
    double share = run.exactShare();
    rows.add(Comparison.of(Words.of("claimscaling.backward.toggled"),
        new Side(share, Words.of("claimscaling.backward.chain_rule")),
        new Side(run.engineShare(), Words.of("claimscaling.backward.mode_off")),
        SinglePrecision.difference(share, OF_A_SHARE * Math.max(1, share))).hidden());
    return rows;
  }

  /// Compares numbers `from` to `to`, and tells the largest, or the one that is furthest off where one is off.
  private static Comparison largest(String what, Run run, int from, int to) {
    double size = Arrays.stream(run.exact).map(Math::abs).max().orElse(0), most = ROUNDING * Math.max(1, size);
    int shown = from;
    for (int i = from; i < to; i++) if (weight(run, i, most) > weight(run, shown, most)) shown = i;
    return Comparison.of(what, new Side(run.exact[shown], Words.of("claimscaling.backward.differences")),
        new Side(run.back.all()[shown], Words.of("claimscaling.backward.backward")), new Tolerance.Rounding(most));
  }

  private static double weight(Run run, int i, double most) {
    double gap = Math.abs(run.back.all()[i] - run.exact[i]);
    return gap > most ? 1e9 * gap : Math.abs(run.exact[i]);
  }

  /// The largest gradient of a weight or a bias of a dropped unit; empty where none was dropped.
  private static Optional<Comparison> dropped(Run run) {
    int shown = -1, of = 0;
    for (int i = BackwardEngine.SIZES[0]; i < run.exact.length; i++) {
      if (!run.network.isDropped(i)) continue;
      of++;
      if (shown < 0 || Math.abs(run.back.all()[i]) > Math.abs(run.back.all()[shown])) shown = i;
    }
    return shown < 0 ? Optional.empty() : Optional.of(Comparison.of(Words.count("claimscaling.backward.dropped", of),
        new Side(run.exact[shown], Words.of("claimscaling.backward.differences")),
        new Side(run.back.all()[shown], Words.of("claimscaling.backward.backward")), new Tolerance.SameBits()));
  }

  /// What the layer does to the gradient of a kept unit; empty where none of the last layer was kept.
  private static Optional<Comparison> kept(Run run, double p) {
    Matrix mask = run.engine.masks().getLast(), before = run.back.before();
    int shown = -1;
    for (int i = 0; i < mask.size(); i++)
      if (mask.get(i) != 0 && (shown < 0 || Math.abs(before.get(i)) > Math.abs(before.get(shown)))) shown = i;
    if (shown < 0 || before.get(shown) == 0) return Optional.empty();
    return Optional.of(Comparison.of(Words.of("claimscaling.backward.kept"),
        new Side(1 / (1 - p), Words.of("claimscaling.backward.scale")),
        new Side(run.back.behind().get(shown) / before.get(shown), Words.of("claimscaling.backward.backward")),
        new Tolerance.Rounding(SinglePrecision.tolerance(SinglePrecision.ofSum(1, 1 / (1 - p))))));
  }

  private static ScalingPicture.Backward picture(Settings settings, Run run) {
    int count = run.exact.length;
    double[] all = Arrays.copyOf(run.exact, 3 * count);
    System.arraycopy(run.back.all(), 0, all, count, count);
    System.arraycopy(run.toggled.all(), 0, all, 2 * count, count);
    return new ScalingPicture.Backward(settings.get("p"), settings.is("between", "toggled"),
        Arrays.stream(BackwardEngine.SIZES).boxed().toList(), run.engine.values(), run.engine.masks(),
        Matrix.copyOf(all, 3, count),
        run.exactShare(), run.engineShare());
  }
}
