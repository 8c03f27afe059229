package dropoutlab.claim.regulariser;

import dropoutlab.claim.Ask;
import dropoutlab.claim.Bench;
import dropoutlab.claim.Control;
import dropoutlab.claim.Group;
import dropoutlab.claim.Settings;
import dropoutlab.claim.SinglePrecision;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.bench.Comparison;
import dropoutlab.frame.bench.Findings;
import dropoutlab.frame.bench.RegulariserPicture;
import dropoutlab.frame.bench.Side;
import dropoutlab.frame.bench.Tolerance;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.theory.LogisticPenalty;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// For logistic regression the penalty can fall while a weight grows (Helmbold and Long, JMLR 2015). The exact side is
/// [LogisticPenalty] over all four masks of two inputs, the engine's the loss of its layers with masks on less that
/// with masks off.
public final class FallingPenalty implements Bench {
  /// The weights 2 at which a person draws: 0, ½, 1, ...
  private static final List<Double> PLACES = IntStream.range(0, 7).mapToObj(i -> i / 2.0).toList();
  private static final int MAP = 64, POINTS = 161, ENGINE = 21;
  private static final double LEAST = -1, MOST = 4;
  /// As good as without end: e to the power of -64 is 0 beside any float.
  private static final double ENDLESS = 64;

  @Override public String id() { return "falling-penalty"; }

  @Override public Group group() { return Group.REGULARISER; }

  @Override public List<Control> controls() {
    return List.of(Control.Rate.p(.5), Control.Numbers.vector("w", -8, 8, .05, 1., .5),
        Control.Numbers.vector("x", -3, 3, .1, 1., 1.));
  }

  @Override public Ask ask(Settings settings) {
    double most = highest(settings.get("p"), settings.array("w"), settings.array("x"));
    return new Ask.Draw(PLACES.size(), 0, most, most / 100, false);
  }

  private static double highest(double p, double[] w, double[] x) {
    double highest = PLACES.stream().mapToDouble(w2 -> exact(w[0], w2, x, p)).max().orElse(0);
    return Math.max(.05, Math.ceil(30 * highest) / 20);
  }

  private static double exact(double w1, double w2, double[] x, double p) {
    return LogisticPenalty.of(new double[] {w1 * x[0], w2 * x[1]}, p);
  }

  @Override public Findings find(Settings settings, ProgressMonitor watch) {
    Bench.check(watch);
    double p = settings.get("p");
    double[] w = settings.array("w"), x = settings.array("x"), alone = {w[0], 0};
    double least = LogisticPenalty.least(w2 -> exact(w[0], w2, x, p), Math.min(LEAST, w[1]), Math.max(MOST, w[1]));
    double[] there = {w[0], least};
    Comparison here = penalty(Words.of("claimregulariser.falling.here", Numbers.brief(w[0]), Numbers.brief(w[1])), w,
        x, p);
    Comparison before = penalty(Words.of("claimregulariser.falling.alone"), alone, x, p);
    return new Findings(Words.of("claimregulariser.falling.question", Shown.dropRate(p), Numbers.brief(w[0])),
        Words.of("claimregulariser.falling.conditions", Shown.dropRate(p)),
        List.of(here.hidden(), before, change(before, here, w[1]).hidden(),
            penalty(Words.of("claimregulariser.falling.least", Numbers.fixed(least, 4)), there, x, p).hidden(),
                endless(p)),
        List.of(PLACES.stream().map(w2 -> exact(w[0], w2, x, p)).toList()), picture(p, w, x, there, watch));
  }

  private static Comparison penalty(String what, double[] w, double[] x, double p) {
    return Comparison.of(what, new Side(exact(w[0], w[1], x, p), Words.count("claimregulariser.masks", 4)),
        new Side(MaskedLogit.penalty(w, x, p), Words.of("claimregulariser.on_off")),
        new Tolerance.Rounding(MaskedLogit.rounding(w, x, p)));
  }

  private static Comparison change(Comparison before, Comparison after, double w2) {
    double exact = after.exact().value() - before.exact().value(),
        engine = after.engine().value() - before.engine().value();
    double most = before.tolerance().most() + after.tolerance().most();
    return Comparison.of(Words.of("claimregulariser.falling.change", Numbers.brief(w2)),
        new Side(exact, before.exact().how()),
        new Side(engine, before.engine().how()),
        SinglePrecision.difference(exact, most));
  }

  /// One weight that grows without end.
  private static Comparison endless(double p) {
    double[] w = {ENDLESS}, x = {1};
    return Comparison.of(Words.of("claimregulariser.falling.endless"),
        new Side(p * StrictMath.log(2), Words.of("claimregulariser.falling.limit")),
        new Side(MaskedLogit.penalty(w, x, p), Words.of("claimregulariser.falling.at", Numbers.brief(ENDLESS))),
        new Tolerance.Rounding(MaskedLogit.rounding(w, x, p)));
  }

  private static RegulariserPicture.FallingPenalty picture(double p, double[] w, double[] x, double[] least,
                                                           ProgressMonitor watch) {
    double reach = Math.max(MOST, 1.1 * Math.max(Math.abs(w[0]), Math.abs(w[1])));
    double[][] map = new double[MAP][MAP];
    for (int r = 0; r < MAP; r++) {
      Bench.check(watch);
      for (int c = 0; c < MAP; c++) map[r][c] = exact(centre(c, reach), centre(r, reach), x, p);
    }
    double from = Math.min(LEAST, w[1]), to = Math.max(MOST, w[1]);
    double[] terms = {w[0] * x[0], w[1] * x[1]};
    return new RegulariserPicture.FallingPenalty(p, list(w), list(x), exact(w[0], w[1], x, p),
        Matrix.generate(MAP, MAP, (r, c) -> map[r][c]), reach,
        curve(POINTS, from, to, w2 -> exact(w[0], w2, x, p)),
        curve(ENGINE, from, to, w2 -> MaskedLogit.penalty(new double[] {w[0], w2}, x, p)), PLACES,
        highest(p, w, x), List.of(least[1], exact(least[0], least[1], x, p)),
        List.of(LogisticPenalty.flat(new double[] {x[0]}, p), LogisticPenalty.flat(new double[] {x[1]}, p)),
        losses(p, terms), LogisticPenalty.loss(terms));
  }

  private static Matrix losses(double p, double[] terms) {
    return Matrix.generate(1 << terms.length, 2, (mask, column) -> column == 0
        ? LogisticPenalty.probability(mask, terms.length, p) : LogisticPenalty.loss(mask, terms, p));
  }

  private static double centre(int cell, double reach) { return reach * (2 * (cell + .5) / MAP - 1); }

  private interface Curve {
    double at(double w2);
  }

  private static Matrix curve(int points, double from, double to, Curve curve) {
    double[] rows = new double[2 * points];
    for (int i = 0; i < points; i++) {
      rows[2 * i] = from + (to - from) * i / (points - 1);
      rows[2 * i + 1] = curve.at(rows[2 * i]);
    }
    return Matrix.copyOf(rows, points, 2);
  }

  private static List<Double> list(double[] values) { return DoubleStream.of(values).boxed().toList(); }
}
