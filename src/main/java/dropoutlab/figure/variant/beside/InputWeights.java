package dropoutlab.figure.variant.beside;

import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.TextMeasure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.plot.ValueRaster;
import dropoutlab.figure.variant.Side;
import dropoutlab.frame.Matrix;
import dropoutlab.predict.variant.WeightSizes;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;

/// The weights of the first layer, a row for each input, and beside each row the norm of its weights: how much the
/// network hears of that input.
///
/// @param weights (inputs x units)
/// @param largest the size of the largest weight of A and B
/// @param norm    the largest norm of an input's weights of A and B
record InputWeights(Side side, Matrix weights, List<String> inputs, double largest, double norm) implements Figure {
  private static final double HEAD = 14, NORMS = .28;
  private static final Type SMALL = new Type(Face.TEXT, 10.5);

  InputWeights { inputs = List.copyOf(inputs); }

  static InputWeights of(Scene scene, Side side) {
    List<WeightSizes> both = scene.versus().sides().stream().map(each -> scene.weights(each).getFirst()).toList();
    double norm = both.stream().mapToDouble(each -> largestRow(each.weights())).max().orElse(1);
    return new InputWeights(side, scene.weights(side).getFirst().weights(), scene.schema().inputs(),
        both.stream().mapToDouble(WeightSizes::largest).max().orElse(1), norm);
  }

  private static double largestRow(Matrix weights) {
    double largest = 0;
    for (int row = 0; row < weights.rows(); row++) largest = Math.max(largest, norm(weights, row));
    return largest;
  }

  private static double norm(Matrix weights, int row) {
    double sum = 0;
    for (int c = 0; c < weights.cols(); c++) sum += weights.at(row, c) * weights.at(row, c);
    return Math.sqrt(sum);
  }

  private Inset raster(double width, double height) {
    double names = inputs.stream().mapToDouble(name -> Math.min(40, TextMeasure.width(name, SMALL))).max().orElse(0)
        + 6;
    return new Inset(names, HEAD, (1 - NORMS) * (width - names) - 6, height - HEAD - 2);
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Inset at = raster(width, height);
    double each = at.height() / weights.rows();
    pen.fill(theme.muted());
    pen.text(Fit.within(pen, Words.of("besideview.inputs.title"), SMALL, at.width()), at.left(), 9, SMALL, Align.LEFT);
    pen.text(Words.of("besideview.inputs.norm"), width - 2, 9, SMALL, Align.RIGHT);
    new ValueRaster(weights.rows(), weights.cols(), weights::get, _ -> false).draw(pen, at, largest, theme);
    for (int row = 0; row < weights.rows(); row++) {
      double middle = at.top() + (row + .5) * each, left = at.right() + 6, high = Math.max(1, Math.min(8, each - 2));
      if (each >= 9) {
        pen.fill(theme.muted());
        pen.text(Fit.within(pen, inputs.get(row), SMALL, 40), at.left() - 5, middle + 4, SMALL, Align.RIGHT);
      }
      pen.fill(side.colour(theme));
      pen.fillRect(left, middle - high / 2, norm > 0 ? (width - left - 2) * norm(weights, row) / norm : 0, high);
    }
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Inset at = raster(width, height);
    int row = (int) Math.floor((y - at.top()) / at.height() * weights.rows()),
        unit = (int) Math.floor((x - at.left()) / at.width() * weights.cols());
    if (row < 0 || row >= weights.rows() || x < at.left()) return Optional.empty();
    String told = unit < weights.cols()
        ? Words.of("besideview.inputs.told", inputs.get(row), unit + 1, Shown.signed(weights.at(row, unit)))
        : Words.of("besideview.inputs.told.norm", inputs.get(row), Numbers.reading(norm(weights, row)));
    return Optional.of(new Hit.Place(unit, row, told));
  }
}
