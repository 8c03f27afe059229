package dropoutlab.figure.theory.scaling;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.Contour;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Plane;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Span;
import dropoutlab.figure.plot.TextMeasure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.Dragged;
import dropoutlab.figure.theory.EngineMark;
import dropoutlab.figure.theory.Heading;
import dropoutlab.figure.theory.Showing;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Viewport;
import dropoutlab.frame.bench.ScalingPicture;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;

/// Both paths in the plane of the weights of one function, on lines of equal mean loss. Lines are exact; circles on the
/// standard path are the engine's inverted layer at (1 - p)² times the rate, dots on the other one it trains as set.
record PathPlane(ScalingPicture.TwoPaths of, Showing showing) implements Figure {
  private static final Type WORDS = new Type(Face.TEXT, 12), BOLD = new Type(Face.TEXT_BOLD, 12),
      NUMBER = new Type(Face.NUMBER, 12);
  private static final double HEAD = 24, NUMBERS = 20, NUMBERS_FROM = 300, REACH = 9;
  private static final double[] LEVELS = {.002, .01, .03, .08, .18, .35, .6, .95};
  private static final int GRID = 64, CIRCLES = 22;

  private boolean numbered(double width, double height) { return width >= 330 && height >= NUMBERS_FROM; }

  private Axes axes(double width, double height) {
    double size = Axes.textSize(width, height), top = HEAD + (numbered(width, height) ? NUMBERS : 0) + 1.4 * size;
    Span x = new Span(), y = new Span();
    for (Matrix path : List.of(of.standard(), of.inverted()))
      for (int i = 0; i < path.rows(); i++) {
        x.add(path.at(i, 0));
        y.add(path.at(i, 1));
      }
    x.add(of.least().get(0));
    y.add(of.least().get(1));
    Scale across = x.scale(.1), up = y.scale(.1);
    Axes axes = Axes.layOut(across, up, Words.of("claimscaling.paths.first"), "", width, height, 8);
    if (!axes.worded()) return axes;
    return axes.with(to -> to.y(up.at(axes.bottomPx(), Math.min(top, axes.bottomPx() - 1))));
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Axes axes = axes(width, height);
    axes.draw(pen, theme);
    pen.clip(axes.leftPx(), axes.topPx(), axes.rightPx() - axes.leftPx(), axes.bottomPx() - axes.topPx());
    drawLoss(pen, theme, axes);
    drawPaths(pen, theme, axes);
    pen.unclip();
    if (!axes.worded()) return;
    Heading.draw(pen, theme, 2, 12, width - 2, Words.of("claimscaling.paths.plane"),
        Words.of("claimscaling.paths.plane.rest"),
        Words.of("claimscaling.paths.plane.brief"));
    if (numbered(width, height)) drawNumbers(pen, theme);
    new PathNames(of, showing.hidden(), axes).draw(pen, theme);
  }

  private void drawLoss(Pen pen, Theme theme, Axes axes) {
    Plane plane = new Plane(new Viewport(axes.x().from(), axes.x().to(), axes.y().from(), axes.y().to()), axes.leftPx(),
        axes.topPx(), axes.rightPx() - axes.leftPx(), axes.bottomPx() - axes.topPx(), false);
    double[] loss = new double[GRID * GRID];
    for (int cell = 0; cell < loss.length; cell++) {
      double across = (cell % GRID + .5) / GRID, up = (cell / GRID + .5) / GRID;
      loss[cell] = loss(axes.x().from() + across * (axes.x().to() - axes.x().from()),
          axes.y().from() + up * (axes.y().to() - axes.y().from()));
    }
    pen.stroke(theme.line(), 1, Marks.SOLID);
    for (double level : LEVELS) {
      Contour lines = new Contour();
      lines.add(GRID, GRID, cell -> loss[cell] - level * loss(0, 0));
      lines.draw(pen, plane);
    }
    pen.stroke(theme.muted(), 1.4, Marks.SOLID);
    Marks.cross(pen, axes.x().px(of.least().get(0)), axes.y().px(of.least().get(1)), 5);
  }

  /// The mean loss above its least.
  private double loss(double w1, double w2) {
    double a = w1 - of.least().get(0), b = w2 - of.least().get(1);
    return of.curvature().at(0, 0) * a * a + 2 * of.curvature().at(0, 1) * a * b + of.curvature().at(1, 1) * b * b;
  }

  private void drawPaths(Pen pen, Theme theme, Axes axes) {
    if (!showing.hidden()) {
      int furthest = of.furthest();
      pen.stroke(theme.ink(), 1.2, 2, 3);
      pen.line(x(axes, of.standard(), furthest), y(axes, of.standard(), furthest), x(axes, of.inverted(), furthest),
          y(axes, of.inverted(), furthest));
      pen.stroke(theme.accent(), 2, Marks.SOLID);
      line(pen, axes, of.inverted());
      pen.fill(theme.accent());
      for (int i = 0; i < of.trained().rows(); i += every(i)) pen.fillOval(x(axes, of.trained(), i),
          y(axes, of.trained(), i), 2.6);
    }
    pen.stroke(theme.rival(), 2.4, Marks.SOLID);
    line(pen, axes, of.standard());
    for (int i = 0; i < of.fitted().rows(); i += every(i))
      EngineMark.draw(pen, theme, x(axes, of.fitted(), i), y(axes, of.fitted(), i), theme.accent());
    pen.fill(theme.ink());
    pen.fillOval(x(axes, of.standard(), 0), y(axes, of.standard(), 0), 3.5);
  }

  /// Marks stand close together at first, where steps are long.
  private int every(int step) { return step < 10 ? 2 : step < 40 ? 5 : Math.max(5, of.steps() / CIRCLES); }

  static double x(Axes axes, Matrix path, int step) { return axes.x().px(path.at(step, 0)); }

  static double y(Axes axes, Matrix path, int step) { return axes.y().px(path.at(step, 1)); }

  private static void line(Pen pen, Axes axes, Matrix path) {
    double[] xs = new double[path.rows()], ys = new double[xs.length];
    for (int i = 0; i < xs.length; i++) {
      xs[i] = x(axes, path, i);
      ys[i] = y(axes, path, i);
    }
    pen.polyline(xs, ys, xs.length);
  }

  private List<Dragged> numbers() {
    double left = 2 + TextMeasure.width(Words.of("claimscaling.paths.rate"), WORDS) + 5, baseline = HEAD + 10;
    Dragged rate = new Dragged("rate", 0, Numbers.brief(of.rate()), left, baseline, NUMBER,
        Words.of("claimscaling.paths.told.rate"));
    left = rate.right() + 14 + TextMeasure.width(Words.of("claimscaling.paths.factor"), WORDS) + 5;
    return List.of(rate, new Dragged("factor", 0, Numbers.fixed(of.factor(), 2), left, baseline, NUMBER,
        Words.of("claimscaling.paths.told.factor")));
  }

  private void drawNumbers(Pen pen, Theme theme) {
    List<Dragged> numbers = numbers();
    pen.fill(theme.muted());
    pen.text(Words.of("claimscaling.paths.rate"), 2, HEAD + 10, WORDS, Align.LEFT);
    pen.text(Words.of("claimscaling.paths.factor"), numbers.getFirst().right() + 14, HEAD + 10, WORDS, Align.LEFT);
    pen.fill(theme.ink());
    for (Dragged each : numbers) each.draw(pen, theme);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Axes axes = axes(width, height);
    if (numbered(width, height))
      for (Dragged each : numbers()) {
        Optional<Hit> hit = each.hit(x, y);
        if (hit.isPresent()) return hit;
      }
    Optional<Hit> fitted = near(axes, of.standard(), x, y, Words.of("claimscaling.paths.key.standard"));
    return fitted.isPresent() || showing.hidden() ? fitted
        : near(axes, of.inverted(), x, y, Words.of("claimscaling.paths.key.inverted", Numbers.brief(of.factor())));
  }

  private Optional<Hit> near(Axes axes, Matrix path, double x, double y, String name) {
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < path.rows(); i++) {
      double away = Math.hypot(x(axes, path, i) - x, y(axes, path, i) - y);
      if (away >= least) continue;
      least = away;
      nearest = i;
    }
    if (least > REACH) return Optional.empty();
    return Optional.of(new Hit.Place(path.at(nearest, 0), path.at(nearest, 1), Words.of("claimscaling.paths.told", name,
        Words.count("claimscaling.paths.steps", nearest, Numbers.count(nearest)), Numbers.reading(path.at(nearest, 0)),
            Numbers.reading(path.at(nearest, 1)))));
  }
}
