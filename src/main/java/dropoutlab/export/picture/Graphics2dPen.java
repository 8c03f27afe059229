package dropoutlab.export.picture;

import dropoutlab.export.picture.vector.Pixels;
import dropoutlab.export.picture.vector.ShapePen;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.Deque;

/// The pen for files: it draws on any [Graphics2D], including one that writes SVG. Letters are drawn as shapes.
public class Graphics2dPen extends ShapePen {
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

  @Override public void fill(Shape shape) {
    g.setColor(fill);
    g.fill(shape);
  }

  @Override public void stroke(Shape shape) {
    g.setColor(stroke);
    g.draw(shape);
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
