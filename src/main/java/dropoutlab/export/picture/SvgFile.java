package dropoutlab.export.picture;

import dropoutlab.export.picture.vector.Pixels;
import dropoutlab.export.picture.vector.SvgFonts;
import dropoutlab.export.picture.vector.SvgPen;
import dropoutlab.export.picture.vector.XmlRecipe;
import dropoutlab.export.picture.vector.XmlText;
import dropoutlab.figure.plot.Description;
import dropoutlab.words.Words;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;

/// Sheets as SVG: vectors of a physical size, words that stay words, what is to be seen told in words, and the recipe.
public final class SvgFile {
  private static final double MM_PER_CM = 10;

  private SvgFile() {}

  public static byte[] bytes(Sheet sheet) { return bytes(sheet, false); }

  /// @param outlines whether words are drawn as shapes: for programs that do not know embedded fonts
  public static byte[] bytes(Sheet sheet, boolean outlines) {
    Description told = Told.of(sheet);
    String prefix = prefix(sheet, told);
    SvgFonts fonts = new SvgFonts();
    SvgPen pen = new SvgPen(fonts, prefix, sheet.ptPerPixel() * Pixels.VECTOR_PER_PT, outlines);
    sheet.draw(pen);
    String elements = pen.elements();
    StringBuilder svg = new StringBuilder(elements.length() + (1 << 16));
    head(svg, sheet, told, prefix);
    svg.append(fonts.rules())
        .append("<g fill=\"none\" stroke-linejoin=\"round\" text-rendering=\"geometricPrecision\">\n").append(elements)
        .append("</g>\n</svg>\n");
    return svg.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void head(StringBuilder svg, Sheet sheet, Description told, String prefix) {
    svg.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"")
        .append(" xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"1.1\" width=\"");
    XmlText.number(svg, sheet.page().widthCm() * MM_PER_CM, 4);
    XmlText.number(svg.append("mm\" height=\""), sheet.page().heightCm() * MM_PER_CM, 4);
    XmlText.number(svg.append("mm\" viewBox=\"0 0 "), sheet.width(), 4);
    XmlText.number(svg.append(' '), sheet.height(), 4);
    svg.append("\" role=\"img\" aria-labelledby=\"").append(prefix).append("title ").append(prefix)
        .append("desc\" xml:lang=\"").append(Words.of("vector.language")).append("\">\n");
    element(svg, "title", prefix, told.title());
    element(svg, "desc", prefix, told.text());
    if (sheet.recipe().isEmpty()) return;
    XmlText.escape(svg.append("<metadata><recipe xmlns=\"").append(XmlRecipe.NAMESPACE).append("\">"), sheet.recipe());
    svg.append("</recipe></metadata>\n");
  }

  private static void element(StringBuilder svg, String name, String prefix, String text) {
    svg.append('<').append(name).append(" id=\"").append(prefix).append(name).append("\">");
    XmlText.escape(svg, text);
    svg.append("</").append(name).append(">\n");
  }

  /// The same for the same sheet, and another for almost every other one.
  private static String prefix(Sheet sheet, Description told) {
    CRC32 sum = new CRC32();
    String page = sheet.page().toString();
    for (String part : new String[] {sheet.recipe(), sheet.caption(), told.title(), told.text(), page})
      sum.update((part + "\n").getBytes(StandardCharsets.UTF_8));
    return "d" + Long.toHexString(sum.getValue()) + "-";
  }

  /// The recipe in an SVG; empty for a picture of others, and for one that was stripped or damaged.
  public static Optional<String> recipe(byte[] svg) {
    return XmlRecipe.read(svg, 0, svg.length).stream().findFirst();
  }
}
