package dropoutlab.data;

/// A round pen on a small grey image. The ink of a pixel falls from 1 to 0 over one pixel of distance across the edge
/// of the stroke, which is anti-aliasing by exact distance; where strokes cross, the darker one counts.
final class InkPen {
  private static final int PIECES_A_KNOT = 5;

  private final int width;
  private final int height;
  private final double[] ink;
  private final double radiusPx;

  /// @param ink (height x width) from 0 to 1, row by row; overwritten where the pen passes
  InkPen(double[] ink, ImageShape shape, double radiusPx) {
    this.ink = ink;
    this.width = shape.width();
    this.height = shape.height();
    this.radiusPx = radiusPx;
  }

  /// Draws a Catmull-Rom curve through the knots (in pixels), closed if the last knot is the first.
  void curve(double[][] knots) {
    int last = knots.length - 1;
    boolean closed = last > 1 && knots[0][0] == knots[last][0] && knots[0][1] == knots[last][1];
    for (int k = 0; k < last; k++) {
      double[] before = k > 0 ? knots[k - 1] : closed ? knots[last - 1] : knots[0];
      double[] after = k + 2 <= last ? knots[k + 2] : closed ? knots[1] : knots[last];
      double[] from = knots[k];
      for (int i = 1; i <= PIECES_A_KNOT; i++) {
        double[] to = between(before, knots[k], knots[k + 1], after, (double) i / PIECES_A_KNOT);
        line(from, to);
        from = to;
      }
    }
  }

  private static double[] between(double[] a, double[] b, double[] c, double[] d, double t) {
    double[] point = new double[2];
    for (int axis = 0; axis < 2; axis++) {
      double slopeB = (c[axis] - a[axis]) / 2;
      double slopeC = (d[axis] - b[axis]) / 2;
      double rise = c[axis] - b[axis];
      point[axis] = b[axis] + t * (slopeB + t * (3 * rise - 2 * slopeB - slopeC + t * (slopeB + slopeC - 2 * rise)));
    }
    return point;
  }

  /// Draws a straight line between two points (in pixels); a dot if they are equal.
  void line(double[] a, double[] b) {
    double reach = radiusPx + 0.5;
    int left = pixel(Math.min(a[0], b[0]) - reach, width);
    int right = pixel(Math.max(a[0], b[0]) + reach, width);
    int top = pixel(Math.min(a[1], b[1]) - reach, height);
    int bottom = pixel(Math.max(a[1], b[1]) + reach, height);
    for (int y = top; y <= bottom; y++)
      for (int x = left; x <= right; x++) {
        double here = Math.clamp(reach - distance(x + 0.5, y + 0.5, a, b), 0, 1);
        ink[y * width + x] = Math.max(ink[y * width + x], here);
      }
  }

  private static int pixel(double position, int pixels) {
    return Math.clamp((long) Math.floor(position), 0, pixels - 1);
  }

  /// Returns the distance from the point (x, y) to the segment from a to b.
  private static double distance(double x, double y, double[] a, double[] b) {
    double dx = b[0] - a[0];
    double dy = b[1] - a[1];
    double length2 = dx * dx + dy * dy;
    double t = length2 == 0 ? 0 : Math.clamp(((x - a[0]) * dx + (y - a[1]) * dy) / length2, 0, 1);
    double ex = x - a[0] - t * dx;
    double ey = y - a[1] - t * dy;
    return Math.sqrt(ex * ex + ey * ey);
  }
}
