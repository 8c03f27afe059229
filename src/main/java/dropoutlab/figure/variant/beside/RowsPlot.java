package dropoutlab.figure.variant.beside;

import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.TextMeasure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.variant.Side;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;

/// Named numbers of A and B as bars below each other: A's filled, B's hollow.
///
/// @param written   how a number is written
/// @param reference what they are compared with; empty for nothing
record RowsPlot(List<Row> rows, DoubleFunction<String> written, Optional<Reference> reference) implements Figure {
  private static final Type LABEL = new Type(Face.TEXT, 11), NUMBER = new Type(Face.NUMBER, 10.5),
      SMALL = new Type(Face.TEXT, 10.5);
  private static final double MOST_BAR = 9;

  RowsPlot { rows = List.copyOf(rows); }

  /// @param values in the order of the sides
  record Row(String name, List<Side> sides, List<Double> values) {
    Row {
      sides = List.copyOf(sides);
      values = List.copyOf(values);
    }
  }

  RowsPlot(List<Row> rows, DoubleFunction<String> written) { this(rows, written, Optional.empty()); }

  /// A line through the rows.
  ///
  /// @param first the row with which it begins
  record Reference(double value, String name, int first) {}

  private record Plot(double left, double right, double top, double row, double most) {
    double px(double value) { return most > 0 ? left + (right - left) * Math.clamp(value / most, 0, 1) : left; }
  }

  private Plot plot(double width, double height) {
    double labels = rows.stream().mapToDouble(row -> TextMeasure.width(row.name, LABEL)).max().orElse(0);
    double numbers = rows.stream().flatMap(row -> row.values.stream())
        .mapToDouble(v -> TextMeasure.width(written.apply(v), NUMBER)).max().orElse(0);
    double most = rows.stream().flatMap(row -> row.values.stream()).mapToDouble(Double::doubleValue).max().orElse(1);
    double left = Math.min(labels, .4 * width) + 8, top = reference.isEmpty() ? 2 : 16;
    return new Plot(left, Math.max(left + 10, width - numbers - 8), top, (height - top - 2) / Math.max(1, rows.size()),
        reference.map(line -> Math.max(most, 1.02 * line.value)).orElse(most));
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Plot plot = plot(width, height);
    for (int i = 0; i < rows.size(); i++) drawRow(pen, theme, plot, i, width);
    reference.ifPresent(line -> drawReference(pen, theme, plot, line, width, height));
  }

  private void drawRow(Pen pen, Theme theme, Plot plot, int i, double width) {
    Row row = rows.get(i);
    double middle = plot.top + (i + .5) * plot.row, each = Math.min(MOST_BAR + 4, (plot.row - 2) / row.values.size());
    pen.fill(theme.muted());
    pen.text(Fit.within(pen, row.name, LABEL, plot.left - 8), 2, middle + 4, LABEL, Align.LEFT);
    for (int s = 0; s < row.values.size(); s++) {
      double top = middle + (s - row.values.size() / 2.0) * each + 1;
      drawBar(pen, theme, row.sides.get(s), plot.left, top, plot.px(row.values.get(s)) - plot.left,
          Math.max(2, each - 3));
      if (each < 9) continue;
      pen.fill(row.sides.get(s).words(theme));
      pen.text(written.apply(row.values.get(s)), width - 1, top + each / 2 + 2.5, NUMBER, Align.RIGHT);
    }
  }

  private static void drawBar(Pen pen, Theme theme, Side side, double left, double top, double width, double height) {
    boolean filled = side.letter() == Side.Letter.A;
    pen.fill(filled ? side.colour(theme) : theme.card());
    pen.fillRect(left, top, Math.max(.5, width), height);
    if (filled) return;
    pen.stroke(side.colour(theme), 1.3, side.isNone() ? side.dash() : Marks.SOLID);
    pen.strokeRect(left + .65, top + .65, Math.max(.5, width - 1.3), Math.max(.5, height - 1.3));
  }

  private static void drawReference(Pen pen, Theme theme, Plot plot, Reference line, double width, double height) {
    double x = Math.round(plot.px(line.value)) + .5, top = plot.top + line.first * plot.row;
    pen.stroke(theme.ink(), 1.2, 3, 2);
    pen.line(x, top, x, height - 2);
    boolean left = x + pen.textWidth(line.name, SMALL) > width;
    pen.fill(theme.ink());
    pen.text(line.name, left ? x : x - 2, top - 5, SMALL, left ? Align.RIGHT : Align.LEFT);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Plot plot = plot(width, height);
    int i = (int) Math.floor((y - plot.top) / plot.row);
    if (i < 0 || i >= rows.size()) return Optional.empty();
    Row row = rows.get(i);
    String told = String.join("\n", IntStream.range(0, row.values.size()).mapToObj(s ->
        Words.of("besideview.row.told", row.sides.get(s).letter().name(), row.name, written.apply(row.values.get(s))))
            .toList());
    return Optional.of(new Hit.Place(i, row.values.isEmpty() ? 0 : row.values.getFirst(), told));
  }
}
