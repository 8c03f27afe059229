package dropoutlab.formulas;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.batik.ext.awt.g2d.AbstractGraphics2D;
import org.apache.batik.ext.awt.g2d.GraphicContext;

/// Collects what JLaTeXMath draws of one formula: letters, with their places and sizes, and bars. Everything is in
/// thousandths of an em, y downwards, the baseline at 0.
final class PathCollector extends AbstractGraphics2D {
  /// Fonts of Donald Knuth's Computer Modern and of the AMS, whose licences allow their outlines to be shipped.
  private static final String ALLOWED = "jlm_(cm(r|mi|sy|ex)|ms[ab]m)10";

  private final Map<String, String> outlines;
  private final List<Letter> letters;
  private final List<long[]> bars;

  /// A letter: the name of its outline, its place and the factor of its size.
  record Letter(String outline, long x, long y, double size) {}

  /// @param outlines takes the outlines of all letters, by their names
  PathCollector(Map<String, String> outlines) { this(outlines, new ArrayList<>(), new ArrayList<>(), null); }

  private PathCollector(Map<String, String> outlines, List<Letter> letters, List<long[]> bars, PathCollector of) {
    super(true);
    this.outlines = outlines;
    this.letters = letters;
    this.bars = bars;
    gc = of == null ? new GraphicContext(AffineTransform.getScaleInstance(1000, 1000))
        : (GraphicContext) of.gc.clone();
  }

  List<Letter> letters() { return letters; }

  List<long[]> bars() { return bars; }

  @Override public void drawString(String text, float x, float y) {
    Font font = getFont();
    AffineTransform at = new AffineTransform(getTransform());
    at.translate(x, y);
    if (text.length() != 1 || at.getShearX() != 0 || at.getShearY() != 0
        || !near(at.getScaleX(), at.getScaleY()))
      throw new IllegalArgumentException("Cannot place the letters \"" + text + "\": " + at);
    String family = font.getFontName();
    if (!family.matches(ALLOWED)) throw new IllegalArgumentException("The font " + family + " must not be shipped");
    String name = family.replace("jlm_", "").replace("10", "") + "-" + Integer.toHexString(text.charAt(0));
    double em = font.getSize2D() * at.getScaleX();
    outlines.computeIfAbsent(name, _ -> outline(font, text));
    letters.add(new Letter(name, Math.round(at.getTranslateX()), Math.round(at.getTranslateY()),
        Math.round(em) / 1000.0));
  }

  private static boolean near(double a, double b) { return Math.abs(a - b) < 1e-9; }

  private static String outline(Font font, String text) {
    Font large = font.deriveFont(1000f);
    return path(large.createGlyphVector(new FontRenderContext(null, true, true), text).getOutline());
  }

  private static String path(Shape shape) {
    StringBuilder path = new StringBuilder();
    double[] c = new double[6];
    for (PathIterator i = shape.getPathIterator(null); !i.isDone(); i.next()) {
      int segment = i.currentSegment(c);
      path.append("MLQCZ".charAt(segment));
      int numbers = new int[] {2, 2, 4, 6, 0}[segment];
      for (int k = 0; k < numbers; k++) path.append(k == 0 ? "" : " ").append(Math.round(c[k]));
    }
    return path.toString();
  }

  @Override public void fill(Shape shape) {
    if (!(shape instanceof Rectangle2D)) throw new IllegalArgumentException("Only bars can be filled, not " + shape);
    Rectangle2D bar = getTransform().createTransformedShape(shape).getBounds2D();
    bars.add(new long[] {Math.round(bar.getX()), Math.round(bar.getY()), Math.round(bar.getWidth()),
        Math.round(bar.getHeight())});
  }

  @Override public void draw(Shape shape) { throw new IllegalArgumentException("Nothing can be stroked: " + shape); }

  @Override public Graphics create() { return new PathCollector(outlines, letters, bars, this); }

  @Override public void dispose() {}

  @Override public FontMetrics getFontMetrics(Font font) { throw new UnsupportedOperationException(); }

  @Override public GraphicsConfiguration getDeviceConfiguration() { return null; }

  @Override public void drawString(AttributedCharacterIterator text, float x, float y) {
    throw new UnsupportedOperationException();
  }

  @Override public boolean drawImage(Image image, int x, int y, ImageObserver observer) {
    throw new UnsupportedOperationException();
  }

  @Override public boolean drawImage(Image image, int x, int y, int width, int height, ImageObserver observer) {
    throw new UnsupportedOperationException();
  }

  @Override public void drawRenderableImage(RenderableImage image, AffineTransform to) {
    throw new UnsupportedOperationException();
  }

  @Override public void drawRenderedImage(RenderedImage image, AffineTransform to) {
    throw new UnsupportedOperationException();
  }

  @Override public void setXORMode(Color colour) { throw new UnsupportedOperationException(); }

  @Override public void copyArea(int x, int y, int width, int height, int dx, int dy) {
    throw new UnsupportedOperationException();
  }
}
