package dropoutlab.figure;

import dropoutlab.data.Schema;
import dropoutlab.figure.Pen.Align;
import dropoutlab.figure.Pen.Face;
import dropoutlab.figure.Pen.Type;
import dropoutlab.frame.Probe;
import dropoutlab.frame.Table;
import dropoutlab.frame.Uncertainty;
import java.util.List;
import java.util.Optional;

/// How the passes of MC dropout at one place are spread: a histogram, a dashed line at what they are compared with, and
/// their mean and standard deviation in numbers.
public final class HistogramFigure implements Figure {
  private static final int BINS = 20;

  /// A name and its number, under the histogram.
  private record Row(String name, double value) {}

  private final String title;
  private final String place;
  private final Face placeFace;
  private final String quantity;
  private final boolean probability;
  private final String markName;
  private final double mark;
  private final List<Row> rows;
  private final int passes;
  private final double from;
  private final double binWidth;
  private final int[] counts;

  private HistogramFigure(String title, String place, Face placeFace, String quantity, boolean probability,
                          Table values, String markName, double mark, List<Row> rows) {
    this.title = title;
    this.place = place;
    this.placeFace = placeFace;
    this.quantity = quantity;
    this.probability = probability;
    this.markName = markName;
    this.mark = mark;
    this.rows = rows;
    this.passes = values.size();
    Scale range = new Span().addAll(values).add(mark).scale(0);
    this.binWidth = probability ? 1.0 / BINS : Scale.step(range.to() - range.from(), BINS);
    this.from = probability ? 0 : Math.floor(range.from() / binWidth) * binWidth;
    this.counts = new int[probability ? BINS : Math.max(1, (int) Math.ceil((range.to() - from) / binWidth + 1e-9))];
    for (int i = 0; i < passes; i++) if (Float.isFinite(values.get(i))) counts[bin(values.get(i))]++;
  }

  /// The passes under the pointer, beside the prediction with the masks off.
  public static HistogramFigure of(Probe probe, Schema schema) {
    boolean classes = probe.classIndex() >= 0;
    String quantity = classes ? "p(class " + schema.classes().get(probe.classIndex()) + ")" : schema.target();
    List<Row> rows = List.of(new Row("mean", probe.mean()), new Row("sd", probe.sd()));
    return new HistogramFigure(probe.values().size() + " passes, probe", place(probe.at()), Face.NUMBER,
        quantity, classes, probe.values(), "masks off", probe.deterministic(), rows);
  }

  /// The passes for one validation example of a regression, beside the truth.
  public static HistogramFigure of(Uncertainty.ValuePasses passes, Schema schema) {
    double mean = 0;
    double square = 0;
    int n = passes.values().size();
    for (int i = 0; i < n; i++) mean += passes.values().get(i) / (double) n;
    for (int i = 0; i < n; i++) square += (passes.values().get(i) - mean) * (passes.values().get(i) - mean) / n;
    double total = Math.sqrt(square + passes.noiseSd() * passes.noiseSd());
    List<Row> rows = List.of(new Row("mean", mean), new Row("sd of the passes", Math.sqrt(square)),
        new Row("sd with noise", total), new Row("truth", passes.truth()));
    return new HistogramFigure(n + " passes", "validation example " + (passes.example() + 1), Face.TEXT,
        schema.target(), false, passes.values(), "truth", passes.truth(), rows);
  }

  private static String place(Table at) {
    if (at.cols() > 3) return at.cols() + " inputs";
    StringBuilder text = new StringBuilder(at.cols() == 1 ? "x = " : "x = (");
    for (int c = 0; c < at.cols(); c++) text.append(c == 0 ? "" : ", ").append(Numbers.reading(at.at(0, c)));
    return text.append(at.cols() == 1 ? "" : ")").toString();
  }

  private int bin(double value) {
    return Math.clamp((int) Math.floor((value - from) / binWidth), 0, counts.length - 1);
  }

  private double to() { return from + counts.length * binWidth; }

  /// The rectangle of the bars in the figure and what is written around them.
  private record Layout(double size, boolean headed, int rows, boolean axis, double top, double bottom, double width) {
    double height() { return Math.max(1, bottom - top); }
  }

  private Layout layout(double width, double height) {
    double size = width < 120 || height < 190 ? 10.5 : 12;
    boolean headed = height >= 150 && width >= 70;
    int shown = width < 70 ? 0 : Math.clamp((int) ((height - 90) / (1.45 * size)), 0, rows.size());
    boolean axis = height >= 55 && width >= 50;
    double top = (headed ? 3 * size : 0) + (axis ? 1.6 * size : 0);
    double bottom = height - (axis ? 1.6 * size : 1) - shown * 1.45 * size;
    return new Layout(size, headed, shown, axis, top, bottom, width);
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Layout layout = layout(width, height);
    if (layout.headed) drawHead(pen, theme, layout);
    drawBars(pen, theme, layout);
    drawMark(pen, theme, layout);
    if (layout.axis) drawAxis(pen, theme, layout);
    drawRows(pen, theme, layout, height);
  }

  private void drawHead(Pen pen, Theme theme, Layout layout) {
    pen.fill(theme.ink());
    Fitted.text(pen, title, 0, layout.size, new Type(Face.TEXT_BOLD, layout.size), layout.width);
    pen.fill(theme.muted());
    Fitted.text(pen, place, 0, 2.4 * layout.size, new Type(placeFace, layout.size), layout.width);
  }

  private void drawBars(Pen pen, Theme theme, Layout layout) {
    int highest = 1;
    for (int count : counts) highest = Math.max(highest, count);
    double each = layout.width / counts.length;
    double gap = each > 4 ? 1 : 0;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] == 0) continue;
      double height = Math.max(1, layout.height() * counts[i] / highest);
      pen.fill(colour(theme, (i + 0.5) / counts.length));
      pen.fillRect(i * each + gap / 2, layout.bottom - height, Math.max(0.5, each - gap), height);
    }
    pen.stroke(theme.faint(), 1);
    double base = Math.round(layout.bottom) + 0.5;
    pen.line(0, base, layout.width, base);
  }

  /// Probabilities go from the negative colour to the positive one, through a grey that shows on the card.
  private int colour(Theme theme, double share) {
    if (!probability) return Palette.mix(theme.accent(), theme.card(), 0.25);
    int end = share < 0.5 ? theme.negative() : theme.positive();
    return Palette.mix(theme.faint(), end, Math.abs(2 * share - 1));
  }

  private void drawMark(Pen pen, Theme theme, Layout layout) {
    if (!Double.isFinite(mark)) return;
    double x = Math.clamp((mark - from) / (to() - from), 0, 1) * layout.width;
    double line = Math.clamp(x, 0.75, Math.max(0.75, layout.width - 0.75));
    pen.stroke(theme.ink(), 1.5, 4, 3);
    pen.line(line, layout.top - 4, line, layout.bottom);
    if (!layout.axis) return;
    Type type = new Type(Face.TEXT, layout.size - 1);
    double half = Math.min(pen.textWidth(markName, type), layout.width) / 2;
    pen.fill(theme.muted());
    pen.text(markName, Math.clamp(x, half, layout.width - half), layout.top - 8, type, Align.CENTRE);
  }

  private void drawAxis(Pen pen, Theme theme, Layout layout) {
    Type type = new Type(Face.TEXT, layout.size - 1);
    double baseline = layout.bottom + 1.3 * layout.size;
    String low = Numbers.brief(from);
    String high = Numbers.brief(to());
    pen.fill(theme.muted());
    pen.text(low, 0, baseline, type, Align.LEFT);
    pen.text(high, layout.width, baseline, type, Align.RIGHT);
    double left = pen.textWidth(low, type) + 6;
    double free = layout.width - left - pen.textWidth(high, type) - 6;
    double wide = Math.min(free, pen.textWidth(quantity, type));
    double start = Math.clamp((layout.width - wide) / 2, left, Math.max(left, left + free - wide));
    Fitted.text(pen, quantity, start, baseline, type, free);
  }

  private void drawRows(Pen pen, Theme theme, Layout layout, double height) {
    Type name = new Type(Face.TEXT, layout.size);
    Type number = new Type(Face.NUMBER, layout.size);
    for (int i = 0; i < layout.rows; i++) {
      double baseline = height - (layout.rows - i - 1) * 1.45 * layout.size - 0.3 * layout.size;
      String value = probability ? Numbers.fixed(rows.get(i).value, 2) : Numbers.reading(rows.get(i).value);
      pen.fill(theme.ink());
      pen.text(value, layout.width, baseline, number, Align.RIGHT);
      pen.fill(theme.muted());
      Fitted.text(pen, rows.get(i).name, 0, baseline, name, layout.width - pen.textWidth(value, number) - 6);
    }
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Layout layout = layout(width, height);
    if (x < 0 || x >= width || y < layout.top || y > layout.bottom) return Optional.empty();
    int i = (int) (x / width * counts.length);
    double low = from + i * binWidth;
    String text = quantity + " from " + Numbers.brief(low) + " to " + Numbers.brief(low + binWidth) + ": " + counts[i]
        + " of " + passes + " passes";
    return Optional.of(new Hit.Place(low + binWidth / 2, counts[i], text));
  }
}
