package dropoutlab.figure.variant.beside;

import dropoutlab.data.ImageShape;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.variant.Look;
import dropoutlab.figure.variant.Side;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.NetworkView.Fed;
import dropoutlab.spec.AugmentationSpec;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.Optional;

/// Images of the present batch as the network received them, cut, shifted or mixed, each with its target. The example
/// that is looked at has a frame, and what was cut out of an image a dashed one.
record FedFigure(Scene scene, Side side, Look look) implements Figure {
  private static final double GAP = 8, LABEL = 15, LEAST = 44;
  private static final Type NAME = new Type(Face.TEXT_MEDIUM, 11), SMALL = new Type(Face.TEXT, 10.5);

  private ImageShape image() { return scene.schema().image().orElseThrow(); }

  private Fed fed() { return side.view().fed(); }

  /// @param from the example of the first cell
  private record Grid(int columns, int rows, double cell, double left, int from) {
    double x(int i) { return left + i % columns * (cell + GAP); }

    double y(int i) { return Scene.HEAD + 4 + (double) (i / columns) * (cell + LABEL + GAP); }

    int count() { return columns * rows; }
  }

  /// Pictures as large as they go, of which at least six have room.
  private Grid grid(double width, double height) {
    int examples = Math.max(1, fed().inputs().rows()), wanted = Math.min(examples, 6);
    double room = height - Scene.HEAD - 4, best = 0;
    int columns = 1, rows = 1;
    for (int c = 1; c <= 10; c++) {
      double cell = (width - (c - 1) * GAP) / c;
      int down = Math.max(1, (int) ((room + GAP) / (cell + LABEL + GAP)));
      if (c * down < wanted && (width - c * GAP) / (c + 1) >= LEAST) continue;
      double fits = Math.min(cell, (room - (down - 1) * GAP) / down - LABEL);
      if (fits <= best) continue;
      best = fits;
      columns = c;
      rows = down;
    }
    double whole = Math.max(1, best >= 2 * image().width() ? Math.floor(best / image().width()) * image().width()
        : best);
    int page = columns * rows;
    return new Grid(columns, rows, whole, 2, look.example() / page * page);
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    scene.drawHead(pen, theme, side, width);
    if (height < Scene.HEAD + LEAST) return;
    Grid grid = grid(width, height);
    for (int i = 0; i < grid.count() && grid.from + i < fed().inputs().rows(); i++) drawExample(pen, theme, grid, i);
  }

  private void drawExample(Pen pen, Theme theme, Grid grid, int i) {
    int example = grid.from + i, width = image().width();
    int[] argb = new int[image().pixels()];
    for (int p = 0; p < argb.length; p++)
      argb[p] = Palette.mix(theme.card(), theme.ink(),
          scene.schema().inputScaling().toRaw(p, fed().inputs().at(example, p)));
    double x = grid.x(i), y = grid.y(i), down = grid.cell * image().height() / width;
    pen.image(argb, width, image().height(), x, y, grid.cell, down, false);
    if (isCut()) hole(example).ifPresent(box -> drawHole(pen, theme, x, y, grid.cell / width, box));
    boolean chosen = example == look.example();
    pen.stroke(chosen ? side.colour(theme) : theme.line(), chosen ? 2 : 1, Marks.SOLID);
    pen.strokeRect(x - .5, y - .5, grid.cell + 1, down + 1);
    pen.fill(chosen ? theme.ink() : theme.muted());
    pen.text(Fit.within(pen, target(example), chosen ? NAME : SMALL, grid.cell), x, y + down + 12,
        chosen ? NAME : SMALL, Align.LEFT);
  }

  /// Whether nothing but squares and rectangles changes the images.
  private boolean isCut() {
    AugmentationSpec a = scene.asked(side).augmentation();
    return (a.cutout() > 0 || a.erase() > 0) && a.noise() == 0 && a.shift() == 0 && a.mixup() == 0;
  }

  /// The pixels of a hole: the first column and row, and those behind the last.
  private record Box(int left, int top, int right, int bottom) {
    Box with(int column, int row) {
      return new Box(Math.min(left, column), Math.min(top, row), Math.max(right, column + 1),
          Math.max(bottom, row + 1));
    }
  }

  /// Returns the box around all pixels that differ from the example as it is in the data; empty where none does.
  private Optional<Box> hole(int example) {
    int row = side.view().examples().get(example), width = image().width();
    Box box = new Box(width, image().height(), 0, 0);
    for (int p = 0; p < image().pixels(); p++)
      if (Math.abs(fed().inputs().at(example, p) - scene.data().train().x().at(row, p)) > 1e-6)
        box = box.with(p % width, p / width);
    return box.right > 0 ? Optional.of(box) : Optional.empty();
  }

  private void drawHole(Pen pen, Theme theme, double x, double y, double pixel, Box box) {
    pen.stroke(side.colour(theme), 1.4, 3, 2);
    pen.strokeRect(x + box.left * pixel, y + box.top * pixel, (box.right - box.left) * pixel,
        (box.bottom - box.top) * pixel);
  }

  /// Writes the two greatest targets of an example: "7", or "3 .82  7 .18".
  private String target(int example) {
    Matrix targets = fed().targets();
    if (targets.isEmpty() || example >= targets.rows() || targets.cols() == 1) return "";
    int first = largest(targets, example, -1), second = largest(targets, example, first);
    String one = scene.schema().className(first);
    if (targets.at(example, second) < 5e-3) return one;
    return Words.of("besideview.fed.two", one, Numbers.fixed(targets.at(example, first), 2),
        scene.schema().className(second),
        Numbers.fixed(targets.at(example, second), 2));
  }

  private static int largest(Matrix targets, int example, int but) {
    int best = but == 0 ? 1 : 0;
    for (int c = 0; c < targets.cols(); c++)
      if (c != but && targets.at(example, c) > targets.at(example, best)) best = c;
    return best;
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Grid grid = grid(width, height);
    for (int i = 0; i < grid.count() && grid.from + i < fed().inputs().rows(); i++) {
      Inset at = new Inset(grid.x(i), grid.y(i), grid.cell, grid.cell * image().height() / image().width());
      if (!at.contains(x, y)) continue;
      int column = (int) ((x - at.left()) / at.width() * image().width()),
          row = (int) ((y - at.top()) / at.height() * image().height());
      int pixel = row * image().width() + column, example = grid.from + i;
      return Optional.of(new Hit.Place(column, row, Words.of("besideview.fed.told", example + 1, column + 1, row + 1,
          Numbers.fixed(scene.schema().inputScaling().toRaw(pixel, fed().inputs().at(example, pixel)), 2),
              target(example)).strip()));
    }
    return Optional.empty();
  }
}
