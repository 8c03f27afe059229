package dropoutlab.figure.passes;

import dropoutlab.data.Schema;
import dropoutlab.figure.passes.HistogramContent.Row;
import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Fitted;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Ranged;
import dropoutlab.figure.plot.Ranges;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Span;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.plot.TickLabels;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.PointPasses;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;

/// How the passes at one input are spread: of the value, or of the probability of the class that the passes are looked
/// at for. The mean is a solid line under a triangle, with one standard deviation to both sides; the prediction with
/// the masks off, or the truth of a known example, a dashed one. Below stand the numbers: among them how far the mean
/// lies from the prediction with the masks off, with the standard error of the mean, sd / sqrt(T).
public final class PassesHistogram implements Ranged {
  private static final int BINS = 20;
  /// From this height on the two lines have their names above them, each in its own row.
  private static final double LABELS = 110;
  private static final double NARROW = 130;
  private static final double TWO_COLUMNS = 320;
  /// The share of a row that a name takes at most from a value that is too long.
  private static final double LONGEST_NAME = .45;
  /// The room above the bars for the bracket of one standard deviation.
  private static final double BRACKET = 15;

  private static final String VALUE = "value", COUNT = "count";

  private final PointPasses point;
  private final Schema schema;
  private final Ranges wider;
  private final Span values;
  private final HistogramContent content;
  private final PassesTold told;
  private final int passes;
  private final double from;
  private final double binWidth;
  private final int[] counts;

  public PassesHistogram(PointPasses point, Schema schema) { this(point, schema, Ranges.NONE); }

  private PassesHistogram(PointPasses point, Schema schema, Ranges wider) {
    this.point = point;
    this.schema = schema;
    this.wider = wider;
    content = HistogramContent.of(point, schema);
    told = new PassesTold(point, schema);
    Matrix values = content.values();
    this.passes = values.size();
    this.values = wider.grown(VALUE, new Span().addAll(values).add(content.mark()).add(content.mean()));
    Scale range = this.values.scale(0);
    this.binWidth = content.probability() ? 1.0 / BINS : Scale.step(range.to() - range.from(), BINS);
    this.from = content.probability() ? 0 : Math.floor(range.from() / binWidth) * binWidth;
    int bins = Math.max(1, (int) Math.ceil((range.to() - from) / binWidth + 1e-9));
    this.counts = new int[content.probability() ? BINS : bins];
    for (int i = 0; i < passes; i++) if (Double.isFinite(values.get(i))) counts[bin(values.get(i))]++;
  }

  @Override public Ranges ranges() { return Ranges.of(VALUE, values).with(COUNT, 0, highest()); }

  @Override public Figure within(Ranges ranges) { return new PassesHistogram(point, schema, ranges); }

  private double highest() {
    int highest = 1;
    for (int count : counts) highest = Math.max(highest, count);
    return wider.top(COUNT, highest);
  }

  private int bin(double value) {
    return Math.clamp((int) Math.floor((value - from) / binWidth), 0, counts.length - 1);
  }

  private double to() { return from + counts.length * binWidth; }

  /// The rectangle of the bars in the figure and what is written around them.
  private record Layout(double size, boolean headed, List<Row> rows, int columns, boolean axis, double top,
                        double barTop, double bottom, double width) {
    double height() { return Math.max(1, bottom - barTop); }

    /// How many lines the rows take.
    int lines() { return (rows.size() + columns - 1) / columns; }
  }

  private Layout layout(double width, double height) {
    double size = width < 120 || height < 190 ? 10.5 : 12;
    boolean headed = height >= 150 && width >= 70;
    List<Row> wanted = width < NARROW ? content.narrowRows() : content.rows();
    int columns = width >= TWO_COLUMNS && wanted.size() > 4 ? 2 : 1;
    int lines = width < 70 ? 0 : Math.max(0, (int) ((height - 110) / (1.45 * size)));
    List<Row> shown = wanted.subList(0, Math.min(lines * columns, wanted.size()));
    boolean axis = height >= 55 && width >= 50;
    double top = (headed ? 3 * size : 0) + (axis ? (height >= LABELS ? 3.1 : 0.8) * size : 0);
    double bottom = height - (axis ? 1.6 * size : 1) - (shown.size() + columns - 1) / columns * 1.45 * size;
    boolean bracket = Double.isFinite(content.sd()) && bottom - top > 5 * BRACKET;
    return new Layout(size, headed, shown, columns, axis, top, top + (bracket ? BRACKET : 0), bottom, width);
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Layout layout = layout(width, height);
    if (layout.headed) drawHead(pen, theme, layout);
    drawBars(pen, theme, layout);
    if (layout.barTop > layout.top) drawBracket(pen, theme, layout);
    drawMarks(pen, theme, layout, height >= LABELS);
    if (layout.axis) drawAxis(pen, theme, layout);
    drawRows(pen, theme, layout, height);
  }

  private void drawHead(Pen pen, Theme theme, Layout layout) {
    pen.fill(theme.ink());
    Fitted.text(pen, content.title(), 0, layout.size, new Type(Face.TEXT_BOLD, layout.size), layout.width);
    pen.fill(theme.muted());
    Type type = new Type(content.placeFace(), layout.size);
    String bare = content.barePlace();
    boolean fits = pen.textWidth(bare, type) <= layout.width;
    String shown = fits ? Fit.firstThatFits(pen, type, layout.width, content.place(), bare) : bare.replace(" ", "");
    Fitted.text(pen, shown, 0, 2.4 * layout.size, type, layout.width);
  }

  private void drawBars(Pen pen, Theme theme, Layout layout) {
    double highest = highest(), each = layout.width / counts.length;
    double gap = each > 4 ? 1 : 0;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] == 0) continue;
      double height = Math.max(1, layout.height() * counts[i] / highest);
      pen.fill(colour(theme, (i + 0.5) / counts.length));
      pen.fillRect(i * each + gap / 2, layout.bottom - height, Math.max(0.5, each - gap), height);
    }
    pen.stroke(theme.muted(), 1);
    double base = Math.round(layout.bottom) + 0.5;
    pen.line(0, base, layout.width, base);
  }

  /// Probabilities go from the negative colour to the positive one, through a grey that shows on the card.
  private int colour(Theme theme, double share) {
    if (!content.twoSided()) return Palette.mix(theme.accent(), theme.card(), 0.25);
    int end = share < 0.5 ? theme.negative() : theme.positive();
    return Palette.mix(theme.muted(), end, Math.abs(2 * share - 1));
  }

  /// One standard deviation to both sides of the mean.
  private void drawBracket(Pen pen, Theme theme, Layout layout) {
    double left = px(content.mean() - content.sd(), layout);
    double right = px(content.mean() + content.sd(), layout);
    double y = Math.round(layout.top + 6) + .5;
    pen.stroke(theme.ink(), 1.2);
    pen.line(left, y, right, y);
    pen.line(left, y - 3, left, y + 3);
    pen.line(right, y - 3, right, y + 3);
    double wide = pen.textWidth(Words.of("passes.histogram.one_sd"), nameType(layout)) + 5;
    if (!layout.axis || wide > layout.width - right && wide > left) return;
    boolean behind = wide <= layout.width - right;
    pen.fill(theme.muted());
    pen.text(Words.of("passes.histogram.one_sd"), behind ? right + 5 : left - 5, y + .36 * layout.size,
        nameType(layout), behind ? Align.LEFT : Align.RIGHT);
  }

  private void drawMarks(Pen pen, Theme theme, Layout layout, boolean named) {
    boolean labels = named && layout.axis;
    if (Double.isFinite(content.mean())) {
      double x = px(content.mean(), layout);
      pen.stroke(theme.ink(), 1.2);
      pen.line(x, layout.top, x, layout.bottom);
      pen.fill(theme.ink());
      pen.polygon(new double[] {x - 4.5, x + 4.5, x}, new double[] {layout.top - 6, layout.top - 6, layout.top + 1}, 3);
      if (labels) name(pen, theme, layout, Words.of("passes.mean"), x, layout.top - 9);
    }
    if (!Double.isFinite(content.mark())) return;
    double x = px(content.mark(), layout);
    double above = labels ? layout.top - 9 - 1.25 * layout.size : layout.top - 4;
    pen.stroke(theme.ink(), 1.5, 4, 3);
    if (!labels || nameIsClear(pen, layout, x)) pen.line(x, above + 3, x, layout.bottom);
    else pen.line(x, layout.top - 7, x, layout.bottom);
    if (labels) name(pen, theme, layout, content.markName(), x, above);
  }

  /// Whether a line at `x` passes beside the mean's name.
  private boolean nameIsClear(Pen pen, Layout layout, double x) {
    if (!Double.isFinite(content.mean())) return true;
    double half = pen.textWidth(Words.of("passes.mean"), nameType(layout)) / 2;
    double centre = Math.clamp(px(content.mean(), layout), half, Math.max(half, layout.width - half));
    return Math.abs(x - centre) > half + 2;
  }

  private double px(double value, Layout layout) {
    double x = Math.clamp((value - from) / (to() - from), 0, 1) * layout.width;
    return Math.clamp(x, 0.75, Math.max(0.75, layout.width - 0.75));
  }

  private static Type nameType(Layout layout) { return new Type(Face.TEXT, layout.size - 1); }

  private static void name(Pen pen, Theme theme, Layout layout, String name, double x, double baseline) {
    double half = Math.min(pen.textWidth(name, nameType(layout)), layout.width) / 2;
    pen.fill(theme.muted());
    pen.text(name, Math.clamp(x, half, layout.width - half), baseline, nameType(layout), Align.CENTRE);
  }

  private void drawAxis(Pen pen, Theme theme, Layout layout) {
    Type type = new Type(Face.TEXT, layout.size - 1);
    double baseline = layout.bottom + 1.3 * layout.size;
    TickLabels labels = TickLabels.of(from, to());
    List<String> ends = labels.even(List.of(from, to()), binWidth);
    double left = pen.textWidth(ends.getFirst(), type) + 6;
    double free = layout.width - left - pen.textWidth(ends.getLast(), type) - 6;
    String bare = content.quantity().replaceFirst(" *\\(.*", "");
    String title = Fit.firstThatFits(pen, type, free, labels.in(content.quantity()), labels.in(bare), "");
    // Without the title it would not be known what the labels count from.
    if (title.isEmpty() && labels.offset().signum() != 0) ends = List.of(edge(from), edge(to()));
    pen.fill(theme.muted());
    double half = layout.width / 2 - 3;
    pen.text(Fit.endWithin(pen, ends.getFirst(), type, half), 0, baseline, type, Align.LEFT);
    pen.text(Fit.endWithin(pen, ends.getLast(), type, half), layout.width, baseline, type, Align.RIGHT);
    double wide = pen.textWidth(title, type);
    double start = Math.clamp((layout.width - wide) / 2, left, Math.max(left, left + free - wide));
    pen.text(title, start, baseline, type, Align.LEFT);
  }

  /// The edge of a bin, by itself.
  private String edge(double value) { return Numbers.brief(value, 100 * binWidth); }

  private void drawRows(Pen pen, Theme theme, Layout layout, double height) {
    double between = 2 * layout.size;
    double each = (layout.width - (layout.columns - 1) * between) / layout.columns;
    for (int i = 0; i < layout.rows.size(); i++) {
      double lines = layout.lines() - i % layout.lines() - 1;
      double left = i / layout.lines() * (each + between);
      drawRow(pen, theme, layout, layout.rows.get(i), left, left + each, height - (1.45 * lines + .3) * layout.size);
    }
  }

  private static void drawRow(Pen pen, Theme theme, Layout layout, Row row, double left, double right,
                              double baseline) {
    Type name = new Type(Face.TEXT, layout.size);
    Type number = new Type(Face.NUMBER, layout.size);
    double named = Math.min(pen.textWidth(row.name(), name), LONGEST_NAME * (right - left)) + 6;
    boolean whole = pen.textWidth(row.value(), number) <= right - left;
    String value = whole ? row.value() : Fit.endWithin(pen, row.value(), number, right - left - named);
    pen.fill(theme.ink());
    pen.text(value, right, baseline, number, Align.RIGHT);
    pen.fill(theme.muted());
    double room = right - left - pen.textWidth(value, number) - 6;
    boolean tight = pen.textWidth(row.name(), name) > room && row.name().equals(Words.of("passes.histogram.gap"));
    Fitted.text(pen, tight ? Words.of("passes.histogram.gap.brief") : row.name(), left, baseline, name, room);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Layout layout = layout(width, height);
    if (x < 0 || x >= width || y < layout.top || y > layout.bottom) return Optional.empty();
    int i = (int) (x / width * counts.length);
    double low = from + i * binWidth;
    String text = Words.count("passes.histogram.bin", passes, content.quantity(), edge(low), edge(low + binWidth),
        counts[i]);
    return Optional.of(new Hit.Place(low + binWidth / 2, counts[i], text));
  }

  @Override public Description describe() { return told.describeOne(); }

  @Override public Optional<DataTable> table() { return told.table(false); }
}
