package dropoutlab.predict;

import dropoutlab.frame.Table;
import dropoutlab.math.Tensor;
import java.util.function.IntToDoubleFunction;

/// Gathers mean, variance, entropies and votes of passes, in double and in the order of the passes (Welford 1962).
final class Moments {
  private final int rows;
  private final int columns;
  private final boolean classes;
  private final double[] mean;
  private final double[] squares;
  private final double[] entropies;
  private final int[] votes;
  private double[] aleatoric = new double[0];
  private int passes;

  Moments(int rows, int columns, boolean classes) {
    this.rows = rows;
    this.columns = columns;
    this.classes = classes;
    mean = new double[rows * columns];
    squares = new double[rows * columns];
    entropies = new double[classes ? rows : 0];
    votes = new int[classes ? rows * columns : 0];
  }

  /// Adds one pass: `answer` is (rows x columns), not modified.
  void add(Tensor answer) {
    passes++;
    float[] values = answer.data();
    for (int i = 0; i < mean.length; i++) {
      double before = values[i] - mean[i];
      mean[i] += before / passes;
      squares[i] += before * (values[i] - mean[i]);
    }
    if (classes) addClasses(values);
  }

  /// Adds the learnt variances of the pass that was added last.
  void addVariances(IntToDoubleFunction ofRow) {
    if (aleatoric.length == 0) aleatoric = new double[rows];
    for (int r = 0; r < rows; r++) aleatoric[r] += ofRow.applyAsDouble(r);
  }

  private void addClasses(float[] values) {
    for (int r = 0; r < rows; r++) {
      int best = 0;
      double entropy = 0;
      for (int c = 0; c < columns; c++) {
        float probability = values[r * columns + c];
        entropy += Entropy.term(probability);
        if (probability > values[r * columns + best]) best = c;
      }
      entropies[r] += entropy;
      votes[r * columns + best]++;
    }
  }

  Predictive result() {
    Table means = Table.generate(rows, columns, (r, c) -> (float) mean[r * columns + c]);
    Table variances = Table.generate(rows, columns, (r, c) -> (float) (squares[r * columns + c] / passes));
    if (!classes) {
      Table learnt = aleatoric.length == 0 ? Table.EMPTY
          : Table.generate(rows, 1, (r, _) -> (float) (aleatoric[r] / passes));
      return new Predictive(passes, means, variances, learnt, Table.EMPTY, Table.EMPTY, Table.EMPTY);
    }
    return new Predictive(passes, means, variances, Table.EMPTY, Table.generate(rows, 1, (r, _) -> (float) entropy(r)),
        Table.generate(rows, 1, (r, _) -> (float) Math.max(0, entropy(r) - entropies[r] / passes)),
        Table.generate(rows, 1, (r, _) -> (float) (1 - mode(r) / (double) passes)));
  }

  private double entropy(int row) {
    double sum = 0;
    for (int c = 0; c < columns; c++) sum += Entropy.term(mean[row * columns + c]);
    return sum;
  }

  private int mode(int row) {
    int most = 0;
    for (int c = 0; c < columns; c++) most = Math.max(most, votes[row * columns + c]);
    return most;
  }
}
