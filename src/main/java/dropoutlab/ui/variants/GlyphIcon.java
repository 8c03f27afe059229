package dropoutlab.ui.variants;

import dropoutlab.card.MethodCard;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.variant.Glyph;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.FxPen;
import java.util.function.ToIntFunction;
import javafx.scene.canvas.Canvas;
import javafx.util.Subscription;

/// The glyph of a method, in a colour of the look.
final class GlyphIcon extends Canvas {
  private final Appearance appearance;
  private final FxPen pen;
  private final double side;
  private MethodCard method;
  private ToIntFunction<Theme> colour = Theme::muted;

  GlyphIcon(Appearance appearance, double side) {
    super(side + 2, side + 2);
    this.appearance = appearance;
    this.side = side;
    pen = new FxPen(getGraphicsContext2D(), appearance.fonts());
    setMouseTransparent(true);
  }

  Subscription bind() { return appearance.theme().subscribe(_ -> draw()); }

  void show(MethodCard next, ToIntFunction<Theme> ink) {
    method = next;
    colour = ink;
    draw();
  }

  private void draw() {
    pen.begin(getWidth(), getHeight());
    if (method != null) Glyph.draw(pen, method.name(), 1, 1, side, colour.applyAsInt(appearance.theme().get()));
  }
}
