package dropoutlab.figure.theory.uncertainty;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.EndLabels;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.GuessMark;
import dropoutlab.figure.theory.Heading;
import dropoutlab.figure.theory.Showing;
import dropoutlab.frame.bench.UncertaintyPicture;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/// Two bands against the number of examples: what the passes say and what the posterior says, each with one standard
/// deviation on both sides. A person draws the upper edge of the first.
record GrowthBands(UncertaintyPicture.Growth of, Showing showing) implements Figure {
  private static final double HEAD = 16, SIDES = .18;

  private int rows() { return of.bands().rows(); }

  private double top(int row) { return of.mean(row) + of.exact(row); }

  /// So many rows of the passes are shown: while the answer is hidden the first alone.
  private int shown() { return showing.hidden() ? 1 : rows(); }

  private Axes axes(double width, double height) {
    double low = of.truth(), high = of.truth();
    for (int i = 0; i < rows(); i++) {
      low = Math.min(low, Math.min(of.mean(i) - of.exact(i), of.posteriorMean(i) - of.posterior(i)));
      high = Math.max(high, Math.max(top(i), of.posteriorMean(i) + of.posterior(i)));
      if (showing.hidden()) high = Math.max(high, of.mean(i) + of.most());
      if (Double.isFinite(showing.guessed(i))) high = Math.max(high, of.mean(i + 1) + showing.guessed(i));
    }
    double room = width < 340 ? 12 : EndLabels.room(names(), Lettering.SIZE);
    double edge = .06 * Math.max(.1, high - low);
    return Axes.layOut(Scale.linear(-SIDES, rows() - 1 + SIDES, 0, 1), Scale.linear(low - edge, high + edge, 0, 1), "",
        "", width, height, room).lowered(HEAD);
  }

  private List<String> names() {
    return List.of(Words.of("claimuncertainty.growth.passes", "0.000"),
        Words.of("claimuncertainty.growth.posterior", "0.0000"));
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Axes axes = axes(width, height);
    if (axes.worded())
      Heading.draw(pen, theme, 2, Lettering.SIZE, width - 4, Words.of("claimuncertainty.growth.title"),
          Words.of("claimuncertainty.growth.rest"), Words.of("claimuncertainty.growth.rest_brief"));
    axes.draw(pen, theme, false);
    numbers(pen, theme, axes);
    band(pen, axes, rows(), of::posteriorMean, of::posterior, Palette.withAlpha(theme.rival(), .28));
    band(pen, axes, shown(), of::mean, of::exact, Palette.withAlpha(theme.accent(), .2));
    double truth = axes.y().px(of.truth());
    pen.stroke(theme.ink(), 1, 2, 3);
    pen.line(axes.leftPx(), truth, axes.rightPx(), truth);
    edges(pen, axes, rows(), of::posteriorMean, of::posterior, theme.rivalText(), 1.6, 5, 3);
    edges(pen, axes, shown(), of::mean, of::exact, theme.accent(), 2);
    middle(pen, axes, theme);
    for (int i = 0; i < shown(); i++) engine(pen, theme, axes, i);
    guesses(pen, theme, axes);
    if (axes.worded() && width >= 340) EndLabels.draw(pen, theme, labels(theme, axes), axes.rightPx() - 6, axes);
  }

  /// The numbers of examples, the chosen one in bold.
  private void numbers(Pen pen, Theme theme, Axes axes) {
    double chosen = axes.x().px(of.now());
    pen.stroke(theme.line(), 1, 2, 3);
    pen.line(chosen, axes.topPx(), chosen, axes.bottomPx());
    if (!axes.worded()) return;
    for (int i = 0; i < rows(); i++) {
      pen.fill(i == of.now() ? theme.ink() : theme.muted());
      pen.text(Numbers.count(of.examples(i)), axes.x().px(i), axes.bottomPx() + 17,
          i == of.now() ? Lettering.NUMBER_BOLD : Lettering.NUMBER, Align.CENTRE);
    }
    pen.fill(theme.muted());
    pen.text(Words.of("claimuncertainty.growth.examples"), axes.leftPx() - 8, axes.bottomPx() + 17, Lettering.SMALL,
        Align.RIGHT);
  }

  private static void band(Pen pen, Axes axes, int rows, IntToDoubleFunction mean, IntToDoubleFunction sd, int colour) {
    double[] x = new double[2 * rows], y = new double[2 * rows];
    for (int i = 0; i < rows; i++) {
      x[i] = x[2 * rows - 1 - i] = axes.x().px(i);
      y[i] = axes.y().px(mean.applyAsDouble(i) + sd.applyAsDouble(i));
      y[2 * rows - 1 - i] = axes.y().px(mean.applyAsDouble(i) - sd.applyAsDouble(i));
    }
    pen.fill(colour);
    if (rows > 1) pen.polygon(x, y, 2 * rows);
  }

  private static void edges(Pen pen, Axes axes, int rows, IntToDoubleFunction mean, IntToDoubleFunction sd, int colour,
      double width, double... dash) {
    pen.stroke(colour, width, dash);
    for (int sign = -1; sign <= 1; sign += 2) {
      double[] x = new double[rows], y = new double[rows];
      for (int i = 0; i < rows; i++) {
        x[i] = axes.x().px(i);
        y[i] = axes.y().px(mean.applyAsDouble(i) + sign * sd.applyAsDouble(i));
      }
      if (rows > 1) pen.polyline(x, y, rows);
    }
  }

  /// The mean of the passes; at each number of examples a bar with the spread of the passes that are shown.
  private void middle(Pen pen, Axes axes, Theme theme) {
    double[] x = new double[rows()], y = new double[rows()];
    for (int i = 0; i < rows(); i++) {
      x[i] = axes.x().px(i);
      y[i] = axes.y().px(of.mean(i));
    }
    pen.stroke(Palette.withAlpha(theme.accent(), .7), 1.2, Marks.SOLID);
    pen.polyline(x, y, rows());
    for (int i = 0; i < shown(); i++) {
      pen.stroke(Palette.withAlpha(theme.accent(), .6), 1.2, Marks.SOLID);
      pen.line(x[i], axes.y().px(top(i)), x[i], axes.y().px(of.mean(i) - of.exact(i)));
    }
  }

  private void engine(Pen pen, Theme theme, Axes axes, int i) {
    for (int sign = -1; sign <= 1; sign += 2)
      Lettering.ring(pen, theme, axes.x().px(i), axes.y().px(of.mean(i) + sign * of.measured(i)), theme.accent());
  }

  /// The upper edge that a person drew, from the first number of examples on.
  private void guesses(Pen pen, Theme theme, Axes axes) {
    double lastX = axes.x().px(0), lastY = axes.y().px(top(0));
    for (int i = 1; i < rows(); i++) {
      double guess = showing.guessed(i - 1), x = axes.x().px(i);
      double y = axes.y().px(of.mean(i) + (Double.isFinite(guess) ? guess : of.exact(0)));
      if (Double.isFinite(guess)) {
        pen.stroke(theme.ink(), 1.2, 1.5, 3);
        pen.line(lastX, lastY, x, y);
        lastX = x;
        lastY = y;
      }
      if (showing.next() == i - 1) next(pen, theme, axes, x, y);
    }
    for (int i = 1; i < rows(); i++)
      GuessMark.draw(pen, axes.x().px(i), axes.y().px(of.mean(i) + showing.guessed(i - 1)), theme);
  }

  private static void next(Pen pen, Theme theme, Axes axes, double x, double y) {
    GuessMark.ring(pen, x, y, theme);
    if (!axes.worded()) return;
    String text = Words.of("claimuncertainty.growth.next");
    double wide = pen.textWidth(text, Lettering.SMALL), left = Math.min(x + 18, axes.rightPx() - wide);
    Lettering.words(pen, theme, text, left, left < x + 18 ? y - 20 : y + 4, Lettering.SMALL, Align.LEFT, theme.ink());
  }

  private List<EndLabels.Label> labels(Theme theme, Axes axes) {
    int last = rows() - 1;
    List<EndLabels.Label> labels = new ArrayList<>();
    String spread = showing.hidden() ? Words.of("claimuncertainty.hidden") : Numbers.reading(of.exact(last));
    labels.add(new EndLabels.Label(Words.of("claimuncertainty.growth.passes", spread),
        axes.y().px(showing.hidden() ? of.mean(last) : top(last)), theme.accent(), true));
    labels.add(new EndLabels.Label(Words.of("claimuncertainty.growth.posterior", Numbers.reading(of.posterior(last))),
        axes.y().px(of.posteriorMean(last)), theme.rivalText(), false));
    labels.add(new EndLabels.Label(Words.of("claimuncertainty.growth.truth", Numbers.reading(of.truth())),
        axes.y().px(of.truth()), theme.ink(), false));
    return labels;
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Axes axes = axes(width, height);
    boolean beside = x < axes.leftPx() || x > axes.rightPx() || y < axes.topPx() || y > axes.bottomPx() + 20;
    if (beside) return Optional.empty();
    int row = Math.clamp(Math.round(axes.x().data(x)), 0, rows() - 1);
    if (!showing.hidden() || row == 0 || y > axes.bottomPx())
      return Optional.of(new Hit.Setting("n", List.of((double) row), told(row)));
    double drawn = Math.clamp(Math.abs(axes.y().data(y) - of.mean(row)), 0, of.most());
    double guess = of.step() * Math.rint(drawn / of.step());
    return Optional.of(new Hit.Guess(row - 1, guess,
        Words.of("claimuncertainty.growth.guess", Numbers.count(of.examples(row)), Numbers.reading(guess))));
  }

  private String told(int row) {
    String n = Numbers.count(of.examples(row)), mean = Numbers.reading(of.posteriorMean(row)),
        sd = Numbers.reading(of.posterior(row));
    return row >= shown() ? Words.of("claimuncertainty.growth.told_hidden", n, mean, sd)
        : Words.of("claimuncertainty.growth.told", n, Numbers.reading(of.mean(row)), Numbers.reading(of.exact(row)),
            Numbers.reading(of.measured(row)), mean, sd);
  }
}
