package dropoutlab.nn.spatial;

import dropoutlab.math.Shape;
import dropoutlab.spec.LayerSpec.Pool.PoolKind;

/// The layers on maps and the normalisations once more, in double precision and directly from their equations.
final class SpatialReference {
  private SpatialReference() {}

  /// Convolves: `w` is (input maps · k · k x output maps), `b` is one row.
  static double[][] conv(double[][] x, Shape in, double[][] w, double[][] b, int k, int stride, int padding) {
    int maps = b[0].length;
    int rows = (in.rows() + 2 * padding - k) / stride + 1, cols = (in.cols() + 2 * padding - k) / stride + 1;
    double[][] y = new double[x.length][maps * rows * cols];
    for (int n = 0; n < x.length; n++)
      for (int i = 0; i < y[n].length; i++) {
        int m = i / (rows * cols), top = i / cols % rows * stride - padding, left = i % cols * stride - padding;
        y[n][i] = b[0][m];
        for (int cell = 0; cell < w.length; cell++) {
          int r = top + cell / k % k, c = left + cell % k;
          if (r >= 0 && r < in.rows() && c >= 0 && c < in.cols())
            y[n][i] += w[cell][m] * x[n][(cell / (k * k) * in.rows() + r) * in.cols() + c];
        }
      }
    return y;
  }

  static double[][] pool(PoolKind kind, double[][] x, Shape in, int size, int stride) {
    int rows = (in.rows() - size) / stride + 1, cols = (in.cols() - size) / stride + 1;
    double[][] y = new double[x.length][in.maps() * rows * cols];
    for (int n = 0; n < x.length; n++)
      for (int i = 0; i < y[n].length; i++) {
        double max = Double.NEGATIVE_INFINITY, sum = 0;
        for (int cell = 0; cell < size * size; cell++) {
          int r = i / cols % rows * stride + cell / size, c = i % cols * stride + cell % size;
          double value = x[n][(i / (rows * cols) * in.rows() + r) * in.cols() + c];
          max = Math.max(max, value);
          sum += value;
        }
        y[n][i] = kind == PoolKind.MAX ? max : sum / (size * size);
      }
    return y;
  }

  /// Returns the group of column `i` in batch normalisation.
  static int group(Shape shape, int i) {
    return shape.maps() > 1 ? i / (shape.rows() * shape.cols()) : i % shape.cols();
  }

  /// Normalises by the statistics of the batch, or by `running` (mean and variance, one row each) if that is given.
  static double[][] batchNorm(double[][] x, Shape shape, double[][] gamma, double[][] beta, double epsilon,
                              double[][] running) {
    double[][] y = new double[x.length][x[0].length];
    for (int g = 0; g < gamma[0].length; g++) {
      double[] moments = running == null ? moments(x, shape, g) : new double[] {running[0][g], running[1][g]};
      for (int n = 0; n < x.length; n++)
        for (int i = 0; i < x[n].length; i++)
          if (group(shape, i) == g)
            y[n][i] = gamma[0][g] * (x[n][i] - moments[0]) / Math.sqrt(moments[1] + epsilon) + beta[0][g];
    }
    return y;
  }

  /// Returns the mean and the variance (1/n) of a group.
  static double[] moments(double[][] x, Shape shape, int group) {
    double count = 0, sum = 0, squares = 0;
    for (double[] row : x)
      for (int i = 0; i < row.length; i++)
        if (group(shape, i) == group) {
          count++;
          sum += row[i];
          squares += row[i] * row[i];
        }
    return new double[] {sum / count, squares / count - sum / count * sum / count};
  }

  /// Normalises every vector of `width` values.
  static double[][] layerNorm(double[][] x, int width, double[][] gamma, double[][] beta, double epsilon) {
    double[][] y = new double[x.length][x[0].length];
    for (int n = 0; n < x.length; n++)
      for (int at = 0; at < x[n].length; at += width) {
        double sum = 0, squares = 0;
        for (int i = at; i < at + width; i++) {
          sum += x[n][i];
          squares += x[n][i] * x[n][i];
        }
        double mean = sum / width, sd = Math.sqrt(squares / width - mean * mean + epsilon);
        for (int i = at; i < at + width; i++) y[n][i] = gamma[0][i - at] * (x[n][i] - mean) / sd + beta[0][i - at];
      }
    return y;
  }

  static double[][] plus(double[][] a, double[][] b) {
    double[][] sum = new double[a.length][a[0].length];
    for (int r = 0; r < a.length; r++) for (int c = 0; c < a[0].length; c++) sum[r][c] = a[r][c] + b[r][c];
    return sum;
  }
}
