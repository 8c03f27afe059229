package dropoutlab.figure.theory.ensemble;

import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.bench.EnsemblePicture.Networks;
import dropoutlab.frame.bench.EnsemblePicture.Wall;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;

/// The network that the pointer is on: framed in the wall, its map enlarged and its mask drawn where the wall is low.
record PointedNetwork(Wall of, NetworkWall wall, int network) {
  private static final Type TEXT = new Type(Face.TEXT, 11);
  private static final int IN_A_ROW = 4;
  private static final double STEP = 11.5;
  private static final double MAP = 60;
  private static final double LEAST_MAP = 30;
  private static final double BEYOND = 30;

  private Networks networks() { return of.networks(); }

  void draw(Pen pen, Theme theme, ProbabilityColours colours) {
    if (network >= networks().count()) return;
    Inset place = wall.place(network);
    pen.stroke(theme.card(), 3.4, Marks.SOLID);
    pen.strokeRect(place.left(), place.top(), place.width(), place.height());
    pen.stroke(theme.ink(), 1.8, Marks.SOLID);
    pen.strokeRect(place.left(), place.top(), place.width(), place.height());
    drawMap(pen, theme, colours);
    drawMask(pen, theme);
  }

  /// The free height above the groups from `from` to the end of the wall.
  private double free(int from, int to) {
    double free = wall.bottom() - wall.top();
    for (int g = from; g <= to; g++) free = Math.min(free, wall.bottom() - wall.top() - wall.groups().get(g).height() * wall.pitch());
    return free;
  }

  /// In the upper left corner, as large as the wall leaves room.
  private void drawMap(Pen pen, Theme theme, ProbabilityColours colours) {
    double side = 0;
    for (int g = 0; g < wall.groups().size(); g++)
      side = Math.max(side, Math.min(MAP, Math.min(free(0, g) - 4, wall.right(g) - wall.left(0))));
    if (side < LEAST_MAP || of.window().isEmpty()) return;
    int n = networks().side();
    int[] pixels = new int[n * n];
    for (int i = 0; i < pixels.length; i++)
      pixels[(n - 1 - i / n) * n + i % n] = colours.of(networks().maps().at(network, i));
    pen.image(pixels, n, n, wall.left(0) + .5, wall.top() + .5, side, side, true);
    pen.stroke(theme.ink(), 1.2, Marks.SOLID);
    pen.strokeRect(wall.left(0) + .5, wall.top() + .5, side, side);
  }

  /// In the upper right corner, at the right end of the wall's room.
  private void drawMask(Pen pen, Theme theme) {
    String kept = Words.of("claimensemble.wall.kept.of", networks().kept(network));
    String says = Words.of("claimensemble.wall.says", Numbers.fixed(networks().said().get(network), 2));
    double wide = Math.max(IN_A_ROW * STEP, pen.textWidth(says, TEXT));
    int rows = Math.ceilDiv(networks().units(), IN_A_ROW);
    double right = wall.right() + BEYOND, left = right - wide, tall = rows * STEP + 34;
    for (int g = 0; g < wall.groups().size(); g++)
      if (wall.right(g) > left - 4 && free(g, g) < tall) return;
    for (int unit = 0; unit < networks().units(); unit++)
      unit(pen, theme, right - (IN_A_ROW - unit % IN_A_ROW - .5) * STEP, wall.top() + (unit / IN_A_ROW + .5) * STEP,
          (networks().masks().get(network) >> unit & 1) == 1);
    pen.fill(theme.ink());
    pen.text(kept, right, wall.top() + rows * STEP + 13, TEXT, Align.RIGHT);
    pen.text(says, right, wall.top() + rows * STEP + 27, TEXT, Align.RIGHT);
  }

  /// A unit: violet and whole if it is kept, else dashed and crossed.
  private static void unit(Pen pen, Theme theme, double x, double y, boolean kept) {
    if (kept) {
      pen.fill(theme.accentPale());
      pen.fillOval(x, y, 4.4);
      pen.stroke(theme.accent(), 1.6, Marks.SOLID);
      pen.strokeOval(x, y, 4.4);
      return;
    }
    pen.stroke(theme.muted(), 1, 1.6, 1.6);
    pen.strokeOval(x, y, 4.4);
    pen.stroke(theme.ink(), 1.1, Marks.SOLID);
    Marks.cross(pen, x, y, 2);
  }
}
