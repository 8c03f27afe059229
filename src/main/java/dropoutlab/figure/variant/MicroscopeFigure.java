package dropoutlab.figure.variant;

import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The cell under the pointer in A and in B: from the left to the right y, m and ỹ = m y, and in the same columns from the
/// right to the left the gradients that come back through the same mask.
public final class MicroscopeFigure implements Figure {
  private static final double ROW = 19, LETTER = 34, PAD = 10, EMPTY = 30;
  private static final Type TITLE = new Type(Face.TEXT_BOLD, 12), WORDS = new Type(Face.TEXT, 11),
      SYMBOL = new Type(Face.TEXT_MEDIUM, 11.5), NUMBER = new Type(Face.NUMBER, 11.5), BOLD = new Type(Face.NUMBER_BOLD, 11.5);

  private final List<Row> rows = new ArrayList<>();
  private final String place;
  private final int exponent;
  private final int sides;

  private record Row(Side side, Site.Reading read) {}

  /// @param cell the cell; empty: nothing is pointed at
  public MicroscopeFigure(Versus versus, Optional<Look.Cell> cell, int example, String place) {
    this.place = place;
    sides = versus.sides().size();
    for (Side side : versus.sides()) {
      List<Site> sites = Sites.of(versus, side);
      cell.filter(at -> at.site() < sites.size() && at.index() < sites.get(at.site()).size())
          .ifPresent(at -> rows.add(new Row(side, sites.get(at.site()).read(example, at.index()))));
    }
    double largest = rows.stream().mapToDouble(row -> Math.max(size(row.read.gradientAfter()), size(row.read.gradientBefore()))).max().orElse(0);
    exponent = largest > 0 && (largest < .1 || largest >= 1000) ? (int) Math.floor(StrictMath.log10(largest)) : 0;
  }

  /// Returns the height that it needs.
  public double height() { return rows.isEmpty() ? EMPTY : 38 + 2 * ROW * (sides + 1) + 8; }

  private static double size(double value) { return Double.isNaN(value) ? 0 : Math.abs(value); }

  private boolean hasGradients() { return rows.stream().anyMatch(row -> !Double.isNaN(row.read.gradientAfter())); }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    pen.fill(theme.page());
    pen.fillRoundRect(0, 0, width, height, 6);
    pen.fill(theme.ink());
    pen.text(Words.of("variants.microscope"), PAD, 19, TITLE, Align.LEFT);
    double left = PAD + pen.textWidth(Words.of("variants.microscope"), TITLE) + 8;
    pen.fill(theme.muted());
    pen.text(Fit.within(pen, rows.isEmpty() ? Words.of("variants.microscope.empty") : place, WORDS, width - left - PAD), left, 19, WORDS, Align.LEFT);
    if (rows.isEmpty()) return;
    double top = 38;
    drawHeads(pen, theme, width, top, false);
    for (int i = 0; i < rows.size(); i++) drawValues(pen, theme, width, top + ROW * (i + 1), rows.get(i));
    top += ROW * (rows.size() + 1) + 2;
    drawHeads(pen, theme, width, top, true);
    for (int i = 0; i < rows.size(); i++) drawGradients(pen, theme, width, top + ROW * (i + 1), rows.get(i));
    pen.fill(theme.muted());
    String foot = hasGradients() ? exponent == 0 ? Words.of("variants.microscope.mean") : Words.of("variants.microscope.scaled", superscript(exponent))
        : Words.of("variants.microscope.wait");
    pen.text(Fit.within(pen, foot, WORDS, width - 2 * PAD), width - PAD, top + ROW * (rows.size() + 1) - 2, WORDS, Align.RIGHT);
  }

  private static double column(double width, int of) {
    double room = width - 2 * PAD - LETTER;
    return PAD + LETTER + room * (of == 0 ? .36 : of == 1 ? .66 : 1);
  }

  private static void drawHeads(Pen pen, Theme theme, double width, double y, boolean gradients) {
    pen.fill(theme.muted());
    String[] heads = gradients ? new String[] {Words.of("variants.symbol.gradient_before"), Words.of("variants.symbol.factor"), Words.of("variants.symbol.gradient_after")}
        : new String[] {Words.of("variants.symbol.before"), Words.of("variants.symbol.factor"), Words.of("variants.symbol.after")};
    for (int c = 0; c < 3; c++) pen.text(heads[c], column(width, c), y, SYMBOL, Align.RIGHT);
  }

  private void drawValues(Pen pen, Theme theme, double width, double y, Row row) {
    drawLetter(pen, theme, y, row.side);
    draw(pen, theme, width, y, row, Numbers.fixed(row.read.before(), 3), Numbers.fixed(row.read.after(), 3), true);
  }

  private void drawGradients(Pen pen, Theme theme, double width, double y, Row row) {
    drawLetter(pen, theme, y, row.side);
    double unit = StrictMath.pow(10, exponent);
    draw(pen, theme, width, y, row, gradient(row.read.gradientBefore() / unit), gradient(row.read.gradientAfter() / unit), false);
  }

  private static String gradient(double value) { return Double.isNaN(value) ? Words.of("variants.microscope.none") : Numbers.fixed(value, 3); }

  private static void draw(Pen pen, Theme theme, double width, double y, Row row, String before, String after, boolean forward) {
    pen.fill(theme.ink());
    pen.text(before, column(width, 0), y, NUMBER, Align.RIGHT);
    pen.text(after, column(width, 2), y, NUMBER, Align.RIGHT);
    pen.fill(row.side.words(theme));
    pen.text(Numbers.fixed(row.read.factor(), 2), column(width, 1), y, BOLD, Align.RIGHT);
    pen.fill(theme.muted());
    pen.text(forward ? Words.of("variants.symbol.times") : Words.of("variants.symbol.back"), column(width, 0) + 12, y, NUMBER, Align.CENTRE);
    pen.text(forward ? Words.of("variants.symbol.to") : Words.of("variants.symbol.times"), column(width, 1) + 14, y, NUMBER, Align.CENTRE);
  }

  private static void drawLetter(Pen pen, Theme theme, double y, Side side) {
    boolean a = side.letter() == Side.Letter.A;
    pen.fill(a ? side.colour(theme) : theme.card());
    if (a) pen.fillOval(PAD + 7, y - 4, 7);
    else {
      pen.fillRoundRect(PAD, y - 11, 14, 14, 3);
      pen.stroke(side.colour(theme), 1.2);
      pen.strokeRoundRect(PAD + .5, y - 10.5, 13, 13, 3);
    }
    pen.fill(a ? theme.card() : side.words(theme));
    pen.text(side.letter().name(), PAD + 7, y - .2, new Type(Face.TEXT_BOLD, 10), Align.CENTRE);
  }

  private static String superscript(int exponent) {
    StringBuilder text = new StringBuilder();
    for (char digit : Integer.toString(exponent).toCharArray()) text.append(digit == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0'));
    return text.toString();
  }

  /// Says the same in sentences.
  @Override public Description describe() { return new Description(Words.of("picture.title.microscope"), List.of(spoken())); }

  private String spoken() {
    if (rows.isEmpty()) return Words.of("variants.microscope.empty");
    List<String> told = new ArrayList<>();
    for (Row row : rows)
      told.add(Words.of("variants.microscope.told", row.side.letter().name(), place, Numbers.fixed(row.read.before(), 3),
          Numbers.fixed(row.read.factor(), 2), Numbers.fixed(row.read.after(), 3)));
    return String.join(" ", told);
  }
}
