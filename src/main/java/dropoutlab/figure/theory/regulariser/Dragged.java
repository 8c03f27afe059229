package dropoutlab.figure.theory.regulariser;

import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.TextMeasure;
import dropoutlab.figure.plot.Theme;
import java.util.List;
import java.util.Optional;

/// A number of a control that is written in a figure, with a dotted line under it: it can be dragged.
///
/// @param right    where it ends
/// @param baseline on which it stands
record Dragged(String control, int index, String number, double right, double baseline) {
  static final Type TYPE = new Type(Face.NUMBER, 11.5);
  private static final double ABOVE = 11, BELOW = 5, BESIDE = 3;

  private double left() { return right - TextMeasure.width(number, TYPE); }

  void draw(Pen pen, Theme theme) {
    pen.fill(theme.ink());
    pen.text(number, right, baseline, TYPE, Align.RIGHT);
    pen.stroke(theme.muted(), 1, 1, 2);
    pen.line(left(), baseline + 3.5, right, baseline + 3.5);
  }

  static Optional<Hit> hit(List<Dragged> numbers, double x, double y, String told) {
    return numbers.stream().filter(each -> x >= each.left() - BESIDE && x <= each.right + BESIDE
        && y >= each.baseline - ABOVE && y <= each.baseline + BELOW).findFirst()
        .map(each -> new Hit.Number(each.control, each.index, told));
  }
}
