package dropoutlab.claim.ensemble;

import dropoutlab.claim.Bench;
import dropoutlab.data.Examples;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.bench.EnsemblePicture.Errors;
import dropoutlab.math.Tensor;
import dropoutlab.predict.ProgressMonitor;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;

/// How well averages of k passes answer on new points, measured by the engine: several committees, each of [#MOST] passes
/// of its own, of which the first k are averaged for every k.
final class PassErrors {
  /// The passes of a committee.
  static final int MOST = 200;
  /// What is drawn of them.
  private static final int[] AVERAGED = {1, 2, 3, 5, 7, 10, 14, 20, 30, 50, 70, 100, 140, 200};

  private final int committees;
  private final double[][] wrong;
  private final double[][] squares;
  private final double[] alone;
  private final double[] aloneSquares;

  private PassErrors(int committees) {
    this.committees = committees;
    wrong = new double[committees][MOST];
    squares = new double[committees][MOST];
    alone = new double[committees * MOST];
    aloneSquares = new double[alone.length];
  }

  /// The passes follow those of the same predictor from its start on, so that the first committee is what a person saw
  /// drawn.
  static PassErrors of(Thinned network, Examples points, int committees, ProgressMonitor watch) {
    PassErrors errors = new PassErrors(committees);
    double[] sums = new double[points.size()];
    Supplier<Tensor> next = network.predictor().passes(points.x(), true);
    for (int pass = 0; pass < committees * MOST; pass++) {
      if (pass % 50 == 0) Bench.check(watch);
      if (pass % MOST == 0) Arrays.fill(sums, 0);
      errors.add(next.get(), points, sums, pass / MOST, pass % MOST);
    }
    return errors;
  }

  private void add(Tensor answer, Examples points, double[] sums, int committee, int pass) {
    int at = committee * MOST + pass, n = sums.length;
    for (int i = 0; i < n; i++) {
      double truth = points.label(i), one = answer.at(i, 1);
      sums[i] += one;
      double mean = sums[i] / (pass + 1);
      alone[at] += isWrong(one, truth) / n;
      aloneSquares[at] += (one - truth) * (one - truth) / n;
      wrong[committee][pass] += isWrong(mean, truth) / n;
      squares[committee][pass] += (mean - truth) * (mean - truth) / n;
    }
  }

  private static double isWrong(double answer, double truth) { return answer > .5 == (truth == 1) ? 0 : 1; }

  /// The mean over the committees, and their standard deviation (1 / (committees - 1)).
  record Spread(double mean, double sd) {
    static Spread of(int count, IntToDoubleFunction value) {
      double sum = 0, squares = 0;
      for (int i = 0; i < count; i++) sum += value.applyAsDouble(i);
      double mean = sum / count;
      for (int i = 0; i < count; i++) squares += (value.applyAsDouble(i) - mean) * (value.applyAsDouble(i) - mean);
      return new Spread(mean, Math.sqrt(squares / (count - 1)));
    }

    /// The standard error of the mean.
    double se(int count) { return sd / Math.sqrt(count); }
  }

  /// The share of wrong answers of the average of k passes.
  Spread wrong(int k) { return Spread.of(committees, c -> wrong[c][k - 1]); }

  /// The mean of (answer - truth)² of the average of k passes (Brier 1950).
  Spread squares(int k) { return Spread.of(committees, c -> squares[c][k - 1]); }

  /// The same of one pass alone, over all passes.
  Spread wrongAlone() { return Spread.of(alone.length, i -> alone[i]); }

  Spread squaresAlone() { return Spread.of(aloneSquares.length, i -> aloneSquares[i]); }

  /// Wrong answers against some numbers of passes.
  Errors wrongAgainstPasses(double off, int points) { return against(this::wrong, off, points); }

  /// The mean squares against the same.
  Errors squaresAgainstPasses(double off, int points) { return against(this::squares, off, points); }

  private static Errors against(IntFunction<Spread> of, double off, int points) {
    return new Errors(row(i -> AVERAGED[i]), row(i -> of.apply(AVERAGED[i]).mean()), row(i -> of.apply(AVERAGED[i]).sd()), off, points);
  }

  private static Matrix row(IntToDoubleFunction value) {
    return Matrix.generate(1, AVERAGED.length, (_, i) -> value.applyAsDouble(i));
  }

  int passes() { return alone.length; }

  int committees() { return committees; }

  /// Returns the share of wrong answers among these, one a point.
  static double wrong(Matrix answers, Examples points) { return mean(points, i -> isWrong(answers.get(i), points.label(i))); }

  /// Returns their mean of (answer - truth)².
  static double squares(Matrix answers, Examples points) {
    return mean(points, i -> (answers.get(i) - points.label(i)) * (answers.get(i) - points.label(i)));
  }

  private static double mean(Examples points, IntToDoubleFunction value) {
    double sum = 0;
    for (int i = 0; i < points.size(); i++) sum += value.applyAsDouble(i);
    return sum / points.size();
  }
}
