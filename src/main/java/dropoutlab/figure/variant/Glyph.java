package dropoutlab.figure.variant;

import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.ShiftedPen;
import java.util.Map;
import java.util.Set;

/// The sign of a method: a miniature of its mask, 16 units square. A square stands for what is kept, its area for the
/// factor; a dot for what is dropped. It has one colour, that of the words beside it, and says nothing by colour alone.
public final class Glyph {
  private static final double SIDE = 16;

  private interface Drawing {
    void draw(Brush brush);
  }

  private static final Map<String, Drawing> DRAWINGS = Map.ofEntries(
      Map.entry("standard", UnitGlyphs::standard), Map.entry("inverted", UnitGlyphs::inverted),
      Map.entry("gaussian", UnitGlyphs::gaussian), Map.entry("learnt-gaussian", UnitGlyphs::learntGaussian),
      Map.entry("uniform", UnitGlyphs::uniform), Map.entry("alpha", UnitGlyphs::alpha),
      Map.entry("concrete", UnitGlyphs::concrete), Map.entry("targeted-units", UnitGlyphs::targetedUnits),
      Map.entry("drop-connect", UnitGlyphs::dropConnect), Map.entry("targeted-weights", UnitGlyphs::targetedWeights),
      Map.entry("per-pixel", PlaceGlyphs::perPixel), Map.entry("spatial", PlaceGlyphs::spatial),
      Map.entry("drop-block", PlaceGlyphs::dropBlock), Map.entry("per-step", PlaceGlyphs::perStep),
      Map.entry("variational", PlaceGlyphs::variational), Map.entry("candidate", PlaceGlyphs::candidate),
      Map.entry("zoneout", PlaceGlyphs::zoneout), Map.entry("word-types", PlaceGlyphs::wordTypes),
      Map.entry("stochastic-depth", PlaceGlyphs::stochasticDepth), Map.entry("layer-drop", PlaceGlyphs::layerDrop),
      Map.entry("embedding", PlaceGlyphs::embedding), Map.entry("attention", PlaceGlyphs::attention),
      Map.entry("residual", PlaceGlyphs::residual), Map.entry("feed-forward", PlaceGlyphs::feedForward),
      Map.entry("batch-norm", BesideGlyphs::batchNorm), Map.entry("l1", BesideGlyphs::l1),
      Map.entry("l2", BesideGlyphs::l2), Map.entry("weight-decay", BesideGlyphs::weightDecay),
      Map.entry("max-norm", BesideGlyphs::maxNorm), Map.entry("early-stopping", BesideGlyphs::earlyStopping),
      Map.entry("label-smoothing", BesideGlyphs::labelSmoothing), Map.entry("mixup", BesideGlyphs::mixup),
      Map.entry("cutout", BesideGlyphs::cutout), Map.entry("none", BesideGlyphs::none));

  private Glyph() {}

  public static Set<String> methods() { return DRAWINGS.keySet(); }

  /// Draws the glyph of a method into a square.
  ///
  /// @param method the name of its card
  /// @param argb   the colour of the words beside it
  public static void draw(Pen pen, String method, double left, double top, double side, int argb) {
    Drawing drawing = DRAWINGS.get(method);
    if (drawing == null) throw new IllegalArgumentException("There is no glyph for the method " + method);
    drawing.draw(new Brush(new ShiftedPen(pen, left, top), side / SIDE, argb));
  }

  /// A pen in the units of a glyph.
  record Brush(Pen pen, double unit, int argb) {
    private static final double LINE = 1.1;

    /// A filled square around a centre.
    void square(double x, double y, double side) { box(x - side / 2, y - side / 2, side, side); }

    void dot(double x, double y) { disc(x, y, .55); }

    void disc(double x, double y, double radius) {
      pen.fill(argb);
      pen.fillOval(x * unit, y * unit, radius * unit);
    }

    void ring(double x, double y, double radius, double... dash) {
      stroke(LINE, dash);
      pen.strokeOval(x * unit, y * unit, radius * unit);
    }

    void box(double x, double y, double width, double height) { box(x, y, width, height, 1); }

    /// @param opacity less than 1 for what counts less
    void box(double x, double y, double width, double height, double opacity) {
      pen.fill(opacity == 1 ? argb : Palette.withAlpha(argb, opacity));
      pen.fillRect(x * unit, y * unit, width * unit, height * unit);
    }

    void frame(double x, double y, double width, double height, double... dash) {
      stroke(LINE * .8, dash);
      pen.strokeRect(x * unit, y * unit, width * unit, height * unit);
    }

    void line(double x1, double y1, double x2, double y2, double... dash) {
      stroke(LINE, dash);
      pen.line(x1 * unit, y1 * unit, x2 * unit, y2 * unit);
    }

    void curve(double x1, double y1, double cx1, double cy1, double cx2, double cy2, double x2, double y2) {
      stroke(LINE);
      pen.curve(x1 * unit, y1 * unit, cx1 * unit, cy1 * unit, cx2 * unit, cy2 * unit, x2 * unit, y2 * unit);
    }

    private void stroke(double width, double... dash) {
      double[] scaled = new double[dash.length];
      for (int i = 0; i < dash.length; i++) scaled[i] = dash[i] * unit;
      pen.stroke(argb, width * unit, scaled);
    }

    /// Rows of squares, one letter each: a digit is the side in tenths of a cell, `.` a dot, a blank nothing.
    void cells(double left, double top, double cell, String... rows) {
      for (int r = 0; r < rows.length; r++)
        for (int c = 0; c < rows[r].length(); c++) {
          double x = left + cell * (c + .5), y = top + cell * (r + .5);
          char mark = rows[r].charAt(c);
          if (mark == '.') dot(x, y);
          else if (mark != ' ') square(x, y, cell * (mark == '0' ? 10 : mark - '0') / 10);
        }
    }
  }
}
