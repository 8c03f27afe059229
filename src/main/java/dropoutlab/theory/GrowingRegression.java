package dropoutlab.theory;

import java.util.ArrayList;
import java.util.List;

/// Linear regression y ≈ x·w without a bias on ever more examples, with inverted dropout on its inputs or without: the
/// minimiser of [LinearPenalty], by Cholesky's method, so that many sizes of many data sets are solved at once.
///
/// - with dropout: w = (XᵀX + p/(1-p) diag XᵀX)⁻¹ Xᵀy
/// - without, of at least as many examples as inputs: w = (XᵀX)⁻¹ Xᵀy
/// - without, of fewer: of all w that fit them exactly the shortest, w = Xᵀ(XXᵀ)⁻¹ y
public final class GrowingRegression {
  /// A pivot that is a smaller share of its diagonal is rounding.
  private static final double NONE = 1e-14;

  private final int inputs;
  private final List<double[]> rows = new ArrayList<>();
  private final List<Double> targets = new ArrayList<>();
  /// The upper half of XᵀX.
  private final double[][] products;
  private final double[] right;

  public GrowingRegression(int inputs) {
    this.inputs = inputs;
    products = new double[inputs][inputs];
    right = new double[inputs];
  }

  public int examples() { return rows.size(); }

  public List<double[]> rows() { return rows; }

  public List<Double> targets() { return targets; }

  public void add(double[] x, double y) {
    rows.add(x);
    targets.add(y);
    for (int j = 0; j < inputs; j++) {
      addScaled(products[j], x, x[j], j);
      right[j] += y * x[j];
    }
  }

  /// Returns the weights that training ends at. Throws an [IllegalArgumentException] where examples are so dependent
  /// that double precision does not tell.
  public double[] weights(double p) {
    return p == 0 && rows.size() < inputs ? shortest() : solve(p, right);
  }

  /// Returns (XᵀX + p/(1-p) diag XᵀX)⁻¹ b.
  public double[] solve(double p, double[] b) {
    double[][] system = new double[inputs][];
    for (int j = 0; j < inputs; j++) {
      system[j] = products[j].clone();
      system[j][j] /= 1 - p;
    }
    return solve(system, b.clone());
  }

  private double[] shortest() {
    int n = rows.size();
    double[][] system = new double[n][n];
    for (int i = 0; i < n; i++) for (int k = i; k < n; k++) system[i][k] = dot(rows.get(i), rows.get(k));
    double[] a = solve(system, targets.stream().mapToDouble(Double::doubleValue).toArray()), w = new double[inputs];
    for (int i = 0; i < n; i++) addScaled(w, rows.get(i), a[i], 0);
    return w;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
    return sum;
  }

  private static void addScaled(double[] to, double[] x, double factor, int from) {
    for (int i = from; i < to.length; i++) to[i] += factor * x[i];
  }

  /// Solves A x = b of a positive definite A by A = UᵀU; overwrites both. Of A only the upper half is read.
  private static double[] solve(double[][] a, double[] b) {
    int n = b.length;
    double[] diagonal = new double[n];
    for (int k = 0; k < n; k++) diagonal[k] = a[k][k];
    for (int k = 0; k < n; k++) {
      double pivot = a[k][k];
      if (!(pivot > NONE * diagonal[k]))
        throw new IllegalArgumentException("The system is singular: pivot " + k + " is " + pivot);
      double root = Math.sqrt(pivot);
      for (int j = k; j < n; j++) a[k][j] /= root;
      for (int i = k + 1; i < n; i++) addScaled(a[i], a[k], -a[k][i], i);
      b[k] /= root;
      for (int i = k + 1; i < n; i++) b[i] -= a[k][i] * b[k];
    }
    for (int k = n - 1; k >= 0; k--) {
      for (int j = k + 1; j < n; j++) b[k] -= a[k][j] * b[j];
      b[k] /= a[k][k];
    }
    return b;
  }
}
