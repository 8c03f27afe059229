package dropoutlab.figure.variant.maps;

import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.TextMeasure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.variant.Side;
import dropoutlab.words.Numbers;
import java.util.List;
import java.util.Optional;

/// Numbers from 0 up as bars below each other, with their names before them.
///
/// @param axis     what is shown, below the bars; empty for nothing
/// @param decimals of the numbers
record BarRows(List<Row> rows, String axis, int decimals) implements Figure {
  private static final double MOST = 20, MOST_ROW = 30, FOOT = 18, LEAST_FULL = .5;
  private static final Type WORDS = new Type(Face.TEXT, 11.5), BOLD = new Type(Face.TEXT_BOLD, 11.5),
      NUMBER = new Type(Face.NUMBER, 11.5), SMALL = new Type(Face.TEXT, 11);

  BarRows { rows = List.copyOf(rows); }

  /// @param side whose number it is; empty for neither's
  record Row(String name, Optional<Side> side, double value) {
    Type type() { return side.isPresent() ? BOLD : WORDS; }
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    double names = rows.stream().mapToDouble(row -> TextMeasure.width(row.name, row.type())).max().orElse(0);
    double left = Math.min(.45 * width, names) + 8, bottom = height - (axis.isEmpty() ? 0 : FOOT);
    double numbers = rows.stream().mapToDouble(row -> pen.textWidth(shown(row), NUMBER)).max().orElse(0) + 6;
    double full = Math.max(LEAST_FULL, rows.stream().mapToDouble(Row::value).max().orElse(0));
    double each = Math.min(MOST_ROW, bottom / Math.max(1, rows.size()));
    double perUnit = Math.max(1, width - left - numbers) / full, high = Math.min(MOST, .55 * each);
    for (int i = 0; i < rows.size(); i++) drawRow(pen, rows.get(i), (i + .5) * each, left, perUnit, high, theme);
    pen.fill(theme.muted());
    pen.text(Fit.within(pen, axis, SMALL, width), 0, rows.size() * each + FOOT - 4, SMALL, Align.LEFT);
  }

  private String shown(Row row) { return Numbers.fixed(row.value, decimals); }

  private void drawRow(Pen pen, Row row, double middle, double left, double perUnit, double high, Theme theme) {
    pen.fill(row.side.map(side -> side.words(theme)).orElse(theme.ink()));
    pen.text(Fit.within(pen, row.name, row.type(), left - 6), left - 8, middle + 4, row.type(), Align.RIGHT);
    double wide = Math.max(1, Math.max(0, row.value) * perUnit);
    pen.fill(row.side.map(side -> side.colour(theme)).orElse(theme.faint()));
    pen.fillRect(left, middle - high / 2, wide, high);
    pen.fill(theme.ink());
    pen.text(shown(row), left + wide + 6, middle + 4, NUMBER, Align.LEFT);
  }
}
