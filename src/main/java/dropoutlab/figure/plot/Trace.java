package dropoutlab.figure.plot;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/// One curve on its way to the pen, thinned: of all points in a pixel column only the lowest and the highest are drawn,
/// in their order. The picture stays the same, at the cost of the width and not of the data.
public final class Trace {
  private final Pen pen;
  private final double dotRadius;
  private final DoubleUnaryOperator height;
  private double[] x = new double[512];
  private double[] y = new double[512];
  private int count;

  private long column = Long.MIN_VALUE;
  private double lowX;
  private double lowY;
  private double highX;
  private double highY;

  /// @param dotRadius of the disc, in the fill colour, that stands for a point without neighbours
  public Trace(Pen pen, double dotRadius) { this(pen, dotRadius, y -> y); }

  /// @param height from a point's value to its pixel, rising or falling throughout: it is asked only for the values
  ///               that are drawn, since a logarithm for each of 100,000 epochs would cost more than the drawing
  public Trace(Pen pen, double dotRadius, DoubleUnaryOperator height) {
    this.pen = pen;
    this.dotRadius = dotRadius;
    this.height = height;
  }

  /// The next point, x not falling; one that is not finite interrupts the curve.
  public void add(double xPx, double value) {
    if (!Double.isFinite(xPx) || !Double.isFinite(value)) {
      end();
      return;
    }
    long next = (long) Math.floor(xPx);
    if (next != column) {
      closeColumn();
      column = next;
      lowX = highX = xPx;
      lowY = highY = value;
    } else if (value < lowY) {
      lowX = xPx;
      lowY = value;
    } else if (value > highY) {
      highX = xPx;
      highY = value;
    }
  }

  /// Draws what has come since the last interruption.
  public void end() {
    closeColumn();
    column = Long.MIN_VALUE;
    if (count == 1) pen.fillOval(x[0], y[0], dotRadius);
    else if (count > 1) pen.polyline(x, y, count);
    count = 0;
  }

  private void closeColumn() {
    if (column == Long.MIN_VALUE) return;
    boolean lowFirst = lowX <= highX;
    push(lowFirst ? lowX : highX, lowFirst ? lowY : highY);
    if (lowY != highY) push(lowFirst ? highX : lowX, lowFirst ? highY : lowY);
  }

  private void push(double xPx, double value) {
    if (count == x.length) {
      x = Arrays.copyOf(x, 2 * count);
      y = Arrays.copyOf(y, 2 * count);
    }
    x[count] = xPx;
    y[count++] = height.applyAsDouble(value);
  }
}
