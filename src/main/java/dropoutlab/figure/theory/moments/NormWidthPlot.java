package dropoutlab.figure.theory.moments;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.TextMeasure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.Dragged;
import dropoutlab.figure.theory.EngineMark;
import dropoutlab.figure.theory.Heading;
import dropoutlab.figure.theory.Showing;
import dropoutlab.frame.bench.MomentsPicture;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;

/// The ratio for sums of ever more units: where they vary together, their noise averages out, their variance does not.
record NormWidthPlot(MomentsPicture.BatchNorm of, Showing showing) implements Figure {
  private int widest() { return (int) of.widths().at(of.widths().rows() - 1, 0); }

  private Axes axes(double width, double height) {
    Scale x = new Scale(true, 1, widest(), 0, 1), y = Scale.linear(0, NormPlot.TOP, 0, 1);
    return NormPlot.axes(x, y, Words.of("claimmoments.norm.units"), width, height, 12);
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Axes axes = axes(width, height);
    Heading.draw(pen, theme, 2, 12, width - 4, Words.of("claimmoments.norm.widths"),
        Words.of("claimmoments.norm.widths.rest"));
    axes.draw(pen, theme);
    NormPlot.upright(pen, theme, axes, of.width());
    drawAlike(pen, theme, axes);
    if (showing.hidden()) {
      NormPlot.unknown(pen, theme, axes, of.width());
      return;
    }
    pen.stroke(theme.accent(), 2, Marks.SOLID);
    NormPlot.line(pen, axes, of.widths());
    NormPlot.marks(pen, theme, axes, of.widthDots(), theme.accent());
    EngineMark.draw(pen, theme, axes.x().px(of.width()), axes.y().px(of.measured()), 4.6, theme.accent());
  }

  private void drawAlike(Pen pen, Theme theme, Axes axes) {
    Dragged alike = alike(axes);
    pen.fill(theme.muted());
    Type words = NormPlot.words(axes, false);
    pen.text(Words.of("claimmoments.norm.alike"), alike.left() - 4, alike.baseline(), words, Align.RIGHT);
    pen.fill(theme.ink());
    alike.draw(pen, theme);
  }

  private Dragged alike(Axes axes) {
    Type type = NormPlot.words(axes, false);
    String number = Numbers.fixed(of.alike(), 2);
    double left = axes.rightPx() - 6 - TextMeasure.width(number, type);
    return new Dragged("alike", 0, number, left, axes.bottomPx() - 10, type, Words.of("claimmoments.norm.alike.told"));
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Axes axes = axes(width, height);
    Optional<Hit> alike = alike(axes).hit(x, y);
    if (alike.isPresent() || !axes.contains(x, y)) return alike;
    int units = Math.clamp(Math.round(axes.x().data(x)), 1, widest());
    String told = showing.hidden() ? Words.count("claimmoments.norm.told.units.set", units)
        : Words.count("claimmoments.norm.told.units", units, Numbers.reading(of.widths().at(units - 1, 1)));
    return Optional.of(new Hit.Setting("width", List.of((double) units), told));
  }
}
