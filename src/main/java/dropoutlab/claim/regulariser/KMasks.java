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
import dropoutlab.theory.MaskedGradient;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.Arrays;
import java.util.List;

/// Averaging k masks a step leaves the penalty of dropout and divides its noise by k (Wei, Kakade and Ma 2020).
///
/// The exact side is [MaskedGradient]; the engine measures gradients of batches in which every example stands k times.
public final class KMasks implements Bench {
  static final double[][] X = {{1, 2}, {3, 4}};
  static final double[] Y = {5, 6};
  private static final int STEPS = 12_000, STEPS_OF_OTHERS = 1000, MOST = 64, SHOWN = 400;
  private static final List<Integer> COUNTS = List.of(1, 2, 4, 8, 16, 32, MOST);
  /// The option that is right: 1/k of it.
  private static final double DIVIDED_BY_K = 2;

  private final Remembered<Settings, double[][]> measured = new Remembered<>();
  private final Remembered<Settings, Matrix> others = new Remembered<>();

  @Override public String id() { return "k-masks"; }

  @Override public Group group() { return Group.REGULARISER; }

  @Override public List<Control> controls() {
    return List.of(Control.Rate.p(.5), new Control.Count("k", 1, MOST, 4),
        Control.Numbers.vector("w", -3, 3, .1, 1., 1.), new Control.Clock("steps", 100, STEPS, STEPS));
  }

  @Override public Ask ask(Settings settings) { return new Ask.Choose(4); }

  @Override public Findings find(Settings settings, ProgressMonitor watch) {
    double p = settings.get("p");
    double[] w = settings.array("w");
    int k = settings.count("k"), steps = settings.count("steps");
    Settings timeless = settings.with("steps", STEPS);
    MaskedGradient exact = new MaskedGradient(X, Y, w, p);
    double[][] all = measured.get(timeless, () -> MaskSteps.random(X, Y, w, p, k, STEPS, settings.seed(), watch));
    double[][] gradients = Arrays.copyOf(all, steps);
    Matrix counts = others.get(timeless.with("k", 1), () -> others(w, p, settings.seed(), watch));
    KMasksRows rows = new KMasksRows(exact, gradients, MaskSteps.all(X, Y, w, p), k);
    String conditions = Words.of("claimregulariser.kmasks.conditions", Shown.dropRate(p));
    return new Findings(question(exact, k), conditions, rows.rows(), List.of(List.of(DIVIDED_BY_K)),
        new RegulariserPicture.KMasks(p, k, settings.all("w"), single(exact),
            boxed(exact.mean()), boxed(exact.plain()), table(exact.covariance(), 2),
            table(gradients, Math.min(SHOWN, steps)), steps, exact.noise(1), rows.noise(), counts));
  }

  private static String question(MaskedGradient exact, int k) {
    return Words.count("claimregulariser.kmasks.question", k, Numbers.brief(exact.noise(1)));
  }

  private static Matrix table(double[][] values, int rows) {
    return Matrix.generate(rows, values[0].length, (r, c) -> values[r][c]);
  }

  private static List<Double> boxed(double[] values) { return Arrays.stream(values).boxed().toList(); }

  private static Matrix single(MaskedGradient exact) {
    return Matrix.generate(exact.masks(), 3, (mask, c) -> c == 2 ? exact.probability(mask) : exact.gradientOf(mask)[c]);
  }

  /// What the engine measures with other numbers of masks: (k, noise, mean of either gradient).
  private static Matrix others(double[] w, double p, long seed, ProgressMonitor watch) {
    MaskedGradient exact = new MaskedGradient(X, Y, w, p);
    double[][] rows = new double[COUNTS.size()][];
    for (int i = 0; i < rows.length; i++) {
      double[][] gradients = MaskSteps.random(X, Y, w, p, COUNTS.get(i), STEPS_OF_OTHERS, seed + 1, watch);
      double[] mean = KMasksRows.mean(gradients);
      rows[i] = new double[] {COUNTS.get(i), KMasksRows.noise(gradients, exact.mean()), mean[0], mean[1]};
    }
    return table(rows, rows.length);
  }
}
