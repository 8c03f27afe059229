package dropoutlab.figure.theory.uncertainty;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.Heading;
import dropoutlab.figure.theory.Showing;
import dropoutlab.frame.bench.UncertaintyPicture;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.Optional;

/// What each weight adds to the variance of the passes, a pile for each number of examples, and beside it the variance
/// of the posterior. In the formula there is no number of examples.
record VarianceParts(UncertaintyPicture.Growth of, Showing showing) implements Figure {
  private static final double HEAD = 16, WIDE = .5, LABELLED = 14;

  private int rows() { return of.bands().rows(); }

  private int shown() { return showing.hidden() ? 1 : rows(); }

  private double variance(int row) { return of.exact(row) * of.exact(row); }

  private Axes axes(double width, double height) {
    double high = 1e-3;
    for (int i = 0; i < rows(); i++) high = Math.max(high, Math.max(variance(i), of.posterior(i) * of.posterior(i)));
    return Axes.layOut(Scale.linear(-.5, rows() - .5, 0, 1), Scale.linear(0, 1.15 * high, 0, 1), "", "", width, height,
        4).lowered(HEAD);
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Axes axes = axes(width, height);
    if (axes.worded())
      Heading.draw(pen, theme, 2, Lettering.SIZE, width - 4, Words.of("claimuncertainty.parts.title"),
          Words.of("claimuncertainty.parts.rest"));
    axes.draw(pen, theme, false);
    double pile = WIDE * (axes.x().px(1) - axes.x().px(0));
    for (int i = 0; i < rows(); i++) {
      double left = axes.x().px(i) - .7 * pile;
      if (i < shown()) pile(pen, theme, axes, i, left, pile);
      posterior(pen, theme, axes, i, left + pile + 3, .34 * pile);
      if (axes.worded()) words(pen, theme, axes, i, left + pile / 2);
    }
  }

  private void pile(Pen pen, Theme theme, Axes axes, int row, double left, double wide) {
    double sum = 0;
    for (int c = 0; c < of.shares().cols(); c++) {
      double top = axes.y().px(sum + of.shares().at(row, c)), bottom = axes.y().px(sum);
      sum += of.shares().at(row, c);
      int colour = Palette.mix(theme.accentPale(), theme.accent(), .12 + .16 * c);
      pen.fill(colour);
      pen.fillRect(left, top, wide, Math.max(0, bottom - top - .8));
      if (bottom - top < LABELLED || wide < 24) continue;
      pen.fill(Palette.inkOn(theme, colour));
      pen.text(Words.of("claimuncertainty.parts.weight", subscript(c + 1)), left + wide / 2, (top + bottom) / 2 + 4,
          Lettering.SMALL, Align.CENTRE);
    }
    Lettering.ring(pen, theme, left + wide / 2, axes.y().px(of.measured(row) * of.measured(row)), theme.accent());
  }

  /// A digit below the line.
  private static String subscript(int digit) { return Character.toString('\u2080' + digit); }

  private void posterior(Pen pen, Theme theme, Axes axes, int row, double left, double wide) {
    double top = axes.y().px(of.posterior(row) * of.posterior(row));
    pen.fill(Palette.withAlpha(theme.rival(), .35));
    pen.fillRect(left, top, wide, axes.bottomPx() - top);
    pen.stroke(theme.rivalText(), 1.4, Marks.SOLID);
    pen.line(left, top, left + wide, top);
  }

  private void words(Pen pen, Theme theme, Axes axes, int row, double middle) {
    pen.fill(row == of.now() ? theme.ink() : theme.muted());
    pen.text(Numbers.count(of.examples(row)), axes.x().px(row), axes.bottomPx() + 17,
        row == of.now() ? Lettering.NUMBER_BOLD : Lettering.NUMBER, Align.CENTRE);
    String number = row < shown() ? Numbers.fixed(variance(row), 3) : Words.of("claimuncertainty.hidden");
    double top = row < shown() ? axes.y().px(Math.max(variance(row), of.measured(row) * of.measured(row)))
        : axes.bottomPx();
    pen.fill(theme.accent());
    pen.text(number, middle, Math.max(top - 7, axes.topPx() + 9), Lettering.NUMBER, Align.CENTRE);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Axes axes = axes(width, height);
    if (!axes.contains(x, y)) return Optional.empty();
    int row = Math.clamp(Math.round(axes.x().data(x)), 0, rows() - 1);
    double at = axes.y().data(y), sum = 0;
    if (row >= shown()) return Optional.empty();
    for (int c = 0; c < of.shares().cols(); c++) {
      sum += of.shares().at(row, c);
      if (at <= sum)
        return Optional.of(new Hit.Place(row, at,
        Words.of("claimuncertainty.parts.told", Numbers.count(of.examples(row)), subscript(c + 1),
            Numbers.reading(of.shares().at(row, c)), Numbers.reading(variance(row)))));
    }
    return Optional.empty();
  }
}
