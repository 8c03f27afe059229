package dropoutlab.figure.plot;

import dropoutlab.frame.Matrix;
import java.util.function.DoubleUnaryOperator;

/// The passes as dots beside each other. A pass has its place by its number, so that a dot stays where it is as others
/// come, and the same dots are drawn every time.
public final class Jitter {
  /// The golden ratio's multiples fill an interval evenly, however many there are.
  private static final double GOLDEN = .6180339887498949;

  private Jitter() {}

  /// Draws column `column` of (T x columns) values round `centre`, at most `half` away.
  ///
  /// @param height from a value to its pixel
  /// @param most   so many dots are drawn at most, evenly through the passes
  public static void draw(Pen pen, Matrix values, int column, double centre, double half, DoubleUnaryOperator height, int most,
                   int argb, double radius) {
    int step = Math.max(1, (values.rows() + most - 1) / most);
    double reach = Math.max(0, half - radius);
    pen.fill(argb);
    for (int t = 0; t < values.rows(); t += step) {
      if (!Double.isFinite(values.at(t, column))) continue;
      double share = t * GOLDEN - Math.floor(t * GOLDEN);
      pen.fillOval(centre + (2 * share - 1) * reach, height.applyAsDouble(values.at(t, column)), radius);
    }
  }
}
