package dropoutlab.figure.variant.maps;

import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.variant.Side;
import dropoutlab.frame.MapsEvidence;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.List;

/// The share that was dropped of each example, as a small histogram a network, beside the nominal p and what the method
/// drops by its closed form.
record ReallyDropped(List<MapsPanels.Measured> measured) implements Figure {
  private static final int BINS = 24;
  private static final double LETTER = 18, HEAD = 16, FOOT = 16, MOST_ROW = 64, MARK = 4;
  private static final Type WORDS = new Type(Face.TEXT, 11), BOLD = new Type(Face.TEXT_BOLD, 12),
      NUMBER = new Type(Face.NUMBER, 11.5);

  ReallyDropped { measured = List.copyOf(measured); }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    String expected = Words.of("maps.really.expected"), batch = Words.of("maps.really.batch");
    double batchRight = width, expectedRight = width - Math.max(pen.textWidth(batch, WORDS), 34) - 10;
    double right = expectedRight - Math.max(pen.textWidth(expected, WORDS), 34) - 8;
    Scale shares = Scale.linear(0, most(), LETTER, Math.max(LETTER + 10, right));
    pen.fill(theme.muted());
    pen.text(expected, expectedRight, 10, WORDS, Align.RIGHT);
    pen.text(batch, batchRight, 10, WORDS, Align.RIGHT);
    double row = Math.min(MOST_ROW, (height - HEAD - FOOT) / Math.max(1, measured.size()));
    for (int i = 0; i < measured.size(); i++)
      drawRow(pen, measured.get(i), shares, HEAD + (i + 1) * row - MARK - 2, row - MARK - 6, theme);
    for (int i = 0; i < measured.size(); i++)
      drawNumbers(pen, measured.get(i).place(), expectedRight, batchRight, HEAD + (i + .5) * row + 3, theme);
    drawNominal(pen, shares, HEAD + measured.size() * row, theme);
    drawAxis(pen, shares, HEAD + measured.size() * row + 13, width, theme);
  }

  /// The end of the axis: so that twice the nominal share and every example are on it.
  private double most() {
    double most = .1;
    for (MapsPanels.Measured each : measured) {
      most = Math.max(most, 2 * each.place().nominal());
      for (double share : each.place().shares()) most = Math.max(most, share * 1.04);
    }
    return Math.min(1, most);
  }

  private static int[] counts(List<Double> shares, double most) {
    int[] counts = new int[BINS];
    for (double share : shares) counts[(int) Math.min(BINS - 1, share / most * BINS)]++;
    return counts;
  }

  private void drawRow(Pen pen, MapsPanels.Measured each, Scale shares, double base, double high, Theme theme) {
    Side side = each.side();
    pen.fill(side.words(theme));
    pen.text(side.letter().name(), 0, base - high / 2 + 4, BOLD, Align.LEFT);
    pen.stroke(theme.line(), 1, Marks.SOLID);
    pen.line(shares.fromPx(), base + .5, shares.toPx(), base + .5);
    int[] counts = counts(each.place().shares(), shares.to());
    int largest = 1;
    for (int count : counts) largest = Math.max(largest, count);
    double wide = (shares.toPx() - shares.fromPx()) / BINS;
    pen.fill(side.colour(theme));
    for (int bin = 0; bin < BINS; bin++)
      if (counts[bin] > 0) {
        double tall = Math.max(1, high * counts[bin] / largest);
        pen.fillRect(shares.fromPx() + bin * wide, base - tall, Math.max(1, wide - 1), tall);
      }
    if (!each.place().shares().isEmpty()) drawExpected(pen, shares.px(each.place().expected()), base + 2, theme);
  }

  private static void drawExpected(Pen pen, double x, double top, Theme theme) {
    pen.fill(theme.ink());
    pen.polygon(new double[] {x - MARK, x, x + MARK}, new double[] {top + 1.5 * MARK, top, top + 1.5 * MARK}, 3);
  }

  private static void drawNumbers(Pen pen, MapsEvidence.Place place, double expectedRight, double batchRight,
                                  double baseline, Theme theme) {
    double percent = place.shares().isEmpty() ? Double.NaN : 100;
    pen.fill(theme.ink());
    pen.text(Numbers.fixed(percent * place.expected(), 1), expectedRight, baseline, NUMBER, Align.RIGHT);
    pen.text(Numbers.fixed(percent * place.measured(), 1), batchRight, baseline, NUMBER, Align.RIGHT);
  }

  private void drawNominal(Pen pen, Scale shares, double bottom, Theme theme) {
    double row = (bottom - HEAD) / Math.max(1, measured.size());
    pen.stroke(theme.ink(), 1, 2, 2);
    for (int i = 0; i < measured.size(); i++) {
      if (measured.get(i).place().shares().isEmpty()) continue;
      double x = shares.px(measured.get(i).place().nominal());
      pen.line(x, HEAD - 2 + i * row, x, HEAD + (i + 1) * row - MARK - 2);
    }
    double x = shares.px(measured.stream().mapToDouble(each -> each.place().nominal()).max().orElse(0));
    pen.fill(Palette.mix(theme.muted(), theme.ink(), .3));
    String nominal = Fit.firstThatFits(pen, WORDS, shares.toPx() - x + 8, Words.of("maps.really.nominal"),
        Words.of("maps.really.nominal.brief"));
    pen.text(nominal, x - 4, 10, WORDS, Align.LEFT);
  }

  private static void drawAxis(Pen pen, Scale shares, double baseline, double width, Theme theme) {
    pen.fill(theme.muted());
    for (double tick : shares.ticks(4))
      pen.text(Numbers.brief(100 * tick), shares.px(tick), baseline, WORDS, Align.CENTRE);
    pen.text(Words.of("maps.really.unit"), width, baseline, WORDS, Align.RIGHT);
  }
}
