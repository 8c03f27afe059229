package dropoutlab.figure.theory.scaling;

import dropoutlab.figure.plot.Axes;
import dropoutlab.frame.bench.ScalingPicture.Backward;

/// Where the units of the network stand.
record BackwardPlaces(double width, double height, Backward of) {
  static final double HEAD = 46, FOOT = 44;
  private static final double LEFT = 104;

  boolean worded() { return Axes.roomForWords(width, height); }

  double left() { return worded() ? Math.min(LEFT, .24 * width) : 8; }

  double x(int layer) { return left() + layer * (width - left() - (worded() ? 34 : 8)) / (of.sizes().size() - 1); }

  double pitch() {
    int most = of.sizes().stream().mapToInt(Integer::intValue).max().orElse(1);
    return (height - (worded() ? HEAD + FOOT : 4)) / most;
  }

  double y(int layer, int unit) {
    double middle = worded() ? HEAD + (height - HEAD - FOOT) / 2 : height / 2;
    return middle + (unit - (of.sizes().get(layer) - 1) / 2.0) * pitch();
  }

  double radius() { return Math.clamp(.32 * pitch(), 2, 12); }
}
