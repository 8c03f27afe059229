package dropoutlab.figure.variant.units;

import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.TextMeasure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.variant.Side;
import dropoutlab.words.Numbers;
import java.util.List;

/// A few numbers as horizontal bars from 0, with their names before and their values behind them.
record Bars(List<Bar> bars) implements Figure {
  private static final Type WORDS = new Type(Face.TEXT, 11), NUMBER = new Type(Face.NUMBER, 11);
  private static final double MOST = 22;

  /// @param closed whether it is what a closed form says, which has no fill
  record Bar(String name, double value, Side side, boolean closed) {}

  Bars { bars = List.copyOf(bars); }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    if (bars.isEmpty()) return;
    double each = Math.min(MOST, (height - 4) / bars.size());
    double names = Math.min(.45 * width, TextMeasure.widest(bars.stream().map(Bar::name).toList(), WORDS)),
        left = names + 8;
    double numbers = TextMeasure.widest(bars.stream().map(bar -> shown(bar.value)).toList(), NUMBER);
    double most = bars.stream().mapToDouble(bar -> Math.abs(bar.value)).max().orElse(1),
        room = Math.max(1, width - left - numbers - 8);
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      double y = 4 + i * each, wide = most == 0 ? 0 : room * Math.abs(bar.value) / most, high = each - 7;
      pen.fill(bar.side.words(theme));
      pen.text(Fit.within(pen, bar.name, WORDS, names + 1), 0, y + each / 2 + 3, WORDS, Align.LEFT);
      if (!bar.closed) {
        pen.fill(Palette.mix(bar.side.colour(theme), theme.card(), .15));
        pen.fillRect(left, y + 3, wide, high);
      }
      pen.stroke(bar.closed ? theme.ink() : bar.side.colour(theme), 1.2, bar.closed ? new double[] {3, 2}
          : Marks.SOLID);
      pen.strokeRect(left, y + 3, Math.max(1, wide), high);
      pen.fill(theme.ink());
      pen.text(shown(bar.value), left + wide + 6, y + each / 2 + 3, NUMBER, Align.LEFT);
    }
  }

  private static String shown(double value) { return Numbers.fixed(value, 3); }
}
