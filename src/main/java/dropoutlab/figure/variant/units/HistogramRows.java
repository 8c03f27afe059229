package dropoutlab.figure.variant.units;

import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Span;
import dropoutlab.figure.plot.TextMeasure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.variant.Side;
import java.util.Collections;
import java.util.List;

/// What was drawn by A and by B as histograms, one above the other on one axis: bars for what was drawn, a black line
/// for what should have been, and numbers beside.
///
/// @param heads the heads of the two columns of numbers; empty for one column
record HistogramRows(List<Row> rows, String heads) implements Figure {
  private static final Type WORDS = new Type(Face.TEXT, 10), NUMBER = new Type(Face.NUMBER, 10);
  private static final double LETTER = 16, FOOT = 16, LINE = 13, LEAST_WITH_NUMBERS = 160;

  /// @param expected as `counts`; empty if nothing is expected
  /// @param marks    values that are marked with a triangle below the axis
  record Row(Side side, double from, double width, List<Integer> counts, List<Double> expected, List<Double> marks,
      List<Reading> readings) {
    double to() { return from + width * counts.size(); }
  }

  /// @param drawn what was measured
  /// @param law   what the closed form says; empty for none
  record Reading(String name, String drawn, String law) {}

  HistogramRows { rows = List.copyOf(rows); }

  private double numbers(double width) {
    if (width < LEAST_WITH_NUMBERS) return 0;
    double names = 0, values = 0;
    for (Row row : rows)
      for (Reading reading : row.readings) {
        names = Math.max(names, TextMeasure.width(reading.name, WORDS));
        values = Math.max(values, TextMeasure.width(reading.drawn, NUMBER)
            + (reading.law.isEmpty() ? 0 : 10 + TextMeasure.width(reading.law, NUMBER)));
      }
    double all = names + 8 + values;
    return all > .5 * width ? 0 : all + 10;
  }

  private Scale scale(double width) {
    Span span = new Span();
    for (Row row : rows) span.add(row.from).add(row.to());
    return Scale.linear(span.min(), span.max(), LETTER, Math.max(LETTER + 1, width - numbers(width) - 4));
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    if (rows.isEmpty() || height < 40) return;
    Scale x = scale(width);
    double top = heads.isEmpty() || numbers(width) == 0 ? 2 : LINE, each = (height - FOOT - top) / rows.size();
    if (top > 2) {
      pen.fill(theme.muted());
      pen.text(heads, width, 9, WORDS, Align.RIGHT);
    }
    for (int i = 0; i < rows.size(); i++) {
      drawRow(pen, theme, rows.get(i), x, top + i * each, each);
      if (numbers(width) > 0) drawReadings(pen, theme, rows.get(i), width, top + i * each, each);
    }
    drawTicks(pen, theme, x, height);
  }

  private static void drawTicks(Pen pen, Theme theme, Scale x, double height) {
    List<Double> ticks = x.ticks(Math.max(2, (int) ((x.toPx() - x.fromPx()) / 34)));
    List<String> labels = x.labels(ticks);
    pen.fill(theme.muted());
    for (int i = 0; i < ticks.size(); i++) pen.text(labels.get(i), x.px(ticks.get(i)), height - 3, WORDS, Align.CENTRE);
  }

  private static void drawRow(Pen pen, Theme theme, Row row, Scale x, double top, double each) {
    double base = Math.round(top + each - 5) + .5, high = each - 11;
    row.side.mark(pen, theme, 6, base - 5, 4);
    double most = Math.max(Collections.max(row.counts), row.expected.isEmpty() ? 0 : Collections.max(row.expected));
    double unit = most == 0 ? 0 : high / most;
    pen.stroke(theme.line(), 1, Marks.SOLID);
    pen.line(x.fromPx(), base, x.toPx(), base);
    for (int bin = 0; bin < row.counts.size(); bin++)
      if (row.counts.get(bin) > 0) drawBar(pen, theme, row, x, bin, base, unit * row.counts.get(bin));
    drawExpected(pen, theme, row, x, base, unit);
    pen.fill(theme.ink());
    for (double mark : row.marks) {
      double at = Math.clamp(x.px(mark), x.fromPx(), x.toPx());
      pen.polygon(new double[] {at - 3.5, at + 3.5, at}, new double[] {base + 5, base + 5, base + .5}, 3);
    }
  }

  /// Filled for A, with a rim for B.
  private static void drawBar(Pen pen, Theme theme, Row row, Scale x, int bin, double base, double tall) {
    boolean filled = row.side.letter() == Side.Letter.A;
    double left = x.px(row.from + bin * row.width), right = x.px(row.from + (bin + 1) * row.width);
    double wide = Math.max(1, right - left - .6);
    pen.fill(filled ? Palette.mix(row.side.colour(theme), theme.card(), .25) : row.side.pale(theme));
    pen.fillRect(left, base - tall, wide, tall);
    if (filled) return;
    pen.stroke(row.side.colour(theme), 1, Marks.SOLID);
    pen.strokeRect(left + .5, base - tall, Math.max(.5, wide - 1), tall);
  }

  private static void drawExpected(Pen pen, Theme theme, Row row, Scale x, double base, double unit) {
    int bins = row.expected.size();
    double[] xs = new double[2 * bins], ys = new double[2 * bins];
    for (int bin = 0; bin < bins; bin++) {
      xs[2 * bin] = x.px(row.from + bin * row.width);
      xs[2 * bin + 1] = x.px(row.from + (bin + 1) * row.width);
      ys[2 * bin] = ys[2 * bin + 1] = base - unit * row.expected.get(bin);
    }
    pen.stroke(theme.ink(), 1.1, Marks.SOLID);
    if (bins > 0) pen.polyline(xs, ys, 2 * bins);
  }

  private static void drawReadings(Pen pen, Theme theme, Row row, double width, double top, double each) {
    double laws = 0;
    for (Reading reading : row.readings)
      laws = Math.max(laws, reading.law.isEmpty() ? 0 : TextMeasure.width(reading.law, NUMBER) + 10);
    double y = top + (each - LINE * row.readings.size()) / 2 + 9;
    for (Reading reading : row.readings) {
      pen.fill(row.side.words(theme));
      pen.text(reading.drawn, width - laws, y, NUMBER, Align.RIGHT);
      pen.fill(theme.ink());
      if (!reading.law.isEmpty()) pen.text(reading.law, width, y, NUMBER, Align.RIGHT);
      pen.fill(theme.muted());
      pen.text(reading.name, width - laws - TextMeasure.width(reading.drawn, NUMBER) - 6, y, WORDS, Align.RIGHT);
      y += LINE;
    }
  }
}
