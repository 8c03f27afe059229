package dropoutlab.claim.moments;

import dropoutlab.claim.Ask;
import dropoutlab.claim.Bench;
import dropoutlab.claim.Control;
import dropoutlab.claim.Group;
import dropoutlab.claim.Settings;
import dropoutlab.claim.moments.SeluNetworks.Noise;
import dropoutlab.frame.bench.Comparison;
import dropoutlab.frame.bench.Findings;
import dropoutlab.frame.bench.Side;
import dropoutlab.frame.bench.Tolerance;
import dropoutlab.math.RandomStream;
import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import dropoutlab.nn.dropout.AlphaDropout;
import dropoutlab.nn.layer.DropRate;
import dropoutlab.nn.layer.Mode;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.spec.Pin;
import dropoutlab.theory.AlphaNoise;
import dropoutlab.theory.DeepMoments;
import dropoutlab.theory.PlainNoise;
import dropoutlab.theory.UnitNoise;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Alpha dropout keeps mean 0 and variance 1 through SELU layers, where plain dropout does not (Klambauer et al. 2017).
///
/// The exact side is the law of the noise, and for deep networks that of [DeepMoments]; the engine's are the layers
/// themselves, on standard normal inputs and with first weights.
public final class AlphaKeeps implements Bench {
  private static final double MOST = .5;
  private final SeluNetworks networks = new SeluNetworks();

  @Override public String id() { return "alpha"; }

  @Override public Group group() { return Group.MOMENTS; }

  @Override public List<Control> controls() {
    return List.of(new Control.Rate("p", .1, MOST), new Control.Count("depth", 1, 16, 8),
        Control.Choice.of("method", "alpha", "plain"), new Control.Clock("networks", 8, 96, 24));
  }

  @Override public Ask ask(Settings settings) { return Ask.Place.one(0, 2.5, .01); }

  @Override public Findings find(Settings settings, ProgressMonitor watch) {
    double p = settings.get("p");
    int depth = settings.count("depth");
    SeluNetworks.Key key = new SeluNetworks.Key(settings.seed(), depth, settings.count("networks"));
    Map<Noise, SeluRun> engine = new EnumMap<>(Noise.class);
    for (Noise noise : Noise.values()) engine.put(noise, networks.run(noise, p, key, watch));
    Noise shown = settings.is("method", "plain") ? Noise.PLAIN : Noise.ALPHA;
    UnitNoise exact = law(shown, p);
    String name = name(shown), rate = Shown.dropRate(p);
    return new Findings(Words.of("claimmoments.alpha.question", name, rate),
        Words.of("claimmoments.alpha.conditions", SeluNetworks.WIDTH, Words.count("claimmoments.alpha.layers", depth),
            rate),
        rows(exact, name, engine.get(shown), difference(engine, p), settings), List.of(List.of(exact.variance())),
        AlphaPictures.of(p, depth, shown, engine, dropped(p)));
  }

  private static String name(Noise noise) {
    return switch (noise) {
      case ALPHA -> Words.of("claimmoments.alpha.alpha");
      case PLAIN -> Words.of("claimmoments.alpha.plain");
    };
  }

  static UnitNoise law(Noise noise, double p) {
    return switch (noise) {
      case ALPHA -> new AlphaNoise(p);
      case PLAIN -> new PlainNoise(p);
    };
  }

  private static List<Comparison> rows(UnitNoise exact, String name, SeluRun engine, Comparison difference,
                                       Settings settings) {
    int n = engine.values(), depth = settings.count("depth");
    String law = Words.of("claimmoments.alpha.law");
    return List.of(
        Comparison.of(Words.of("claimmoments.alpha.variance", name), new Side(exact.variance(), law),
            new Side(engine.variance(0), values(n)), new Tolerance.Noise(exact.squareError(n))).hidden(),
        Comparison.of(Words.of("claimmoments.alpha.mean", name), new Side(exact.mean(0), law),
            new Side(engine.mean(0), values(n)), new Tolerance.Noise(Math.sqrt(exact.variance() / n))),
        difference, dropped(new AlphaNoise(exact.p())), deep(exact, name, engine, depth, settings.count("networks")));
  }

  private static Comparison dropped(AlphaNoise exact) {
    return Comparison.of(Words.of("claimmoments.alpha.dropped"),
        new Side(exact.dropped(), Words.of("claimmoments.alpha.affine")),
        new Side(dropped(exact.p()), Words.of("claimmoments.alpha.pinned")), new Tolerance.SameBits());
  }

  private static Comparison deep(UnitNoise exact, String name, SeluRun engine, int depth, int networks) {
    double square = DeepMoments.of(exact, SeluNetworks.WIDTH, depth).getLast().square();
    return Comparison.of(Words.count("claimmoments.alpha.deep", depth, name),
        new Side(square, Words.of("claimmoments.alpha.width", SeluNetworks.WIDTH)),
        new Side(engine.square(depth), Words.of("claimmoments.alpha.networks", networks)),
        new Tolerance.Noise(engine.squareError(depth)));
  }

  /// How much larger the variance is behind plain dropout. The error of the difference is at most that of both
  /// together.
  private static Comparison difference(Map<Noise, SeluRun> engine, double p) {
    SeluRun ofPlain = engine.get(Noise.PLAIN), ofAlpha = engine.get(Noise.ALPHA);
    int n = ofAlpha.values();
    UnitNoise plain = new PlainNoise(p), alpha = new AlphaNoise(p);
    double exact = plain.variance() - alpha.variance(), se = Math.hypot(plain.squareError(n), alpha.squareError(n));
    double most = Tolerance.Noise.SES * se;
    return Comparison.of(Words.of("claimmoments.alpha.difference"),
        new Side(exact, Words.of("claimmoments.alpha.odds")),
        new Side(ofPlain.variance(0) - ofAlpha.variance(0), values(n)),
        exact > most ? new Tolerance.Differs(most) : new Tolerance.Noise(se));
  }

  private static String values(int n) { return Words.of("claimmoments.alpha.values", Numbers.count(n)); }

  /// What the layer makes of a unit that is pinned as dropped.
  private static float dropped(double p) {
    AlphaDropout layer = new AlphaDropout(new DropRate(p), Shape.vector(1), false, 
        RandomStream.of(0, Purpose.MASKS));
    layer.setPin(0, Pin.DROPPED);
    return layer.forward(Tensor.of(1, 1, 1), Mode.TRAIN).data()[0];
  }
}
