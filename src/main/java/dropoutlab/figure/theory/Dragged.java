package dropoutlab.figure.theory;

import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.TextMeasure;
import dropoutlab.figure.plot.Theme;
import java.util.Optional;

/// A number in a picture that is a control's: dotted below, to be dragged.
///
/// @param index which of the control's numbers
/// @param told  what a tooltip says
public record Dragged(String control, int index, String number, double left, double baseline, Type type, String told) {
  private static final double REACH = 4;

  public double right() { return left + TextMeasure.width(number, type); }

  /// Draws it in the fill colour.
  public void draw(Pen pen, Theme theme) {
    pen.text(number, left, baseline, type, Align.LEFT);
    pen.stroke(theme.muted(), 1, 1, 2);
    pen.line(left, baseline + 3, right(), baseline + 3);
  }

  public Optional<Hit> hit(double x, double y) {
    boolean on = x >= left - REACH && x <= right() + REACH && y >= baseline - type.size() && y <= baseline + REACH;
    return on ? Optional.of(new Hit.Number(control, index, told)) : Optional.empty();
  }
}
