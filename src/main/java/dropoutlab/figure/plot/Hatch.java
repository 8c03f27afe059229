package dropoutlab.figure.plot;

/// Diagonal lines inside an area, for what must be told apart without colour.
public final class Hatch {
  private Hatch() {}

  /// Fills a rectangle with rising diagonals, `gap` pixels apart along the x axis, in the present stroke. They are
  /// anchored to the page, so that neighbouring rectangles join.
  public static void rect(Pen pen, double x, double y, double width, double height, double gap) {
    double right = x + width;
    double bottom = y + height;
    // A rising diagonal has one x + y throughout.
    for (double sum = Math.ceil((x + y) / gap) * gap; sum < right + bottom; sum += gap) {
      double x1 = Math.max(x, sum - bottom);
      double x2 = Math.min(right, sum - y);
      if (x2 > x1) pen.line(x1, sum - x1, x2, sum - x2);
    }
  }

  /// Fills the area between two borders with rising diagonals in the present stroke.
  ///
  /// @param left  the pixel of the first value; the others follow pixel by pixel
  /// @param upper a height a pixel column, smaller than `lower` where the area is open; not finite where there is none
  public static void between(Pen pen, double left, double[] upper, double[] lower, double gap) {
    double top = Double.POSITIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < upper.length; i++) {
      if (!(lower[i] > upper[i])) continue;
      top = Math.min(top, upper[i]);
      bottom = Math.max(bottom, lower[i]);
    }
    if (top > bottom) return;
    double last = left + upper.length - 1;
    for (double sum = Math.ceil((left + top) / gap) * gap; sum < last + bottom; sum += gap)
      diagonal(pen, left, upper, lower, sum);
  }

  private static void diagonal(Pen pen, double left, double[] upper, double[] lower, double sum) {
    int start = -1;
    for (int i = 0; i <= upper.length; i++) {
      double y = sum - left - i;
      boolean inside = i < upper.length && lower[i] > upper[i] && y >= upper[i] && y <= lower[i];
      if (inside && start < 0) start = i;
      if (inside || start < 0) continue;
      // Half a pixel further on both sides, where the borders are.
      double x1 = left + Math.max(0, start - .5);
      double x2 = left + Math.min(upper.length - 1, i - .5);
      if (x2 > x1) pen.line(x1, sum - x1, x2, sum - x2);
      start = -1;
    }
  }
}
