package dropoutlab.claim.ensemble;

import dropoutlab.claim.Bench;
import dropoutlab.data.Examples;
import dropoutlab.frame.Matrix;
import dropoutlab.math.Tensor;
import dropoutlab.predict.ProgressMonitor;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;

/// How well averages of k passes answer on new points, measured by the engine: several committees, each of [#MOST] passes
/// of its own, of which the first k are averaged for every k.
final class PassErrors {
  /// The passes of a committee.
  static final int MOST = 200;
  static final int COMMITTEES = 20;

  private final double[][] wrong = new double[COMMITTEES][MOST];
  private final double[][] squares = new double[COMMITTEES][MOST];

  /// The passes follow those of the same predictor from its start on, so that the first committee is what a person saw
  /// drawn.
  static PassErrors of(Thinned network, Examples points, ProgressMonitor watch) {
    PassErrors errors = new PassErrors();
    double[] sums = new double[points.size()];
    Supplier<Tensor> next = network.predictor().passes(points.x(), true);
    for (int pass = 0; pass < COMMITTEES * MOST; pass++) {
      if (pass % 50 == 0) Bench.check(watch);
      if (pass % MOST == 0) Arrays.fill(sums, 0);
      errors.add(next.get(), points, sums, pass / MOST, pass % MOST);
    }
    return errors;
  }

  private void add(Tensor answer, Examples points, double[] sums, int committee, int pass) {
    int errors = 0;
    double square = 0;
    for (int i = 0; i < sums.length; i++) {
      sums[i] += answer.at(i, 1);
      double mean = sums[i] / (pass + 1), away = mean - points.label(i);
      if (mean > .5 != (points.label(i) == 1)) errors++;
      square += away * away;
    }
    wrong[committee][pass] = (double) errors / sums.length;
    squares[committee][pass] = square / sums.length;
  }

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
  Spread wrong(int k) { return Spread.of(COMMITTEES, c -> wrong[c][k - 1]); }

  /// The mean of (answer - truth)² of the average of k passes (Brier 1950).
  Spread squares(int k) { return Spread.of(COMMITTEES, c -> squares[c][k - 1]); }

  /// Returns the share of wrong answers among these, (points x 1).
  static double wrong(Matrix answers, Examples points) {
    int errors = 0;
    for (int i = 0; i < points.size(); i++) if (answers.get(i) > .5 != (points.label(i) == 1)) errors++;
    return (double) errors / points.size();
  }
}
