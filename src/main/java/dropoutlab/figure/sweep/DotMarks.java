package dropoutlab.figure.sweep;

import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import java.util.List;

/// Draws dots: filled with the colour of their point, hollow for a partner, crosses for what is not finite, and a ring
/// around those of the seed that is pointed at.
record DotMarks(SweepView view) {
  private static final double RING = 2;

  void draw(Pen pen, Theme theme, List<Dot> dots) {
    for (Dot dot : dots) draw(pen, theme, dot);
    if (view.seed().isEmpty()) return;
    pen.stroke(theme.ink(), 1.2);
    for (Dot dot : dots)
      if (dot.kind() != Dot.Kind.CONFIRMED && dot.seed() == view.seed().getAsInt())
        pen.strokeOval(dot.along(), dot.at(), dot.radius() + RING);
  }

  private void draw(Pen pen, Theme theme, Dot dot) {
    boolean hollow = view.isHollow(dot);
    if (dot.kind() == Dot.Kind.CONFIRMED) {
      drawHollow(pen, SweepColours.of(view, dot.point(), theme).full(), dot);
    } else if (dot.kind() == Dot.Kind.NOT_FINITE) {
      pen.stroke(hollow ? theme.muted() : theme.ink(), Math.clamp(dot.radius() / 2, .8, 1.3));
      Marks.cross(pen, dot.along(), dot.at(), dot.radius());
    } else if (hollow) {
      drawHollow(pen, theme.muted(), dot);
    } else {
      SweepColours colours = SweepColours.of(view, dot.point(), theme);
      int argb = view.isChosen(dot.point()) ? colours.full() : colours.dots();
      boolean contradicted = view.table().value(dot.point(), dot.seed()).contradicted();
      if (contradicted) drawContradicted(pen, theme, dot);
      else drawFilled(pen, argb, dot);
    }
  }

  private void drawFilled(Pen pen, int argb, Dot dot) {
    pen.fill(view.series().size() > 1 ? Palette.withAlpha(argb, .8) : argb);
    pen.fillOval(dot.along(), dot.at(), dot.radius());
  }

  private void drawHollow(Pen pen, int argb, Dot dot) {
    double line = Math.min(1.1, .6 * dot.radius());
    pen.stroke(argb, line);
    pen.strokeOval(dot.along(), dot.at(), dot.radius() - line / 2);
  }

  /// A repeat came to something else: the value may not be trusted.
  private void drawContradicted(Pen pen, Theme theme, Dot dot) {
    drawHollow(pen, theme.ink(), dot);
    double arm = dot.radius();
    pen.line(dot.along() - arm, dot.at() + arm, dot.along() + arm, dot.at() - arm);
  }
}
