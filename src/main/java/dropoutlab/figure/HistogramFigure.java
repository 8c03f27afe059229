package dropoutlab.figure;

import dropoutlab.data.Schema;
import dropoutlab.figure.Pen.Align;
import dropoutlab.figure.Pen.Face;
import dropoutlab.figure.Pen.Type;
import dropoutlab.frame.Probe;
import dropoutlab.frame.Table;
import dropoutlab.frame.Uncertainty;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How the passes of MC dropout at one place are spread: a histogram, a dashed line at what they are compared with, a
/// solid one with a triangle at their mean, and their mean and standard deviation in numbers. A probe also tells how
/// far the mean lies from the prediction with the masks off, with the standard error of the mean, sd / sqrt(T).
public final class HistogramFigure implements Figure {
  private static final int BINS = 20;
  /// From this height on the two lines have their names above them, each in its own row.
  private static final double LABELS = 110;

  /// A name and its number, under the histogram.
  private record Row(String name, String value) {}

  private final String title;
  private final String place;
  private final Face placeFace;
  private final String quantity;
  private final boolean probability;
  private final String markName;
  private final double mark;
  private final double mean;
  private final List<Row> rows;
  private final List<Row> narrowRows;
  private final int passes;
  private final double from;
  private final double binWidth;
  private final int[] counts;

  private HistogramFigure(String title, String place, Face placeFace, String quantity, boolean probability,
                          Table values, String markName, double mark, double mean, List<Row> rows,
                          List<Row> narrowRows) {
    this.title = title;
    this.place = place;
    this.placeFace = placeFace;
    this.quantity = quantity;
    this.probability = probability;
    this.markName = markName;
    this.mark = mark;
    this.mean = mean;
    this.rows = rows;
    this.narrowRows = narrowRows;
    this.passes = values.size();
    Scale range = new Span().addAll(values).add(mark).add(mean).scale(0);
    this.binWidth = probability ? 1.0 / BINS : Scale.step(range.to() - range.from(), BINS);
    this.from = probability ? 0 : Math.floor(range.from() / binWidth) * binWidth;
    this.counts = new int[probability ? BINS : Math.max(1, (int) Math.ceil((range.to() - from) / binWidth + 1e-9))];
    for (int i = 0; i < passes; i++) if (Float.isFinite(values.get(i))) counts[bin(values.get(i))]++;
  }

  /// The passes under the pointer, beside the prediction with the masks off.
  public static HistogramFigure of(Probe probe, Schema schema) {
    boolean classes = probe.classIndex() >= 0;
    String quantity = classes ? "p(class " + schema.classes().get(probe.classIndex()) + ")" : schema.target();
    List<Row> rows = new ArrayList<>(List.of(new Row("mean", shown(classes, probe.mean())),
        new Row("sd", shown(classes, probe.sd())), new Row("masks off", shown(classes, probe.deterministic()))));
    List<Row> narrow = new ArrayList<>(rows);
    double error = probe.sd() / Math.sqrt(probe.values().size());
    String gap = withSign(probe.mean() - probe.deterministic(), error);
    rows.add(new Row("mean − masks off", gap + " ± " + toTwoDigits(error, error)));
    narrow.add(new Row("gap", gap));
    narrow.add(new Row("± se", toTwoDigits(error, error)));
    return new HistogramFigure(probe.values().size() + " passes, probe", place(probe.at()), Face.NUMBER,
        quantity, classes, probe.values(), "masks off", probe.deterministic(), probe.mean(),
        rows, narrow);
  }

  private static String shown(boolean probability, double value) {
    return probability ? Numbers.fixed(value, 2) : Numbers.reading(value);
  }

  private static String withSign(double value, double error) {
    return (value > 0 ? "+" : "") + toTwoDigits(value, error);
  }

  /// With as many decimals as show two digits of the standard error.
  private static String toTwoDigits(double value, double error) {
    boolean known = error > 0 && Double.isFinite(error);
    return Numbers.fixed(value, known ? Math.clamp(1 - (int) StrictMath.floor(StrictMath.log10(error)), 0, 5) : 2);
  }

  /// The passes for one validation example of a regression, beside the truth.
  public static HistogramFigure of(Uncertainty.ValuePasses passes, Schema schema) {
    double mean = 0;
    double square = 0;
    int n = passes.values().size();
    for (int i = 0; i < n; i++) mean += passes.values().get(i) / (double) n;
    for (int i = 0; i < n; i++) square += (passes.values().get(i) - mean) * (passes.values().get(i) - mean) / n;
    double total = Math.sqrt(square + passes.noiseSd() * passes.noiseSd());
    List<Row> rows = List.of(new Row("mean", Numbers.reading(mean)),
        new Row("sd of the passes", Numbers.reading(Math.sqrt(square))),
        new Row("sd with noise", Numbers.reading(total)), new Row("truth", Numbers.reading(passes.truth())));
    return new HistogramFigure(n + " passes", "validation example " + (passes.example() + 1), Face.TEXT,
        schema.target(), false, passes.values(), "truth", passes.truth(), mean, rows,
        rows);
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
  private record Layout(double size, boolean headed, List<Row> rows, boolean axis, double top, double bottom,
                        double width) {
    double height() { return Math.max(1, bottom - top); }
  }

  private Layout layout(double width, double height) {
    double size = width < 120 || height < 190 ? 10.5 : 12;
    boolean headed = height >= 150 && width >= 70;
    List<Row> wanted = width < 130 ? narrowRows : rows;
    int shown = width < 70 ? 0 : Math.clamp((int) ((height - 110) / (1.45 * size)), 0, wanted.size());
    boolean axis = height >= 55 && width >= 50;
    double top = (headed ? 3 * size : 0) + (axis ? (height >= LABELS ? 3.1 : 0.8) * size : 0);
    double bottom = height - (axis ? 1.6 * size : 1) - shown * 1.45 * size;
    return new Layout(size, headed, wanted.subList(0, shown), axis, top, bottom, width);
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Layout layout = layout(width, height);
    if (layout.headed) drawHead(pen, theme, layout);
    drawBars(pen, theme, layout);
    drawMarks(pen, theme, layout, height >= LABELS);
    if (layout.axis) drawAxis(pen, theme, layout);
    drawRows(pen, theme, layout, height);
  }

  private void drawHead(Pen pen, Theme theme, Layout layout) {
    pen.fill(theme.ink());
    Fitted.text(pen, title, 0, layout.size, new Type(Face.TEXT_BOLD, layout.size), layout.width);
    pen.fill(theme.muted());
    Type type = new Type(placeFace, layout.size);
    String bare = place.replace("x = ", "");
    boolean fits = pen.textWidth(bare, type) <= layout.width;
    String shown = fits ? Fit.firstThatFits(pen, type, layout.width, place, bare) : bare.replace(" ", "");
    Fitted.text(pen, shown, 0, 2.4 * layout.size, type, layout.width);
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
    pen.stroke(theme.muted(), 1);
    double base = Math.round(layout.bottom) + 0.5;
    pen.line(0, base, layout.width, base);
  }

  /// Probabilities go from the negative colour to the positive one, through a grey that shows on the card.
  private int colour(Theme theme, double share) {
    if (!probability) return Palette.mix(theme.accent(), theme.card(), 0.25);
    int end = share < 0.5 ? theme.negative() : theme.positive();
    return Palette.mix(theme.muted(), end, Math.abs(2 * share - 1));
  }

  private void drawMarks(Pen pen, Theme theme, Layout layout, boolean named) {
    boolean labels = named && layout.axis;
    if (Double.isFinite(mean)) {
      double x = px(mean, layout);
      pen.stroke(theme.ink(), 1.2);
      pen.line(x, layout.top, x, layout.bottom);
      pen.fill(theme.ink());
      pen.polygon(new double[] {x - 4.5, x + 4.5, x}, new double[] {layout.top - 6, layout.top - 6, layout.top + 1}, 3);
      if (labels) name(pen, theme, layout, "mean", x, layout.top - 9);
    }
    if (!Double.isFinite(mark)) return;
    double x = px(mark, layout);
    double above = labels ? layout.top - 9 - 1.25 * layout.size : layout.top - 4;
    pen.stroke(theme.ink(), 1.5, 4, 3);
    if (!labels || nameIsClear(pen, layout, x)) pen.line(x, above + 3, x, layout.bottom);
    else pen.line(x, layout.top - 7, x, layout.bottom);
    if (labels) name(pen, theme, layout, markName, x, above);
  }

  /// Whether a line at `x` passes beside the mean's name.
  private boolean nameIsClear(Pen pen, Layout layout, double x) {
    if (!Double.isFinite(mean)) return true;
    double half = pen.textWidth("mean", nameType(layout)) / 2;
    double centre = Math.clamp(px(mean, layout), half, Math.max(half, layout.width - half));
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
    String low = Numbers.brief(from);
    String high = Numbers.brief(to());
    pen.fill(theme.muted());
    pen.text(low, 0, baseline, type, Align.LEFT);
    pen.text(high, layout.width, baseline, type, Align.RIGHT);
    double left = pen.textWidth(low, type) + 6;
    double free = layout.width - left - pen.textWidth(high, type) - 6;
    String shown = Fit.firstThatFits(pen, type, free, quantity, quantity.replaceFirst(" *\\(.*", ""), "");
    double wide = pen.textWidth(shown, type);
    double start = Math.clamp((layout.width - wide) / 2, left, Math.max(left, left + free - wide));
    pen.text(shown, start, baseline, type, Align.LEFT);
  }

  private void drawRows(Pen pen, Theme theme, Layout layout, double height) {
    Type name = new Type(Face.TEXT, layout.size);
    Type number = new Type(Face.NUMBER, layout.size);
    for (int i = 0; i < layout.rows.size(); i++) {
      Row row = layout.rows.get(i);
      double baseline = height - (layout.rows.size() - i - 1) * 1.45 * layout.size - 0.3 * layout.size;
      double valueWidth = pen.textWidth(row.value, number);
      pen.fill(theme.ink());
      pen.text(row.value, layout.width, baseline, number, Align.RIGHT);
      pen.fill(theme.muted());
      double room = layout.width - valueWidth - 6;
      boolean tight = pen.textWidth(row.name, name) > room && row.name.startsWith("mean −");
      Fitted.text(pen, tight ? "gap" : row.name, 0, baseline, name, room);
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
