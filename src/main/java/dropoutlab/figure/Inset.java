package dropoutlab.figure;

import java.util.Optional;

/// A rectangle of a figure in which a smaller figure stands: it draws as if it began at (0, 0).
record Inset(double left, double top, double width, double height) {
  Inset {
    width = Math.max(1, width);
    height = Math.max(1, height);
  }

  double right() { return left + width; }

  double bottom() { return top + height; }

  boolean contains(double x, double y) { return x >= left && x < right() && y >= top && y < bottom(); }

  Pen on(Pen pen) { return new ShiftedPen(pen, left, top); }

  void draw(Pen pen, Figure figure, Theme theme) { figure.draw(on(pen), width, height, theme); }

  Optional<Hit> hit(Figure figure, double x, double y) {
    return contains(x, y) ? figure.hit(x - left, y - top, width, height) : Optional.empty();
  }
}
