package dropoutlab.ui.sweep;

import dropoutlab.figure.sweep.SweepGlyph;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.FxPen;
import javafx.scene.canvas.Canvas;

/// What a ready-made sweep looks like, in the colours of the look.
final class Pictogram extends Canvas {
  static final double SMALL = 24, LARGE = 48;

  /// @param id of the ready-made sweep
  Pictogram(String id, double side, Appearance appearance) {
    super(side, side);
    setMouseTransparent(true);
    FxPen pen = new FxPen(getGraphicsContext2D(), appearance.fonts());
    appearance.theme().subscribe(theme -> {
      pen.begin(side, side);
      glyph(id).draw(pen, theme, 0, 0, side);
    });
  }

  private static SweepGlyph glyph(String id) {
    return switch (id) {
      case "width-pn-fixed" -> SweepGlyph.WIDTH;
      case "data-set-size" -> SweepGlyph.SIZE;
      case "regularisers" -> SweepGlyph.REGULARISERS;
      case "passes" -> SweepGlyph.PASSES;
      case "autoencoder" -> SweepGlyph.SPARSITY;
      default -> SweepGlyph.ERROR;
    };
  }
}
