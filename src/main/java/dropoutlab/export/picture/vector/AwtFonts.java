package dropoutlab.export.picture.vector;

import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.TextMeasure;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;

/// The shipped typefaces for java.awt. Text becomes glyph outlines without hinting and without kerning, so that it has
/// the same shape and width on every machine, at every scale and on the screen: that of [TextMeasure].
final class AwtFonts {
  /// Outlines are rounded to a grid of 1/64 unit; with text laid out this much larger, the rounding is invisible.
  private static final double ENLARGED = 16;
  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
  private static final Map<Face, Font> FONTS = load();

  private AwtFonts() {}

  /// The outline of a line of text that starts at the origin, and its advance width.
  record Line(Shape outline, double width) {}

  static Line line(String text, Type type) {
    if (text.isEmpty()) return new Line(new Path2D.Double(), 0);
    Font font = FONTS.get(type.face()).deriveFont((float) (type.size() * ENLARGED));
    char[] letters = text.toCharArray();
    // Scripts whose letters depend on their neighbours are laid out; all others stand one beside the other.
    GlyphVector glyphs = Font.textRequiresLayout(letters, 0, letters.length)
        ? font.layoutGlyphVector(EXACT, letters, 0, letters.length, Font.LAYOUT_LEFT_TO_RIGHT)
        : font.createGlyphVector(EXACT, letters);
    AffineTransform back = AffineTransform.getScaleInstance(1 / ENLARGED, 1 / ENLARGED);
    double width = glyphs.getGlyphPosition(glyphs.getNumGlyphs()).getX() / ENLARGED;
    return new Line(back.createTransformedShape(glyphs.getOutline()), width);
  }

  /// Whether the face has all letters, and they stand one beside the other: else their shapes can only be drawn.
  static boolean stands(String text, Face face) {
    char[] letters = text.toCharArray();
    return FONTS.get(face).canDisplayUpTo(text) < 0 && !Font.textRequiresLayout(letters, 0, letters.length);
  }

  private static Map<Face, Font> load() {
    Map<Face, Font> fonts = new EnumMap<>(Face.class);
    for (Face face : Face.values()) fonts.put(face, load(face));
    return fonts;
  }

  private static Font load(Face face) {
    try (InputStream in = face.open()) {
      return Font.createFont(Font.TRUETYPE_FONT, in);
    } catch (IOException e) {
      throw new UncheckedIOException("The font " + face + " cannot be read.", e);
    } catch (FontFormatException e) {
      throw new IllegalStateException("The font " + face + " is damaged.", e);
    }
  }
}
