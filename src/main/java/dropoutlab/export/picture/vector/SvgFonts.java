package dropoutlab.export.picture.vector;

import dropoutlab.figure.plot.Pen.Face;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;

/// The fonts inside an SVG: of each the letters that were used, and nothing that would move them.
public final class SvgFonts {
  /// Without kerning and substitutions, so that letters stand as they do everywhere else.
  private static final List<String> TABLES = List.of("head", "hhea", "maxp", "OS/2", "name", "post", "cmap", "glyf",
      "loca", "hmtx", "gasp");

  private final Map<Face, Set<Integer>> used = new EnumMap<>(Face.class);

  /// Writes the attributes that choose a face, and keeps the letters of a text.
  void write(StringBuilder to, String text, Face face) {
    text.codePoints().forEach(used.computeIfAbsent(face, _ -> new TreeSet<>())::add);
    to.append(" font-family=\"").append(family(face)).append(isNumber(face) ? ", monospace\"" : ", sans-serif\"");
    if (weight(face) != 400) to.append(" font-weight=\"").append(weight(face)).append('"');
  }

  /// The rules that define the faces; empty where there are no words. SVG has no attribute for it.
  public String rules() {
    if (used.isEmpty()) return "";
    StringBuilder rules = new StringBuilder("<style>");
    used.forEach((face, points) -> rules.append("\n@font-face{font-family:'").append(family(face))
        .append("';font-weight:").append(weight(face)).append(";src:url(data:font/ttf;base64,")
        .append(Base64.getEncoder().encodeToString(subset(face, points))).append(") format('truetype')}"));
    return rules.append("\n</style>\n").toString();
  }

  static byte[] subset(Face face, Set<Integer> points) {
    try (TrueTypeFont font = PdfFonts.parse(face)) {
      TTFSubsetter subsetter = new TTFSubsetter(font, TABLES);
      subsetter.addAll(points);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      subsetter.writeToStream(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("The font " + face + " cannot be reduced to the letters that are used.", e);
    }
  }

  private static boolean isNumber(Face face) { return face == Face.NUMBER || face == Face.NUMBER_BOLD; }

  private static String family(Face face) { return isNumber(face) ? "JetBrains Mono" : "Inter"; }

  private static int weight(Face face) {
    return switch (face) {
      case TEXT, NUMBER -> 400;
      case TEXT_MEDIUM -> 500;
      case TEXT_BOLD, NUMBER_BOLD -> 600;
    };
  }
}
