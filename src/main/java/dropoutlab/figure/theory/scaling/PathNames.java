package dropoutlab.figure.theory.scaling;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.EngineMark;
import dropoutlab.frame.bench.ScalingPicture;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;

/// What a [PathPlane] says: a legend in the lower right corner, where no path from 0 upwards comes, and the greatest
/// distance on its line.
record PathNames(ScalingPicture.TwoPaths of, boolean hidden, Axes axes) {
  private static final Type WORDS = new Type(Face.TEXT, 12), BOLD = new Type(Face.TEXT_BOLD, 12);

  void draw(Pen pen, Theme theme) {
    double size = axes.textSize(), right = axes.rightPx() - 6, bottom = axes.bottomPx() - 8;
    pen.fill(theme.muted());
    pen.text(Words.of("claimscaling.paths.second"), 2, axes.topPx() - .6 * size, new Type(Face.TEXT, size), Align.LEFT);
    if (axes.rightPx() - axes.leftPx() < 240) return;
    entry(pen, theme, right, bottom, Words.of("claimscaling.paths.key.fitted"), theme.accent(), 2);
    entry(pen, theme, right, bottom - 18, Words.of("claimscaling.paths.key.standard"), theme.rivalText(), 0);
    if (hidden) return;
    entry(pen, theme, right, bottom - 36, Words.of("claimscaling.paths.key.inverted", Numbers.brief(of.factor())),
        theme.accent(), 1);
    int furthest = of.furthest();
    if (of.apart().at(furthest, 0) < 1e-4) return;
    double x = (PathPlane.x(axes, of.standard(), furthest) + PathPlane.x(axes, of.inverted(), furthest)) / 2;
    double y = (PathPlane.y(axes, of.standard(), furthest) + PathPlane.y(axes, of.inverted(), furthest)) / 2;
    String text = Words.of("claimscaling.paths.distance", Numbers.reading(of.apart().at(furthest, 0)),
        Words.count("claimscaling.paths.steps", furthest, Numbers.count(furthest)));
    double wide = pen.textWidth(text, BOLD), left =
        Math.clamp(x + 10, axes.leftPx() + 4, Math.max(axes.leftPx() + 4, right - wide));
    pen.fill(Palette.withAlpha(theme.card(), .85));
    pen.fillRect(left - 2, y + 6, wide + 4, 16);
    pen.fill(theme.ink());
    pen.text(text, left, y + 18, BOLD, Align.LEFT);
  }

  /// @param mark 0 for a line, 1 for a line with dots, 2 for a circle
  private static void entry(Pen pen, Theme theme, double right, double baseline, String text, int argb, int mark) {
    double left = right - pen.textWidth(text, WORDS), middle = baseline - 4;
    pen.fill(Palette.withAlpha(theme.card(), .85));
    pen.fillRect(left - 28, baseline - 13, right - left + 30, 17);
    pen.stroke(mark == 0 ? theme.rival() : argb, 2.2, Marks.SOLID);
    if (mark < 2) pen.line(left - 26, middle, left - 6, middle);
    pen.fill(argb);
    if (mark == 1) for (double x : new double[] {left - 21, left - 11}) pen.fillOval(x, middle, 2.6);
    if (mark == 2) EngineMark.draw(pen, theme, left - 16, middle, argb);
    pen.fill(argb);
    pen.text(text, left, baseline, WORDS, Align.LEFT);
  }
}
