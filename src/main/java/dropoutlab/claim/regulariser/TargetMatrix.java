package dropoutlab.claim.regulariser;

import dropoutlab.frame.Matrix;
import dropoutlab.math.RandomStream;
import dropoutlab.math.RandomStream.Purpose;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/// A matrix with given singular values, between random directions.
final class TargetMatrix {
  private TargetMatrix() {}

  /// Returns A diag(s) Bᵀ, (values x outputs), with orthogonal columns of A and B.
  static Matrix of(double[] s, int outputs, long seed) {
    RandomStream stream = RandomStream.of(seed, Purpose.DATA);
    RealMatrix a = orthogonal(s.length, stream), b = orthogonal(outputs, stream);
    return Matrix.generate(s.length, outputs, (r, c) -> {
      double sum = 0;
      for (int k = 0; k < s.length; k++) sum += a.getEntry(r, k) * s[k] * b.getEntry(c, k);
      return sum;
    });
  }

  private static RealMatrix orthogonal(int size, RandomStream stream) {
    RealMatrix normal = new Array2DRowRealMatrix(size, size);
    for (int r = 0; r < size; r++) for (int c = 0; c < size; c++) normal.setEntry(r, c, stream.nextGaussian());
    return new QRDecomposition(normal).getQ();
  }
}
