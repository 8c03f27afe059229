package dropoutlab.figure.theory.scaling;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.EngineMark;
import dropoutlab.figure.theory.Heading;
import dropoutlab.frame.bench.ScalingPicture.Backward;
import dropoutlab.words.Words;
import java.util.Optional;

/// Every gradient twice: by differences to the right, by the engine upwards. What is right lies on the diagonal; what a
/// toggled mode gives is crossed.
record GradientScatter(Backward of) implements Figure {
  private static final double TITLE = 18, REACH = 12;

  private double largest() {
    double largest = 1e-6;
    int ways = of.toggled() ? 3 : 2;
    for (int way = 0; way < ways; way++)
      for (int i = 0; i < of.gradients().cols(); i++) largest = Math.max(largest, Math.abs(of.gradients().at(way, i)));
    return 1.08 * largest;
  }

  private static Inset plot(double width, double height) { return new Inset(0, TITLE, width, height - TITLE); }

  private Axes axes(Inset plot) {
    Scale range = Scale.linear(-largest(), largest(), 0, 1);
    return Axes.layOut(range, range, Words.of("claimscaling.backward.by_differences"),
        Words.of("claimscaling.backward.by_backward"), plot.width(), plot.height(), 4);
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Inset plot = plot(width, height);
    Axes axes = axes(plot);
    Heading.draw(pen, theme, 0, 12, width, Words.of("claimscaling.backward.twice"),
        Words.of("claimscaling.backward.twice_rest"));
    Pen inside = plot.on(pen);
    axes.draw(inside, theme);
    inside.stroke(theme.muted(), 1, Marks.SOLID);
    double most = largest();
    inside.line(axes.x().px(-most), axes.y().px(-most), axes.x().px(most), axes.y().px(most));
    if (of.toggled()) drawToggled(inside, theme, axes);
    for (int i = 0; i < of.gradients().cols(); i++) {
      double x = axes.x().px(of.gradients().at(0, i)), y = axes.y().px(of.gradients().at(1, i));
      EngineMark.draw(inside, theme, x, y, theme.accent());
    }
    if (axes.rightPx() - axes.leftPx() > 150) drawNotes(inside, theme, axes);
  }

  private void drawToggled(Pen pen, Theme theme, Axes axes) {
    pen.stroke(theme.rival(), 1.5, Marks.SOLID);
    for (int i = 0; i < of.gradients().cols(); i++)
      if (off(i)) Marks.cross(pen, axes.x().px(of.gradients().at(0, i)), axes.y().px(of.gradients().at(2, i)), 3);
  }

  private boolean off(int i) { return Math.abs(of.gradients().at(2, i) - of.gradients().at(1, i)) > 1e-5; }

  private void drawNotes(Pen pen, Theme theme, Axes axes) {
    int zeros = 0, off = 0, all = of.gradients().cols();
    for (int i = 0; i < all; i++) {
      if (of.gradients().at(1, i) == 0) zeros++;
      if (off(i)) off++;
    }
    Pen.Type type = PlotTicks.note(axes);
    pen.fill(theme.accent());
    pen.text(Words.of("claimscaling.backward.zeros", zeros, all), axes.x().px(0) + 10, axes.y().px(0) + 17, type,
        Align.LEFT);
    if (!of.toggled()) return;
    pen.fill(theme.rivalText());
    pen.text(Words.of("claimscaling.backward.crosses", off), axes.rightPx() - 4, axes.bottomPx() - 8, type,
        Align.RIGHT);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Inset plot = plot(width, height);
    Axes axes = axes(plot);
    double nearest = REACH;
    Hit hit = null;
    for (int way = 1; way <= (of.toggled() ? 2 : 1); way++)
      for (int i = 0; i < of.gradients().cols(); i++) {
        double away = Math.hypot(axes.x().px(of.gradients().at(0, i)) - x,
            axes.y().px(of.gradients().at(way, i)) + TITLE - y);
        if (away >= nearest) continue;
        nearest = away;
        hit = new Hit.Place(of.gradients().at(0, i), of.gradients().at(way, i), new BackwardNames(of).told(i));
      }
    return Optional.ofNullable(hit);
  }
}
