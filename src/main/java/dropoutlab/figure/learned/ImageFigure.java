package dropoutlab.figure.learned;

import dropoutlab.data.DataSet;
import dropoutlab.data.ImageShape;
import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.Matrix;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A grey picture, firm-edged and as large as it goes, with a caption under it: an example of a set of images
/// with its label, or what became of one.
public final class ImageFigure implements Figure {
  private final ImageShape shape;
  private final String caption;
  private final String brief;
  private final String told;
  private final double[] ink;

  /// @param example a row of the examples that are shown
  /// @throws IllegalArgumentException when the data are no images, or there is no such example
  public ImageFigure(DataSet data, int example) {
    shape = data.schema().image().orElseThrow(() -> new IllegalArgumentException(Words.of("figure.image.none")));
    if (example < 0 || example >= data.shown().size())
      throw new IllegalArgumentException(
          Words.count("figure.image.beyond", data.shown().size(), data.shownAs(), example));
    brief = data.schema().classes().get(data.shown().label(example));
    caption = Words.of("figure.image.label", brief);
    told = Words.of("figure.image.example", data.shownAs(), example + 1, brief);
    ink = new double[shape.pixels()];
    for (int i = 0; i < ink.length; i++)
      ink[i] = Math.clamp(data.schema().inputScaling().toRaw(i, data.shown().x().at(example, i)), 0, 1);
  }

  /// @param picture (1 x pixels), 0 paper to 1 ink
  public ImageFigure(Matrix picture, ImageShape shape, String caption) {
    this.shape = shape;
    this.caption = caption;
    brief = caption;
    told = caption;
    ink = new double[shape.pixels()];
    for (int i = 0; i < ink.length; i++) ink[i] = Math.clamp(picture.get(i), 0, 1);
  }

  /// Where a point lies on the picture, in pixels of it from its top left corner; empty outside.
  public Optional<Hit.Place> place(double x, double y, double width, double height) {
    Layout layout = layout(width, height);
    double column = (x - layout.left) / layout.pixelPx;
    double row = (y - layout.top) / layout.pixelPx;
    boolean inside = column >= 0 && row >= 0 && column < shape.width() && row < shape.height();
    return inside ? Optional.of(new Hit.Place(column, row, "")) : Optional.empty();
  }

  /// Where the middle of a pixel is drawn.
  public Hit.Place middle(int column, int row, double width, double height) {
    Layout layout = layout(width, height);
    return new Hit.Place(layout.left + (column + 0.5) * layout.pixelPx, layout.top + (row + 0.5) * layout.pixelPx, "");
  }

  /// The picture's place; a pixel is `pixelPx` wide, and whole where there is room for that.
  private record Layout(double left, double top, double pixelPx, double textSize) {}

  private Layout layout(double width, double height) {
    double size = Axes.textSize(width, height);
    boolean worded = height >= 5 * size;
    double room = Math.max(1, height - (worded ? 1.9 * size : 0) - 2);
    double fits = Math.max(0.1, Math.min((width - 2) / shape.width(), room / shape.height()));
    double pixel = fits >= 3 ? Math.floor(fits) : fits;
    double left = Math.round((width - pixel * shape.width()) / 2);
    double top = Math.round((room + 2 - pixel * shape.height()) / 2);
    return new Layout(left, top, pixel, worded ? size : 0);
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Layout layout = layout(width, height);
    double across = layout.pixelPx * shape.width();
    double down = layout.pixelPx * shape.height();
    int[] argb = new int[ink.length];
    for (int i = 0; i < argb.length; i++) argb[i] = Palette.mix(theme.card(), theme.ink(), ink[i]);
    pen.image(argb, shape.width(), shape.height(), layout.left, layout.top, across, down, false);
    pen.stroke(theme.line(), 1);
    pen.strokeRect(layout.left - 0.5, layout.top - 0.5, across + 1, down + 1);
    if (layout.textSize == 0) return;
    Type type = new Type(Face.TEXT_BOLD, layout.textSize);
    pen.fill(theme.ink());
    pen.text(Fit.firstThatFits(pen, type, width, caption, brief), width / 2,
        layout.top + down + 1.6 * layout.textSize, type, Align.CENTRE);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Layout layout = layout(width, height);
    int column = (int) Math.floor((x - layout.left) / layout.pixelPx);
    int row = (int) Math.floor((y - layout.top) / layout.pixelPx);
    if (column < 0 || row < 0 || column >= shape.width() || row >= shape.height()) return Optional.empty();
    String text = told + "\n"
        + Words.of("figure.image.pixel", column + 1, row + 1, Numbers.fixed(ink[row * shape.width() + column], 2));
    return Optional.of(new Hit.Place(column, row, text));
  }

  /// How much of it is ink, and where.
  @Override public Description describe() {
    String title = Words.of("told.image.title", told);
    List<Integer> inked = IntStream.range(0, ink.length).filter(i -> ink[i] > .5).boxed().toList();
    if (inked.isEmpty()) return Description.of(title, Words.of("told.image.blank", shape.width(), shape.height()));
    IntSummaryStatistics across = inked.stream().mapToInt(i -> i % shape.width() + 1).summaryStatistics();
    IntSummaryStatistics down = inked.stream().mapToInt(i -> i / shape.width() + 1).summaryStatistics();
    return Description.of(title, Words.count("told.image.drawn", inked.size(), shape.width(), shape.height()),
        Words.of("told.image.reach", across.getMin(), across.getMax(), down.getMin(), down.getMax()));
  }

  /// One row a pixel.
  @Override public Optional<DataTable> table() {
    DataTable.Rows rows = new DataTable.Rows(new DataTable.Column(Words.of("told.features.column.x")),
        new DataTable.Column(Words.of("told.features.column.y")), new DataTable.Column(Words.of("told.image.column")));
    for (int i = 0; i < ink.length; i++) rows.add(i % shape.width() + 1, i / shape.width() + 1, ink[i]);
    return rows.table();
  }
}
