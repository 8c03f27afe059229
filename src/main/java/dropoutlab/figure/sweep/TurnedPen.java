package dropoutlab.figure.sweep;

import dropoutlab.figure.plot.Outline;
import dropoutlab.figure.plot.Pen;

/// A pen that changes x with y, for figures whose columns lie as rows. Letters stay upright.
record TurnedPen(Pen pen) implements Pen {
  @Override public void fill(int argb) { pen.fill(argb); }

  @Override public void stroke(int argb, double width, double... dash) { pen.stroke(argb, width, dash); }

  @Override public void fillRect(double x, double y, double width, double height) { pen.fillRect(y, x, height, width); }

  @Override public void strokeRect(double x, double y, double width, double height) {
    pen.strokeRect(y, x, height, width);
  }

  @Override public void fillRoundRect(double x, double y, double width, double height, double radius) {
    pen.fillRoundRect(y, x, height, width, radius);
  }

  @Override public void strokeRoundRect(double x, double y, double width, double height, double radius) {
    pen.strokeRoundRect(y, x, height, width, radius);
  }

  @Override public void fillOval(double centreX, double centreY, double radius) {
    pen.fillOval(centreY, centreX, radius);
  }

  @Override public void strokeOval(double centreX, double centreY, double radius) {
    pen.strokeOval(centreY, centreX, radius);
  }

  @Override public void line(double x1, double y1, double x2, double y2) { pen.line(y1, x1, y2, x2); }

  @Override public void curve(double x1, double y1, double cx1, double cy1, double cx2, double cy2, double x2,
                              double y2) {
    pen.curve(y1, x1, cy1, cx1, cy2, cx2, y2, x2);
  }

  @Override public void polyline(double[] x, double[] y, int count) { pen.polyline(y, x, count); }

  @Override public void polygon(double[] x, double[] y, int count) { pen.polygon(y, x, count); }

  @Override public void outline(Outline outline, double x, double y, double scale) { pen.outline(outline, y, x,
      scale); }

  @Override public void text(String text, double x, double y, Type type, Align align) {
    pen.text(text, y, x, type, align);
  }

  @Override public void image(int[] argb, int columns, int rows, double x, double y, double width, double height,
                              boolean smooth) {
    throw new IllegalStateException("Nothing that is turned draws an image.");
  }

  @Override public void clip(double x, double y, double width, double height) { pen.clip(y, x, height, width); }

  @Override public void unclip() { pen.unclip(); }
}
