package dropoutlab.theory;

import dropoutlab.frame.Matrix;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/// The principal components of centred data X: the eigenvectors v₁, v₂, ... of XᵀX, the largest eigenvalue first. No
/// linear map of rank b leaves less of X than that onto the first b of them: Σ_{k > b} λ_k (Eckart and Young 1936).
///
/// A linear autoencoder finds all of them in order if only its first b units are kept, b at random: each prefix must be
/// the best of its rank (Rippel, Gelbart and Adams 2014, theorem 1).
public final class PrincipalComponents {
  private final double[] values;
  private final double[][] vectors;

  private PrincipalComponents(double[] values, double[][] vectors) {
    this.values = values;
    this.vectors = vectors;
  }

  /// @param x (examples x inputs), centred
  public static PrincipalComponents of(Matrix x) {
    RealMatrix data = new Array2DRowRealMatrix(x.rows(), x.cols());
    for (int r = 0; r < x.rows(); r++) for (int c = 0; c < x.cols(); c++) data.setEntry(r, c, x.at(r, c));
    // Commons Math returns the eigenvalues of a symmetric matrix from the largest to the smallest.
    EigenDecomposition found = new EigenDecomposition(data.transpose().multiply(data));
    double[][] vectors = new double[x.cols()][];
    for (int k = 0; k < vectors.length; k++) vectors[k] = found.getEigenvector(k).toArray();
    return new PrincipalComponents(found.getRealEigenvalues(), vectors);
  }

  /// The k-th component, from 0, of length 1.
  public double[] component(int k) { return vectors[k].clone(); }

  /// The share of all variance that the first b components leave.
  public double left(int b) {
    double all = 0, left = 0;
    for (int k = 0; k < values.length; k++) {
      all += values[k];
      if (k >= b) left += values[k];
    }
    return Math.max(0, left / all);
  }

  /// How much more of all variance the b-th component has than the next; b from 1.
  public double gap(int b) { return left(b - 1) - 2 * left(b) + left(b + 1); }

  /// |cos| of the angle between rows and the first components, (rows x rows).
  public Matrix cosines(Matrix rows) {
    return Matrix.generate(rows.rows(), rows.rows(), (r, k) -> {
      double product = 0, square = 0;
      for (int c = 0; c < rows.cols(); c++) {
        product += rows.at(r, c) * vectors[k][c];
        square += rows.at(r, c) * rows.at(r, c);
      }
      return square == 0 ? 0 : Math.abs(product) / Math.sqrt(square);
    });
  }
}
