package dropoutlab.figure.plot;

import java.util.Optional;

/// A drawing: a pure function of what it was made from, a size and a theme. The same code draws on the screen, into a
/// file and in a test.
public interface Figure {
  /// Draws into the rectangle (0, 0, width, height), which is not cleared first.
  void draw(Pen pen, double width, double height, Theme theme);

  /// What lies under a point, for the same size as it is drawn; empty where there is nothing to tell.
  default Optional<Hit> hit(double x, double y, double width, double height) {
    return Optional.empty();
  }

  /// What it shows, in words.
  default Description describe() { return Description.NONE; }

  /// The numbers that it shows; empty where there are none to tell, as in a formula.
  default Optional<DataTable> table() { return Optional.empty(); }
}
