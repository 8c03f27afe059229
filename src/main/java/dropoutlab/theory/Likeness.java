package dropoutlab.theory;

import dropoutlab.frame.Matrix;
import java.util.Arrays;

/// How alike the units of a layer are: the mean of |r| over all pairs, r being the correlation of their values over the
/// examples.
public final class Likeness {
  /// A unit whose standard deviation is below this share of the largest hardly varies: its r would be rounding alone.
  private static final double HARDLY = .01;
  /// Nothing varies less than this share of its size.
  private static final double NOTHING = 1e-6;

  private Likeness() {}

  /// @param values (examples x units)
  /// @return 0 where no two units vary
  public static double mean(Matrix values) { return meanOf(between(values)); }

  /// Returns the mean of |r| over the pairs for which there is an r.
  public static double meanOf(Matrix r) {
    double sum = 0;
    int pairs = 0;
    for (int u = 0; u < r.rows(); u++)
      for (int v = u + 1; v < r.rows(); v++) {
        if (Double.isNaN(r.at(u, v))) continue;
        sum += Math.abs(r.at(u, v));
        pairs++;
      }
    return pairs == 0 ? 0 : sum / pairs;
  }

  /// Returns r of each two units; NaN where one of them hardly varies, and of a unit with itself.
  public static Matrix between(Matrix values) {
    double[][] z = new double[values.cols()][];
    double[] norms = new double[z.length];
    double largest = NOTHING / HARDLY * Math.max(values.max(), -values.min());
    for (int u = 0; u < z.length; u++) largest = Math.max(largest, norms[u] = norm(z[u] = centred(values, u)));
    double least = HARDLY * largest;
    double[] r = new double[z.length * z.length];
    Arrays.fill(r, Double.NaN);
    for (int u = 0; u < z.length; u++)
      for (int v = u + 1; v < z.length; v++)
        if (Math.min(norms[u], norms[v]) > least)
          r[u * z.length + v] = r[v * z.length + u] = product(z[u], z[v]) / (norms[u] * norms[v]);
    return Matrix.copyOf(r, z.length, z.length);
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
