package dropoutlab.figure.plot;

/// The shape of a wide layer as a grid of square cells, `cell` pixels each.
public record GridShape(int columns, int rows, double cell) {
  private static final double LARGEST = 26;
  /// Cells of this size can be read well: below it, space is taken from the shape rather than from the cells.
  private static final double COMFORTABLE = 13;
  /// Half as wide as high: 5 x 10, 8 x 16.
  private static final double ASPECT = .5;

  public double width() { return columns * cell; }

  public double height() { return rows * cell; }

  /// The room that is kept free for the edges between two of the layers in `room` pixels.
  public static double gap(double room, int gaps) { return Math.clamp(.34 * room / Math.max(1, gaps), 6, 70); }

  /// The shapes of all grids of a network, with one size of cell: the largest at which they fit into `space` pixels of
  /// height each and `room` pixels of width together. First the shapes have the favourite aspect, then they become
  /// slimmer, and at last their cells become smaller. Cells of 3 pixels or more are whole pixels.
  ///
  /// @param units of each layer; 0 where there is no grid, which gives null
  public static GridShape[] fit(int[] units, double space, double room) {
    for (double cell = LARGEST; cell >= COMFORTABLE; cell--) {
      GridShape[] shapes = shaped(units, cell, space, true);
      if (fits(shapes, space, room)) return shapes;
    }
    for (double cell = COMFORTABLE; cell > .4; cell -= cell > 3 ? 1 : .2) {
      GridShape[] shapes = shaped(units, cell, space, false);
      if (fits(shapes, space, room)) return shapes;
    }
    return shaped(units, .4, space, false);
  }

  private static GridShape[] shaped(int[] units, double cell, double space, boolean favourite) {
    GridShape[] shapes = new GridShape[units.length];
    for (int l = 0; l < units.length; l++) {
      if (units[l] == 0) continue;
      int columns = favourite ? favouriteColumns(units[l])
          : (int) Math.ceil(units[l] / Math.max(1, Math.floor(space / cell)));
      int rows = (units[l] + columns - 1) / columns;
      shapes[l] = new GridShape((units[l] + rows - 1) / rows, rows, cell);
    }
    return shapes;
  }

  private static boolean fits(GridShape[] shapes, double space, double room) {
    double width = 0;
    for (GridShape shape : shapes) {
      if (shape == null) continue;
      width += shape.width();
      if (shape.height() > space) return false;
    }
    return width <= room;
  }

  /// The number of columns with the favourite aspect, or one near it that leaves no cell empty.
  private static int favouriteColumns(int units) {
    double ideal = Math.sqrt(ASPECT * units);
    int best = Math.max(1, (int) Math.round(ideal));
    double nearest = 1.43;
    for (int columns = 1; columns <= units; columns++) {
      double away = Math.max(columns / ideal, ideal / columns);
      if (units % columns != 0 || away >= nearest) continue;
      nearest = away;
      best = columns;
    }
    return best;
  }
}
