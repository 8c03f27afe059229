package dropoutlab.figure.plot;

import java.util.Arrays;

/// A pen that draws everything `dx` to the right and `dy` down, with lines and their dashes `lines` times as wide.
public record ShiftedPen(Pen pen, double dx, double dy, double lines) implements Pen {
  public ShiftedPen(Pen pen, double dx, double dy) { this(pen, dx, dy, 1); }

  @Override public void fill(int argb) { pen.fill(argb); }

  @Override public void stroke(int argb, double width, double... dash) {
    pen.stroke(argb, lines * width, lines == 1 ? dash : Arrays.stream(dash).map(each -> lines * each).toArray());
  }

  @Override public void fillRect(double x, double y, double width, double height) {
    pen.fillRect(x + dx, y + dy, width, height);
  }

  @Override public void strokeRect(double x, double y, double width, double height) {
    pen.strokeRect(x + dx, y + dy, width, height);
  }

  @Override public void fillRoundRect(double x, double y, double width, double height, double radius) {
    pen.fillRoundRect(x + dx, y + dy, width, height, radius);
  }

  @Override public void strokeRoundRect(double x, double y, double width, double height, double radius) {
    pen.strokeRoundRect(x + dx, y + dy, width, height, radius);
  }

  @Override public void fillOval(double centreX, double centreY, double radius) {
    pen.fillOval(centreX + dx, centreY + dy, radius);
  }

  @Override public void strokeOval(double centreX, double centreY, double radius) {
    pen.strokeOval(centreX + dx, centreY + dy, radius);
  }

  @Override public void line(double x1, double y1, double x2, double y2) {
    pen.line(x1 + dx, y1 + dy, x2 + dx, y2 + dy);
  }

  @Override public void curve(double x1, double y1, double cx1, double cy1, double cx2, double cy2, double x2,
                              double y2) {
    pen.curve(x1 + dx, y1 + dy, cx1 + dx, cy1 + dy, cx2 + dx, cy2 + dy, x2 + dx, y2 + dy);
  }

  @Override public void polyline(double[] x, double[] y, int count) {
    pen.polyline(moved(x, dx, count), moved(y, dy, count), count);
  }

  @Override public void polygon(double[] x, double[] y, int count) {
    pen.polygon(moved(x, dx, count), moved(y, dy, count), count);
  }

  private static double[] moved(double[] values, double by, int count) {
    double[] moved = new double[count];
    for (int i = 0; i < count; i++) moved[i] = values[i] + by;
    return moved;
  }

  @Override public void outline(Outline outline, double x, double y, double scale) {
    pen.outline(outline, x + dx, y + dy, scale);
  }

  @Override public void text(String text, double x, double y, Type type, Align align) {
    pen.text(text, x + dx, y + dy, type, align);
  }

  @Override public void image(int[] argb, int columns, int rows, double x, double y, double width, double height,
                              boolean smooth) {
    pen.image(argb, columns, rows, x + dx, y + dy, width, height, smooth);
  }

  @Override public void clip(double x, double y, double width, double height) {
    pen.clip(x + dx, y + dy, width, height);
  }

  @Override public void unclip() { pen.unclip(); }
}
