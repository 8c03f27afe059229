package dropoutlab.predict;

import dropoutlab.frame.Matrix;
import dropoutlab.math.Elementary;
import dropoutlab.math.Tensor;
import java.util.function.IntToDoubleFunction;

/// Gathers the mean, variance, entropies and votes of passes, in double precision and in the order of the passes
/// (Welford 1962).
final class PassMoments {
  private final int rows;
  private final int columns;
  private final boolean classes;
  private final double[] mean;
  private final double[] squares;
  private final double[] entropies;
  private final double[] terms;
  private final int[] votes;
  private double[] aleatoric = new double[0];
  private int passes;

  PassMoments(int rows, int columns, boolean classes) {
    this.rows = rows;
    this.columns = columns;
    this.classes = classes;
    mean = new double[rows * columns];
    squares = new double[rows * columns];
    entropies = new double[classes ? rows : 0];
    terms = new double[classes ? rows * columns : 0];
    votes = new int[classes ? rows * columns : 0];
  }

  /// Adds one pass: `answer` is (rows x columns), not modified.
  void add(Tensor answer) {
    passes++;
    addValues(answer.data(), mean, squares, mean.length, passes);
    if (classes) addClasses(answer);
  }

  private static void addValues(float[] values, double[] mean, double[] squares, int count, double passes) {
    for (int i = 0; i < count; i++) {
      double value = values[i], before = value - mean[i], now = mean[i] + before / passes;
      mean[i] = now;
      squares[i] += before * (value - now);
    }
  }

  /// Adds the learnt variances of the pass that was added last.
  void addVariances(IntToDoubleFunction ofRow) {
    if (aleatoric.length == 0) aleatoric = new double[rows];
    for (int r = 0; r < rows; r++) aleatoric[r] += ofRow.applyAsDouble(r);
  }

  private void addClasses(Tensor probabilities) {
    Elementary.entropyTerms(probabilities, terms);
    float[] values = probabilities.data();
    for (int r = 0; r < rows; r++) {
      int first = r * columns, best = first;
      double entropy = terms[first];
      for (int i = first + 1; i < first + columns; i++) {
        entropy += terms[i];
        best = values[i] > values[best] ? i : best;
      }
      entropies[r] += entropy;
      votes[best]++;
    }
  }

  Predictive result() {
    Matrix means = Matrix.copyOf(mean, rows, columns);
    Matrix variances = Matrix.generate(rows, columns, (r, c) -> squares[r * columns + c] / passes);
    if (!classes) {
      Matrix learnt = aleatoric.length == 0 ? Matrix.EMPTY : Matrix.generate(rows, 1, (r, _) -> aleatoric[r] / passes);
      return new Predictive(passes, means, variances, learnt, Matrix.EMPTY, Matrix.EMPTY, Matrix.EMPTY);
    }
    return new Predictive(passes, means, variances, Matrix.EMPTY, Matrix.generate(rows, 1, (r, _) -> entropy(r)),
        Matrix.generate(rows, 1, (r, _) -> Math.max(0, entropy(r) - entropies[r] / passes)),
        Matrix.generate(rows, 1, (r, _) -> 1 - mode(r) / (double) passes));
  }

  private double entropy(int row) {
    double sum = 0;
    for (int c = 0; c < columns; c++) sum += Elementary.entropyTerm(mean[row * columns + c]);
    return sum;
  }

  private int mode(int row) {
    int most = 0;
    for (int c = 0; c < columns; c++) most = Math.max(most, votes[row * columns + c]);
    return most;
  }
}
