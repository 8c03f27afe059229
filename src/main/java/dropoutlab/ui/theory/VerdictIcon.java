package dropoutlab.ui.theory;

import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.theory.VerdictGlyph;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.FxPen;
import javafx.scene.canvas.Canvas;
import javafx.util.Subscription;

/// The glyph of a verdict, or an arc while one is computed.
final class VerdictIcon extends Canvas {
  private static final double MARGIN = 3;
  private static final int CORNERS = 40;

  private final Appearance appearance;
  private final FxPen pen;
  private final double side;
  private VerdictGlyph glyph = VerdictGlyph.UNKNOWN;
  private double share = Double.NaN;

  VerdictIcon(Appearance appearance, double side) {
    super(side + 2 * MARGIN, side + 2 * MARGIN);
    this.appearance = appearance;
    this.side = side;
    pen = new FxPen(getGraphicsContext2D(), appearance.fonts());
    setMouseTransparent(true);
  }

  Subscription bind() { return appearance.theme().subscribe(_ -> draw()); }

  void show(VerdictGlyph next) { show(next, Double.NaN); }

  /// @param done the share of a computation that is done; NaN for none
  void show(VerdictGlyph next, double done) {
    if (next == glyph && Double.compare(done, share) == 0) return;
    glyph = next;
    share = done;
    draw();
  }

  private void draw() {
    pen.begin(getWidth(), getHeight());
    double middle = getWidth() / 2;
    if (Double.isNaN(share)) glyph.draw(pen, middle, middle, side, appearance.theme().get());
    else drawArc(middle);
  }

  private void drawArc(double middle) {
    double radius = side / 2 - .6;
    pen.stroke(appearance.theme().get().line(), 2, Marks.SOLID);
    pen.strokeOval(middle, middle, radius);
    double[] x = new double[CORNERS + 1], y = new double[CORNERS + 1];
    double turn = 2 * Math.PI * Math.clamp(share, .12, 1);
    for (int i = 0; i <= CORNERS; i++) {
      x[i] = middle + radius * Math.sin(turn * i / CORNERS);
      y[i] = middle - radius * Math.cos(turn * i / CORNERS);
    }
    pen.stroke(appearance.theme().get().ink(), 2, Marks.SOLID);
    pen.polyline(x, y, CORNERS + 1);
  }
}
