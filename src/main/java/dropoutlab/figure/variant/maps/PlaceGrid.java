package dropoutlab.figure.variant.maps;

import dropoutlab.figure.plot.Inset;
import java.util.Comparator;
import java.util.stream.IntStream;

/// The rasters of a place in rows below each other: one for each map that fits, or one of all units.
///
/// @param first   the number of the first map that is shown
/// @param columns the cells in a row of a raster
/// @param width   of a raster, in pixels
record PlaceGrid(int first, int shown, int across, int columns, double width, double height) {
  private static final double GAP = 3, RIM = 1, LEAST_SIDE = 56, LEAST_CELL = 3.5, MOST_UNIT = 30;

  /// Lays all maps out as large as they can be, with as few gaps at the end as that allows; where they would be too
  /// small, as many as fit, from `first` on.
  static PlaceGrid of(Place place, int first, double width, double height) {
    double wide = Math.max(1, width - 2 * RIM), high = Math.max(1, height - 2 * RIM);
    if (place.isVector()) return units(place.columns(), wide, high);
    int across = IntStream.rangeClosed(1, place.maps()).boxed().max(Comparator
        .comparingDouble((Integer columns) -> whole(cell(place, wide, high, columns, Math.ceilDiv(place.maps(), columns))))
        .thenComparing(columns -> -Math.ceilDiv(place.maps(), columns) * columns)).orElse(1);
    double cell = cell(place, wide, high, across, Math.ceilDiv(place.maps(), across));
    double least = Math.min(LEAST_CELL, LEAST_SIDE / Math.max(place.rows(), place.columns()));
    if (cell >= least) return of(place, 0, place.maps(), across, cell);
    across = fit(wide, least * place.columns());
    int down = fit(high, least * place.rows()), shown = Math.min(place.maps(), across * down);
    return of(place, Math.clamp(first, 0, place.maps() - shown), shown, across, cell(place, wide, high, across, down));
  }

  /// Cells are whole pixels where they are large enough for that.
  private static double whole(double cell) { return cell >= 2 ? Math.floor(cell) : cell; }

  private static PlaceGrid of(Place place, int first, int shown, int across, double cell) {
    double side = whole(cell);
    return new PlaceGrid(first, shown, across, place.columns(), side * place.columns(), side * place.rows());
  }

  private static int fit(double room, double each) { return (int) Math.max(1, (room + GAP) / (each + GAP)); }

  private static double cell(Place place, double width, double height, int across, int down) {
    return Math.max(.1, Math.min((width - (across - 1) * GAP) / (across * place.columns()),
        (height - (down - 1) * GAP) / (down * place.rows())));
  }

  /// The raster of units has the shape of the room.
  private static PlaceGrid units(int count, double width, double height) {
    double cell = MOST_UNIT;
    while (cell > 1 && Math.floor(width / cell) * Math.floor(height / cell) < count) cell--;
    int rows = Math.ceilDiv(count, (int) Math.max(1, width / cell));
    int columns = Math.ceilDiv(count, rows);
    return new PlaceGrid(0, 1, 1, columns, Math.min(width, cell * columns), Math.min(height, cell * rows));
  }

  Inset raster(int i) {
    return new Inset(i % across * (width + GAP) + RIM, i / across * (height + GAP) + RIM, width, height);
  }

  double bottom() { return raster(shown - 1).bottom() + RIM; }
}
