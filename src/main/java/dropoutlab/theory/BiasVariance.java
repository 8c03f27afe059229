package dropoutlab.theory;

import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/// What linear regression with dropout on its inputs, without a bias, predicts at x* when its data are drawn again and
/// again: y = Xβ + ε, with ε ~ N(0, σ² I) and the same X. Its weights are `w = H y` with
/// `H = (XᵀX + p/(1-p) diag(XᵀX))⁻¹ Xᵀ` (Srivastava et al. 2014, section 9.1), and so
///
/// - the bias is `x*ᵀ(H X - 1) β`
/// - the variance is `σ² ‖x*ᵀH‖²`
/// - the mean squared error, against x*ᵀβ, is the square of the one plus the other
///
/// Where the matrix is singular its pseudo-inverse takes the place of the inverse: the shortest of all minimisers, which
/// gradient descent from 0 finds.
public final class BiasVariance {
  /// Eigenvalues below this share of the largest count as 0.
  private static final double RANK = 1e-10;

  private final double[] onTargets;
  private final double truth;
  private final double mean;
  private final double variance;

  /// @param x (examples x inputs)
  public BiasVariance(double[][] x, double[] beta, double noise, double[] at, double p) {
    RealMatrix rows = MatrixUtils.createRealMatrix(x);
    onTargets = rows.operate(solved(rows, at, p));
    double[] clean = rows.operate(beta);
    truth = dot(at, beta);
    mean = dot(onTargets, clean);
    variance = noise * noise * dot(onTargets, onTargets);
  }

  /// Solves (XᵀX + p/(1-p) diag(XᵀX)) g = x*.
  private static double[] solved(RealMatrix x, double[] at, double p) {
    RealMatrix system = x.transpose().multiply(x);
    for (int j = 0; j < at.length; j++) system.multiplyEntry(j, j, 1 / (1 - p));
    EigenDecomposition eigen = new EigenDecomposition(system);
    double[] values = eigen.getRealEigenvalues(), along = eigen.getV().preMultiply(at);
    double largest = 0;
    for (double each : values) largest = Math.max(largest, each);
    for (int i = 0; i < along.length; i++) along[i] = values[i] > RANK * largest ? along[i] / values[i] : 0;
    return eigen.getV().operate(along);
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
    return sum;
  }

  /// Returns the prediction of the network that was trained on these targets, x*ᵀH y.
  public double prediction(double... y) { return dot(onTargets, y); }

  /// Returns what is true at x*, without noise.
  public double truth() { return truth; }

  /// Returns the mean of the predictions.
  public double mean() { return mean; }

  public double bias() { return mean - truth; }

  public double squaredBias() { return bias() * bias(); }

  public double variance() { return variance; }

  /// Returns the mean squared error.
  public double error() { return squaredBias() + variance; }
}
