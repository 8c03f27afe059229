package dropoutlab.theory;

import dropoutlab.frame.Matrix;

/// How alike the units of a layer are: the mean of |r| over all pairs, r being the correlation of their values over the
/// examples.
public final class Likeness {
  /// A unit whose standard deviation is below this share of the largest hardly varies: its r would be rounding alone.
  private static final double HARDLY = .01;

  private Likeness() {}

  /// @param values (examples x units)
  /// @return 0 where no two units vary
  public static double mean(Matrix values) {
    double[][] z = new double[values.cols()][];
    double largest = 0;
    for (int u = 0; u < z.length; u++) largest = Math.max(largest, norm(z[u] = centred(values, u)));
    double sum = 0;
    int pairs = 0;
    for (int u = 0; u < z.length; u++)
      for (int v = u + 1; v < z.length; v++) {
        if (!(Math.min(norm(z[u]), norm(z[v])) > HARDLY * largest)) continue;
        sum += Math.abs(product(z[u], z[v])) / (norm(z[u]) * norm(z[v]));
        pairs++;
      }
    return pairs == 0 ? 0 : sum / pairs;
  }

  private static double[] centred(Matrix values, int column) {
    double mean = 0;
    for (int i = 0; i < values.rows(); i++) mean += values.at(i, column) / values.rows();
    double[] centred = new double[values.rows()];
    for (int i = 0; i < centred.length; i++) centred[i] = values.at(i, column) - mean;
    return centred;
  }

  private static double norm(double[] a) { return Math.sqrt(product(a, a)); }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
    return sum;
  }
}
