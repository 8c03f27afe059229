package dropoutlab.figure.theory.scaling;

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
import java.util.List;

/// The distributions of a [BentPlot], of z below it and of the outputs beside it: exact as bars, and the passes' shares
/// as circles.
record BentStrips(ScalingPicture.JensenGap of, BentLayout at) {
  private static final int Z = 0, OUTPUT = 1, PROBABILITY = 2, ENGINE = 3;

  void draw(Pen pen, Theme theme) {
    for (int i = 0; i < of.outcomes().rows(); i++) {
      double x = at.axes().x().px(of.outcomes().at(i, Z)), y = at.axes().y().px(of.outcomes().at(i, OUTPUT));
      pen.stroke(Palette.withAlpha(theme.accent(), .35), 1, 1, 3);
      pen.line(x, y, x, at.zBase());
      pen.line(x, y, at.outputBase(), y);
      double bar = at.bar(of.outcomes().at(i, PROBABILITY));
      pen.fill(theme.accentMid());
      pen.fillRect(x - 3, at.zBase() - bar, 6, bar);
      if (at.worded())
        EngineMark.draw(pen, theme, x, at.zBase() - at.bar(of.outcomes().at(i, ENGINE)), 2.6, theme.ink());
    }
    drawOutputs(pen, theme);
    pen.stroke(theme.muted(), 1, Marks.SOLID);
    pen.line(at.axes().leftPx(), at.zBase() + .5, at.axes().rightPx(), at.zBase() + .5);
    pen.line(at.outputBase() - .5, at.axes().topPx(), at.outputBase() - .5, at.axes().bottomPx());
    if (at.worded()) drawBalance(pen, theme);
  }

  private void drawOutputs(Pen pen, Theme theme) {
    for (BentLayout.Output each : at.outputs()) {
      double y = at.axes().y().px(each.value());
      pen.fill(theme.accentMid());
      pen.fillRect(at.outputBase(), y - 3, at.sideways(each.probability()), 6);
      if (at.worded()) EngineMark.draw(pen, theme, at.outputBase() + at.sideways(each.drawn()), y, 2.6, theme.ink());
    }
  }

  /// The ticks of z, and below them where its bars balance.
  private void drawBalance(Pen pen, Theme theme) {
    Type type = new Type(Face.TEXT, at.size());
    List<Double> ticks = at.axes().x().ticks(7);
    List<String> labels = at.axes().x().labels(ticks);
    double balance = at.axes().x().px(of.meanZ()), foot = at.zBase();
    pen.fill(theme.muted());
    for (int i = 0; i < ticks.size(); i++) {
      double x = at.axes().x().px(ticks.get(i));
      if (Math.abs(x - balance) > pen.textWidth(labels.get(i), type) / 2 + 8)
        pen.text(labels.get(i), x, foot + 3 + at.size(), type, Align.CENTRE);
    }
    pen.fill(theme.ink());
    pen.polygon(new double[] {balance, balance + 6, balance - 6}, new double[] {foot + 1, foot + 11, foot + 11}, 3);
    String mean = Words.of("claimscaling.jensen.meanz", Numbers.reading(of.meanZ()));
    double half = pen.textWidth(mean, type) / 2, left = at.axes().leftPx() + half;
    pen.text(mean, Math.clamp(balance, left, Math.max(left, at.axes().rightPx() - half)), foot + 8 + 2 * at.size(),
        type, Align.CENTRE);
  }
}
