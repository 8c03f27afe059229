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
import dropoutlab.figure.plot.Span;
import dropoutlab.figure.plot.TextMeasure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.Dragged;
import dropoutlab.figure.theory.Heading;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Viewport;
import dropoutlab.frame.bench.RegulariserPicture;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Both weights of a linear model: lines of equal loss round the weights without dropout, dropout's penalty round 0 where
/// it touches them, and the ways that dropout and ridge regression take as p rises.
record WeightPlane(RegulariserPicture.AdaptiveL2 of, boolean hidden) implements Figure {
  private static final Type SMALL = new Type(Face.TEXT, 11), BOLD = new Type(Face.TEXT_BOLD, 11),
      NUMBER = new Type(Face.NUMBER, 11.5);
  private static final int GRID = 72;
  private static final double REACH = 10;
  private static final double DATA_FROM = 380;

  private Plot plot(double width, double height) {
    Span x = new Span().add(0), y = new Span().add(0);
    for (Matrix path : List.of(of.path(), of.ridge()))
      for (int i = 0; i < path.rows(); i++) {
        x.add(path.at(i, 1));
        y.add(path.at(i, 2));
      }
    Axes axes = Axes.layOut(x.scale(.12), y.scale(.1), Words.of("claimregulariser.l2.first"), "", width,
        Math.max(1, height - head(width, height)), 16);
    double top = axes.topPx() + head(width, height), bottom = axes.bottomPx() + head(width, height);
    return new Plot(axes.with(a -> a.y(axes.y().at(bottom, top))));
  }

  private static double head(double width, double height) {
    return Axes.roomForWords(width, height) ? Plot.HEAD + 10 : 0;
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Plot plot = plot(width, height);
    plot.axes().draw(pen, theme);
    plot.clip(pen);
    drawContours(pen, theme, plot);
    drawWays(pen, theme, plot);
    pen.unclip();
    if (!plot.axes().worded()) return;
    Heading.draw(pen, theme, 0, 12, width, Words.of("claimregulariser.l2.plane"), Words.of("claimregulariser.l2.plane_rest"));
    pen.fill(theme.muted());
    pen.text(Words.of("claimregulariser.l2.second"), 2, Plot.HEAD + 8, SMALL, Align.LEFT);
    drawNames(pen, theme, plot, width, height);
    drawData(pen, theme, plot, width);
  }

  private void drawContours(Pen pen, Theme theme, Plot plot) {
    Axes axes = plot.axes();
    Scale x = axes.x(), y = axes.y();
    Plane plane = new Plane(new Viewport(x.from(), x.to(), y.from(), y.to()), axes.leftPx(), axes.topPx(),
        axes.rightPx() - axes.leftPx(), axes.bottomPx() - axes.topPx(), false);
    double[] loss = new double[GRID * GRID], penalty = new double[GRID * GRID];
    for (int cell = 0; cell < loss.length; cell++) {
      double w1 = x.from() + (x.to() - x.from()) * (cell % GRID + .5) / GRID;
      double w2 = y.from() + (y.to() - y.from()) * (cell / GRID + .5) / GRID;
      loss[cell] = error(w1, w2);
      penalty[cell] = of.penalties().get(0) * w1 * w1 + of.penalties().get(1) * w2 * w2;
    }
    double least = error(of.plain().get(0), of.plain().get(1)), level = of.error() - least;
    pen.stroke(theme.line(), 1, Marks.SOLID);
    for (double share : new double[] {.12, .4, 2.2, 5, 12, 30}) contour(pen, plane, loss, least + share * level);
    if (hidden) return;
    pen.stroke(theme.muted(), 1.3, Marks.SOLID);
    contour(pen, plane, loss, of.error());
    double here = of.penalties().get(0) * of.exact().get(0) * of.exact().get(0)
        + of.penalties().get(1) * of.exact().get(1) * of.exact().get(1);
    pen.stroke(theme.accentMid(), 1.3, Marks.SOLID);
    contour(pen, plane, penalty, here);
  }

  private static void contour(Pen pen, Plane plane, double[] field, double level) {
    Contour lines = new Contour();
    lines.add(GRID, GRID, cell -> field[cell] - level);
    lines.draw(pen, plane);
  }

  private double error(double w1, double w2) {
    double sum = 0;
    for (int i = 0; i < of.x().rows(); i++) {
      double difference = of.y().get(i) - of.x().at(i, 0) * w1 - of.x().at(i, 1) * w2;
      sum += difference * difference;
    }
    return sum;
  }

  private void drawWays(Pen pen, Theme theme, Plot plot) {
    pen.stroke(theme.rival(), 1.8, 6, 4);
    plot.line(pen, of.ridge(), 1, 2);
    if (!hidden) drawDropout(pen, theme, plot);
    double x = plot.x(of.plain().get(0)), y = plot.y(of.plain().get(1));
    pen.fill(theme.card());
    pen.fillOval(x, y, 5.5);
    pen.stroke(theme.muted(), 1.5, 2.5, 2);
    pen.strokeOval(x, y, 5);
    pen.fill(theme.rival());
    pen.fillRect(plot.x(of.ridged().get(0)) - 3.5, plot.y(of.ridged().get(1)) - 3.5, 7, 7);
  }

  private void drawDropout(Pen pen, Theme theme, Plot plot) {
    pen.stroke(theme.muted(), 1.2, 1.5, 2.5);
    plot.line(pen, of.trail(), 1, 2);
    pen.stroke(theme.accent(), 2.4, Marks.SOLID);
    plot.line(pen, of.path(), 1, 2);
    for (int i = 1; i < of.trained().rows(); i++)
      plot.ring(pen, theme, of.trained().at(i, 1), of.trained().at(i, 2), theme.accent());
    pen.fill(theme.accent());
    pen.fillOval(plot.x(of.exact().get(0)), plot.y(of.exact().get(1)), 5.5);
    int last = of.trail().rows() - 1;
    plot.ring(pen, theme, of.trail().at(last, 1), of.trail().at(last, 2), theme.ink());
  }

  private record Name(String text, double x, double y, int colour, Type type) {}

  private void drawNames(Pen pen, Theme theme, Plot plot, double width, double height) {
    List<Name> names = new ArrayList<>();
    if (!hidden) names.add(new Name(Words.of("claimregulariser.l2.here", Shown.dropRate(of.p()),
        Numbers.fixed(of.exact().get(0), 3), Numbers.fixed(of.exact().get(1), 3)), of.exact().get(0), of.exact().get(1),
        theme.accent(), BOLD));
    names.add(new Name(Words.of("claimregulariser.l2.plain", Numbers.brief(of.plain().get(0)),
        Numbers.brief(of.plain().get(1))), of.plain().get(0), of.plain().get(1), theme.muted(), SMALL));
    names.add(new Name(Words.of("claimregulariser.l2.ridge"), of.ridged().get(0), of.ridged().get(1), theme.rivalText(), SMALL));
    double[] free = {Plot.HEAD + 24, height - 30};
    List<double[]> taken = new ArrayList<>();
    for (Name each : names) place(pen, theme, plot, each, taken, free);
  }

  /// Right of its place where that is free, else above or below it.
  private void place(Pen pen, Theme theme, Plot plot, Name name, List<double[]> taken, double[] free) {
    double wide = pen.textWidth(name.text, name.type), x = plot.x(name.x), y = plot.y(name.y) + 4;
    double last = plot.axes().rightPx() + 10 - wide;
    for (double[] move : new double[][] {{10, 0}, {10, -16}, {10, 16}, {-10 - wide, 0}, {-10 - wide, 18},
        {-10 - wide, -18}, {Math.min(10, last - x), 26}, {Math.min(10, last - x), 42}}) {
      double left = x + move[0], base = y + move[1];
      if (left < plot.axes().leftPx() + 2 || left + wide > plot.axes().rightPx() + 12 || base < free[0] || base > free[1]) continue;
      double[] box = {left, base - 11, left + wide, base + 4};
      if (taken.stream().anyMatch(other -> box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]))
        continue;
      taken.add(box);
      pen.fill(Palette.withAlpha(theme.card(), .82));
      pen.fillRect(left - 2, base - 10, wide + 4, 13);
      pen.fill(name.colour);
      pen.text(name.text, left, base, name.type, Align.LEFT);
      return;
    }
  }

  private void drawData(Pen pen, Theme theme, Plot plot, double width) {
    List<Dragged> numbers = data(plot, width);
    if (numbers.isEmpty()) return;
    double right = plot.axes().rightPx() - 4, top = plot.axes().topPx();
    pen.fill(theme.card());
    pen.fillRect(right - 116, top - 2, 122, 68);
    pen.fill(theme.muted());
    pen.text(Words.of("claimregulariser.l2.x1"), right - 84, top + 12, SMALL, Align.RIGHT);
    pen.text(Words.of(of.scale() == 1 ? "claimregulariser.l2.x2" : "claimregulariser.l2.x2_scaled", Numbers.brief(of.scale())),
        right - 44, top + 12, SMALL, Align.RIGHT);
    pen.text(Words.of("claimregulariser.l2.y"), right, top + 12, SMALL, Align.RIGHT);
    pen.fill(theme.ink());
    for (Dragged each : numbers) each.draw(pen, theme);
  }

  /// The data in the upper right corner, where the paths seldom come; every number can be dragged.
  private List<Dragged> data(Plot plot, double width) {
    List<Dragged> numbers = new ArrayList<>();
    if (width < DATA_FROM) return numbers;
    double right = plot.axes().rightPx() - 4, top = plot.axes().topPx() + 32;
    for (int i = 0; i < of.x().rows(); i++) {
      for (int j = 0; j < 2; j++)
        numbers.add(number("x", 2 * i + j, of.x().at(i, j) / (j == 1 ? of.scale() : 1), right - 84 + 40 * j, top + 20 * i));
      numbers.add(number("y", i, of.y().get(i), right, top + 20 * i));
    }
    return numbers;
  }

  private static Dragged number(String control, int index, double value, double right, double baseline) {
    String shown = Numbers.brief(value);
    return new Dragged(control, index, shown, right - TextMeasure.width(shown, NUMBER), baseline, NUMBER,
        Words.of("claimregulariser.drag"));
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Plot plot = plot(width, height);
    if (!plot.axes().worded()) return Optional.empty();
    Optional<Hit> number = data(plot, width).stream().flatMap(each -> each.hit(x, y).stream()).findFirst();
    if (number.isPresent() || hidden) return number;
    for (int i = 0; i < of.trained().rows(); i++) {
      double p = of.trained().at(i, 0), w1 = of.trained().at(i, 1), w2 = of.trained().at(i, 2);
      if (Math.hypot(plot.x(w1) - x, plot.y(w2) - y) > REACH) continue;
      return Optional.of(new Hit.Setting("p", List.of(p), Words.of("claimregulariser.l2.trained_hit", Shown.dropRate(p),
          Numbers.fixed(w1, 5), Numbers.fixed(w2, 5))));
    }
    return Optional.empty();
  }
}
