package dropoutlab.figure.variant;

import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import java.util.Optional;
import java.util.function.Function;

/// The same picture of A in the left half and of B in the right one.
public record Halves(Versus versus, Function<Side, Figure> picture) implements Figure {
  private static Inset half(Side side, double width, double height) {
    double wide = Math.floor((width - View.GAP) / 2);
    return new Inset(side.letter() == Side.Letter.A ? 0 : width - wide, 0, wide, height);
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    for (Side side : versus.sides()) half(side, width, height).draw(pen, picture.apply(side), theme);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    return versus.sides().stream()
        .flatMap(side -> half(side, width, height).hit(picture.apply(side), x, y).stream()).findFirst();
  }
}
