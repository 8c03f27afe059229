package dropoutlab.figure.learned;

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
import dropoutlab.figure.plot.Plane;
import dropoutlab.figure.plot.TextMeasure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.plot.Which;
import dropoutlab.frame.Learned;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Viewport;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;

/// The confusion matrix: a row a true class, a column a predicted class, with the counts; the tint is the share of the
/// row, blue where prediction and truth agree and orange where they do not. The gap shows network minus twin.
public final class ConfusionFigure implements Figure {
  private final Learned.Confusion confusion;
  private final Which which;
  private final List<String> classes;

  private record Grid(double left, double top, double cellWidth, double cellHeight, double font) {}

  public ConfusionFigure(Learned.Confusion confusion, Which which) {
    this.confusion = confusion;
    this.which = which;
    this.classes = confusion.classes();
  }

  private boolean missing() { return which != Which.NETWORK && confusion.twin().isEmpty(); }

  private double count(int truth, int predicted) {
    return switch (which) {
      case NETWORK -> confusion.network().at(truth, predicted);
      case TWIN -> confusion.twin().at(truth, predicted);
      case GAP -> confusion.network().at(truth, predicted) - confusion.twin().at(truth, predicted);
    };
  }

  /// All validation examples of a class.
  private double total(int truth) {
    Matrix counts = which == Which.TWIN ? confusion.twin() : confusion.network();
    double sum = 0;
    for (int k = 0; k < classes.size(); k++) sum += counts.at(truth, k);
    return sum;
  }

  private Grid grid(double width, double height) {
    int n = classes.size();
    double font = Math.clamp(Math.min(width, height) / (n + 2) * .6, 8, 12);
    double names = Math.min(.3 * width, TextMeasure.widest(classes, new Type(Face.TEXT, font)) + 8);
    double left = Math.min(width / 2, names + 1.4 * font);
    double top = Math.min(height / 2, 3 * font);
    return new Grid(left, top, Math.max(1, (width - left - 1) / n), Math.max(1, (height - top - 1) / n), font);
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Grid grid = grid(width, height);
    int n = classes.size();
    Plane plane = new Plane(new Viewport(0, 1, 0, 1), grid.left, grid.top, n * grid.cellWidth,
        n * grid.cellHeight, false);
    if (missing()) {
      DecisionFigure.drawMissing(pen, plane, theme);
      return;
    }
    for (int truth = 0; truth < n; truth++)
      for (int predicted = 0; predicted < n; predicted++) drawCell(pen, grid, truth, predicted, theme);
    plane.drawFrame(pen, theme);
    drawNames(pen, grid, width, theme);
  }

  private void drawCell(Pen pen, Grid grid, int truth, int predicted, Theme theme) {
    if (confusion.network().isEmpty()) {
      drawBlank(pen, grid, truth, predicted, theme);
      return;
    }
    double count = count(truth, predicted);
    int tint = tint(theme, truth, predicted, count);
    double x = grid.left + predicted * grid.cellWidth;
    double y = grid.top + truth * grid.cellHeight;
    pen.fill(tint);
    double gap = Math.min(grid.cellWidth, grid.cellHeight) > 6 ? 1 : 0;
    pen.fillRect(x, y, grid.cellWidth - gap, grid.cellHeight - gap);
    Type number = new Type(truth == predicted ? Face.NUMBER_BOLD : Face.NUMBER, grid.font);
    String text = which == Which.GAP ? Shown.signedBrief(count) : Numbers.brief(count);
    boolean fits = grid.cellHeight > grid.font + 2 && pen.textWidth(text, number) <= grid.cellWidth - 3;
    if (!fits) return;
    pen.fill(count == 0 ? theme.muted() : Palette.inkOn(theme, tint));
    pen.text(text, x + grid.cellWidth / 2, y + grid.cellHeight / 2 + .36 * grid.font, number, Align.CENTRE);
  }

  private static void drawBlank(Pen pen, Grid grid, int truth, int predicted, Theme theme) {
    pen.fill(theme.neutral());
    pen.fillRect(grid.left + predicted * grid.cellWidth, grid.top + truth * grid.cellHeight, grid.cellWidth - 1,
        grid.cellHeight - 1);
  }

  /// Agreement is blue and confusion orange; in the gap, blue is what the network does better.
  private int tint(Theme theme, int truth, int predicted, double count) {
    double share = count / Math.max(1, total(truth));
    boolean good = truth == predicted == count > 0;
    return Palette.mix(theme.neutral(), good ? theme.negative() : theme.positive(), Math.sqrt(Math.abs(share)));
  }

  private void drawNames(Pen pen, Grid grid, double width, Theme theme) {
    Type words = new Type(Face.TEXT, grid.font);
    pen.fill(theme.muted());
    for (int k = 0; k < classes.size(); k++) {
      if (grid.cellHeight >= .9 * grid.font) {
        double y = grid.top + (k + .5) * grid.cellHeight + .36 * grid.font;
        pen.text(Fit.within(pen, classes.get(k), words, grid.left - 8), grid.left - 5, y, words, Align.RIGHT);
      }
      if (grid.cellWidth >= .9 * grid.font) {
        double x = grid.left + (k + .5) * grid.cellWidth;
        pen.text(Fit.within(pen, classes.get(k), words, grid.cellWidth - 2), x, grid.top - 5, words, Align.CENTRE);
      }
    }
    pen.fill(theme.muted());
    double middle = (grid.left + width) / 2;
    String predicted = Fit.within(pen, Words.of("figure.confusion.predicted"), words, width - grid.left);
    pen.text(predicted, middle, grid.font, words, Align.CENTRE);
    String truth = Fit.within(pen, Words.of("figure.confusion.true"), words, grid.left - 6);
    pen.text(truth, grid.left - 5, grid.top - 5, words, Align.RIGHT);
  }

  /// The place is (predicted class, true class), by index.
  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Grid grid = grid(width, height);
    int predicted = (int) Math.floor((x - grid.left) / grid.cellWidth);
    int truth = (int) Math.floor((y - grid.top) / grid.cellHeight);
    int n = classes.size();
    if (missing() || confusion.network().isEmpty()) return Optional.empty();
    if (predicted < 0 || predicted >= n || truth < 0 || truth >= n) return Optional.empty();
    double count = count(truth, predicted);
    String amount = which == Which.GAP ? Words.of("figure.told", Words.of("figure.name.gap"), Shown.signedBrief(count))
        : Words.of("figure.confusion.amount", Numbers.count(count), Numbers.count(total(truth)),
            Shown.percent(count / total(truth)));
    String text = Words.of("figure.confusion.cell", classes.get(truth), classes.get(predicted)) + "\n" + amount;
    return Optional.of(new Hit.Place(predicted, truth, text));
  }

  @Override public Description describe() { return new ConfusionTold(confusion, which).describe(); }

  @Override public Optional<DataTable> table() { return new ConfusionTold(confusion, which).table(); }
}
