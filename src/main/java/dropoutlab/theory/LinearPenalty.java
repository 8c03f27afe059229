package dropoutlab.theory;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/// Linear regression y ≈ x·w without a bias, with inverted dropout on its inputs: the mean loss over all masks is
///
/// ‖y - X w‖² + p/(1-p) Σ_j ‖x_j‖² w_j², x_j being column j of X,
///
/// an L2 penalty that weighs each input by its own scale (Srivastava et al. 2014, section 9.1, in inverted scaling).
/// Its least minimiser is w = (XᵀX + p/(1-p) diag XᵀX)⁺ Xᵀy, where ⁺ is the inverse on the directions that the data
/// know.
public final class LinearPenalty {
  /// Directions of less than this share of the greatest curvature are unknown to the data.
  private static final double UNKNOWN = 1e-12;

  private final double[][] x;
  private final double[] y;
  private final double[] penalties;
  private final EigenDecomposition curvature;

  private LinearPenalty(double[][] x, double[] y, double[] penalties) {
    this.x = x;
    this.y = y;
    this.penalties = penalties;
    RealMatrix rows = new Array2DRowRealMatrix(x, false), system = rows.transpose().multiply(rows);
    for (int j = 0; j < penalties.length; j++) system.addToEntry(j, j, penalties[j]);
    curvature = new EigenDecomposition(system);
  }

  /// The penalty of dropout with rate p in [0, 1).
  public static LinearPenalty dropout(double[][] x, double[] y, double p) {
    double[] penalties = new double[x[0].length];
    for (double[] row : x) for (int j = 0; j < row.length; j++) penalties[j] += p / (1 - p) * row[j] * row[j];
    return new LinearPenalty(x, y, penalties);
  }

  /// The same penalty on every weight: ordinary ridge regression.
  public static LinearPenalty ridge(double[][] x, double[] y, double penalty) {
    double[] penalties = new double[x[0].length];
    Arrays.fill(penalties, penalty);
    return new LinearPenalty(x, y, penalties);
  }

  /// What the penalty multiplies the square of each weight by.
  public double[] penalties() { return penalties.clone(); }

  /// The weights with the least loss, and the least such weights where the data leave a choice.
  public double[] weights() {
    double[] right = new double[penalties.length], w = new double[right.length];
    for (int i = 0; i < x.length; i++) for (int j = 0; j < right.length; j++) right[j] += x[i][j] * y[i];
    for (int k = 0; k < w.length; k++) {
      double value = curvature.getRealEigenvalue(k);
      if (!(value > UNKNOWN * steepest())) continue;
      double share = 0;
      for (int j = 0; j < w.length; j++) share += curvature.getEigenvector(k).getEntry(j) * right[j];
      for (int j = 0; j < w.length; j++) w[j] += share / value * curvature.getEigenvector(k).getEntry(j);
    }
    return w;
  }

  /// The squared error with masks off, ‖y - X w‖².
  public double error(double[] w) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double difference = y[i];
      for (int j = 0; j < w.length; j++) difference -= x[i][j] * w[j];
      sum += difference * difference;
    }
    return sum;
  }

  public double penalty(double[] w) {
    double sum = 0;
    for (int j = 0; j < w.length; j++) sum += penalties[j] * w[j] * w[j];
    return sum;
  }

  /// Half the greatest second derivative of the loss.
  public double steepest() {
    double most = 0;
    for (double value : curvature.getRealEigenvalues()) most = Math.max(most, value);
    return most;
  }

  /// Half the least second derivative in a direction that the data know; 0 where they know none.
  public double flattest() {
    double least = steepest();
    for (double value : curvature.getRealEigenvalues())
      if (value > UNKNOWN * steepest()) least = Math.min(least, value);
    return least;
  }
}
