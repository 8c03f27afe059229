package dropoutlab.figure.plot;

import java.util.Optional;

/// A rectangle of a figure in which a smaller figure stands: it draws as if it began at (0, 0).
public record Inset(double left, double top, double width, double height) {
  public Inset {
    width = Math.max(1, width);
    height = Math.max(1, height);
  }

  public double right() { return left + width; }

  public double bottom() { return top + height; }

  public boolean contains(double x, double y) { return x >= left && x < right() && y >= top && y < bottom(); }

  public Pen on(Pen pen) { return new ShiftedPen(pen, left, top); }

  public void draw(Pen pen, Figure figure, Theme theme) { figure.draw(on(pen), width, height, theme); }

  public Optional<Hit> hit(Figure figure, double x, double y) {
    return contains(x, y) ? figure.hit(x - left, y - top, width, height) : Optional.empty();
  }
}
