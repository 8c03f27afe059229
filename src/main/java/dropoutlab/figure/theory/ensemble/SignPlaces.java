package dropoutlab.figure.theory.ensemble;

import dropoutlab.figure.plot.Plane;
import java.util.function.IntToDoubleFunction;

/// Where on a map of side x side cells a sign may stand: away from the rim, from the cross, and from another sign.
///
/// @param takenX,takenY where another sign stands, in pixels; NaN for none
record SignPlaces(Plane plane, int side, double crossX, double crossY, double takenX, double takenY) {
  private static final double RIM = .12;
  private static final double APART = 20;

  SignPlaces(Plane plane, int side, double crossX, double crossY) { this(plane, side, crossX, crossY, Double.NaN, Double.NaN); }

  SignPlaces without(int cell) { return new SignPlaces(plane, side, crossX, crossY, x(cell), y(cell)); }

  double x(int cell) { return plane.left() + (cell % side + .5) / side * plane.width(); }

  double y(int cell) { return plane.top() + plane.height() * (1 - (cell / side + .5) / side); }

  /// The cell with the largest value.
  int farthest(IntToDoubleFunction value) {
    int low = (int) Math.ceil(RIM * side), best = -1;
    for (int j = low; j < side - low; j++)
      for (int i = low; i < side - low; i++) {
        int cell = j * side + i;
        if ((best < 0 || value.applyAsDouble(cell) > value.applyAsDouble(best)) && isFree(cell)) best = cell;
      }
    return Math.max(0, best);
  }

  private boolean isFree(int cell) {
    double x = x(cell), y = y(cell);
    return !isNear(x - takenX, y - takenY) && !isNear(x - plane.xPx(crossX), y - plane.yPx(crossY));
  }

  private static boolean isNear(double dx, double dy) { return dx * dx + dy * dy < APART * APART; }
}
