package dropoutlab.ui.fx;

import dropoutlab.figure.plot.Outline;
import dropoutlab.figure.plot.Pen;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;

/// The pen for the screen. One a canvas, kept as long as the canvas; [#begin] opens each redraw.
public final class FxPen implements Pen {
  private final GraphicsContext g;
  private final Fonts fonts;
  private final FxImages images = new FxImages();
  private final Deque<Ink> clips = new ArrayDeque<>();
  private Ink ink = Ink.UNSET;

  /// What the canvas was last told, so that nothing is told twice: a network has a thousand edges.
  private record Ink(int fill, int stroke, double width, double[] dash, Type type, Align align) {
    static final Ink UNSET = new Ink(0xFF000000, 0xFF000000, 1, new double[0], null, Align.LEFT);

    Ink fill(int argb) { return new Ink(argb, stroke, width, dash, type, align); }

    Ink stroke(int argb, double width, double[] dash) { return new Ink(fill, argb, width, dash, type, align); }

    Ink text(Type type, Align align) { return new Ink(fill, stroke, width, dash, type, align); }
  }

  public FxPen(GraphicsContext g, Fonts fonts) {
    this.g = g;
    this.fonts = fonts;
    g.setLineCap(StrokeLineCap.BUTT);
    g.setLineJoin(StrokeLineJoin.ROUND);
    g.setFill(Color.BLACK);
    g.setStroke(Color.BLACK);
    g.setLineWidth(1);
    g.setTextAlign(TextAlignment.LEFT);
  }

  /// Starts a redraw: wipes the rectangle (0, 0, width, height) to transparent.
  public void begin(double width, double height) {
    images.nextFrame();
    g.clearRect(0, 0, width, height);
  }

  @Override public void fill(int argb) {
    if (argb == ink.fill) return;
    g.setFill(colour(argb));
    ink = ink.fill(argb);
  }

  @Override public void stroke(int argb, double width, double... dash) {
    if (argb == ink.stroke && width == ink.width && Arrays.equals(dash, ink.dash)) return;
    if (argb != ink.stroke) g.setStroke(colour(argb));
    if (width != ink.width) g.setLineWidth(width);
    if (!Arrays.equals(dash, ink.dash)) g.setLineDashes(dash);
    ink = ink.stroke(argb, width, dash.clone());
  }

  private static Color colour(int argb) {
    return Color.rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF, (argb >>> 24) / 255.0);
  }

  @Override public void fillRect(double x, double y, double width, double height) { g.fillRect(x, y, width, height); }

  @Override public void strokeRect(double x, double y, double width, double height) {
    g.strokeRect(x, y, width, height);
  }

  @Override public void fillRoundRect(double x, double y, double width, double height, double radius) {
    g.fillRoundRect(x, y, width, height, 2 * radius, 2 * radius);
  }

  @Override public void strokeRoundRect(double x, double y, double width, double height, double radius) {
    g.strokeRoundRect(x, y, width, height, 2 * radius, 2 * radius);
  }

  @Override public void fillOval(double centreX, double centreY, double radius) {
    g.fillOval(centreX - radius, centreY - radius, 2 * radius, 2 * radius);
  }

  @Override public void strokeOval(double centreX, double centreY, double radius) {
    g.strokeOval(centreX - radius, centreY - radius, 2 * radius, 2 * radius);
  }

  @Override public void line(double x1, double y1, double x2, double y2) { g.strokeLine(x1, y1, x2, y2); }

  @Override public void curve(double x1, double y1, double cx1, double cy1, double cx2, double cy2, double x2,
                              double y2) {
    g.beginPath();
    g.moveTo(x1, y1);
    g.bezierCurveTo(cx1, cy1, cx2, cy2, x2, y2);
    g.stroke();
  }

  @Override public void polyline(double[] x, double[] y, int count) { if (count > 1) g.strokePolyline(x, y, count); }

  @Override public void polygon(double[] x, double[] y, int count) { if (count > 2) g.fillPolygon(x, y, count); }

  @Override public void outline(Outline outline, double x, double y, double scale) {
    g.beginPath();
    outline.trace(new FxTracer(g, x, y, scale));
    g.fill();
  }

  private record FxTracer(GraphicsContext g, double x, double y, double scale) implements Outline.Tracer {
    @Override public void move(double toX, double toY) { g.moveTo(x + scale * toX, y + scale * toY); }

    @Override public void line(double toX, double toY) { g.lineTo(x + scale * toX, y + scale * toY); }

    @Override public void quadratic(double cx, double cy, double toX, double toY) {
      g.quadraticCurveTo(x + scale * cx, y + scale * cy, x + scale * toX, y + scale * toY);
    }

    @Override public void close() { g.closePath(); }
  }

  @Override public void text(String text, double x, double y, Type type, Align align) {
    if (!type.equals(ink.type)) g.setFont(fonts.font(type));
    if (align != ink.align) g.setTextAlign(alignment(align));
    ink = ink.text(type, align);
    g.fillText(text, x, y);
  }

  private static TextAlignment alignment(Align align) {
    return switch (align) {
      case LEFT -> TextAlignment.LEFT;
      case CENTRE -> TextAlignment.CENTER;
      case RIGHT -> TextAlignment.RIGHT;
    };
  }

  @Override public void image(int[] argb, int columns, int rows, double x, double y, double width, double height,
                              boolean smooth) {
    if (columns == 0 || rows == 0 || width <= 0 || height <= 0) return;
    g.setImageSmoothing(smooth);
    // The source rectangle leaves out the rim, so that interpolation never reaches past the edge into nothing.
    g.drawImage(images.rimmed(argb, columns, rows), 1, 1, columns, rows, x, y, width, height);
  }

  @Override public void clip(double x, double y, double width, double height) {
    clips.push(ink);
    g.save();
    g.beginPath();
    g.rect(x, y, width, height);
    g.clip();
  }

  @Override public void unclip() {
    Ink current = ink;
    g.restore();
    ink = clips.pop();
    // Only the clip ends here: the colours chosen inside stay, as with every other pen.
    fill(current.fill);
    stroke(current.stroke, current.width, current.dash);
  }
}
