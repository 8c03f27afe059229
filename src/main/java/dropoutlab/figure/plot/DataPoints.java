package dropoutlab.figure.plot;

import dropoutlab.data.Examples;
import dropoutlab.data.Schema;

/// The examples of a regression with one input, in the user's units.
public record DataPoints(double[] x, double[] y) {
  private static final int MOST_DRAWN = 3_000;

  public static DataPoints of(Schema schema, Examples examples) {
    double[] x = new double[examples.size()];
    double[] y = new double[examples.size()];
    for (int i = 0; i < x.length; i++) {
      x[i] = schema.inputScaling().toRaw(0, examples.x().at(i, 0));
      y[i] = schema.targetScaling().toRaw(0, examples.y().at(i, 0));
    }
    return new DataPoints(x, y);
  }

  public boolean isEmpty() { return x.length == 0; }

  /// Rings with a filling of the card's colour, which stand out from bands.
  public void drawRings(Pen pen, Theme theme, Axes axes) {
    int step = 1 + x.length / MOST_DRAWN;
    pen.fill(Palette.withAlpha(theme.card(), .85));
    pen.stroke(theme.ink(), 1.1);
    for (int i = 0; i < x.length; i += step) {
      pen.fillOval(axes.x().px(x[i]), axes.y().px(y[i]), radius());
      pen.strokeOval(axes.x().px(x[i]), axes.y().px(y[i]), radius());
    }
  }

  private double radius() { return x.length > 200 ? 1.7 : x.length > 80 ? 2.1 : 2.6; }

  /// Solid discs for training, hollow ones for validation, so that print on grey tells them apart too.
  public void draw(Pen pen, Theme theme, Axes axes, boolean solid) {
    int step = 1 + x.length / MOST_DRAWN;
    double radius = radius();
    int colour = Palette.mix(theme.ink(), theme.card(), solid ? 0.25 : 0.35);
    pen.fill(colour);
    pen.stroke(colour, 1);
    for (int i = 0; i < x.length; i += step) {
      double xPx = axes.x().px(x[i]);
      double yPx = axes.y().px(y[i]);
      if (solid) pen.fillOval(xPx, yPx, radius);
      else pen.strokeOval(xPx, yPx, radius);
    }
  }
}
