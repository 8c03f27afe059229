package dropoutlab.claim.ensemble;

import dropoutlab.claim.Bench;
import dropoutlab.data.Examples;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.bench.EnsemblePicture.Errors;
import dropoutlab.math.Tensor;
import dropoutlab.predict.ProgressMonitor;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;

/// How well averages of k passes answer on new points, measured by the engine: of many passes the first k are one
/// committee, the next k another, and so on.
///
/// @param answers (passes x points)
record PassErrors(Matrix answers, Examples points) {
  /// The largest k.
  static final int MOST = 200;
  /// What is drawn.
  private static final int[] AVERAGED = {1, 2, 3, 5, 7, 10, 14, 20, 30, 50, 70, 100, 140, 200};
  private static final DoubleBinaryOperator WRONG = (answer, truth) -> answer > .5 == (truth == 1) ? 0 : 1;
  private static final DoubleBinaryOperator SQUARE = (answer, truth) -> (answer - truth) * (answer - truth);

  /// The passes are those of the network's predictor from its start on, and so the first of them are what a person saw
  /// drawn.
  static PassErrors of(Thinned network, Examples points, int passes, ProgressMonitor watch) {
    float[] answers = new float[passes * points.size()];
    Supplier<Tensor> next = network.predictor().passes(points.x(), true);
    for (int pass = 0; pass < passes; pass++) {
      if (pass % 50 == 0) Bench.check(watch);
      Tensor answer = next.get();
      for (int i = 0; i < points.size(); i++) answers[pass * points.size() + i] = answer.at(i, 1);
    }
    return new PassErrors(Matrix.copyOf(answers, passes, points.size()), points);
  }

  /// The mean over some committees, and their standard deviation (1 / (committees - 1)).
  record Spread(int committees, double mean, double sd) {
    private static Spread of(double[] each) {
      double mean = Arrays.stream(each).sum() / each.length;
      double squares = Arrays.stream(each).map(one -> (one - mean) * (one - mean)).sum();
      return new Spread(each.length, mean, Math.sqrt(squares / (each.length - 1)));
    }

    /// The standard error of the mean.
    double se() { return sd / Math.sqrt(committees); }
  }

  /// The share of wrong answers of the average of k passes.
  Spread wrong(int k) { return of(k, WRONG); }

  /// The mean of (answer - truth)² of the average of k passes (Brier 1950).
  Spread squares(int k) { return of(k, SQUARE); }

  private Spread of(int k, DoubleBinaryOperator error) {
    double[] each = new double[answers.rows() / k], sums = new double[points.size()];
    for (int committee = 0; committee < each.length; committee++) {
      Arrays.fill(sums, 0);
      for (int pass = committee * k; pass < (committee + 1) * k; pass++)
        for (int i = 0; i < sums.length; i++) sums[i] += answers.at(pass, i);
      each[committee] = mean(points, i -> sums[i] / k, error);
    }
    return Spread.of(each);
  }

  /// Wrong answers against some numbers of passes.
  Errors wrongAgainstPasses(Matrix off) { return against(this::wrong, wrong(off, points)); }

  /// The mean squares against the same.
  Errors squaresAgainstPasses(Matrix off) { return against(this::squares, squares(off, points)); }

  private Errors against(IntFunction<Spread> error, double off) {
    Spread[] of = Arrays.stream(AVERAGED).mapToObj(error).toArray(Spread[]::new);
    return new Errors(row(i -> AVERAGED[i]), row(i -> of[i].mean), row(i -> of[i].sd), off, points.size());
  }

  private static Matrix row(IntToDoubleFunction value) {
    return Matrix.generate(1, AVERAGED.length, (_, i) -> value.applyAsDouble(i));
  }

  /// Returns the share of wrong answers among these, one a point.
  static double wrong(Matrix answers, Examples points) { return mean(points, answers::get, WRONG); }

  /// Returns their mean of (answer - truth)².
  static double squares(Matrix answers, Examples points) { return mean(points, answers::get, SQUARE); }

  private static double mean(Examples points, IntToDoubleFunction answer, DoubleBinaryOperator error) {
    double sum = 0;
    for (int i = 0; i < points.size(); i++) sum += error.applyAsDouble(answer.applyAsDouble(i), points.label(i));
    return sum / points.size();
  }
}
