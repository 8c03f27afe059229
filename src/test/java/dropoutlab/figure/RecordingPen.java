package dropoutlab.figure;

import dropoutlab.figure.plot.Outline;
import dropoutlab.figure.plot.Pen;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Remembers what was drawn.
public final class RecordingPen implements Pen {
  /// A line of text with its box.
  public record Text(String text, double left, double baseline, double width, Type type, int argb) {
    public double right() { return left + width; }

    public double top() { return baseline - 0.75 * type.size(); }

    public double bottom() { return baseline + 0.25 * type.size(); }

    public boolean overlaps(Text other) {
      return left < other.right() && other.left < right() && top() < other.bottom() && other.top() < bottom();
    }
  }

  /// A stroked line through points.
  public record Line(double[] x, double[] y, int argb, double width, double[] dash) {}

  public record Disc(double x, double y, double radius, int argb, boolean filled) {}

  public record Box(double x, double y, double width, double height, int argb) {}

  public record Stamp(Outline outline, double x, double y, double scale, int argb) {}

  public final List<Stamp> outlines = new ArrayList<>();
  public final List<Text> texts = new ArrayList<>();
  public final List<Line> lines = new ArrayList<>();
  public final List<Line> areas = new ArrayList<>();
  public final List<Disc> discs = new ArrayList<>();
  public final List<Box> boxes = new ArrayList<>();
  /// The pixels of each image, row 0 on top.
  public final List<int[]> images = new ArrayList<>();
  public int openClips;
  private int fill;
  private int stroke;
  private double strokeWidth;
  private double[] dash = {};

  public List<String> words() { return texts.stream().map(Text::text).toList(); }

  private static double finite(double v) {
    if (!Double.isFinite(v)) throw new AssertionError("drawn at " + v);
    return v;
  }

  private static double[] finite(double[] v, int count) {
    double[] copy = new double[count];
    for (int i = 0; i < count; i++) copy[i] = finite(v[i]);
    return copy;
  }

  private void box(double x, double y, double width, double height, int argb) {
    boxes.add(new Box(finite(x), finite(y), finite(width), finite(height), argb));
  }

  @Override public void fill(int argb) { fill = argb; }

  @Override public void stroke(int argb, double width, double... dash) {
    stroke = argb;
    strokeWidth = width;
    this.dash = dash;
  }

  @Override public void fillRect(double x, double y, double width, double height) { box(x, y, width, height, fill); }

  @Override public void strokeRect(double x, double y, double width, double height) {
    box(x, y, width, height, stroke);
  }

  @Override public void fillRoundRect(double x, double y, double width, double height, double radius) {
    box(x, y, width, height, fill);
  }

  @Override public void strokeRoundRect(double x, double y, double width, double height, double radius) {
    box(x, y, width, height, stroke);
  }

  @Override public void fillOval(double centreX, double centreY, double radius) {
    discs.add(new Disc(finite(centreX), finite(centreY), radius, fill, true));
  }

  @Override public void strokeOval(double centreX, double centreY, double radius) {
    discs.add(new Disc(finite(centreX), finite(centreY), radius, stroke, false));
  }

  @Override public void line(double x1, double y1, double x2, double y2) {
    polyline(new double[] {x1, x2}, new double[] {y1, y2}, 2);
  }

  @Override public void curve(double x1, double y1, double cx1, double cy1, double cx2, double cy2, double x2,
                              double y2) {
    polyline(new double[] {x1, cx1, cx2, x2}, new double[] {y1, cy1, cy2, y2}, 4);
  }

  @Override public void polyline(double[] x, double[] y, int count) {
    lines.add(new Line(finite(x, count), finite(y, count), stroke, strokeWidth, dash));
  }

  @Override public void polygon(double[] x, double[] y, int count) {
    areas.add(new Line(finite(x, count), finite(y, count), fill, 0, new double[0]));
  }

  @Override public void outline(Outline outline, double x, double y, double scale) {
    outlines.add(new Stamp(outline, finite(x), finite(y), finite(scale), fill));
  }

  @Override public void text(String text, double x, double y, Type type, Align align) {
    double width = textWidth(text, type);
    double left = switch (align) {
      case LEFT -> x;
      case CENTRE -> x - width / 2;
      case RIGHT -> x - width;
    };
    texts.add(new Text(text, finite(left), finite(y), width, type, fill));
  }

  @Override public void image(int[] argb, int columns, int rows, double x, double y, double width, double height,
                              boolean smooth) {
    images.add(Arrays.copyOf(argb, columns * rows));
    box(x, y, width, height, 0);
  }

  @Override public void clip(double x, double y, double width, double height) { openClips++; }

  @Override public void unclip() { openClips--; }
}
