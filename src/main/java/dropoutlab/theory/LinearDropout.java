package dropoutlab.theory;

import dropoutlab.data.DataSet;
import dropoutlab.data.Examples;
import dropoutlab.data.Schema;
import dropoutlab.frame.Matrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/// Linear regression y ≈ Σ_j m_j x_j w_j + b with inverted dropout on its inputs: masks m_j of 0 or 1/(1-p), squared
/// error. Its result is known without training, in double precision:
///
/// - the expected loss is Σ_i (y_i - x_i·w - b)² + p/(1-p) Σ_ij x_ij² w_j² (Srivastava et al. 2014, section 9.1, in
///   inverted scaling)
/// - its minimiser is w = (X_cᵀX_c + p/(1-p) diag(XᵀX))⁻¹ X_cᵀy_c, where X_c and y_c are centred, because the bias b is
///   neither dropped nor penalised
/// - the variance of the passes at x* is p/(1-p) Σ_j x*_j² w_j²
///
/// Repeating the data k times multiplies every sum by k, and changes neither w nor the variance.
public final class LinearDropout {
  private final double p;
  private final double[] weights;

  private LinearDropout(double p, double[] weights) {
    this.p = p;
    this.weights = weights;
  }

  /// Returns the minimiser on the training data, in their standardised units.
  public static LinearDropout of(DataSet data, double p) {
    Examples train = data.train();
    double[][] x = new double[train.size()][train.x().cols()];
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x[i].length; j++) x[i][j] = train.x().at(i, j);
      y[i] = train.y().at(i, 0);
    }
    return of(x, y, p);
  }

  /// Returns the minimiser on rows `x` with targets `y`. Throws an [IllegalArgumentException] for p outside [0, 1).
  public static LinearDropout of(double[][] x, double[] y, double p) {
    if (!(p >= 0 && p < 1)) throw new IllegalArgumentException("p must be in [0, 1), but is " + p + ".");
    int inputs = x[0].length;
    double[][] system = new double[inputs + 1][inputs + 1];
    double[] right = new double[inputs + 1];
    for (int i = 0; i < x.length; i++) addRow(system, right, x[i], y[i]);
    for (int j = 0; j < inputs; j++) system[j][j] /= 1 - p;
    RealMatrix matrix = MatrixUtils.createRealMatrix(system);
    double[] weights = new LUDecomposition(matrix).getSolver().solve(MatrixUtils.createRealVector(right)).toArray();
    return new LinearDropout(p, weights);
  }

  /// Adds the contribution of an example to the normal equations; the bias is the last column, of ones.
  private static void addRow(double[][] system, double[] right, double[] x, double y) {
    for (int j = 0; j <= x.length; j++) {
      double xj = j < x.length ? x[j] : 1;
      for (int k = 0; k <= x.length; k++) system[j][k] += xj * (k < x.length ? x[k] : 1);
      right[j] += xj * y;
    }
  }

  /// Returns a weight for each input, then the bias.
  public double[] weights() { return weights.clone(); }

  /// Returns the standard deviation of the passes at `x`, in the units of the examples.
  public double sd(double[] x) {
    double sum = 0;
    for (int j = 0; j < x.length; j++) sum += x[j] * x[j] * weights[j] * weights[j];
    return Math.sqrt(p / (1 - p) * sum);
  }

  /// Returns the same at a place in the user's units, (1 x inputs), in the target's unit.
  public double sd(Matrix at, Schema schema) {
    double[] x = new double[at.cols()];
    for (int j = 0; j < x.length; j++) x[j] = schema.inputScaling().toScaled(j, at.get(j));
    return sd(x) * schema.targetScaling().sd().getFirst();
  }
}
