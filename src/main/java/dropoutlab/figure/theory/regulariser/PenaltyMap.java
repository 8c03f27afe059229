package dropoutlab.figure.theory.regulariser;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.Contour;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Plane;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.Heading;
import dropoutlab.frame.Viewport;
import dropoutlab.frame.bench.RegulariserPicture;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;

/// The penalty over both weights: the darker the larger, with lines of equal penalty. The ellipse of L2 through the
/// same weights is dashed.
record PenaltyMap(RegulariserPicture.FallingPenalty of, boolean hidden) implements Figure {
  private static final Type NUMBER = new Type(Face.NUMBER, 11), SMALL = new Type(Face.TEXT, 11),
      UNKNOWN = new Type(Face.NUMBER_BOLD, 14);
  private static final double LEFT = 34, FOOT = 40, DARKEST = .55;
  private static final int LINES = 6;

  private Plane plane(double width, double height) {
    double side = Math.max(1, Math.min(width - LEFT - 2, height - Plot.HEAD - 18 - FOOT)), r = of.reach();
    return new Plane(new Viewport(-r, r, -r, r), LEFT + Math.max(0, (width - LEFT - side) / 2), Plot.HEAD + 18, side,
        side, false);
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Plane plane = plane(width, height);
    Heading.draw(pen, theme, 0, 12, width, Words.of("claimregulariser.falling.map"),
        Words.of("claimregulariser.falling.map_rest"));
    if (!hidden) drawPenalty(pen, theme, plane);
    plane.drawFrame(pen, theme);
    pen.clip(plane.left(), plane.top(), plane.width(), plane.height());
    pen.stroke(theme.rival(), 1.8, 6, 4);
    Ellipse.draw(pen, plane, of.curvature(), of.w());
    pen.stroke(theme.muted(), 1, 1, 2.5);
    pen.line(plane.xPx(of.w().get(0)), plane.top(), plane.xPx(of.w().get(0)), plane.top() + plane.height());
    pen.unclip();
    drawTicks(pen, theme, plane);
    plane.drawProbe(pen, of.w().get(0), of.w().get(1));
    drawKey(pen, theme, plane);
    if (!hidden) return;
    pen.fill(theme.accent());
    pen.text(Words.of("claimregulariser.unknown"), plane.xPx(of.w().get(0)) + 14, plane.yPx(of.w().get(1)) - 8,
        UNKNOWN, Align.LEFT);
  }

  private void drawPenalty(Pen pen, Theme theme, Plane plane) {
    double most = of.map().max();
    if (!(most > 0)) return;
    int columns = of.map().cols(), rows = of.map().rows();
    plane.drawGrid(pen, columns, rows, cell -> Palette.mix(theme.card(), theme.accent(),
        DARKEST * Math.sqrt(of.map().get(cell) / most)));
    for (int line = 1; line <= LINES; line++) {
      double level = most * line * line / ((LINES + 1) * (LINES + 1));
      pen.stroke(Palette.withAlpha(theme.accent(), .45), 1, Marks.SOLID);
      contour(pen, plane, level);
    }
    pen.stroke(theme.accent(), 2.2, Marks.SOLID);
    contour(pen, plane, of.penalty());
  }

  private void contour(Pen pen, Plane plane, double level) {
    Contour lines = new Contour();
    lines.add(of.map().cols(), of.map().rows(), cell -> of.map().get(cell) - level);
    lines.draw(pen, plane);
  }

  private static void drawTicks(Pen pen, Theme theme, Plane plane) {
    Viewport window = plane.window();
    Scale x = Scale.linear(window.xMin(), window.xMax(), plane.left(), plane.left() + plane.width());
    List<Double> ticks = x.ticks(5);
    List<String> labels = x.labels(ticks);
    pen.fill(theme.muted());
    for (int i = 0; i < ticks.size(); i++) {
      double at = ticks.get(i);
      pen.text(labels.get(i), Math.clamp(plane.xPx(at), plane.left() + 6, plane.left() + plane.width() - 6),
          plane.top() + plane.height() + 15, NUMBER, Align.CENTRE);
      pen.text(labels.get(i), plane.left() - 6, plane.yPx(at) + 4, NUMBER, Align.RIGHT);
    }
    pen.text(Words.of("claimregulariser.l2.second"), plane.left(), Plot.HEAD + 8, SMALL, Align.LEFT);
    pen.text(Words.of("claimregulariser.l2.first"), plane.left() + plane.width(), plane.top() + plane.height() + 31,
        SMALL, Align.RIGHT);
  }

  private void drawKey(Pen pen, Theme theme, Plane plane) {
    double y = plane.top() + plane.height() + 31;
    String l2 = Words.of("claimregulariser.falling.equal_l2");
    if (plane.left() + 30 + pen.textWidth(l2, SMALL) > plane.left() + plane.width() - 60) return;
    pen.stroke(theme.rival(), 1.8, 6, 4);
    pen.line(plane.left(), y - 4, plane.left() + 24, y - 4);
    pen.fill(theme.rivalText());
    pen.text(l2, plane.left() + 30, y, SMALL, Align.LEFT);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Plane plane = plane(width, height);
    if (!Axes.roomForWords(width, height) || !plane.contains(x, y)) return Optional.empty();
    double w1 = Math.rint(20 * plane.xData(x)) / 20, w2 = Math.rint(20 * plane.yData(y)) / 20;
    String told = hidden ? Words.of("claimregulariser.falling.set_hit", Numbers.brief(w1), Numbers.brief(w2))
        : Words.of("claimregulariser.falling.map_hit", Numbers.brief(w1), Numbers.brief(w2),
            Numbers.fixed(of.map().get(plane.cell(x, y, of.map().cols(), of.map().rows())), 4));
    return Optional.of(new Hit.Setting("w", List.of(w1, w2), told));
  }
}
