package dropoutlab.predict.variant.time;

import dropoutlab.frame.Matrix;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;

/// How long a recurrent layer remembers: after each step, a linear regression reads a number from the state that came in
/// at an early step. The regression is fitted on one half of the examples and scored on the other.
public final class MemoryProbe {
  /// Keeps states that repeat each other apart; small against the variance of a unit.
  private static final double RIDGE = 1e-6;

  private MemoryProbe() {}

  /// Returns R² on the second half after each step, at least 0: 1 where the number is still fully known.
  ///
  /// @param states (examples x steps units), as a [dropoutlab.frame.LayerView.Recurrent] has them
  /// @param stored the number to be read, one per example
  public static List<Double> of(Matrix states, int steps, double[] stored) {
    int units = states.cols() / steps, half = states.rows() / 2;
    if (half < units + 2) throw new IllegalArgumentException(Words.of("variants.probe.few", 2 * (units + 2), states.rows()));
    List<Double> r2 = new ArrayList<>();
    for (int step = 0; step < steps; step++) r2.add(new Fit(states, step * units, units, stored).score());
    return r2;
  }

  /// The regression from the columns `first` to `first + units`, exclusive.
  private record Fit(Matrix states, int first, int units, double[] stored) {
    double score() {
      int half = states.rows() / 2;
      double[] weights = weights(half), answers = new double[stored.length];
      double mean = 0, left = 0, all = 0;
      for (int e = 0; e < half; e++) mean += stored[e] / half;
      for (int e = half; e < stored.length; e++) {
        for (int c = 0; c <= units; c++) answers[e] += weights[c] * at(e, c);
        left += (stored[e] - answers[e]) * (stored[e] - answers[e]);
        all += (stored[e] - mean) * (stored[e] - mean);
      }
      return all == 0 ? 0 : Math.max(0, 1 - left / all);
    }

    /// Solves the normal equations of the first `rows` examples; the last weight is the intercept.
    private double[] weights(int rows) {
      double[][] system = new double[units + 1][units + 1];
      double[] right = new double[units + 1];
      for (int e = 0; e < rows; e++)
        for (int c = 0; c <= units; c++) {
          for (int d = 0; d <= units; d++) system[c][d] += at(e, c) * at(e, d);
          right[c] += at(e, c) * stored[e];
        }
      double trace = 0;
      for (int c = 0; c < units; c++) trace += system[c][c];
      for (int c = 0; c <= units; c++) system[c][c] += RIDGE * (trace / units + 1e-12);
      return new LUDecomposition(MatrixUtils.createRealMatrix(system)).getSolver()
          .solve(MatrixUtils.createRealVector(right)).toArray();
    }

    private double at(int example, int column) { return column == units ? 1 : states.at(example, first + column); }
  }
}
