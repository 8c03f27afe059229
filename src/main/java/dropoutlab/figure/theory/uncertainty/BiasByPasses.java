package dropoutlab.figure.theory.uncertainty;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.EndLabels;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.GuessMark;
import dropoutlab.figure.theory.Heading;
import dropoutlab.figure.theory.Showing;
import dropoutlab.frame.bench.UncertaintyPicture;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What T passes say of the information at the cross, on average over many repetitions, against T: exactly, to first
/// order, and by the engine.
record BiasByPasses(UncertaintyPicture.Asking of, Showing showing) implements Figure {
  private static final double HEAD = 16;
  /// The numbers of the options of the question.
  private static final int MORE = 1, LESS = 2;

  private int rows() { return of.byPasses().rows(); }

  private double passes(int row) { return of.byPasses().at(row, 0); }

  private Axes axes(double width, double height) {
    double high = Math.max(1e-4, Math.max(of.at().exact(), of.at().said()));
    for (int i = 0; i < rows(); i++) high = Math.max(high, Math.max(of.byPasses().at(i, 1), of.byPasses().at(i, 3)));
    double room = width < 340 ? 12
        : EndLabels.room(labels(Theme.LIGHT, null).stream().map(EndLabels.Label::text).toList(), Lettering.SIZE);
    return Axes.layOut(Scale.log(passes(0), passes(rows() - 1), 0, 1), Scale.linear(0, 1.22 * high, 0, 1),
        Words.of("claimuncertainty.repeat.axis"), "", width, height, room).lowered(HEAD);
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Axes axes = axes(width, height);
    if (axes.worded())
      Heading.draw(pen, theme, 2, Lettering.SIZE, width - 4, Words.of("claimuncertainty.repeat.title"),
          Words.of("claimuncertainty.repeat.rest"), Words.of("claimuncertainty.repeat.rest_brief"));
    axes.draw(pen, theme);
    double now = axes.x().px(of.passes()), exact = axes.y().px(of.at().exact());
    pen.stroke(theme.line(), 1, 2, 3);
    pen.line(now, axes.topPx(), now, axes.bottomPx());
    pen.stroke(theme.ink(), 1.4, 5, 3);
    pen.line(axes.leftPx(), exact, axes.rightPx(), exact);
    if (!showing.hidden()) average(pen, theme, axes);
    pen.fill(theme.accent());
    pen.fillOval(now, axes.y().px(of.at().said()), 3.6);
    guess(pen, theme, axes, now, exact);
    if (axes.worded() && width >= 340) EndLabels.draw(pen, theme, labels(theme, axes), axes.rightPx() - 6, axes);
  }

  private void average(Pen pen, Theme theme, Axes axes) {
    line(pen, axes, 2, theme.muted(), 1.4, 1.5, 3);
    line(pen, axes, 1, theme.accent(), 2.2);
    for (int i = 0; i < rows(); i++) {
      double x = axes.x().px(passes(i)), mean = of.byPasses().at(i, 3), se = of.byPasses().at(i, 4);
      pen.stroke(theme.accent(), 1, Marks.SOLID);
      pen.line(x, axes.y().px(mean - 2 * se), x, axes.y().px(mean + 2 * se));
      Lettering.ring(pen, theme, x, axes.y().px(mean), theme.accent());
    }
  }

  private void line(Pen pen, Axes axes, int column, int colour, double width, double... dash) {
    double[] x = new double[rows()], y = new double[rows()];
    for (int i = 0; i < rows(); i++) {
      x[i] = axes.x().px(passes(i));
      y[i] = axes.y().px(of.byPasses().at(i, column));
    }
    pen.stroke(colour, width, dash);
    pen.clip(axes.leftPx(), axes.topPx(), axes.rightPx() - axes.leftPx(), axes.bottomPx() - axes.topPx());
    pen.polyline(x, y, rows());
    pen.unclip();
  }

  /// A guess of more lies above what is exact, one of less below.
  private void guess(Pen pen, Theme theme, Axes axes, double x, double exact) {
    double option = showing.guessed(0), away = .2 * (axes.bottomPx() - axes.topPx());
    if (!Double.isFinite(option)) return;
    double y = Math.rint(option) == MORE ? exact - .7 * away : Math.rint(option) == LESS ? exact + away : exact;
    GuessMark.draw(pen, x, Math.max(axes.topPx() + 6, y), theme);
  }

  /// @param axes null for their widths alone
  private List<EndLabels.Label> labels(Theme theme, Axes axes) {
    List<EndLabels.Label> labels = new ArrayList<>();
    int last = rows() - 1;
    labels.add(label(Words.of("claimuncertainty.repeat.exact", Numbers.reading(of.at().exact())), of.at().exact(),
        theme.ink(), axes, false));
    String off = showing.hidden() ? Words.of("claimuncertainty.hidden")
        : Shown.signed(of.at().expected() - of.at().exact());
    labels.add(label(Words.of("claimuncertainty.repeat.average", off),
        of.byPasses().at(last, 1) - .03 * of.at().exact(), theme.accent(), axes, true));
    labels.add(label(Words.of("claimuncertainty.repeat.this", Numbers.reading(of.at().said())), .75 * of.at().exact(),
        theme.accent(), axes, false));
    if (!showing.hidden()) labels.add(label(Words.of("claimuncertainty.repeat.rough"), .6 * of.at().exact(),
        theme.muted(), axes, false));
    return labels;
  }

  private static EndLabels.Label label(String text, double at, int ink, Axes axes, boolean bold) {
    return new EndLabels.Label(text, axes == null ? 0 : axes.y().px(at), ink, bold);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Axes axes = axes(width, height);
    if (!axes.contains(x, y)) return Optional.empty();
    int nearest = Lettering.nearest(axes, of.byPasses(), x);
    String told = showing.hidden() ? Words.of("claimuncertainty.repeat.told_hidden", Numbers.count(passes(nearest)))
        : Words.of("claimuncertainty.repeat.told", Numbers.count(passes(nearest)),
        Numbers.reading(of.byPasses().at(nearest, 1)), Numbers.reading(of.byPasses().at(nearest, 2)),
            Shown.within(of.byPasses().at(nearest, 3), of.byPasses().at(nearest, 4)));
    return Optional.of(new Hit.Setting("passes", List.of(passes(nearest)), told));
  }
}
