package dropoutlab.figure.plot;

import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// How wide text is, by the advance widths of the shipped fonts: the same on every pen and every machine, and known
/// without a pen, so that a layout and the question what lies under a point always agree.
public final class TextMeasure {
  private static final Map<Face, FontFile> FONTS = new EnumMap<>(Face.class);

  static {
    for (Face face : Face.values()) FONTS.put(face, FontFile.read(face));
  }

  private TextMeasure() {}

  /// The width of a line in logical pixels.
  public static double width(String text, Type type) {
    FontFile font = FONTS.get(type.face());
    double ems = 0;
    for (int i = 0; i < text.length(); i++) ems += font.advance(text.charAt(i));
    return ems * type.size();
  }

  /// The width of the widest line, 0 of none.
  public static double widest(Collection<String> lines, Type type) {
    double widest = 0;
    for (String line : lines) widest = Math.max(widest, width(line, type));
    return widest;
  }

  /// A text in lines of at most that width, broken between words; a single word may be wider.
  public static List<String> wrapped(String text, Type type, double width) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.split(" ")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && width(longer, type) > width) {
        lines.add(line);
        longer = word;
      }
      line = longer;
    }
    lines.add(line);
    return lines;
  }
}
