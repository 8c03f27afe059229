package dropoutlab.claim.regulariser;

import dropoutlab.claim.Ask;
import dropoutlab.claim.Bench;
import dropoutlab.claim.Control;
import dropoutlab.claim.Group;
import dropoutlab.claim.Remembered;
import dropoutlab.claim.Settings;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.bench.Findings;
import dropoutlab.frame.bench.RegulariserPicture;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.theory.LevelledLoads;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// In a linear network dropout levels the loads of its units and drowns weak directions (Mianjy, Arora and Vidal, ICML
/// 2018). The exact side is [LevelledLoads], the engine's the training of its layers on all masks.
public final class Equalise implements Bench {
  private static final int STEPS = 20_000;
  /// What is trained for the curves over p comes as close in fewer steps as an eye can tell.
  private static final int PATH_STEPS = 1500;
  private static final double[] PATH = {0, .1, .2, .3, .4, .5, .6, .7, .8, .9, .95};
  private static final int OUTPUTS = 5, CURVE = 96;

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
    LevelledRows rows = new LevelledRows(theory, p, network, shown.after(steps / 2));
    return new Findings(question(settings, p), random ? Words.of("claimregulariser.level.single", units)
            : Words.of("claimregulariser.level.conditions", units, masks(units)),
        rows.all(Words.count("claimregulariser.steps", steps), Words.count("claimregulariser.masks", masks(units))),
            List.of(list(theory.left())),
        new RegulariserPicture.Equalise(p, settings.all("s"), list(theory.left()),
            list(ordered(theory, network, s.length)), theory.level(), theory.above(), theory.load(), drowned(theory, s),
            path(s, units), trained, run(shown, network, steps), run(twin, twin.after(steps), steps),
            single.trail(steps), random, STEPS));
  }

  private static List<Double> drowned(LevelledLoads theory, double[] s) {
    return IntStream.range(0, s.length).mapToObj(theory::drownsAt).toList();
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
    return new LinearNetwork.Setup(TargetMatrix.of(settings.array("s"), OUTPUTS, settings.seed()),
        settings.count("units"), p, settings.seed(), random);
  }

  /// What training finds for some p: (p, singular values in the order of s).
  private Matrix trained(Settings settings, ProgressMonitor watch) {
    Key key = new Key(settings.all("s"), settings.count("units"), 0, settings.seed(), false);
    return paths.get(key, () -> {
      double[][] rows = new double[PATH.length][];
      double[] s = settings.array("s");
      for (int i = 0; i < PATH.length; i++) {
        double from = .8 + .2 * i / PATH.length, to = .8 + .2 * (i + 1) / PATH.length;
        Descent descent = Descent.of(setup(settings, PATH[i], false), PATH_STEPS, watch, from, to);
        LevelledLoads theory = new LevelledLoads(s, key.units, PATH[i]);
        rows[i] = row(PATH[i], ordered(theory, descent.after(PATH_STEPS), s.length));
      }
      return Matrix.generate(rows.length, s.length + 1, (r, c) -> rows[r][c]);
    });
  }

  private static double[] ordered(LevelledLoads theory, LinearNetwork network, int values) {
    double[] sorted = network.singularValues(), ordered = new double[values];
    for (int i = 0; i < values; i++) ordered[i] = theory.rank(i) < sorted.length ? sorted[theory.rank(i)] : 0;
    return ordered;
  }

  private static RegulariserPicture.Run run(Descent descent, LinearNetwork network, int steps) {
    return new RegulariserPicture.Run(list(network.loads()), descent.trail(steps), network.into(), network.outOf());
  }

  private static Matrix path(double[] s, int units) {
    double[][] rows = new double[CURVE][];
    for (int i = 0; i < CURVE; i++) rows[i] = row(i / 100.0, new LevelledLoads(s, units, i / 100.0).left());
    return Matrix.generate(CURVE, s.length + 1, (r, c) -> rows[r][c]);
  }

  private static double[] row(double p, double[] values) {
    return DoubleStream.concat(DoubleStream.of(p), Arrays.stream(values)).toArray();
  }

  private static List<Double> list(double[] values) { return Arrays.stream(values).boxed().toList(); }
}
