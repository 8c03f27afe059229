package dropoutlab.export.picture.vector;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/// The pen that writes SVG: one element for each thing drawn, its looks in attributes alone, since many programs read
/// no style sheets. Words are `text` in the shipped fonts where these have all letters, and outlines where they have
/// not.
public final class SvgPen extends ShapePen {
  /// A hundredth of a logical pixel, which no eye sees.
  private static final int DECIMALS = 2;
  /// Enough for positions of words, which add up to lines.
  private static final int FINE = 3;

  private final StringBuilder out = new StringBuilder(1 << 16);
  private final Map<Rectangle2D, String> clips = new LinkedHashMap<>();
  private final SvgFonts fonts;
  private final String prefix;
  private final double pixels;
  private final boolean outlines;
  private int open;
  private String fill = "";
  private String stroke = "";

  /// @param fonts    learns which letters are used
  /// @param prefix   of the names of elements, so that several files can stand in one page
  /// @param pixels   of pictures, in a logical pixel
  /// @param outlines whether all words are outlines
  public SvgPen(SvgFonts fonts, String prefix, double pixels, boolean outlines) {
    this.fonts = fonts;
    this.prefix = prefix;
    this.pixels = pixels;
    this.outlines = outlines;
  }

  /// All elements, those that are referred to first.
  public String elements() {
    StringBuilder all = new StringBuilder(out.length() + 1024);
    if (!clips.isEmpty()) all.append("<defs>\n");
    clips.forEach((box, id) -> {
      all.append("<clipPath id=\"").append(id).append("\"><rect");
      box(all, box);
      all.append("/></clipPath>\n");
    });
    if (!clips.isEmpty()) all.append("</defs>\n");
    return all.append(out).append("</g>\n".repeat(open)).toString();
  }

  @Override public void fill(int argb) { fill = colour("fill", argb); }

  /// Empty for a colour that is not to be seen.
  private static String colour(String name, int argb) {
    int alpha = argb >>> 24;
    if (alpha == 0) return "";
    StringBuilder text = new StringBuilder(" ").append(name).append("=\"#");
    for (int shift = 20; shift >= 0; shift -= 4) text.append(Character.forDigit(argb >> shift & 15, 16));
    text.append('"');
    if (alpha < 255) attribute(text, name + "-opacity", alpha / 255.0, FINE);
    return text.toString();
  }

  @Override public void stroke(int argb, double width, double... dash) {
    stroke = colour("stroke", argb);
    if (stroke.isEmpty() || width <= 0) {
      stroke = "";
      return;
    }
    StringBuilder text = new StringBuilder(stroke);
    attribute(text, "stroke-width", width, FINE);
    if (dash.length > 0) {
      text.append(" stroke-dasharray=\"");
      for (int i = 0; i < dash.length; i++) XmlText.number(i == 0 ? text : text.append(' '), dash[i], FINE);
      text.append('"');
    }
    stroke = text.toString();
  }

  @Override public void fill(Shape shape) { element(shape, fill); }

  @Override public void stroke(Shape shape) { element(shape, stroke); }

  private void element(Shape shape, String look) {
    if (look.isEmpty()) return;
    switch (shape) {
      case Rectangle2D r -> {
        if (r.getWidth() <= 0 || r.getHeight() <= 0) return;
        box(out.append("<rect"), r);
      }
      case RoundRectangle2D r -> {
        if (r.getWidth() <= 0 || r.getHeight() <= 0) return;
        box(out.append("<rect"), r.getFrame());
        attribute(out, "rx", r.getArcWidth() / 2, DECIMALS);
      }
      case Ellipse2D e -> {
        if (e.getWidth() <= 0) return;
        attribute(out.append("<circle"), "cx", e.getCenterX(), DECIMALS);
        attribute(out, "cy", e.getCenterY(), DECIMALS);
        attribute(out, "r", e.getWidth() / 2, DECIMALS);
      }
      default -> path(shape);
    }
    out.append(look).append("/>\n");
  }

  private void path(Shape shape) {
    out.append("<path d=\"");
    double[] at = new double[6];
    for (PathIterator i = shape.getPathIterator(null); !i.isDone(); i.next()) {
      int kind = i.currentSegment(at);
      out.append("MLQCZ".charAt(kind));
      int numbers = new int[] {2, 2, 4, 6, 0}[kind];
      for (int n = 0; n < numbers; n++) XmlText.number(n == 0 ? out : out.append(' '), at[n], DECIMALS);
    }
    out.append('"');
  }

  private static void box(StringBuilder to, Rectangle2D box) {
    attribute(to, "x", box.getX(), DECIMALS);
    attribute(to, "y", box.getY(), DECIMALS);
    attribute(to, "width", box.getWidth(), DECIMALS);
    attribute(to, "height", box.getHeight(), DECIMALS);
  }

  private static void attribute(StringBuilder to, String name, double value, int decimals) {
    XmlText.number(to.append(' ').append(name).append("=\""), value, decimals);
    to.append('"');
  }

  /// Tells the width too, so that the line keeps it in another font, where a program leaves ours out.
  @Override public void text(String text, double x, double y, Type type, Align align) {
    if (text.isBlank() || fill.isEmpty()) return;
    if (outlines || !AwtFonts.stands(text, type.face())) {
      super.text(text, x, y, type, align);
      return;
    }
    attribute(out.append("<text"), "x", x, FINE);
    attribute(out, "y", y, FINE);
    fonts.write(out, text, type.face());
    attribute(out, "font-size", type.size(), FINE);
    if (align != Align.LEFT) out.append(" text-anchor=\"").append(align == Align.RIGHT ? "end" : "middle").append('"');
    attribute(out, "textLength", textWidth(text, type), FINE);
    if (!text.equals(text.strip()) || text.contains("  ")) out.append(" xml:space=\"preserve\"");
    XmlText.escape(out.append(fill).append('>'), text);
    out.append("</text>\n");
  }

  @Override public void image(int[] argb, int columns, int rows, double x, double y, double width, double height,
                              boolean smooth) {
    if (columns == 0 || rows == 0 || width <= 0 || height <= 0) return;
    BufferedImage image = Pixels.enlarged(argb, columns, rows, width * pixels, height * pixels, smooth);
    box(out.append("<image"), new Rectangle2D.Double(x, y, width, height));
    out.append(" preserveAspectRatio=\"none\" xlink:href=\"data:image/png;base64,")
        .append(Base64.getEncoder().encodeToString(Pixels.png(image))).append("\"/>\n");
  }

  @Override public void clip(double x, double y, double width, double height) {
    Rectangle2D box = new Rectangle2D.Double(x, y, Math.max(0, width), Math.max(0, height));
    String id = clips.computeIfAbsent(box, _ -> prefix + "clip-" + (clips.size() + 1));
    out.append("<g clip-path=\"url(#").append(id).append(")\">\n");
    open++;
  }

  @Override public void unclip() {
    out.append("</g>\n");
    open--;
  }
}
