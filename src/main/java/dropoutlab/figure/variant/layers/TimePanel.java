package dropoutlab.figure.variant.layers;

import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.variant.Side;
import dropoutlab.frame.LayersEvidence.StepTime;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;

/// What share of the blocks is computed, and what share of the time a step really takes, with its quartiles.
record TimePanel(List<StepTime> times, List<Side> sides) implements Figure {
  private static final Type WORDS = new Type(Face.TEXT, 11), NUMBER = new Type(Face.NUMBER, 11);
  private static final double NAMES = 56, NUMBERS = 40, BAR = 9, ROW = 20;

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    double top = 6, each = Math.min(2 * ROW + 6, (height - top - 14) / times.size());
    for (StepTime time : times) {
      drawTime(pen, time, top, width, theme);
      top += each;
    }
    pen.fill(theme.muted());
    pen.text(Fit.firstThatFits(pen, WORDS, width, Words.of("depth.time.batch"), Words.of("depth.time.batch.short")), 0, Math.min(height - 3, top + 14), WORDS,
        Align.LEFT);
  }

  private void drawTime(Pen pen, StepTime time, double top, double width, Theme theme) {
    Side side = sides.get(Math.min(time.network(), sides.size() - 1));
    double unit = Math.max(20, width - NAMES - NUMBERS) / Math.max(1.1, time.high());
    row(pen, Words.of("depth.time.blocks"), Shown.percent(time.blocks()), top, width, theme);
    row(pen, Words.of("depth.time.step"), Shown.percent(time.middle()), top + ROW, width, theme);
    pen.fill(Palette.mix(theme.card(), theme.muted(), .5));
    pen.fillRect(NAMES, top, unit * time.blocks(), BAR);
    pen.fill(side.colour(theme));
    pen.fillRect(NAMES, top + ROW, unit * time.middle(), BAR);
    double y = top + ROW + BAR / 2;
    pen.stroke(theme.ink(), 1.3, Marks.SOLID);
    pen.line(NAMES + unit * time.low(), y, NAMES + unit * time.high(), y);
    for (double end : new double[] {NAMES + unit * time.low(), NAMES + unit * time.high()})
      pen.line(end, y - 3, end, y + 3);
    pen.stroke(Palette.mix(theme.ink(), theme.card(), .3), 1, 2, 2);
    pen.line(NAMES + unit, top - 3, NAMES + unit, top + ROW + BAR + 3);
  }

  private static void row(Pen pen, String name, String number, double top, double width, Theme theme) {
    pen.fill(theme.muted());
    pen.text(name, 0, top + BAR, WORDS, Align.LEFT);
    pen.fill(theme.ink());
    pen.text(number, width, top + BAR, NUMBER, Align.RIGHT);
  }
}
