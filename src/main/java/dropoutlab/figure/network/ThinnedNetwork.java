package dropoutlab.figure.network;

import dropoutlab.figure.plot.GridShape;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.LayerName;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Series.Ink;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.PointPasses;
import dropoutlab.frame.Weights;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A thinned network drawn small: dropped units hollow and crossed, kept ones full, and where the weights are known the
/// edges between the units that are left. Layers that are too wide for circles are grids of cells.
public final class ThinnedNetwork {
  private static final double[] DASH = {2, 2};
  private static final double LARGEST_RADIUS = 6.5;
  private static final double SMALLEST_PITCH = 4;
  private static final double CROSSED_CELL = 5;
  private static final int MOST_EDGES = 700;
  private static final double FAINTEST = .12;

  private final PointPasses.Voter voter;
  private final Optional<Weights> weights;
  private final int[] units;
  private final Inset room;
  private final GridShape[] grids;
  private final Ink kept;
  private final boolean weighted;

  /// Draws kept units in the colour of dropout, and edges by their weights alone.
  public ThinnedNetwork(PointPasses.Voter voter, Optional<Weights> weights, Inset room) {
    this(voter, weights, room, Theme::accent, false);
  }

  /// @param weighted draws each edge as strong as its weight times the factor of the unit that it leaves
  public ThinnedNetwork(PointPasses.Voter voter, Optional<Weights> weights, Inset room, Ink kept, boolean weighted) {
    this.kept = kept;
    this.weighted = weighted;
    int layers = voter.masks().size();
    // Bodies of other layers have masks that belong to no dense layer.
    this.voter = voter;
    this.weights = weights.filter(known -> known.weights().size() == layers && fits(known, voter));
    this.units = new int[layers + (this.weights.isPresent() ? 1 : 0)];
    for (int l = 0; l < layers; l++) units[l] = units(l);
    this.weights.ifPresent(known -> units[layers] = known.weights().getLast().cols());
    this.room = room;
    int[] wide = new int[units.length];
    for (int l = 0; l < wide.length; l++)
      wide[l] = room.height() / Math.max(1, units[l]) < SMALLEST_PITCH ? units[l] : 0;
    this.grids = GridShape.fit(wide, room.height(), .5 * room.width());
  }

  private static boolean fits(Weights weights, PointPasses.Voter voter) {
    for (int l = 0; l < voter.masks().size(); l++) {
      Matrix mask = voter.masks().get(l);
      if (!mask.isEmpty() && mask.cols() != weights.weights().get(l).rows()) return false;
    }
    return true;
  }

  private int units(int l) {
    Matrix mask = voter.masks().get(l);
    return mask.isEmpty() ? weights.map(known -> known.weights().get(l).rows()).orElse(0) : mask.cols();
  }

  private boolean droppable(int l) { return l < voter.masks().size() && !voter.masks().get(l).isEmpty(); }

  private boolean dropped(int l, int unit) { return droppable(l) && voter.masks().get(l).at(0, unit) == 0; }

  private double factor(int l, int unit) {
    return weighted && droppable(l) ? Math.abs(voter.masks().get(l).at(0, unit)) : 1;
  }

  /// "hidden 1: 9 of 16 kept", a line a layer that drops.
  public String told() {
    StringBuilder text = new StringBuilder();
    for (int l = 0; l < voter.masks().size(); l++) {
      if (!droppable(l)) continue;
      int kept = 0;
      for (int u = 0; u < units[l]; u++) if (!dropped(l, u)) kept++;
      text.append('\n').append(Words.of("figure.thinned.kept", LayerName.inputOrHidden(l), kept, units[l]));
    }
    return text.toString();
  }

  private double width(int l) { return grids[l] == null ? 2 * LARGEST_RADIUS + 2 : grids[l].width(); }

  /// The middle of a layer: between all layers there are gaps of one width.
  private double x(int l) {
    if (units.length == 1) return room.left() + room.width() / 2;
    double free = room.width();
    for (int i = 0; i < units.length; i++) free -= width(i);
    double x = room.left() + width(l) / 2;
    for (int i = 0; i < l; i++) x += width(i) + free / (units.length - 1);
    return x;
  }

  private double y(int l, int unit) {
    double pitch = Math.min(room.height() / Math.max(1, units[l]), 3.2 * LARGEST_RADIUS);
    return room.top() + room.height() / 2 + (unit - (units[l] - 1) / 2.0) * pitch;
  }

  private double radius() {
    double pitch = Double.MAX_VALUE;
    for (int l = 0; l < units.length; l++)
      if (grids[l] == null && units[l] > 0) pitch = Math.min(pitch, room.height() / units[l]);
    return Math.min(LARGEST_RADIUS, .4 * pitch);
  }

  public void draw(Pen pen, Theme theme) {
    weights.ifPresent(known -> drawEdges(pen, theme, known));
    for (int l = 0; l < units.length; l++) {
      if (grids[l] != null) drawGrid(pen, theme, l, grids[l]);
      else drawCircles(pen, theme, l);
    }
  }

  private void drawEdges(Pen pen, Theme theme, Weights known) {
    for (int l = 1; l < units.length; l++) {
      Matrix table = known.weights().get(l - 1);
      if (grids[l] != null || grids[l - 1] != null || table.size() > MOST_EDGES) continue;
      double strength = Math.min(1, radius() / 5);
      double largest = Math.max(1e-12, Math.max(table.max(), -table.min()));
      for (int from = 0; from < units[l - 1]; from++)
        for (int to = 0; to < units[l]; to++) {
          double share = Math.abs(table.at(from, to)) / largest * factor(l - 1, from);
          if (share < FAINTEST || dropped(l - 1, from) || dropped(l, to)) continue;
          int colour = table.at(from, to) < 0 ? theme.negative() : theme.positive();
          pen.stroke(Palette.withAlpha(colour, strength * (.15 + .5 * share)), .5 + .9 * share, Marks.SOLID);
          pen.line(x(l - 1), y(l - 1, from), x(l), y(l, to));
        }
    }
  }

  private int full(Theme theme, int l) {
    return droppable(l) ? Palette.mix(kept.of(theme), theme.card(), .15)
        : Palette.mix(theme.muted(), theme.card(), .45);
  }

  private void drawCircles(Pen pen, Theme theme, int l) {
    double radius = radius();
    for (int u = 0; u < units[l]; u++) {
      if (dropped(l, u)) continue;
      pen.fill(theme.card());
      pen.fillOval(x(l), y(l, u), radius + 1);
      pen.fill(full(theme, l));
      pen.fillOval(x(l), y(l, u), radius);
    }
    pen.stroke(theme.muted(), 1, radius >= 4 ? DASH : Marks.SOLID);
    for (int u = 0; u < units[l]; u++) if (dropped(l, u)) pen.strokeOval(x(l), y(l, u), radius);
    pen.stroke(Palette.mix(theme.muted(), theme.ink(), .5), radius >= 4 ? 1.3 : 1, Marks.SOLID);
    for (int u = 0; u < units[l]; u++) if (dropped(l, u)) Marks.cross(pen, x(l), y(l, u), .55 * radius);
  }

  private void drawGrid(Pen pen, Theme theme, int l, GridShape grid) {
    double left = x(l) - grid.width() / 2;
    double top = room.top() + (room.height() - grid.height()) / 2;
    if (grid.cell() < CROSSED_CELL) {
      drawRaster(pen, theme, l, grid, left, top);
      return;
    }
    List<double[]> gone = new ArrayList<>();
    double side = grid.cell() - 1;
    pen.fill(full(theme, l));
    pen.stroke(theme.muted(), .8, Marks.SOLID);
    for (int u = 0; u < units[l]; u++) {
      double x = left + u / grid.rows() * grid.cell() + .5;
      double y = top + u % grid.rows() * grid.cell() + .5;
      if (dropped(l, u)) {
        pen.strokeRect(x + .5, y + .5, side - 1, side - 1);
        gone.add(new double[] {x + side / 2, y + side / 2});
      } else {
        pen.fillRect(x, y, side, side);
      }
    }
    pen.stroke(Palette.mix(theme.muted(), theme.ink(), .5), 1, Marks.SOLID);
    for (double[] at : gone) Marks.cross(pen, at[0], at[1], .28 * grid.cell());
  }

  /// Cells too small for crosses: dark where kept, pale where dropped; the last column may not be full.
  private void drawRaster(Pen pen, Theme theme, int l, GridShape grid, double left, double top) {
    int[] cells = new int[grid.columns() * grid.rows()];
    for (int u = 0; u < units[l]; u++)
      cells[u % grid.rows() * grid.columns() + u / grid.rows()] = dropped(l, u)
          ? Palette.mix(theme.card(), theme.faint(), .22) : full(theme, l);
    pen.image(cells, grid.columns(), grid.rows(), left, top, grid.width(), grid.height(), false);
    pen.stroke(theme.muted(), .8, Marks.SOLID);
    pen.strokeRect(left - .5, top - .5, grid.width() + 1, grid.height() + 1);
  }
}
