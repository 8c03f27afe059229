package dropoutlab.claim.features;

import dropoutlab.data.DataSets;
import dropoutlab.data.Examples;
import dropoutlab.frame.Matrix;
import dropoutlab.math.RandomStream;
import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.Tensor;
import dropoutlab.spec.DataSpec;
import dropoutlab.spec.GeneratedSet;
import java.nio.file.Path;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/// What the linear autoencoder learns: centred, with a mean variance of 1 an input.
final class NestedData {
  private static final int EXAMPLES = 40, DIGITS = 14, SIDE = 16, POOL = 2, SMALL = SIDE / POOL;
  /// Each direction varies so much less than the one before it.
  private static final double FALL = .6;

  private NestedData() {}

  /// Points in as many dimensions, along directions that are drawn: their variances fall by a constant factor.
  static Tensor points(int dimensions, long seed) {
    RandomStream random = RandomStream.of(seed, Purpose.DATA);
    RealMatrix u = orthogonal(centred(EXAMPLES, dimensions, (_, _) -> random.nextGaussian()));
    RealMatrix v = orthogonal(new Array2DRowRealMatrix(
        drawn(dimensions, dimensions, (_, _) -> random.nextGaussian()), false));
    for (int k = 0; k < dimensions; k++)
      u.setColumnVector(k, u.getColumnVector(k).mapMultiply(Math.sqrt(StrictMath.pow(FALL, k))));
    return scaled(u.multiply(v.transpose()));
  }

  /// Drawn digits of 8 x 8 pixels, the means of 2 x 2.
  static Tensor digits(long seed) {
    Examples drawn = DataSets.load(new DataSpec.Generated(GeneratedSet.DIGITS, DIGITS, 1, 0, seed), seed,
        Path.of("")).train();
    return scaled(centred(DIGITS, SMALL * SMALL, (r, c) -> {
      double sum = 0;
      for (int i = 0; i < POOL * POOL; i++)
        sum += drawn.x().at(r, (c / SMALL * POOL + i / POOL) * SIDE + c % SMALL * POOL + i % POOL);
      return sum;
    }));
  }

  private static double[][] drawn(int rows, int cols, Matrix.Cell cell) {
    double[][] values = new double[rows][cols];
    for (int r = 0; r < rows; r++) for (int c = 0; c < cols; c++) values[r][c] = cell.at(r, c);
    return values;
  }

  private static RealMatrix centred(int rows, int cols, Matrix.Cell cell) {
    double[][] values = drawn(rows, cols, cell);
    for (int c = 0; c < cols; c++) {
      double mean = 0;
      for (double[] row : values) mean += row[c] / rows;
      for (double[] row : values) row[c] -= mean;
    }
    return new Array2DRowRealMatrix(values, false);
  }

  private static RealMatrix orthogonal(RealMatrix columns) {
    return new QRDecomposition(columns).getQ().getSubMatrix(0, columns.getRowDimension() - 1, 0,
        columns.getColumnDimension() - 1);
  }

  private static Tensor scaled(RealMatrix x) {
    double factor = Math.sqrt(x.getRowDimension() * x.getColumnDimension()) / x.getFrobeniusNorm();
    Tensor scaled = new Tensor(x.getRowDimension(), x.getColumnDimension());
    for (int r = 0; r < scaled.rows(); r++)
      for (int c = 0; c < scaled.cols(); c++) scaled.set(r, c, (float) (factor * x.getEntry(r, c)));
    return scaled;
  }
}
