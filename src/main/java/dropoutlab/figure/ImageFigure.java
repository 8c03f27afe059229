package dropoutlab.figure;

import dropoutlab.data.DataSet;
import dropoutlab.data.ImageShape;
import dropoutlab.figure.Pen.Align;
import dropoutlab.figure.Pen.Face;
import dropoutlab.figure.Pen.Type;
import java.util.Optional;

/// A validation example of a set of images: its pixels, firm-edged and as large as they go, with its label under them.
public final class ImageFigure implements Figure {
  private final ImageShape shape;
  private final String label;
  private final int example;
  private final double[] ink;

  /// @param example a row of the validation set
  /// @throws IllegalArgumentException when the data are no images, or there is no such example
  public ImageFigure(DataSet data, int example) {
    shape = data.schema().image().orElseThrow(() -> new IllegalArgumentException("These data are no images."));
    if (example < 0 || example >= data.validation().size())
      throw new IllegalArgumentException("The validation set has " + data.validation().size()
          + " examples, so there is none with the index " + example + ".");
    this.example = example;
    label = data.schema().classes().get(data.validation().label(example));
    ink = new double[shape.pixels()];
    for (int i = 0; i < ink.length; i++)
      ink[i] = Math.clamp(data.schema().inputScaling().toRaw(i, data.validation().x().at(example, i)), 0, 1);
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
    pen.text(Fit.firstThatFits(pen, type, width, "label " + label, label), width / 2,
        layout.top + down + 1.6 * layout.textSize, type, Align.CENTRE);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Layout layout = layout(width, height);
    int column = (int) Math.floor((x - layout.left) / layout.pixelPx);
    int row = (int) Math.floor((y - layout.top) / layout.pixelPx);
    if (column < 0 || row < 0 || column >= shape.width() || row >= shape.height()) return Optional.empty();
    String text = "validation example " + (example + 1) + ", label " + label + "\npixel (" + (column + 1) + ", "
        + (row + 1) + "): ink " + Numbers.fixed(ink[row * shape.width() + column], 2);
    return Optional.of(new Hit.Place(column, row, text));
  }
}
