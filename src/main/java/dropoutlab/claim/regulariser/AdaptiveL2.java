package dropoutlab.claim.regulariser;

import dropoutlab.claim.Ask;
import dropoutlab.claim.Bench;
import dropoutlab.claim.Control;
import dropoutlab.claim.Group;
import dropoutlab.claim.Remembered;
import dropoutlab.claim.Settings;
import dropoutlab.claim.SinglePrecision;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.bench.Comparison;
import dropoutlab.frame.bench.Findings;
import dropoutlab.frame.bench.RegulariserPicture;
import dropoutlab.frame.bench.Side;
import dropoutlab.frame.bench.Tolerance;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.theory.LinearPenalty;
import dropoutlab.theory.LogisticPenalty;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.Arrays;
import java.util.List;

/// On a linear model dropout is an L2 penalty that weighs every input by its own scale (Srivastava et al. 2014, section
/// 9.1; Wager, Wang and Liang 2013). The exact side is the closed form of [LinearPenalty], the engine's is its training
/// on all four masks of two inputs.
public final class AdaptiveL2 implements Bench {
  private static final int STEPS = 8000;
  /// The p of the curves, and those of the trainings on them.
  private static final int CURVE = 96;
  private static final int TRAININGS = 10;
  /// The example of the quadratic approximation: three inputs and weights.
  private static final double[] EXAMPLE = {1, -2, .5}, WEIGHTS = {.8, .3, -1};
  private static final double LEAST = 2e-6;

  private final Remembered<List<List<Double>>, Matrix> paths = new Remembered<>();

  @Override public String id() { return "adaptive-l2"; }

  @Override public Group group() { return Group.REGULARISER; }

  @Override public List<Control> controls() {
    return List.of(Control.Rate.p(.5), new Control.Numbers("x", -6, 6, .1, 2, List.of(1., 2., 3., 4.)),
        Control.Numbers.vector("y", -10, 10, .1, 5., 6.), Control.Numbers.one("scale", .2, 5, .1, 1),
        new Control.Clock("steps", 1, STEPS, STEPS));
  }

  @Override public Ask ask(Settings settings) {
    double plain = LinearPenalty.dropout(x(settings, 1), settings.array("y"), 0).weights()[1];
    double least = Math.floor(Math.min(0, plain)), most = Math.ceil(Math.max(.5, plain));
    return Ask.Place.one(least, most, .01 * Math.ceil((most - least) / 5));
  }

  /// The data, with column 2 times its scale and `times`.
  private static double[][] x(Settings settings, double times) {
    double[] x = settings.array("x");
    double scale = settings.get("scale") * times;
    return new double[][] {{x[0], x[1] * scale}, {x[2], x[3] * scale}};
  }

  @Override public Findings find(Settings settings, ProgressMonitor watch) {
    double p = settings.get("p");
    double[] y = settings.array("y");
    double[][] x = x(settings, 1), doubled = x(settings, 2);
    LinearPenalty theory = LinearPenalty.dropout(x, y, p), twice = LinearPenalty.dropout(doubled, y, p);
    int steps = settings.count("steps");
    LinearTraining training = new LinearTraining(x, y, p, theory.steepest()).train(steps, watch);
    LinearTraining other = new LinearTraining(doubled, y, p, twice.steepest()).train(steps, watch);
    double[] w = theory.weights();
    double w2 = training.weights()[1], again = 2 * other.weights()[1];
    return new Findings(question(theory, x, y, p), Words.of("claimregulariser.l2.conditions", Shown.dropRate(p)),
        List.of(weight(Words.of("claimregulariser.l2.second"), w[1], w2, theory, training, 1, steps).hidden(),
            weight(Words.of("claimregulariser.l2.first"), w[0], training.weights()[0], theory, training, 1, steps),
            weight(Words.of("claimregulariser.l2.doubled"), w[1], again, twice, other, 2, steps).hidden(),
            loss(theory, w, y, training), logistic(p)),
        List.of(List.of(w[1])), picture(settings, theory, x, w, training, watch));
  }

  private static String question(LinearPenalty theory, double[][] x, double[] y, double p) {
    double[] plain = LinearPenalty.dropout(x, y, 0).weights();
    return Words.of("claimregulariser.l2.question", Numbers.brief(plain[0]), Numbers.brief(plain[1]),
        Shown.dropRate(p));
  }

  /// A weight comes to rest where a step is less than half a unit in its last place. A gradient as small as `least` of
  /// the flattest direction then means a distance of at most `most`.
  private static Comparison weight(String what, double exact, double engine, LinearPenalty theory,
                                   LinearTraining training, double times, int steps) {
    double flattest = theory.flattest(), size = Arrays.stream(theory.weights()).map(Math::abs).max().orElse(0);
    double spread = flattest > 0 ? theory.steepest() / flattest : 1;
    double most = Math.max(LEAST, 0x1.0p-22 * size * spread);
    return Comparison.of(what, new Side(exact, Words.of("claimregulariser.l2.closed")),
        new Side(engine, Words.count("claimregulariser.steps", steps)),
        new Tolerance.Trained(times * most, training.greatestGradient(), 2 * flattest * most));
  }

  private static Comparison loss(LinearPenalty theory, double[] w, double[] y, LinearTraining training) {
    double exact = theory.error(w) + theory.penalty(w), squares = Arrays.stream(y).map(each -> each * each).sum();
    double most = Math.max(LEAST, 0x1.0p-21 * (exact + squares));
    double gradient = training.greatestGradient();
    // Below its least value the loss is flat: the distance counts squared.
    return Comparison.of(Words.of("claimregulariser.l2.loss"),
        new Side(exact, Words.of("claimregulariser.l2.by_penalty")),
        new Side(training.loss(), Words.count("claimregulariser.masks", 4)),
        new Tolerance.Trained(most, gradient, Math.sqrt(2 * theory.flattest() * most)));
  }

  private static Comparison logistic(double p) {
    double[] terms = new double[WEIGHTS.length];
    for (int j = 0; j < terms.length; j++) terms[j] = WEIGHTS[j] * EXAMPLE[j];
    double quadratic = LogisticPenalty.quadratic(terms, p), exact = LogisticPenalty.of(terms, p) - quadratic;
    double engine = MaskedLogit.penalty(WEIGHTS, EXAMPLE, p) - quadratic;
    double most = MaskedLogit.rounding(WEIGHTS, EXAMPLE, p);
    return Comparison.of(Words.of("claimregulariser.l2.logistic"),
        new Side(exact, Words.count("claimregulariser.masks", 8)),
        new Side(engine, Words.of("claimregulariser.on_off")),
        SinglePrecision.difference(exact, most));
  }

  private RegulariserPicture.AdaptiveL2 picture(Settings settings, LinearPenalty theory, double[][] x, double[] w,
                                                LinearTraining training, ProgressMonitor watch) {
    double p = settings.get("p");
    double[] y = settings.array("y");
    List<List<Double>> data = List.of(settings.all("x"), settings.all("y"), settings.all("scale"));
    Matrix trained = paths.get(data, () -> trained(x, y, watch));
    return new RegulariserPicture.AdaptiveL2(p, settings.get("scale"), Matrix.generate(2, 2, (r, c) -> x[r][c]),
        settings.all("y"), list(theory.penalties()), list(LinearPenalty.dropout(x, y, 0).weights()), list(w),
        theory.error(w), curve(each -> LinearPenalty.dropout(x, y, each).weights()), trained,
        curve(each -> ridge(x, y, each)), list(ridge(x, y, p)), training.trail());
  }

  private static double[] ridge(double[][] x, double[] y, double p) {
    double mean = Arrays.stream(LinearPenalty.dropout(x, y, p).penalties()).average().orElse(0);
    return LinearPenalty.ridge(x, y, mean).weights();
  }

  private interface Weights {
    double[] at(double p);
  }

  private static Matrix curve(Weights weights) {
    double[][] rows = new double[CURVE][];
    for (int i = 0; i < CURVE; i++) rows[i] = row(i / 100.0, weights.at(i / 100.0));
    return Matrix.generate(CURVE, 3, (r, c) -> rows[r][c]);
  }

  private static Matrix trained(double[][] x, double[] y, ProgressMonitor watch) {
    double[][] rows = new double[TRAININGS][];
    for (int i = 0; i < TRAININGS; i++) {
      double p = (double) i / TRAININGS, steepest = LinearPenalty.dropout(x, y, p).steepest();
      rows[i] = row(p, new LinearTraining(x, y, p, steepest).train(STEPS, watch).weights());
    }
    return Matrix.generate(TRAININGS, 3, (r, c) -> rows[r][c]);
  }

  private static double[] row(double p, double[] w) { return new double[] {p, w[0], w[1]}; }

  private static List<Double> list(double[] values) { return Arrays.stream(values).boxed().toList(); }
}
