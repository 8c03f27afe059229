package dropoutlab.figure.theory.scaling;

import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;

/// Where the parts of the microscope stand: X ∘ M = Y with the sums of its rows in the upper row, ∂L/∂X = M ∘ ∂L/∂Y
/// below it in the same columns, and two plots. Where there is little room the followed row is left of the matrices,
/// and one plot; where there is hardly any, that alone.
record MicroscopeLayout(double width, double height) {
  static final int ROWS = 4, UNITS = 5;
  private static final double OPERATOR = 44, HEAD = 38, BETWEEN = 42, ABOVE_PLOTS = 20, LINE = 18, GAP = 26;
  private static final double LARGEST_CELL = 40;

  boolean whole() { return width >= 680 && height >= 360; }

  boolean worded() { return width >= 300 && height >= 180; }

  /// The pitch of the columns.
  double across() {
    double beside = width < 780 ? 168 : 184;
    return whole() ? Math.clamp((width - 2 * OPERATOR - beside) / (3 * UNITS), 24, LARGEST_CELL)
        : Math.min(LARGEST_CELL, width / 10);
  }

  /// The pitch of the rows.
  double down() { return whole() ? Math.floor(Math.clamp(height / 20.9, 15, 27)) : LINE; }

  Type number() { return new Type(Face.NUMBER, Math.clamp(.335 * across(), 9.5, 13)); }

  Type boldNumber() { return new Type(Face.NUMBER_BOLD, number().size()); }

  /// @param column 0 to 2
  /// @param back   whether on the way back
  CellGrid grid(int column, boolean back) {
    double left = column * (UNITS * across() + OPERATOR) + 1;
    return new CellGrid(left, back ? backTop() : HEAD, across(), down(), ROWS, this);
  }

  double backTop() { return HEAD + ROWS * down() + BETWEEN; }

  /// The middle of the room between two matrices.
  double operatorX(int before) { return (before + 1) * UNITS * across() + (before + .5) * OPERATOR; }

  /// Where the sums begin.
  double sumsLeft() { return grid(2, false).right() + 14; }

  private double plotsTop() { return whole() ? backTop() + ROWS * down() + ABOVE_PLOTS : worded() ? 4 * LINE + 10 : 0; }

  Inset means() {
    return new Inset(0, plotsTop(), whole() ? .53 * width : width, height - plotsTop());
  }

  Inset rates() {
    double left = means().right() + GAP;
    return new Inset(left, plotsTop(), width - left, height - plotsTop());
  }
}
