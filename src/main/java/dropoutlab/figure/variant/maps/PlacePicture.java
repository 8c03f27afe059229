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
/// @param foot    where the line below the maps stands: the same for places beside each other
record PlacePicture(Side side, Place place, Look look, int example, boolean front, double largest, double foot)
    implements Figure {
  static final double FOOT = 20;
  private static final double HEAD = 20, SIGN = 6;
  private static final Type WORDS = new Type(Face.TEXT, 11.5), BOLD = new Type(Face.TEXT_BOLD, 11.5),
      NUMBER = new Type(Face.NUMBER, 11.5);

  private PlaceGrid grid(double width, double height) {
    return PlaceGrid.of(place, front ? look.first() : 0, width, height - HEAD - FOOT);
  }

  PlacePicture withFoot(double at) { return new PlacePicture(side, place, look, example, front, largest, at); }

  /// Returns where its maps end in a room.
  double bottom(double width, double height) { return HEAD + grid(width, height).bottom(); }

  private CellRaster raster(PlaceGrid grid, int i) {
    int size = place.rows() * place.columns();
    int from = (grid.first() + i) * size;
    return new CellRaster(place.site(), example, from, size, grid.columns(), largest, place.blocks());
  }

  private static Inset at(PlaceGrid grid, int i) {
    Inset raster = grid.raster(i);
    return new Inset(raster.left(), raster.top() + HEAD, raster.width(), raster.height());
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    PlaceGrid grid = grid(width, height);
    drawHead(pen, grid, width, theme);
    for (int i = 0; i < grid.shown(); i++) drawRaster(pen, grid, i, theme);
    look.cursor().filter(cell -> cell.site() == place.site().number()).ifPresent(cell -> {
      for (int i = 0; i < grid.shown(); i++) raster(grid, i).drawCursor(pen, at(grid, i), cell.index(), theme);
    });
    drawFoot(pen, width, theme);
  }

  private void drawRaster(Pen pen, PlaceGrid grid, int i, Theme theme) {
    CellRaster raster = raster(grid, i);
    if (place.isVector()) raster.drawApart(pen, at(grid, i), theme);
    else raster.draw(pen, at(grid, i), theme);
  }

  private void drawHead(Pen pen, PlaceGrid grid, double width, Theme theme) {
    pen.stroke(side.colour(theme), 1.3, Marks.SOLID);
    pen.strokeOval(SIGN, 7.5, SIGN - .7);
    Marks.cross(pen, SIGN, 7.5, 2.6);
    String number = Words.of("variants.site.number", place.site().number() + 1);
    double left = 2 * SIGN + 3;
    pen.fill(side.words(theme));
    pen.text(number, left, 12, BOLD, Align.LEFT);
    left += pen.textWidth(number, BOLD) + 5;
    pen.fill(theme.muted());
    String head = Fit.firstThatFits(pen, WORDS, width - left, head(grid).toArray(String[]::new));
    pen.text(head, left, 12, WORDS, Align.LEFT);
  }

  /// From long to short.
  private List<String> head(PlaceGrid grid) {
    String name = place.site().name();
    if (place.isVector())
      return List.of(Words.of("maps.head.units", name, place.columns()),
          Words.of("maps.head.units.brief", place.columns()));
    String shape = Words.of("maps.shape", place.rows(), place.columns());
    if (grid.shown() == place.maps())
      return List.of(Words.count("maps.head", place.maps(), name, shape),
          Words.of("maps.head.brief", place.maps(), shape), Words.of("maps.head.least", place.maps()));
    return List.of(Words.of("maps.head.some", name, grid.first() + 1, grid.first() + grid.shown(), place.maps(), shape),
        Words.of("maps.head.some.brief", grid.first() + 1, grid.first() + grid.shown(), place.maps()),
        Words.of("maps.head.least", place.maps()));
  }

  private void drawFoot(Pen pen, double width, Theme theme) {
    double baseline = foot + FOOT - 5;
    Site site = place.site();
    pen.fill(theme.muted());
    if (!site.isDrawn()) {
      String none = site.p() == 0 ? Words.of("maps.nothing") : Words.of("figure.no_mask");
      if (front) pen.text(Fit.within(pen, none, WORDS, width), 0, baseline, WORDS, Align.LEFT);
      return;
    }
    String share = Shown.percent(site.droppedShare(example), 1);
    double wide = pen.textWidth(share, NUMBER);
    String words = front ? Fit.firstThatFits(pen, WORDS, width - wide - 6, Words.of("maps.dropped"),
        Words.of("maps.dropped.brief")) : "";
    if (front) pen.text(words, 0, baseline, WORDS, Align.LEFT);
    pen.fill(theme.ink());
    if (wide <= width) pen.text(share, front ? pen.textWidth(words, WORDS) + 6 : 1, baseline, NUMBER, Align.LEFT);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    PlaceGrid grid = grid(width, height);
    return IntStream.range(0, grid.shown()).mapToObj(i -> raster(grid, i).at(at(grid, i), x, y))
        .filter(OptionalInt::isPresent).map(OptionalInt::getAsInt)
        .<Hit>map(index -> new Hit.Cell(place.site().number(), index, told(index))).findFirst();
  }

  private String told(int index) {
    Site.Reading read = place.site().read(example, index);
    int area = place.rows() * place.columns(), cols = place.columns();
    String where = place.isVector() ? Words.of("maps.cell.unit", place.site().name(), index + 1)
        : Words.of("maps.cell", place.site().name(), index / area + 1, index % area / cols + 1, index % cols + 1);
    return Words.of("maps.cell.told", where, Numbers.reading(read.before()), Numbers.brief(read.factor()),
        Numbers.reading(read.after()));
  }
}
