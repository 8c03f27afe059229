package dropoutlab.claim.features;

import dropoutlab.claim.Ask;
import dropoutlab.claim.Bench;
import dropoutlab.claim.Control;
import dropoutlab.claim.Group;
import dropoutlab.claim.Settings;
import dropoutlab.frame.bench.Comparison;
import dropoutlab.frame.bench.FeaturesPicture;
import dropoutlab.frame.bench.Findings;
import dropoutlab.frame.bench.Side;
import dropoutlab.frame.bench.Tolerance;
import dropoutlab.math.RandomStream;
import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.theory.PlugInEntropy;
import dropoutlab.theory.UnitCode;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// A dropped layer still carries a bit that many units copy, and loses one that only all of them together tell.
///
/// The exact side is that of erasure channels, the engine's a plug-in estimate of the mutual information from what its
/// layer let through.
public final class Information implements Bench {
  /// The engine measures at these p, besides the one that is set.
  private static final List<Double> GRID = IntStream.range(0, 10).mapToObj(i -> i / 10.0).toList();
  /// Estimates from few masks, whose mean shows how far they are off.
  private static final int SHORT = 100, SHORT_MASKS = 200;

  @Override public String id() { return "information"; }

  @Override public Group group() { return Group.FEATURES; }

  @Override public List<Control> controls() {
    return List.of(Control.Rate.p(.5), new Control.Count("units", 2, 6, 4),
        Control.Choice.of("code", "copy", "parity", "own"), new Control.Clock("masks", 100, 20_000, 20_000));
  }

  @Override public Ask ask(Settings settings) { return Ask.Place.one(0, 1, .01); }

  @Override public Findings find(Settings settings, ProgressMonitor watch) {
    double p = settings.get("p");
    int n = settings.count("units"), samples = SampledBits.whole(settings.count("masks"), n);
    UnitCode code = UnitCode.values()[settings.count("code")];
    PlugInEntropy entropy = new PlugInEntropy(samples);
    List<FeaturesPicture.Information.Coded> coded = new ArrayList<>();
    for (UnitCode each : UnitCode.values()) coded.add(measured(each, p, n, entropy, settings.seed(), watch));
    List<Comparison> rows = new ArrayList<>(List.of(row(code, p, n, entropy, coded).hidden()));
    for (UnitCode each : UnitCode.values()) if (each != code) rows.add(row(each, p, n, entropy, coded));
    rows.add(bias(p, n, settings.seed(), watch));
    return new Findings(question(code, n, Shown.dropRate(p)), Words.count("claimfeatures.bits.conditions", samples),
        rows, List.of(List.of(code.bits(p, n))), new FeaturesPicture.Information(p, n, code.ordinal(), samples, GRID,
        coded));
  }

  private static String question(UnitCode code, int n, String p) {
    return switch (code) {
      case COPY -> Words.of("claimfeatures.bits.question_copy", n, p);
      case PARITY -> Words.of("claimfeatures.bits.question_parity", n, p);
      case OWN -> Words.of("claimfeatures.bits.question_own", n, p);
    };
  }

  private static SampledBits sampler(UnitCode code, double p, int n, long seed, int stream) {
    int index = code.ordinal() + UnitCode.values().length * stream;
    return new SampledBits(code, p, n, RandomStream.of(seed, Purpose.MASKS, index));
  }

  private static FeaturesPicture.Information.Coded measured(UnitCode code, double p, int n, PlugInEntropy entropy,
                                                            long seed, ProgressMonitor watch) {
    int samples = entropy.samples();
    List<Double> engine = new ArrayList<>(), exact = new ArrayList<>(), expected = new ArrayList<>();
    for (int i = 0; i < GRID.size(); i++)
      engine.add(sampler(code, GRID.get(i), n, seed, i + 1).estimate(samples, watch));
    for (int i = 0; i <= FeaturesPicture.Information.STEPS; i++) {
      double at = FeaturesPicture.Information.p(i);
      exact.add(code.bits(at, n));
      expected.add(code.plugIn(at, n, entropy));
    }
    SampledBits sampler = sampler(code, p, n, seed, 0);
    double estimate = sampler.estimate(samples, watch);
    float[] last = sampler.last().data();
    return new FeaturesPicture.Information.Coded(code.bits(p, n), estimate, exact, expected, engine,
        IntStream.range(0, n).mapToObj(u -> last[u] > 0).toList(),
        IntStream.range(0, n).mapToObj(u -> last[n + u] != 0).toList());
  }

  /// The estimate less what it is known to be off. Its noise is that of single masks; besides, what it is off by is a
  /// sum of squares, whose variance is its mean / (N ln 2), or less where most outcomes are never seen; and no count is
  /// finer than one mask.
  private static Comparison row(UnitCode code, double p, int n, PlugInEntropy entropy,
                                List<FeaturesPicture.Information.Coded> coded) {
    int samples = entropy.samples();
    double off = code.plugIn(p, n, entropy) - code.bits(p, n), sd = code.sd(p, n);
    double se = Math.sqrt(sd * sd / samples + Math.abs(off) / (samples * Math.log(2)) + 1.0 / samples / samples);
    String what = switch (code) {
      case COPY -> Words.of("claimfeatures.bits.copy", n);
      case PARITY -> Words.of("claimfeatures.bits.parity", n);
      case OWN -> Words.of("claimfeatures.bits.own", n);
    };
    String how = switch (code) {
      case COPY -> Words.of("claimfeatures.bits.by_copy");
      case PARITY -> Words.of("claimfeatures.bits.by_parity");
      case OWN -> Words.of("claimfeatures.bits.by_own");
    };
    return Comparison.of(what, new Side(code.bits(p, n), how), new Side(coded.get(code.ordinal()).estimate() - off,
        Words.count("claimfeatures.bits.masks", samples)), new Tolerance.Noise(se));
  }

  /// How far an estimate of the parity from few masks is off, as the mean of many of them.
  private static Comparison bias(double p, int n, long seed, ProgressMonitor watch) {
    int samples = SampledBits.whole(SHORT_MASKS, n);
    SampledBits sampler = sampler(UnitCode.PARITY, p, n, seed, GRID.size() + 1);
    double bits = UnitCode.PARITY.bits(p, n), exact = UnitCode.PARITY.plugIn(p, n, new PlugInEntropy(samples)) - bits;
    double[] off = new double[SHORT];
    for (int i = 0; i < SHORT; i++) off[i] = sampler.estimate(samples, watch) - bits;
    double mean = Arrays.stream(off).sum() / SHORT, variance = 0;
    for (double each : off) variance += (each - mean) * (each - mean) / (SHORT - 1);
    double se = Math.sqrt(variance / SHORT + 1.0 / samples / samples / SHORT);
    return Comparison.of(Words.of("claimfeatures.bits.bias", samples),
        new Side(exact, Words.of("claimfeatures.bits.by_counts")),
        new Side(mean, Words.of("claimfeatures.bits.estimates", SHORT)), exact > Tolerance.Noise.SES * se
            ? new Tolerance.Differs(Tolerance.Noise.SES * se) : new Tolerance.Noise(se));
  }
}
