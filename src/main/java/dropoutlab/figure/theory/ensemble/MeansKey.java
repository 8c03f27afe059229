package dropoutlab.figure.theory.ensemble;

import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Theme;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;

/// What the colours of a [MeansTable] mean, in its free corner.
///
/// @param end of the scale of gaps
/// @param map whether the cells are maps with two sides
record MeansKey(WallLayout layout, double end, boolean map) {
  private static final Type TEXT = new Type(Face.TEXT, 11), NUMBER = new Type(Face.NUMBER, 11), SMALL = new Type(Face.TEXT, 10);
  private static final double NARROW = 84;
  /// At each end of a colour bar, with the sign of the side.
  private static final double NUMBER_ROOM = 20;

  void draw(Pen pen, Theme theme, ProbabilityColours colours) {
    double left = layout.tableLeft(), top = layout.cell(0, 0).top(), wide = layout.map(), size = wide < NARROW ? 10 : 11;
    Type plain = new Type(Face.TEXT, size), bold = new Type(Face.TEXT_BOLD, size);
    pen.fill(theme.muted());
    pen.text(Fit.firstThatFits(pen, plain, wide + 6, Words.of("claimensemble.wall.meet"), Words.of("claimensemble.wall.meet.brief")), left, top + 4, plain, Align.LEFT);
    pen.fill(theme.ink());
    pen.text(Fit.within(pen, Words.of("claimensemble.wall.meet.rest"), bold, wide + WallLayout.GAP), left, top + 18, bold, Align.LEFT);
    int[] values = new int[64], gaps = new int[64];
    for (int i = 0; i < 64; i++) {
      values[i] = colours.of(i / 63.0);
      gaps[i] = Palette.diverging(theme, 2 * i / 63.0 - 1);
    }
    String name = map ? Words.of("claimensemble.wall.name") : Words.of("claimensemble.wall.name.hand");
    bar(pen, theme, values, top + 26, "0", name, "1");
    bar(pen, theme, gaps, top + 51, Numbers.brief(-end), Words.of("claimensemble.wall.gap"), Shown.signedBrief(end));
    if (!map) return;
    MapSigns.side(pen, theme, left + 14, top + 41.5, false);
    MapSigns.side(pen, theme, left + wide - 14, top + 41.5, true);
  }

  private void bar(Pen pen, Theme theme, int[] colours, double top, String low, String name, String high) {
    double left = layout.tableLeft(), right = left + layout.map();
    pen.image(colours, colours.length, 1, left, top, layout.map(), 7, true);
    pen.fill(theme.muted());
    pen.text(low, left, top + 19, NUMBER, Align.LEFT);
    pen.text(high, right, top + 19, NUMBER, Align.RIGHT);
    double ends = 2 * Math.max(NUMBER_ROOM, Math.max(pen.textWidth(low, NUMBER), pen.textWidth(high, NUMBER)) + 3);
    if (pen.textWidth(name, SMALL) <= layout.map() - ends)
      pen.text(name, (left + right) / 2, top + 19, SMALL, Align.CENTRE);
  }
}
