package dropoutlab.figure.theory.features;

import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.TextMeasure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Room for the names of curves inside a plot: each close to its curve, off every line, and never on another name.
final class CurveNames {
  private static final double AWAY = 7, CLEAR = 3;
  /// Where along a curve its name is tried, in this order.
  private static final double[] ALONG = {.66, .56, .76, .44, .34, .86, .24, .14, .5, .06};

  private final Inset plot;
  private final List<double[]> lines = new ArrayList<>();
  private final List<Inset> taken = new ArrayList<>();

  CurveNames(Inset plot) { this.plot = plot; }

  /// A name that found room.
  record Name(String text, double left, double baseline, Type type) {
    Inset box() { return CurveNames.box(text, left, baseline, type); }
  }

  /// Keeps names off a line, where its points are finite.
  void line(double[] xs, double[] ys) {
    for (int i = 1; i < xs.length; i++)
      for (double t = 0; t <= 1; t += .04)
        if (Double.isFinite(ys[i - 1] + ys[i]))
          lines.add(new double[] {xs[i - 1] + t * (xs[i] - xs[i - 1]), ys[i - 1] + t * (ys[i] - ys[i - 1])});
  }

  /// Keeps names off a rectangle.
  void box(Inset box) { taken.add(box); }

  private static Inset box(String text, double left, double baseline, Type type) {
    return new Inset(left, baseline - .8 * type.size(), TextMeasure.width(text, type), 1.1 * type.size());
  }

  /// Finds room for a name beside a curve.
  ///
  /// @param above whether it is tried above the curve first
  Optional<Name> beside(String text, Face face, double size, double[] xs, double[] ys, boolean above) {
    Type type = new Type(face, size);
    for (boolean up : new boolean[] {above, !above})
      for (double along : ALONG) {
        double x = xs[0] + along * (xs[xs.length - 1] - xs[0]), half = TextMeasure.width(text, type) / 2;
        double edge = edge(xs, ys, x - half, x + half, up);
        double baseline = up ? edge - AWAY : edge + AWAY + .75 * size;
        Name name = new Name(text, x - half, baseline, type);
        if (Double.isFinite(baseline) && isFree(name.box())) {
          taken.add(name.box());
          return Optional.of(name);
        }
      }
    return Optional.empty();
  }

  /// Finds room for words right of a point, or left of it, or below or above it.
  Optional<Name> at(String text, Face face, double size, double x, double y, double radius) {
    Type type = new Type(face, size);
    double width = TextMeasure.width(text, type), below = y + radius + size, above = y - radius - 4;
    double[][] places = {{x + radius + 5, y + .36 * size}, {x + 8, below}, {x + 8, above}, {x - width - 8, below},
        {x - width - 8, above}, {x - radius - 5 - width, y + .36 * size}, {x + 8, below + 14}, {x + 8, above - 14}};
    for (double[] place : places) {
      Name name = new Name(text, place[0], place[1], type);
      if (!isFree(name.box())) continue;
      taken.add(name.box());
      return Optional.of(name);
    }
    return Optional.empty();
  }

  /// How high or low the curve comes between two places; NaN where it has no point there.
  private static double edge(double[] xs, double[] ys, double left, double right, boolean highest) {
    double edge = Double.NaN;
    for (double x = left; x <= right; x += 3) {
      double y = at(xs, ys, x);
      if (Double.isNaN(edge) || Double.isFinite(y) && (highest ? y < edge : y > edge)) edge = y;
    }
    return edge;
  }

  private static double at(double[] xs, double[] ys, double x) {
    for (int i = 1; i < xs.length; i++)
      if (x >= xs[i - 1] && x <= xs[i]) return ys[i - 1] + (x - xs[i - 1]) / (xs[i] - xs[i - 1]) * (ys[i] - ys[i - 1]);
    return Double.NaN;
  }

  private boolean isFree(Inset box) {
    if (box.left() < plot.left() || box.right() > plot.right() || box.top() < plot.top()
        || box.bottom() > plot.bottom())
      return false;
    for (double[] point : lines)
      if (point[0] > box.left() - CLEAR && point[0] < box.right() + CLEAR && point[1] > box.top() - CLEAR
          && point[1] < box.bottom() + CLEAR) return false;
    for (Inset other : taken)
      if (box.left() < other.right() + CLEAR && other.left() < box.right() + CLEAR && box.top() < other.bottom() + CLEAR
          && other.top() < box.bottom() + CLEAR) return false;
    return true;
  }
}
