package dropoutlab.figure.theory.ensemble;

import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.bench.EnsemblePicture.Networks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// A map for each thinned network, grouped by how many units it keeps: the outline of the wall is the law of that number.
/// The whole wall is one image.
final class NetworkWall {
  private static final double GROUP_GAP = 6;
  private static final double SMALLEST_CORNER = 4;
  private static final double LARGEST_CORNER = 12;
  /// A network whose map is one cell still is a tile of some cells, so that gaps are whole cells.
  private static final int TILE = 8;

  private final Networks of;
  private final Inset at;
  private final List<Group> groups;
  private final int rows;
  private final double pitch;
  private final int cells;
  /// The column of a map that each of its cells shows.
  private final int[] source;

  /// The networks that keep so many units, filled in from the bottom, row by row.
  ///
  /// @param column the first of its columns
  record Group(int kept, List<Integer> networks, int column, int columns) {
    int height() { return Math.ceilDiv(networks.size(), columns); }
  }

  NetworkWall(Networks of, Inset at) {
    this.of = of;
    this.at = at;
    List<List<Integer>> byKept = new ArrayList<>();
    for (int kept = 0; kept <= of.units(); kept++) byKept.add(new ArrayList<>());
    for (int i = 0; i < of.count(); i++) byKept.get(of.kept(i)).add(i);
    rows = bestRows(byKept, at);
    groups = groups(byKept, rows);
    pitch = pitch(groups, rows, at);
    cells = of.side() == 1 ? TILE : of.side();
    source = IntStream.range(0, cells).map(x -> x * of.side() / cells).toArray();
  }

  /// The number of rows with which the maps are largest.
  private static int bestRows(List<List<Integer>> byKept, Inset at) {
    int best = 1;
    double largest = 0;
    int most = Math.max(1, Math.min((int) at.height(), byKept.stream().mapToInt(List::size).max().orElse(1)));
    for (int rows = 1; rows <= most; rows++) {
      double pitch = pitch(groups(byKept, rows), rows, at);
      if (pitch <= largest) continue;
      largest = pitch;
      best = rows;
    }
    return best;
  }

  private static List<Group> groups(List<List<Integer>> byKept, int rows) {
    List<Group> groups = new ArrayList<>();
    int column = 0;
    for (int kept = 0; kept < byKept.size(); kept++) {
      if (byKept.get(kept).isEmpty()) continue;
      int columns = Math.ceilDiv(byKept.get(kept).size(), rows);
      groups.add(new Group(kept, byKept.get(kept), column, columns));
      column += columns;
    }
    return groups;
  }

  private static double pitch(List<Group> groups, int rows, Inset at) {
    int columns = groups.getLast().column + groups.getLast().columns;
    double pitch = Math.min(at.height() / rows, (at.width() - GROUP_GAP * (groups.size() - 1)) / columns);
    return pitch >= 4 ? Math.floor(2 * pitch) / 2 : Math.max(.5, pitch);
  }

  List<Group> groups() { return groups; }

  double pitch() { return pitch; }

  double bottom() { return at.top() + rows * pitch; }

  double top() { return at.top(); }

  private int gapCells() { return Math.max(1, (int) Math.round(GROUP_GAP / pitch * cells)); }

  private double cell() { return pitch / cells; }

  /// The first cell of a column of a group, from the left.
  private int cellsBefore(int group) { return groups.get(group).column * cells + group * gapCells(); }

  double left(int group) { return at.left() + cellsBefore(group) * cell(); }

  double right(int group) { return left(group) + groups.get(group).columns * pitch; }

  double right() { return right(groups.size() - 1); }

  /// The room of the network with this number.
  Inset place(int network) {
    for (int g = 0; g < groups.size(); g++) {
      int i = groups.get(g).networks.indexOf(network);
      if (i >= 0) return place(g, i);
    }
    throw new IllegalArgumentException("There is no network " + network);
  }

  private Inset place(int g, int i) {
    Group group = groups.get(g);
    return new Inset(left(g) + i % group.columns * pitch, bottom() - (i / group.columns + 1) * pitch, pitch, pitch);
  }

  /// The network under a point.
  OptionalInt network(double x, double y) {
    int row = (int) Math.floor((bottom() - y) / pitch);
    for (int g = 0; g < groups.size() && row >= 0; g++) {
      Group group = groups.get(g);
      int column = (int) Math.floor((x - left(g)) / pitch), i = row * group.columns + column;
      if (column >= 0 && column < group.columns && i < group.networks.size()) return OptionalInt.of(group.networks.get(i));
    }
    return OptionalInt.empty();
  }

  void draw(Pen pen, Theme theme, ProbabilityColours colours) {
    int across = cellsBefore(groups.size() - 1) + groups.getLast().columns * cells, down = rows * cells;
    int[] pixels = new int[across * down];
    Arrays.fill(pixels, theme.card());
    float[] maps = new float[of.maps().size()];
    of.maps().copyInto(maps, 0);
    for (int g = 0; g < groups.size(); g++)
      for (int i = 0; i < groups.get(g).networks.size(); i++) paint(pixels, across, down, g, i, maps, colours);
    pen.image(pixels, across, down, at.left(), at.top(), across * cell(), rows * pitch, of.side() > 1);
    drawJoints(pen, theme);
    drawCorners(pen, theme);
  }

  private void paint(int[] pixels, int across, int down, int g, int i, float[] maps, ProbabilityColours colours) {
    Group group = groups.get(g);
    int left = cellsBefore(g) + i % group.columns * cells, bottom = down - 1 - i / group.columns * cells;
    int first = group.networks.get(i) * of.side() * of.side();
    for (int y = 0; y < cells; y++) {
      int to = (bottom - y) * across + left, from = first + y * of.side() / cells * of.side();
      for (int x = 0; x < cells; x++) pixels[to + x] = colours.of(maps[from + source[x]]);
    }
  }

  /// Thin lines between the maps, in the colour of the ground.
  private void drawJoints(Pen pen, Theme theme) {
    pen.stroke(theme.card(), pitch >= 12 ? 1.4 : .8, Marks.SOLID);
    for (int row = 0; row <= rows; row++) pen.line(at.left(), at.top() + row * pitch, right(), at.top() + row * pitch);
    for (int g = 0; g < groups.size(); g++) {
      double top = bottom() - groups.get(g).height() * pitch;
      for (int column = 0; column <= groups.get(g).columns; column++)
        pen.line(left(g) + column * pitch, top, left(g) + column * pitch, bottom());
    }
  }

  /// A violet corner for each network that a pass drew.
  private void drawCorners(Pen pen, Theme theme) {
    double side = Math.clamp(.36 * pitch, Math.min(SMALLEST_CORNER, pitch - 1), LARGEST_CORNER);
    for (int g = 0; g < groups.size(); g++)
      for (int i = 0; i < groups.get(g).networks.size(); i++)
        if (of.drawn().get(groups.get(g).networks.get(i)) > 0) {
          Inset place = place(g, i);
          corner(pen, theme.card(), place.right(), place.top(), side + 1.2);
          corner(pen, theme.accent(), place.right() - .6, place.top() + .6, side);
        }
  }

  /// A triangle in the upper right corner.
  static void corner(Pen pen, int colour, double right, double top, double side) {
    pen.fill(colour);
    pen.polygon(new double[] {right - side, right, right}, new double[] {top, top, top + side}, 3);
  }
}
