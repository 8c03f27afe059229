package dropoutlab.figure.theory.regulariser;

import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Plane;
import java.util.List;

/// All weights with the same penalty a w₁² + b w₂² as given ones.
final class Ellipse {
  private static final int CORNERS = 90;

  private Ellipse() {}

  /// Draws in the present stroke; nothing where a weight is free.
  static void draw(Pen pen, Plane plane, List<Double> penalties, List<Double> through) {
    double a = penalties.get(0), b = penalties.get(1), w1 = through.get(0), w2 = through.get(1);
    double level = a * w1 * w1 + b * w2 * w2;
    if (!(level > 0 && a > 0 && b > 0)) return;
    double[] xs = new double[CORNERS + 1], ys = new double[xs.length];
    for (int i = 0; i <= CORNERS; i++) {
      xs[i] = plane.xPx(Math.sqrt(level / a) * StrictMath.cos(2 * Math.PI * i / CORNERS));
      ys[i] = plane.yPx(Math.sqrt(level / b) * StrictMath.sin(2 * Math.PI * i / CORNERS));
    }
    pen.polyline(xs, ys, xs.length);
  }
}
