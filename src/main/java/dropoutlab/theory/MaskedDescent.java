package dropoutlab.theory;

import java.util.List;

/// Gradient descent of one linear layer without a bias behind dropout, on given masks m, in double precision: with the
/// squared error `1/n Σ_i (y_i - k Σ_j m_ij x_ij w_j)²`, where k is 1 for standard and 1 / (1 - p) for inverted
/// dropout,
///
/// `w_j ← w_j + η 2/n Σ_i (y_i - k Σ_l m_il x_il w_l) k m_ij x_ij`.
///
/// With w' = (1 - p) w for the inverted layer's weights both describe one function, and then the inverted layer's step
/// of w' is 1 / (1 - p)² times as long: once for its gradient by w', and once for (1 - p). At the rate (1 - p)² η it
/// takes the same path (Srivastava et al. 2014, section 10, on "appropriate scaling of learning rates").
public final class MaskedDescent {
  private final double[][] x;
  private final double[] y;
  private final List<boolean[]> kept;

  /// @param kept a mask a step, example after example: what is kept
  public MaskedDescent(double[][] x, double[] y, List<boolean[]> kept) {
    this.x = x;
    this.y = y;
    this.kept = List.copyOf(kept);
  }

  /// Returns the weights from 0 on, after each step.
  ///
  /// @param scale k
  /// @param rate  η
  public double[][] path(double scale, double rate) {
    int units = x[0].length;
    double[][] path = new double[kept.size() + 1][units];
    for (int step = 0; step < kept.size(); step++) {
      double[] before = path[step], after = path[step + 1];
      System.arraycopy(before, 0, after, 0, units);
      for (int i = 0; i < y.length; i++) {
        double missed = y[i];
        for (int j = 0; j < units; j++) if (kept.get(step)[i * units + j]) missed -= scale * x[i][j] * before[j];
        for (int j = 0; j < units; j++)
          if (kept.get(step)[i * units + j]) after[j] += rate * 2 / y.length * missed * scale * x[i][j];
      }
    }
    return path;
  }
}
