package dropoutlab.export;

import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.font.TextAttribute;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;

/// The typefaces of the program for java.awt. Text is laid out as glyph outlines without hinting, so that it has the
/// same shape and width on every machine and at every scale.
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
    GlyphVector glyphs = font.layoutGlyphVector(EXACT, text.toCharArray(), 0, text.length(), Font.LAYOUT_LEFT_TO_RIGHT);
    AffineTransform back = AffineTransform.getScaleInstance(1 / ENLARGED, 1 / ENLARGED);
    double width = glyphs.getGlyphPosition(glyphs.getNumGlyphs()).getX() / ENLARGED;
    return new Line(back.createTransformedShape(glyphs.getOutline()), width);
  }

  private static Map<Face, Font> load() {
    Map<Face, Font> fonts = new EnumMap<>(Face.class);
    for (Face face : Face.values()) fonts.put(face, load(fileOf(face)));
    return fonts;
  }

  private static String fileOf(Face face) {
    return switch (face) {
      case TEXT -> "Inter-Regular.ttf";
      case TEXT_MEDIUM -> "Inter-Medium.ttf";
      case TEXT_BOLD -> "Inter-SemiBold.ttf";
      case NUMBER -> "JetBrainsMono-Regular.ttf";
      case NUMBER_BOLD -> "JetBrainsMono-SemiBold.ttf";
    };
  }

  private static Font load(String file) {
    try (InputStream in = AwtFonts.class.getResourceAsStream("/assets/fonts/" + file)) {
      if (in == null) throw new IllegalStateException("The font " + file + " is missing from this installation.");
      Font font = Font.createFont(Font.TRUETYPE_FONT, in);
      return font.deriveFont(Map.of(TextAttribute.KERNING, TextAttribute.KERNING_ON));
    } catch (IOException e) {
      throw new UncheckedIOException("The font " + file + " cannot be read.", e);
    } catch (FontFormatException e) {
      throw new IllegalStateException("The font " + file + " is damaged.", e);
    }
  }
}
