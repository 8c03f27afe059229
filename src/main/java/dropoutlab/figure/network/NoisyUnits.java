package dropoutlab.figure.network;

import dropoutlab.figure.network.NetworkLayout.Column;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.ColumnView;
import java.util.function.IntUnaryOperator;

/// The circles of a layer whose units are not simply kept or dropped: they get another value, are kept in part, or are
/// multiplied by factors of all sizes.
///
/// @param layer with a mask
record NoisyUnits(Thinning thinning, Thinning.Kind kind, ColumnView layer, int example) {
  /// Half the width of the bars, and how much room they take with what is free on both sides.
  private static final double HALF = 11;
  static final double BARS = 2 * HALF + 5;
  private static final Type SIZE = new Type(Face.NUMBER, 9);

  /// @param colour of the value of a unit before its mask
  void draw(Pen pen, Column column, IntUnaryOperator colour, Theme theme) {
    if (kind == Thinning.Kind.FACTORS) drawScale(pen, column, theme);
    for (int u = 0; u < column.units(); u++) {
      double y = column.unitY(u), factor = layer.mask().at(example, u);
      switch (kind) {
        case CROSSED, FACTORS -> {
          drawKept(pen, column, y, colour.applyAsInt(u), theme);
          drawFactor(pen, column, y, factor, theme);
        }
        case FILLED -> {
          if (factor == 0) drawReplaced(pen, column, y, Palette.diverging(theme, replaced(u)), theme);
          else drawKept(pen, column, y, colour.applyAsInt(u), theme);
        }
        case SOFT -> drawPart(pen, column, y, colour.applyAsInt(u), factor * (1 - layer.p()), theme);
      }
    }
  }

  private double replaced(int unit) { return layer.dropped().after().at(example, unit) / largest(); }

  private double largest() {
    return Math.max(1e-12, Math.max(Math.abs(layer.activations().min()), Math.abs(layer.activations().max())));
  }

  private void drawKept(Pen pen, Column column, double y, int colour, Theme theme) {
    pen.fill(colour);
    pen.stroke(thinning.kept().of(theme), Math.clamp(column.radius() / 5, 1, 1.8), Marks.SOLID);
    pen.fillOval(column.x(), y, column.radius());
    pen.strokeOval(column.x(), y, column.radius());
  }

  private static void drawReplaced(Pen pen, Column column, double y, int colour, Theme theme) {
    double radius = column.radius();
    pen.fill(colour);
    pen.fillOval(column.x(), y, radius);
    pen.stroke(theme.ink(), 1, NetworkUnits.dash(radius));
    pen.strokeOval(column.x(), y, radius);
    pen.stroke(Palette.inkOn(theme, colour), Math.clamp(radius / 5, 1, 1.6), Marks.SOLID);
    Marks.cross(pen, column.x(), y, .4 * radius);
  }

  /// The rim goes round from the top as far as the unit is kept; the rest is dashed.
  private void drawPart(Pen pen, Column column, double y, int colour, double kept, Theme theme) {
    double radius = column.radius();
    pen.fill(Palette.mix(theme.card(), colour, kept));
    pen.fillOval(column.x(), y, radius);
    pen.stroke(theme.muted(), 1, NetworkUnits.dash(radius));
    pen.strokeOval(column.x(), y, radius);
    int steps = (int) Math.ceil(24 * Math.clamp(kept, 0, 1));
    double[] xs = new double[steps + 1], ys = new double[steps + 1];
    for (int i = 0; i <= steps; i++) {
      double angle = 2 * Math.PI * kept * i / Math.max(1, steps);
      xs[i] = column.x() + radius * StrictMath.sin(angle);
      ys[i] = y - radius * StrictMath.cos(angle);
    }
    pen.stroke(thinning.kept().of(theme), Math.clamp(radius / 3.5, 1.4, 2.6), Marks.SOLID);
    if (steps > 0) pen.polyline(xs, ys, steps + 1);
    if (kept >= .5) return;
    pen.stroke(Palette.mix(theme.muted(), theme.ink(), .5), Math.clamp(radius / 4.5, 1.1, 2.2), Marks.SOLID);
    Marks.cross(pen, column.x(), y, .5 * radius);
  }

  /// The lines of the factors 0 and 1, behind the bars.
  private void drawScale(Pen pen, Column column, Theme theme) {
    double one = one(column), zero = one - HALF / thinning.reach(), last = column.unitY(column.units() - 1) + 6;
    pen.stroke(theme.muted(), 1, Marks.SOLID);
    pen.line(one, column.unitY(0) - 6, one, last);
    pen.fill(theme.muted());
    pen.text("1", one, last + 10, SIZE, Align.CENTRE);
    if (thinning.reach() < 1) return;
    pen.stroke(theme.muted(), 1, 1, 2);
    pen.line(zero, column.unitY(0) - 6, zero, last);
    if (one - zero >= 7) pen.text("0", zero, last + 10, SIZE, Align.CENTRE);
  }

  private static double one(Column column) { return column.right() + 3 + HALF; }

  /// A bar from 1 to the factor; one below 0 ends in a hollow square.
  private void drawFactor(Pen pen, Column column, double y, double factor, Theme theme) {
    double high = Math.clamp(.5 * column.pitch(), 2, 7), one = one(column);
    double end = one + HALF * Math.clamp((factor - 1) / thinning.reach(), -1, 1);
    pen.fill(thinning.kept().of(theme));
    pen.fillRect(Math.min(one, end), y - high / 2, Math.max(.8, Math.abs(end - one)), high);
    if (factor >= 0) return;
    pen.fill(theme.card());
    pen.stroke(theme.ink(), 1.2, Marks.SOLID);
    pen.fillRect(end - 2, y - 2, 4, 4);
    pen.strokeRect(end - 2, y - 2, 4, 4);
  }
}
