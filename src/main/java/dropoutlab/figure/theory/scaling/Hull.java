package dropoutlab.figure.theory.scaling;

import dropoutlab.frame.Matrix;
import java.util.Arrays;

/// The convex hull of points in the plane (Andrew 1979).
final class Hull {
  private Hull() {}

  /// Returns the corners of the rows of a table, whose column `x` rises, in their order round the hull: (2 x corners).
  static double[][] of(Matrix points, int x, int y) {
    int n = points.rows(), count = 0;
    double[] xs = new double[2 * n + 1], ys = new double[2 * n + 1];
    for (int pass = 0; pass < 2; pass++) {
      int first = count;
      for (int k = 0; k < n; k++) {
        int row = pass == 0 ? k : n - 1 - k;
        double px = points.at(row, x), py = points.at(row, y);
        while (count - first > 1 && turn(xs, ys, count, px, py) <= 0) count--;
        xs[count] = px;
        ys[count++] = py;
      }
      // The last point of one side is the first of the other.
      count--;
    }
    return new double[][] {Arrays.copyOf(xs, count), Arrays.copyOf(ys, count)};
  }

  private static double turn(double[] xs, double[] ys, int count, double px, double py) {
    double ax = xs[count - 1] - xs[count - 2], ay = ys[count - 1] - ys[count - 2];
    return ax * (py - ys[count - 2]) - ay * (px - xs[count - 2]);
  }
}
