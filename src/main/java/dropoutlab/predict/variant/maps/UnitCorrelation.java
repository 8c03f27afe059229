package dropoutlab.predict.variant.maps;

import dropoutlab.frame.Matrix;

/// How alike the units of a layer are.
public final class UnitCorrelation {
  private UnitCorrelation() {}

  /// Returns the mean of r² over all pairs of units that vary, r being the correlation of their values over the
  /// examples: how much of the variance of a unit another one explains. With n examples, independent units have a mean
  /// of 1/(n - 1), which is taken off: `(r² - 1/(n - 1)) / (1 - 1/(n - 1))`.
  ///
  /// @param values (examples x units)
  public static double meanR2(Matrix values) {
    int n = values.rows(), units = values.cols();
    double[][] z = new double[units][];
    for (int u = 0; u < units; u++) z[u] = standardised(values, u);
    double sum = 0;
    int pairs = 0;
    for (int u = 0; u < units; u++)
      for (int v = u + 1; v < units; v++) {
        if (z[u] == null || z[v] == null) continue;
        double r = 0;
        for (int i = 0; i < n; i++) r += z[u][i] * z[v][i];
        sum += r * r;
        pairs++;
      }
    if (pairs == 0 || n < 3) return 0;
    double chance = 1.0 / (n - 1);
    return Math.max(0, (sum / pairs - chance) / (1 - chance));
  }

  /// Returns a column with mean 0 and a sum of squares of 1; null if it does not vary.
  private static double[] standardised(Matrix values, int column) {
    int n = values.rows();
    double mean = 0, squares = 0;
    for (int i = 0; i < n; i++) mean += values.at(i, column) / n;
    double[] z = new double[n];
    for (int i = 0; i < n; i++) {
      z[i] = values.at(i, column) - mean;
      squares += z[i] * z[i];
    }
    if (squares <= 1e-12 * n * mean * mean || squares == 0) return null;
    for (int i = 0; i < n; i++) z[i] /= Math.sqrt(squares);
    return z;
  }
}
