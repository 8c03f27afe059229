package dropoutlab.export.picture;

import dropoutlab.figure.plot.Outline;
import dropoutlab.figure.plot.Pen;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.Deque;

/// The pen for files: it draws on any [Graphics2D], including one that writes SVG. Letters are drawn as shapes.
public final class Graphics2dPen implements Pen {
  private final Graphics2D g;
  private final double pixelsPerUnit;
  private final Deque<ClipState> clips = new ArrayDeque<>();
  private Color fill = Color.BLACK;
  private Color stroke = Color.BLACK;

  /// The clip before a [#clip]; `shape` is null if nothing was clipped.
  private record ClipState(Shape shape) {}

  /// Makes a pen for a device whose pixels are the units to which the transform of `g` leads.
  public Graphics2dPen(Graphics2D g) {
    this(g, 1);
  }

  /// @param oversampling the number of picture pixels per device unit when pictures are stretched: more than 1 for
  ///                     vector files, which will be enlarged
  Graphics2dPen(Graphics2D g, double oversampling) {
    this.g = g;
    this.pixelsPerUnit = g.getTransform().getScaleX() * oversampling;
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
  }

  @Override public void fill(int argb) { fill = new Color(argb, true); }

  @Override public void stroke(int argb, double width, double... dash) {
    stroke = new Color(argb, true);
    g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, floats(dash), 0));
  }

  private static float[] floats(double[] dash) {
    if (dash.length == 0) return null;
    float[] lengths = new float[dash.length];
    for (int i = 0; i < dash.length; i++) lengths[i] = (float) dash[i];
    return lengths;
  }

  private void fill(Shape shape) {
    g.setColor(fill);
    g.fill(shape);
  }

  private void stroke(Shape shape) {
    g.setColor(stroke);
    g.draw(shape);
  }

  @Override public void fillRect(double x, double y, double width, double height) {
    fill(new Rectangle2D.Double(x, y, width, height));
  }

  @Override public void strokeRect(double x, double y, double width, double height) {
    stroke(new Rectangle2D.Double(x, y, width, height));
  }

  @Override public void fillRoundRect(double x, double y, double width, double height, double radius) {
    fill(new RoundRectangle2D.Double(x, y, width, height, 2 * radius, 2 * radius));
  }

  @Override public void strokeRoundRect(double x, double y, double width, double height, double radius) {
    stroke(new RoundRectangle2D.Double(x, y, width, height, 2 * radius, 2 * radius));
  }

  @Override public void fillOval(double centreX, double centreY, double radius) {
    fill(circle(centreX, centreY, radius));
  }

  @Override public void strokeOval(double centreX, double centreY, double radius) {
    stroke(circle(centreX, centreY, radius));
  }

  private static Shape circle(double centreX, double centreY, double radius) {
    return new Ellipse2D.Double(centreX - radius, centreY - radius, 2 * radius, 2 * radius);
  }

  @Override public void line(double x1, double y1, double x2, double y2) { stroke(new Line2D.Double(x1, y1, x2, y2)); }

  @Override public void curve(double x1, double y1, double cx1, double cy1, double cx2, double cy2, double x2,
                              double y2) {
    stroke(new CubicCurve2D.Double(x1, y1, cx1, cy1, cx2, cy2, x2, y2));
  }

  @Override public void polyline(double[] x, double[] y, int count) {
    if (count > 1) stroke(path(x, y, count));
  }

  @Override public void polygon(double[] x, double[] y, int count) {
    if (count < 3) return;
    Path2D path = path(x, y, count);
    path.closePath();
    fill(path);
  }

  private static Path2D path(double[] x, double[] y, int count) {
    Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO, count + 1);
    path.moveTo(x[0], y[0]);
    for (int i = 1; i < count; i++) path.lineTo(x[i], y[i]);
    return path;
  }

  @Override public void outline(Outline outline, double x, double y, double scale) {
    Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    outline.trace(new Outline.Tracer() {
      @Override public void move(double toX, double toY) { path.moveTo(toX, toY); }

      @Override public void line(double toX, double toY) { path.lineTo(toX, toY); }

      @Override public void quadratic(double cx, double cy, double toX, double toY) { path.quadTo(cx, cy, toX, toY); }

      @Override public void close() { path.closePath(); }
    });
    path.transform(new AffineTransform(scale, 0, 0, scale, x, y));
    fill(path);
  }

  @Override public void text(String text, double x, double y, Type type, Align align) {
    AwtFonts.Line line = AwtFonts.line(text, type);
    double left = switch (align) {
      case LEFT -> x;
      case CENTRE -> x - line.width() / 2;
      case RIGHT -> x - line.width();
    };
    fill(AffineTransform.getTranslateInstance(left, y).createTransformedShape(line.outline()));
  }

  @Override public void image(int[] argb, int columns, int rows, double x, double y, double width, double height,
                              boolean smooth) {
    if (columns == 0 || rows == 0 || width <= 0 || height <= 0) return;
    // Pictures are stretched here and not by the device, because SVG viewers differ in how they interpolate.
    int w = Math.max(columns, (int) Math.round(width * pixelsPerUnit));
    int h = Math.max(rows, (int) Math.round(height * pixelsPerUnit));
    BufferedImage image = new BufferedImage(w, h, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, w, h, Pixels.stretch(argb, columns, rows, w, h, smooth), 0, w);
    g.drawImage(image, new AffineTransform(width / w, 0, 0, height / h, x, y), null);
  }

  @Override public void clip(double x, double y, double width, double height) {
    clips.push(new ClipState(g.getClip()));
    g.clip(new Rectangle2D.Double(x, y, width, height));
  }

  @Override public void unclip() { g.setClip(clips.pop().shape()); }
}
