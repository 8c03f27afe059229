package dropoutlab.data;

import dropoutlab.words.Words;
import java.util.List;

/// Missing values of inputs, which are NaN in raw rows until they are filled.
final class Gaps {
  private Gaps() {}

  /// Returns the mean of the values that each column has.
  ///
  /// @param inputs the names of the columns
  static double[] means(List<double[]> rows, List<String> inputs) {
    double[] means = new double[inputs.size()];
    for (int c = 0; c < means.length; c++) {
      long count = 0;
      for (double[] row : rows)
        if (!Double.isNaN(row[c])) {
          means[c] += row[c];
          count++;
        }
      if (count == 0)
        throw new DataException(Words.of("data.csv.no_mean", InputFiles.quoted(inputs.get(c))));
      means[c] /= count;
    }
    return means;
  }

  /// Fills each gap with the number of its column.
  static void fill(List<double[]> rows, double[] with) {
    for (double[] row : rows)
      for (int c = 0; c < row.length; c++) if (Double.isNaN(row[c])) row[c] = with[c];
  }
}
