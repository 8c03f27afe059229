package dropoutlab.export;

import dropoutlab.figure.Pen.Face;
import dropoutlab.figure.Pen.Type;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.font.TextAttribute;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;

/// The shipped typefaces for java.awt. Text is laid out to glyph outlines without hinting, so that it has the same
/// shape and width on every machine and at every scale.
final class AwtFonts {
  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
  private static final Map<Face, Font> FONTS = load();

  private AwtFonts() {}

  static GlyphVector layout(String text, Type type) {
    Font font = FONTS.get(type.face()).deriveFont((float) type.size());
    return font.layoutGlyphVector(EXACT, text.toCharArray(), 0, text.length(), Font.LAYOUT_LEFT_TO_RIGHT);
  }

  static double width(GlyphVector glyphs) {
    return glyphs.getGlyphPosition(glyphs.getNumGlyphs()).getX();
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
      return Font.createFont(Font.TRUETYPE_FONT, in).deriveFont(Map.of(TextAttribute.KERNING, TextAttribute.KERNING_ON));
    } catch (IOException e) {
      throw new UncheckedIOException("The font " + file + " cannot be read.", e);
    } catch (FontFormatException e) {
      throw new IllegalStateException("The font " + file + " is damaged.", e);
    }
  }
}
