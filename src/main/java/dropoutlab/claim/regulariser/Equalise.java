package dropoutlab.claim.regulariser;

import dropoutlab.claim.Ask;
import dropoutlab.claim.Bench;
import dropoutlab.claim.Control;
import dropoutlab.claim.Group;
import dropoutlab.claim.Remembered;
import dropoutlab.claim.Settings;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.bench.Comparison;
import dropoutlab.frame.bench.Findings;
import dropoutlab.frame.bench.RegulariserPicture;
import dropoutlab.frame.bench.Side;
import dropoutlab.frame.bench.Tolerance;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.theory.LevelledLoads;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// In a linear network dropout levels the loads of its units and drowns weak directions (Mianjy, Arora and Vidal, ICML
/// 2018). The exact side is [LevelledLoads], the engine's the training of its layers on all masks.
public final class Equalise implements Bench {
  static final int STEPS = 20_000;
  /// What is trained for the curves over p comes as close in fewer steps as an eye can tell.
  private static final int PATH_STEPS = 1500;
  private static final double[] PATH = {0, .1, .2, .3, .4, .5, .6, .7, .8, .9, .95};
  private static final int OUTPUTS = 5, CURVE = 96, VALUES = 3;
  private static final double NEAR = 1e-5, SETTLED = 2e-5;

  private record Key(List<Double> s, int units, double p, long seed, boolean random) {}

  private final Remembered<Key, Descent> descents = new Remembered<>();
  private final Remembered<Key, Matrix> paths = new Remembered<>();

  @Override public String id() { return "equalise"; }

  @Override public Group group() { return Group.REGULARISER; }

  @Override public List<Control> controls() {
    return List.of(Control.Rate.p(.5), Control.Numbers.vector("s", .1, 6, .1, 4., 2., .8, .3),
        new Control.Count("units", 2, 5, 4), Control.Choice.of("masks", "all", "random"),
        new Control.Clock("steps", 1, STEPS, STEPS));
  }

  @Override public Ask ask(Settings settings) {
    double most = settings.all("s").stream().mapToDouble(s -> s).max().orElse(1);
    return new Ask.Place(settings.all("s").size(), 0, most, .1, false, false);
  }

  @Override public Findings find(Settings settings, ProgressMonitor watch) {
    Bench.check(watch);
    double p = settings.get("p");
    int units = settings.count("units"), steps = settings.count("steps");
    double[] s = settings.array("s");
    boolean random = settings.is("masks", "random");
    LevelledLoads theory = new LevelledLoads(s, units, p);
    Descent all = descent(settings, p, false, watch, 0, .5), twin = descent(settings, 0, false, watch, .5, .6);
    Descent single = descent(settings, p, true, watch, .6, .8);
    Matrix trained = trained(settings, watch);
    Descent shown = random ? single : all;
    LinearNetwork network = shown.after(steps);
    Side how = new Side(0, Words.count("claimregulariser.steps", steps));
    return new Findings(question(settings, p), random ? Words.of("claimregulariser.level.single", units)
            : Words.of("claimregulariser.level.conditions", units, masks(units)),
        rows(theory, p, network, shown.after(steps / 2), how.how(), masks(units)), List.of(list(theory.left())),
        new RegulariserPicture.Equalise(p, settings.all("s"), list(theory.left()), list(ordered(theory, network, s.length)),
            theory.level(), theory.above(), theory.load(), IntStream.range(0, s.length).mapToObj(theory::drownsAt).toList(),
            path(s, units), trained, run(shown, network, steps), run(twin, twin.after(steps), steps),
            single.trail(steps), random, STEPS));
  }

  private static int masks(int units) { return 1 << units; }

  private static String question(Settings settings, double p) {
    return Words.of("claimregulariser.level.question", Shown.dropRate(p),
        Words.list(settings.all("s").stream().map(Numbers::brief).toList()));
  }

  private Descent descent(Settings settings, double p, boolean random, ProgressMonitor watch, double from, double to) {
    Key key = new Key(settings.all("s"), settings.count("units"), p, settings.seed(), random);
    return descents.get(key, () -> Descent.of(setup(settings, p, random), STEPS, watch, from, to));
  }

  private static LinearNetwork.Setup setup(Settings settings, double p, boolean random) {
    return new LinearNetwork.Setup(TargetMatrix.of(settings.array("s"), OUTPUTS, settings.seed()), settings.count("units"), p,
        settings.seed(), random);
  }

  /// What training finds for some p: (p, singular values in the order of s).
  private Matrix trained(Settings settings, ProgressMonitor watch) {
    Key key = new Key(settings.all("s"), settings.count("units"), 0, settings.seed(), false);
    return paths.get(key, () -> {
      double[][] rows = new double[PATH.length][];
      double[] s = settings.array("s");
      for (int i = 0; i < PATH.length; i++) {
        Descent descent = Descent.of(setup(settings, PATH[i], false), PATH_STEPS, watch, .8 + .2 * i / PATH.length,
            .8 + .2 * (i + 1) / PATH.length);
        rows[i] = DoubleStream.concat(DoubleStream.of(PATH[i]), Arrays.stream(ordered(new LevelledLoads(s, key.units, PATH[i]),
            descent.after(PATH_STEPS), s.length))).toArray();
      }
      return Matrix.generate(rows.length, s.length + 1, (r, c) -> rows[r][c]);
    });
  }

  private static double[] ordered(LevelledLoads theory, LinearNetwork network, int values) {
    double[] sorted = network.singularValues(), ordered = new double[values];
    for (int i = 0; i < values; i++) ordered[i] = theory.rank(i) < sorted.length ? sorted[theory.rank(i)] : 0;
    return ordered;
  }

  private static List<Comparison> rows(LevelledLoads theory, double p, LinearNetwork network, LinearNetwork before, String how,
                                       int masks) {
    double gradient = network.greatestGradient();
    double[] values = network.singularValues(), earlier = before.singularValues();
    List<Comparison> rows = new ArrayList<>();
    // Rounding stops the levelling early where its force, in proportion to p / (1 - p), is small.
    double near = NEAR * Math.max(1, (1 - p) / p);
    if (p > 0) rows.add(new Trained(how, gradient).row(Words.of("claimregulariser.level.load"), theory.load(),
        Words.of("claimregulariser.level.load_exact"), furthest(network.loads(), theory.load()),
        furthest(before.loads(), theory.load()), near));
    double[] left = Arrays.stream(theory.left()).boxed().sorted((a, b) -> Double.compare(b, a)).mapToDouble(d -> d).toArray();
    for (int k = 0; k < VALUES; k++)
      rows.add(new Trained(how, gradient).row(value(k, left), left[k], Words.of(left[k] > 0 ? "claimregulariser.level.shrunk"
          : k < network.loads().length ? "claimregulariser.level.under" : "claimregulariser.level.no_unit"), values[k], earlier[k], NEAR));
    List<Comparison> all = new ArrayList<>(rows.stream().map(Comparison::hidden).toList());
    double loss = theory.loss();
    all.add(new Trained(Words.count("claimregulariser.masks", masks), gradient).row(Words.of("claimregulariser.level.loss"),
        loss, Words.of("claimregulariser.level.loss_exact"), network.loss(), before.loss(),
        Math.max(NEAR, 0x1.0p-21 * (loss + theory.untrained()))));
    return all;
  }

  /// The last row stands for all that are smaller too, where none of them is left.
  private static String value(int k, double[] left) {
    return k == VALUES - 1 && left[k] == 0 ? Words.of("claimregulariser.level.rest", k + 1, left.length)
        : Words.of("claimregulariser.level.value", k + 1);
  }

  /// A row of what was trained. It has settled where its gradient is small and where it has not moved any more for half
  /// of all steps: a direction that just dies creeps on with hardly any gradient.
  private record Trained(String how, double gradient) {
    Comparison row(String what, double exact, String exactHow, double engine, double before, double most) {
      double settled = Math.abs(engine - before) <= most ? SETTLED : 0;
      return Comparison.of(what, new Side(exact, exactHow), new Side(engine, how),
          new Tolerance.Trained(most, gradient, settled));
    }
  }

  private static double furthest(double[] loads, double from) {
    return Arrays.stream(loads).boxed().max((a, b) -> Double.compare(Math.abs(a - from), Math.abs(b - from))).orElseThrow();
  }

  private static RegulariserPicture.Run run(Descent descent, LinearNetwork network, int steps) {
    return new RegulariserPicture.Run(list(network.loads()), descent.trail(steps), network.into(), network.outOf());
  }

  private static Matrix path(double[] s, int units) {
    double[][] rows = new double[CURVE][];
    for (int i = 0; i < CURVE; i++)
      rows[i] = DoubleStream.concat(DoubleStream.of(i / 100.0), Arrays.stream(new LevelledLoads(s, units, i / 100.0).left())).toArray();
    return Matrix.generate(CURVE, s.length + 1, (r, c) -> rows[r][c]);
  }

  private static List<Double> list(double[] values) { return Arrays.stream(values).boxed().toList(); }
}
