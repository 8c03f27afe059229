package dropoutlab.claim.uncertainty;

import dropoutlab.claim.Ask;
import dropoutlab.claim.Bench;
import dropoutlab.claim.Control;
import dropoutlab.claim.EveryMask;
import dropoutlab.claim.Group;
import dropoutlab.claim.Settings;
import dropoutlab.claim.SinglePrecision;
import dropoutlab.frame.bench.Comparison;
import dropoutlab.frame.bench.Findings;
import dropoutlab.frame.bench.Side;
import dropoutlab.frame.bench.Tolerance;
import dropoutlab.math.Tensor;
import dropoutlab.nn.Network;
import dropoutlab.nn.dropout.UnitDropout;
import dropoutlab.nn.layer.Mode;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.theory.ThinnedOutputs;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;

/// With few passes the information map is too dark, by about Var(o) / (2 T ō (1 - ō)) (Houlsby et al. 2011; Gal, Islam
/// and Ghahramani 2017).
///
/// The exact side enumerates the masks of the last hidden layer with the engine's weights ([ThinnedOutputs]); the
/// engine makes T passes.
public final class WhereToAsk implements Bench {
  static final int MOST_PASSES = 200;
  /// The answers in the order of the card.
  private static final double EQUAL = 0, DARKER = 2;

  @Override public String id() { return "where-to-ask"; }

  @Override public Group group() { return Group.UNCERTAINTY; }

  @Override public List<Control> controls() {
    return List.of(Control.Rate.p(.5), Control.Numbers.vector("cross", -2.5, 3.5, .05, 1.9, .85),
        new Control.Count("labels", 0, 8, 0), new Control.Clock("passes", 2, MOST_PASSES, 50));
  }

  @Override public Ask ask(Settings settings) { return new Ask.Choose(3); }

  @Override public Findings find(Settings settings, ProgressMonitor watch) {
    List<Double> cross = settings.all("cross");
    double x = cross.getFirst(), y = cross.getLast(), p = settings.get("p");
    int labels = settings.count("labels"), passes = settings.count("passes");
    AskedNetwork before = AskedNetwork.of(p, 0, cross, settings.seed(), watch);
    AskedNetwork network = AskedNetwork.of(p, labels, cross, settings.seed(), watch);
    InformationMap map = new InformationMap(network, settings, watch);
    ThinnedOutputs exact = network.exact(x, y);
    List<Comparison> rows = new ArrayList<>(List.of(information(exact, map.atCross(), passes), map.bias(exact).hidden(),
        mean(exact, map.meanAtCross(), passes), forced(network, exact, x, y, p)));
    if (labels > 0) rows.add(change(before.exact(x, y), exact, before, map, settings, watch));
    String all = Numbers.count(1 << AskedNetwork.UNITS);
    double answer = exact.roughBias(passes) == 0 ? EQUAL : DARKER;
    return new Findings(Words.of("claimuncertainty.ask.question", all, Numbers.reading(exact.information()), passes),
        Words.count("claimuncertainty.ask.conditions", labels), rows, List.of(List.of(answer)),
        map.picture(exact, before.exact(x, y).information()));
  }

  private static String passes(int passes) {
    return Words.count("claimuncertainty.passes", passes, Numbers.count(passes));
  }

  private static Side masks(double value) {
    return new Side(value, Words.of("claimuncertainty.ask.masks", Numbers.count(1 << AskedNetwork.UNITS)));
  }

  private static Comparison information(ThinnedOutputs exact, double said, int passes) {
    return Comparison.of(Words.of("claimuncertainty.ask.information", passes), masks(exact.information()),
        new Side(said, passes(passes)),
        SinglePrecision.sampled(exact.informationSe(passes), InformationMap.ROUNDING));
  }

  private static Comparison mean(ThinnedOutputs exact, double said, int passes) {
    return Comparison.of(Words.of("claimuncertainty.ask.mean"), masks(exact.mean()), new Side(said, passes(passes)),
        SinglePrecision.sampled(Math.sqrt(exact.variance() / passes), InformationMap.ROUNDING));
  }

  /// The information from the engine's answers under every mask. An entropy changes with z by |z| o (1 - o) at most,
  /// which is below a quarter, and the rounding of z adds up over three layers.
  private static Comparison forced(AskedNetwork asked, ThinnedOutputs exact, double x, double y, double p) {
    Network network = asked.network();
    Tensor input = Tensor.of(1, 2, asked.scaled(x, y));
    double[] said = EveryMask.of((UnitDropout) network.dropouts().getLast(), AskedNetwork.UNITS, () -> {
      network.holdNewMasks();
      return 1 / (1 + StrictMath.exp(-network.forward(input, Mode.HELD).at(0, 0)));
    });
    double mean = EveryMask.mean(said, AskedNetwork.UNITS, p), entropies = 0;
    for (int mask = 0; mask < said.length; mask++)
      entropies += EveryMask.probability(mask, AskedNetwork.UNITS, p) * ThinnedOutputs.entropy(said[mask]);
    double bound = SinglePrecision.ofSum(AskedNetwork.UNITS, 3 * asked.size(x, y)) / 2;
    return Comparison.of(Words.of("claimuncertainty.ask.forced"), masks(exact.information()),
        new Side(ThinnedOutputs.entropy(mean) - entropies, Words.of("claimuncertainty.ask.pins")),
        new Tolerance.Rounding(SinglePrecision.tolerance(Math.max(InformationMap.ROUNDING, bound))));
  }

  /// How much the labels change the information at the cross. Both networks draw masks of their own.
  private static Comparison change(ThinnedOutputs before, ThinnedOutputs after, AskedNetwork old, InformationMap map,
      Settings settings, ProgressMonitor watch) {
    int passes = settings.count("passes");
    double one = before.informationSe(passes), other = after.informationSe(passes),
        se = Math.sqrt(one * one + other * other);
    double exact = after.information() - before.information();
    double said = map.atCross() - InformationMap.at(old, settings, settings.seed() + 1, watch);
    double most = Math.max(InformationMap.ROUNDING, Tolerance.Noise.SES * se);
    return Comparison.of(Words.count("claimuncertainty.ask.change", settings.count("labels")), masks(exact),
        new Side(said, passes(passes)),
        Math.abs(exact) > most ? new Tolerance.Differs(most) : SinglePrecision.sampled(se, InformationMap.ROUNDING));
  }
}
