package dropoutlab.figure.theory.regulariser;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.Contour;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Marks;
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

/// Both weights of a linear model: lines of equal loss round the weights without dropout, dropout's penalty round 0
/// where it touches them, and the ways that dropout and ridge regression take as p rises.
record WeightPlane(RegulariserPicture.AdaptiveL2 of, boolean hidden) implements Figure {
  private static final Type SMALL = new Type(Face.TEXT, 11), BOLD = new Type(Face.TEXT_BOLD, 11),
      NUMBER = new Type(Face.NUMBER, 11.5);
  private static final int GRID = 48;
  private static final double REACH = 10;
  private static final double DATA_LEFT = 78;

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
    Heading.draw(pen, theme, 0, 12, width, Words.of("claimregulariser.l2.plane"),
        Words.of("claimregulariser.l2.plane_rest"));
    pen.fill(theme.muted());
    pen.text(Words.of("claimregulariser.l2.second"), 2, Plot.HEAD + 8, SMALL, Align.LEFT);
    drawNames(pen, theme, plot, height);
    drawData(pen, theme, width);
  }

  private void drawContours(Pen pen, Theme theme, Plot plot) {
    Axes axes = plot.axes();
    Scale x = axes.x(), y = axes.y();
    Plane plane = new Plane(new Viewport(x.from(), x.to(), y.from(), y.to()), axes.leftPx(), axes.topPx(),
        axes.rightPx() - axes.leftPx(), axes.bottomPx() - axes.topPx(), false);
    double[] loss = new double[GRID * GRID];
    for (int cell = 0; cell < loss.length; cell++) {
      double w1 = x.from() + (x.to() - x.from()) * (cell % GRID + .5) / GRID;
      double w2 = y.from() + (y.to() - y.from()) * (cell / GRID + .5) / GRID;
      loss[cell] = error(w1, w2);
    }
    double least = error(of.plain().get(0), of.plain().get(1)), level = of.error() - least;
    pen.stroke(theme.line(), 1, Marks.SOLID);
    for (double share : new double[] {.12, .4, 2.2, 5, 12, 30}) contour(pen, plane, loss, least + share * level);
    if (hidden) return;
    pen.stroke(theme.muted(), 1.3, Marks.SOLID);
    contour(pen, plane, loss, of.error());
    pen.stroke(theme.accentMid(), 1.8, Marks.SOLID);
    Ellipse.draw(pen, plane, of.penalties(), of.exact());
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

  private void drawNames(Pen pen, Theme theme, Plot plot, double height) {
    FreeNames names = new FreeNames(plot, Plot.HEAD + 24, height - 30);
    if (!hidden) names.draw(pen, theme, Words.of("claimregulariser.l2.here", Shown.dropRate(of.p()),
        Numbers.fixed(of.exact().get(0), 3), Numbers.fixed(of.exact().get(1), 3)), of.exact(), theme.accent(), BOLD);
    names.draw(pen, theme, Words.of("claimregulariser.l2.plain", Numbers.brief(of.plain().get(0)),
        Numbers.brief(of.plain().get(1))), of.plain(), theme.muted(), SMALL);
    names.draw(pen, theme, Words.of("claimregulariser.l2.ridge"), of.ridged(), theme.rivalText(), SMALL);
  }

  /// A name of a few numbers, which begins where the one before ends.
  private record Column(String name, double left, List<Dragged> numbers) {}

  /// The data in one line above the plane, column by column; every number can be dragged.
  private List<Column> data(double width) {
    List<Column> columns = new ArrayList<>();
    String scaled = of.scale() == 1 ? Words.of("claimregulariser.l2.x2")
        : Words.of("claimregulariser.l2.x2_scaled", Numbers.brief(of.scale()));
    double left = DATA_LEFT;
    for (int column = 0; column < 3; column++) {
      String name = column == 0 ? Words.of("claimregulariser.l2.x1") : column == 1 ? scaled
          : Words.of("claimregulariser.l2.y");
      List<Dragged> numbers = new ArrayList<>();
      double at = left + TextMeasure.width(name, SMALL) + 8;
      for (int row = 0; row < of.x().rows(); row++) {
        Dragged number = column == 2 ? number("y", row, of.y().get(row), at)
            : number("x", 2 * row + column, of.x().at(row, column) / (column == 1 ? of.scale() : 1), at);
        numbers.add(number);
        at = number.right() + 9;
      }
      columns.add(new Column(name, left, numbers));
      left = at + 13;
    }
    return left - 22 > width ? List.of() : columns;
  }

  private static Dragged number(String control, int index, double value, double left) {
    return new Dragged(control, index, Numbers.brief(value), left, Plot.HEAD + 8, NUMBER,
        Words.of("claimregulariser.drag"));
  }

  private void drawData(Pen pen, Theme theme, double width) {
    for (Column column : data(width)) {
      pen.fill(theme.muted());
      pen.text(column.name, column.left, Plot.HEAD + 8, SMALL, Align.LEFT);
      pen.fill(theme.ink());
      for (Dragged each : column.numbers) each.draw(pen, theme);
    }
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Plot plot = plot(width, height);
    if (!plot.axes().worded()) return Optional.empty();
    Optional<Hit> number = data(width).stream().flatMap(column -> column.numbers.stream())
        .flatMap(each -> each.hit(x, y).stream()).findFirst();
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
