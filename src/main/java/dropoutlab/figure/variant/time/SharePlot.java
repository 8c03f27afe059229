package dropoutlab.figure.variant.time;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Theme;
import dropoutlab.words.Words;
import java.util.List;

/// How much of each sequence of the batch was really dropped, beside p ± one standard deviation for so many draws: one
/// mask for a whole sequence has few.
record SharePlot(List<Lane> lanes) implements Figure {
  private static final double LEAST = .1, RIGHT = 16;
  private static final int PERCENT = 100;

  SharePlot { lanes = List.copyOf(lanes); }

  /// Returns the standard deviation of the share, √(p (1 - p) / n) for n draws a sequence.
  static double sd(Lane lane) {
    double p = lane.site().p();
    return Math.sqrt(p * (1 - p) / lane.draws());
  }

  private static int examples(Lane lane) { return lane.site().dropped().factors().rows(); }

  private double most() {
    double most = LEAST;
    for (Lane lane : lanes)
      for (int row = 0; row < examples(lane); row++) most = Math.max(most, lane.site().droppedShare(row));
    return Math.min(1, 1.15 * most);
  }

  private Axes axes(double width, double height) {
    return Axes.layOut(Scale.linear(0, PERCENT * most(), 0, 1), Scale.linear(0, 1, 0, 1), "", "", width, height, RIGHT);
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Axes axes = axes(width, height);
    if (!axes.worded()) return;
    drawAxis(pen, theme, axes);
    double row = (axes.bottomPx() - axes.topPx()) / lanes.size();
    for (int i = 0; i < lanes.size(); i++)
      drawRow(pen, theme, axes, lanes.get(i), axes.topPx() + (i + .5) * row, Math.min(row, 40));
  }

  private static void drawAxis(Pen pen, Theme theme, Axes axes) {
    Type type = new Type(Face.TEXT, axes.textSize());
    double base = Math.round(axes.bottomPx()) + .5, baseline = axes.bottomPx() + Math.round(1.5 * axes.textSize());
    pen.stroke(theme.line(), 1, Marks.SOLID);
    pen.line(axes.leftPx(), base, axes.rightPx(), base);
    List<Double> ticks = axes.x().ticks(4);
    List<String> labels = axes.x().labels(ticks);
    pen.fill(theme.muted());
    for (int i = 0; i < ticks.size(); i++)
      pen.text(i == ticks.size() - 1 ? Words.of("words.percent", labels.get(i)) : labels.get(i),
          axes.x().px(ticks.get(i)), baseline, type, Align.CENTRE);
  }

  private void drawRow(Pen pen, Theme theme, Axes axes, Lane lane, double middle, double high) {
    Type letter = new Type(Face.TEXT_BOLD, 11);
    pen.fill(lane.side().words(theme));
    pen.text(lane.side().letter().name(), axes.leftPx() - 6, middle + 4, letter, Align.RIGHT);
    double p = PERCENT * lane.site().p(), sd = PERCENT * sd(lane);
    double from = axes.x().px(Math.max(0, p - sd)), to = axes.x().px(p + sd), at = Math.round(axes.x().px(p)) + .5;
    pen.fill(Palette.mix(theme.card(), lane.side().pale(theme), .9));
    pen.fillRect(from, middle - high / 2 + 1, to - from, high - 2);
    for (int i = 0; i < examples(lane); i++) {
      double x = axes.x().px(PERCENT * lane.site().droppedShare(i));
      lane.side().mark(pen, theme, x, middle + high * .3 * Math.sin(2.4 * i), 2);
    }
    pen.stroke(theme.ink(), 1, 2, 2);
    pen.line(at, middle - high / 2, at, middle + high / 2);
    pen.stroke(theme.ink(), 1, Marks.SOLID);
  }
}
