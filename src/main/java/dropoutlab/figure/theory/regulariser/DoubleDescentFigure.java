package dropoutlab.figure.theory.regulariser;

import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Jitter;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Series;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.BenchFigure;
import dropoutlab.figure.theory.EngineMark;
import dropoutlab.figure.theory.GuessMark;
import dropoutlab.figure.theory.Heading;
import dropoutlab.figure.theory.Showing;
import dropoutlab.figure.theory.Told;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.bench.RegulariserPicture;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;

/// The risk for ever more examples: a dot a draw and lines through the medians, grey without dropout, violet with it.
record DoubleDescentFigure(RegulariserPicture.DoubleDescent of, Showing showing) implements BenchFigure {
  private static final double[] PLAIN = {6, 4}, GUESSED = {1.5, 3};
  private static final double LARGEST_GUESS = 20, STEP = .05;
  private static final int MOST_DOTS = 40;

  private DescentAxes axes(double width, double height) { return DescentAxes.of(of, width, height); }

  @Override public Told told() { return new DescentTold(of, showing); }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    DescentAxes axes = axes(width, height);
    if (axes.worded())
      Heading.draw(pen, theme, 2, 12, width - 4, Words.of("claimregulariser.descent.title"),
          Words.of("claimregulariser.descent.title.rest"));
    axes.draw(pen, theme);
    axes.plot().clip(pen);
    drawChosen(pen, theme, axes);
    drawRisks(pen, theme, axes, of.plain(), of.plainMedians(), -1, Theme::muted, PLAIN);
    if (!showing.hidden())
      drawRisks(pen, theme, axes, of.dropped(), of.droppedMedians(), 1, Theme::accent, Marks.SOLID);
    pen.unclip();
    if (!showing.hidden() && Double.isFinite(of.trained()))
      EngineMark.draw(pen, theme, axes.x(of.n()), axes.y(of.trained()), 4.6, theme.ink());
    drawGuess(pen, theme, axes);
    if (axes.detailed()) new DescentNames(of, showing, axes).draw(pen, theme);
  }

  private void drawChosen(Pen pen, Theme theme, DescentAxes axes) {
    pen.stroke(theme.accent(), 1.2, 1, 3);
    pen.line(axes.x(of.n()), axes.top(), axes.x(of.n()), axes.bottom());
  }

  /// @param side on which the dots stand of their place
  private void drawRisks(Pen pen, Theme theme, DescentAxes axes, Matrix risks, List<Double> medians, int side,
                         Series.Ink ink, double[] dash) {
    double half = axes.strip() / 2;
    for (int i = 0; i < of.sizes().size(); i++)
      Jitter.draw(pen, risks, i, axes.x(of.sizes().get(i)) + side * (half + 1), half, axes::held, MOST_DOTS,
          Palette.withAlpha(ink.of(theme), .38), axes.detailed() ? 1.9 : 1.4);
    double[] xs = new double[medians.size()], ys = new double[xs.length];
    for (int i = 0; i < xs.length; i++) {
      xs[i] = axes.x(of.sizes().get(i));
      ys[i] = axes.held(medians.get(i));
    }
    pen.stroke(ink.of(theme), 2.4, dash);
    pen.polyline(xs, ys, xs.length);
  }

  private void drawGuess(Pen pen, Theme theme, DescentAxes axes) {
    int placed = 0, last = -1;
    double[] xs = new double[of.grid().size()], ys = new double[xs.length];
    for (int i = 0; i < xs.length; i++) {
      if (!Double.isFinite(showing.guessed(i))) continue;
      xs[placed] = axes.x(of.grid().get(i));
      ys[placed++] = axes.held(showing.guessed(i));
      last = i;
    }
    pen.stroke(theme.ink(), 1.4, GUESSED);
    pen.polyline(xs, ys, placed);
    for (int i = 0; i < placed; i++) GuessMark.draw(pen, xs[i], ys[i], theme);
    int next = showing.next();
    if (next < 0 || next >= xs.length) return;
    double from = Double.isFinite(showing.guessed(next)) ? showing.guessed(next) : last < 0 ? 1 : showing.guessed(last);
    double x = axes.x(of.grid().get(next)), y = axes.held(from);
    GuessMark.ring(pen, x, y, theme);
    if (!axes.detailed()) return;
    Type type = new Type(Face.TEXT, 11.5);
    String text = Words.of("claimregulariser.descent.next");
    boolean left = x + 18 + pen.textWidth(text, type) > axes.right();
    pen.fill(theme.ink());
    pen.text(text, x + (left ? -18 : 18), y + 4, type, left ? Align.RIGHT : Align.LEFT);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    DescentAxes axes = axes(width, height);
    if (axes.detailed()) {
      Optional<Hit> number = new DescentNames(of, showing, axes).hit(x, y);
      if (number.isPresent()) return number;
    }
    if (!axes.contains(x, y)) return Optional.empty();
    return Optional.of(showing.hidden() ? guess(axes, x, y) : choice(axes, x));
  }

  private Hit guess(DescentAxes axes, double x, double y) {
    int at = axes.nearest(x);
    double value = Math.clamp(Math.rint(axes.risk(y) / STEP) * STEP, STEP, LARGEST_GUESS);
    String told = Words.of("claimregulariser.descent.told.guess", of.grid().get(at), Numbers.fixed(value, 2));
    return new Hit.Guess(at, value, told);
  }

  private Hit choice(DescentAxes axes, double x) {
    int n = axes.size(x), at = of.sizes().indexOf(n);
    String text = at < 0 ? Words.of("claimregulariser.descent.told.n", n)
        : Words.of("claimregulariser.descent.told.medians", n, Numbers.reading(of.plainMedians().get(at)),
            Numbers.reading(of.droppedMedians().get(at)), Shown.dropRate(of.p()));
    return new Hit.Setting("n", List.of((double) n), text);
  }
}
