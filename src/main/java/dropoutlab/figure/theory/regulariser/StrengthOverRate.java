package dropoutlab.figure.theory.regulariser;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.EndLabels;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.Heading;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;

/// How strong the penalty is: p / (1 - p) on the weights as they are used, and p (1 - p) on weights that are scaled
/// only at inference, which is greatest at one half.
record StrengthOverRate(double p) implements Figure {
  private static final double HIGHEST = 3, MOST = .95;

  private Plot plot(double width, double height) {
    Axes axes = Axes.layOut(Plot.rates(), Scale.linear(0, HIGHEST, 0, 1), "p", "", width,
        Math.max(1, height - Plot.HEAD), EndLabels.room(List.of(Words.of("claimregulariser.l2.second")), 12));
    return new Plot(axes.with(a -> a.y(axes.y().at(axes.bottomPx() + Plot.HEAD, axes.topPx() + Plot.HEAD))));
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Plot plot = plot(width, height);
    Heading.draw(pen, theme, 0, 12, width, Words.of("claimregulariser.l2.strength"),
        Words.of("claimregulariser.l2.strength_rest"));
    plot.axes().draw(pen, theme);
    plot.upright(pen, theme, p);
    pen.stroke(theme.rival(), 1.8, 6, 4);
    plot.line(pen, 0, MOST, each -> each * (1 - each));
    pen.clip(plot.axes().leftPx(), plot.axes().topPx(), plot.axes().rightPx() - plot.axes().leftPx(),
        plot.axes().bottomPx() - plot.axes().topPx());
    pen.stroke(theme.accent(), 2.4, Marks.SOLID);
    plot.line(pen, 0, MOST, each -> each / (1 - each));
    pen.fill(theme.accent());
    pen.fillOval(plot.x(p), plot.y(p / (1 - p)), 4);
    pen.unclip();
    EndLabels.draw(pen, theme, List.of(
        new EndLabels.Label(Words.of("claimregulariser.l2.inverted"), plot.axes().topPx(), theme.accent(), true),
        new EndLabels.Label(Words.of("claimregulariser.l2.unscaled"), plot.y(MOST * (1 - MOST)), theme.rivalText(),
            false)),
        plot.axes().rightPx(), plot.axes());
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    double rate = plot(width, height).rate(x, y, MOST);
    if (Double.isNaN(rate)) return Optional.empty();
    return Optional.of(new Hit.Setting("p", List.of(rate), Words.of("claimregulariser.l2.strength_hit",
        Shown.dropRate(rate),
        Numbers.reading(rate / (1 - rate)), Numbers.reading(rate * (1 - rate)))));
  }
}
