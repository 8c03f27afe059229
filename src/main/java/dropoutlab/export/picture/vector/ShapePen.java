package dropoutlab.export.picture.vector;

import dropoutlab.figure.plot.Outline;
import dropoutlab.figure.plot.Pen;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/// A pen that makes a shape of everything, letters included; what is left is to fill and to stroke shapes.
public abstract class ShapePen implements Pen {
  /// In the present fill colour.
  public abstract void fill(Shape shape);

  /// In the present stroke.
  public abstract void stroke(Shape shape);

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
}
