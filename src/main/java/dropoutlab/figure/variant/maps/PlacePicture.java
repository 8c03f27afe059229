package dropoutlab.figure.variant.maps;

import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.variant.Look;
import dropoutlab.figure.variant.Side;
import dropoutlab.figure.variant.Site;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// One place of dropout of one network: its number and shape, its maps or units, and the share that was dropped.
///
/// @param front   whether it stands in front, with room for words
/// @param largest the size of a value that has the full colour
record PlacePicture(Side side, Place place, Look look, int example, boolean front, double largest) implements Figure {
  static final double HEAD = 20, FOOT = 20;
  private static final double GAP = 3, LEAST_SIDE = 56, LEAST_CELL = 3.5, SIGN = 6;
  /// How much wider than high the raster of a vector is.
  private static final double LANDSCAPE = 1.7;
  private static final Type WORDS = new Type(Face.TEXT, 11.5), BOLD = new Type(Face.TEXT_BOLD, 11.5),
      NUMBER = new Type(Face.NUMBER, 11.5);

  /// Rasters in rows below each other.
  private record Grid(int first, int shown, int across, double width, double height) {
    Inset raster(int i) {
      return new Inset(i % across * (width + GAP) + 1, HEAD + i / across * (height + GAP) + 1, width, height);
    }
  }

  private int maps() { return Math.max(1, place.maps()); }

  private int rows() { return place.isVector() ? Math.ceilDiv(place.columns(), columns()) : place.rows(); }

  private int columns() {
    return place.isVector() ? (int) Math.ceil(Math.sqrt(LANDSCAPE * place.columns())) : place.columns();
  }

  private Grid grid(double width, double height) {
    double wide = Math.max(1, width - 2), high = Math.max(1, height - HEAD - FOOT - 2), cell = 0;
    int across = 1;
    for (int columns = 1; columns <= maps(); columns++) {
      double each = cell(wide, high, columns, Math.ceilDiv(maps(), columns));
      if (each > cell) {
        cell = each;
        across = columns;
      }
    }
    double least = Math.min(LEAST_CELL, LEAST_SIDE / Math.max(rows(), columns()));
    int shown = maps();
    if (cell < least) {
      across = (int) Math.max(1, (wide + GAP) / (least * columns() + GAP));
      int down = (int) Math.max(1, (high + GAP) / (least * rows() + GAP));
      shown = Math.min(maps(), across * down);
      cell = cell(wide, high, across, down);
    }
    if (cell >= 2) cell = Math.floor(cell);
    int first = Math.clamp(front ? look.first() : 0, 0, maps() - shown);
    return new Grid(first, shown, across, cell * columns(), cell * rows());
  }

  /// Returns the height that it fills of a room.
  double height(double width, double height) {
    Grid grid = grid(width, height);
    return Math.min(height, grid.raster(grid.shown - 1).bottom() + 1 + FOOT);
  }

  private double cell(double width, double height, int across, int down) {
    return Math.max(.1, Math.min((width - (across - 1) * GAP) / (across * columns()),
        (height - (down - 1) * GAP) / (down * rows())));
  }

  private CellRaster raster(int map) {
    int size = place.isVector() ? place.columns() : rows() * columns();
    return new CellRaster(place.site(), example, map * size, size, columns(), largest, place.blocks());
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Grid grid = grid(width, height);
    drawHead(pen, grid, width, theme);
    for (int i = 0; i < grid.shown; i++) raster(grid.first + i).draw(pen, grid.raster(i), theme);
    look.cursor().filter(cell -> cell.site() == place.site().number()).ifPresent(cell -> {
      for (int i = 0; i < grid.shown; i++) raster(grid.first + i).drawCursor(pen, grid.raster(i), cell.index(), theme);
    });
    drawFoot(pen, width, height, theme);
  }

  private void drawHead(Pen pen, Grid grid, double width, Theme theme) {
    pen.stroke(side.colour(theme), 1.3, Marks.SOLID);
    pen.strokeOval(SIGN, 7.5, SIGN - .7);
    Marks.cross(pen, SIGN, 7.5, 2.6);
    String number = Words.of("variants.site.number", place.site().number() + 1);
    double left = 2 * SIGN + 3;
    pen.fill(side.words(theme));
    pen.text(number, left, 12, BOLD, Align.LEFT);
    left += pen.textWidth(number, BOLD) + 5;
    pen.fill(theme.muted());
    pen.text(Fit.firstThatFits(pen, WORDS, width - left, head(grid).toArray(String[]::new)), left, 12, WORDS, Align.LEFT);
  }

  /// From long to short.
  private List<String> head(Grid grid) {
    String name = place.site().name();
    if (place.isVector()) return List.of(Words.of("maps.head.units", name, place.columns()), Words.of("maps.head.units.brief", place.columns()));
    String shape = Words.of("maps.shape", place.rows(), place.columns());
    if (grid.shown == place.maps())
      return List.of(Words.count("maps.head", place.maps(), name, shape), Words.of("maps.head.brief", place.maps(), shape), Words.of("maps.head.least", place.maps()));
    return List.of(Words.of("maps.head.some", name, grid.first + 1, grid.first + grid.shown, place.maps(), shape),
        Words.of("maps.head.some.brief", grid.first + 1, grid.first + grid.shown, place.maps()),
        Words.of("maps.head.least", place.maps()));
  }

  private void drawFoot(Pen pen, double width, double height, Theme theme) {
    double baseline = height - 5;
    Site site = place.site();
    pen.fill(theme.muted());
    if (!site.isDrawn()) {
      String none = site.p() == 0 ? Words.of("maps.nothing") : Words.of("figure.no_mask");
      if (front) pen.text(Fit.within(pen, none, WORDS, width), 0, baseline, WORDS, Align.LEFT);
      return;
    }
    String share = Shown.percent(site.droppedShare(example), 1);
    double wide = pen.textWidth(share, NUMBER);
    String words = front ? Fit.firstThatFits(pen, WORDS, width - wide - 6, Words.of("maps.dropped"), Words.of("maps.dropped.brief")) : "";
    if (front) pen.text(words, 0, baseline, WORDS, Align.LEFT);
    pen.fill(theme.ink());
    if (wide <= width) pen.text(share, front ? pen.textWidth(words, WORDS) + 6 : 1, baseline, NUMBER, Align.LEFT);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Grid grid = grid(width, height);
    return IntStream.range(0, grid.shown).mapToObj(i -> raster(grid.first + i).at(grid.raster(i), x, y))
        .filter(OptionalInt::isPresent).map(OptionalInt::getAsInt)
        .<Hit>map(index -> new Hit.Cell(place.site().number(), index, told(index))).findFirst();
  }

  private String told(int index) {
    Site.Reading read = place.site().read(example, index);
    int area = rows() * columns();
    String where = place.isVector() ? Words.of("maps.cell.unit", place.site().name(), index + 1)
        : Words.of("maps.cell", place.site().name(), index / area + 1, index % area / columns() + 1, index % columns() + 1);
    return Words.of("maps.cell.told", where, Numbers.reading(read.before()), Numbers.brief(read.factor()), Numbers.reading(read.after()));
  }
}
