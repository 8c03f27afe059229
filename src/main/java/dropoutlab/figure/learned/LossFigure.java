package dropoutlab.figure.learned;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.EndLabels;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Ranged;
import dropoutlab.figure.plot.Ranges;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.plot.Trace;
import dropoutlab.frame.History;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The loss against the epoch: validation, training with the masks on and off, and the same of the twin. Training with
/// masks on is drawn thin and paler, because it is not comparable with the others: each is written on, with its present
/// value. Of the networks beside validation and training with masks off are drawn, by their names. A curve that jitters
/// more than its line is wide is a [Ribbon].
///
/// On a logarithmic axis a training loss may fall through many decades, where nothing is to be learnt. So the axis ends
/// at a hundredth of the lowest validation loss; a curve that goes further leaves through the bottom, and its label
/// tells how low it is.
///
/// Where early stopping keeps the weights of a best epoch, a dotted line marks it.
public final class LossFigure implements Ranged {
  private static final int FEWEST_EPOCHS = 10;
  private static final double BELOW_VALIDATION = 100;
  private static final double LONG_NAMES = 560;
  private static final double LONG_NAMES_OF_PAIR = 420;
  private static final double RATED_NAMES = 660;
  private static final double VALUES = 330;
  private static final String EPOCH = "epoch", LOSS = "loss", VALIDATION = "validation";

  private final History history;
  private final Options options;
  private final List<LossCurve> curves;
  private final Ranges wider;
  private double smallest = Double.POSITIVE_INFINITY, lowestValidation = Double.POSITIVE_INFINITY;
  private double largest = Double.NEGATIVE_INFINITY;

  /// @param log           a logarithmic loss axis; losses of 0 lie on its lower end, or beyond it where it is cut
  /// @param scrubEpoch    the epoch that is looked back at
  /// @param dropRate      what stands beside the validation curve, "p = 0.30"; empty for nothing
  /// @param plannedEpochs the epoch axis reaches at least so far
  /// @param lossName      what is measured, with its unit: "cross-entropy, nats"; empty for "loss"
  /// @param pair          the networks that are compared; empty for all networks with their names
  public record Options(boolean log, OptionalInt scrubEpoch, String dropRate, int plannedEpochs, String lossName,
                        Optional<LossPair> pair) {
    public Options {
      if (plannedEpochs < 0) throw new IllegalArgumentException("There cannot be " + plannedEpochs + " epochs.");
    }

    public Options(boolean log, OptionalInt scrubEpoch, String dropRate, int plannedEpochs) {
      this(log, scrubEpoch, dropRate, plannedEpochs, "");
    }

    public Options(boolean log, OptionalInt scrubEpoch, String dropRate, int plannedEpochs, String lossName) {
      this(log, scrubEpoch, dropRate, plannedEpochs, lossName, Optional.empty());
    }
  }

  public LossFigure(History history, Options options) { this(history, options, Ranges.NONE); }

  private LossFigure(History history, Options options, Ranges wider) {
    this.wider = wider;
    this.history = history;
    this.options = options;
    curves = options.pair.map(pair -> LossCurve.of(history, pair)).orElseGet(() -> LossCurve.of(history));
    for (LossCurve curve : drawn()) measure(curve);
    wider.of(LOSS).ifPresent(range -> {
      smallest = Math.min(smallest, range.from());
      largest = Math.max(largest, range.to());
    });
    lowestValidation = wider.bottom(VALIDATION, lowestValidation);
  }

  @Override public Ranges ranges() {
    return Ranges.NONE.with(EPOCH, 0, lastEpoch()).with(LOSS, smallest, largest).with(VALIDATION, lowestValidation,
        lowestValidation);
  }

  @Override public Figure within(Ranges ranges) { return new LossFigure(history, options, ranges); }

  private double lastEpoch() {
    double recorded = history.size() == 0 ? 0 : history.epoch(history.size() - 1);
    return wider.top(EPOCH, Math.max(Math.max(recorded, options.plannedEpochs), FEWEST_EPOCHS));
  }

  private List<LossCurve> drawn() { return curves.stream().filter(curve -> curve.width() > 0).toList(); }

  private void measure(LossCurve curve) {
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (int row = 0; row < history.size(); row++) {
      float value = history.value(curve.column(), row);
      // Comparisons with NaN are false.
      if (value < low && (value > 0 || !options.log && value > Float.NEGATIVE_INFINITY)) low = value;
      if (value > high && value < Float.POSITIVE_INFINITY) high = value;
    }
    if (low > high) return;
    smallest = Math.min(smallest, low);
    largest = Math.max(largest, high);
    if (curve.curve().ofValidation())
      lowestValidation = Math.min(lowestValidation, low);
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Axes axes = axes(width, height);
    if (history.size() == 0) {
      axes.draw(pen, theme);
      return;
    }
    Map<LossCurve, Ribbon> ribbons = ribbons(axes);
    if (titleIsHidden(axes)) axes.untitledAbove().draw(pen, theme);
    else axes.draw(pen, theme);
    if (!ribbons.isEmpty() && !titleIsHidden(axes)) drawRibbonNote(pen, theme, axes);
    pen.clip(axes.leftPx() - 2, axes.topPx() - 4, axes.rightPx() - axes.leftPx() + 4,
        axes.bottomPx() - axes.topPx() + (isCut(axes) ? 4 : 6));
    history.bestEpoch().ifPresent(epoch -> BestMark.drawLine(pen, theme, axes, ScrubMark.px(axes, epoch)));
    for (LossCurve curve : LossCurve.backToFront(curves))
      if (ribbons.containsKey(curve)) ribbons.get(curve).drawRange(pen, Palette.withAlpha(curve.ink(theme), 0.2));
    for (LossCurve curve : LossCurve.backToFront(curves)) drawCurve(pen, theme, axes, curve, ribbons.get(curve));
    pen.unclip();
    history.bestEpoch().ifPresent(epoch -> BestMark.drawLabel(pen, theme, axes, ScrubMark.px(axes, epoch), epoch));
    for (LossCurve curve : drawn())
      if (lastRow(curve) >= 0 && !ribbons.containsKey(curve))
        curve.mark(pen, theme, axes.x().px(history.epoch(lastRow(curve))), heightPx(axes, history.value(curve.column(),
        lastRow(curve))));
    if (axes.worded()) EndLabels.draw(pen, theme, labels(theme, axes, width, ribbons), endPx(axes), axes);
    if (options.scrubEpoch.isPresent()) new ScrubMark(axes, options.scrubEpoch.getAsInt()).draw(pen, theme);
  }

  private Map<LossCurve, Ribbon> ribbons(Axes axes) {
    Map<LossCurve, Ribbon> ribbons = new HashMap<>();
    for (LossCurve curve : drawn()) {
      Ribbon ribbon = Ribbon.of(history, curve.column(), axes.x(), value -> heightPx(axes, value), curve.width());
      if (ribbon != null) ribbons.put(curve, ribbon);
    }
    return ribbons;
  }

  private static void drawRibbonNote(Pen pen, Theme theme, Axes axes) {
    Type type = new Type(Face.TEXT, axes.textSize());
    double left = pen.textWidth(axes.yTitle(), type) + 18;
    String note = Words.of("figure.loss.ribbon");
    if (!axes.worded() || left + pen.textWidth(note, type) > axes.right()) return;
    pen.fill(theme.muted());
    pen.text(note, axes.right() - 2, Math.round(axes.textSize()), type, Align.RIGHT);
  }

  private Axes axes(double width, double height) {
    Scale x = Scale.linear(0, lastEpoch(), 0, 1);
    double size = Axes.textSize(width, height);
    List<String> texts = new ArrayList<>();
    for (LossCurve curve : wider.all().isEmpty() ? labelled() : measured()) texts.add(text(curve, width));
    double room = EndLabels.room(texts, width >= VALUES, size);
    return Axes.layOut(x, lossRange(), Words.of("figure.loss.x"), title(), width, height, room);
  }

  private String title() {
    String name = options.lossName.isEmpty() ? Words.of("figure.loss.y") : options.lossName;
    return options.log ? Words.of("figure.loss.y.log", name) : name;
  }

  private Scale lossRange() {
    boolean none = largest < smallest;
    if (options.log) return none ? Scale.log(0.1, 1, 0, 1) : Scale.log(Math.max(smallest, lowest()), largest, 0, 1);
    double top = none || largest <= 0 ? 1 : largest;
    double step = Scale.step(top, 5);
    double base = none ? 0 : Math.min(0, Math.floor(smallest / step) * step);
    return Scale.linear(base, Math.ceil(top / step - 1e-9) * step, 0, 1);
  }

  /// How far a logarithmic axis may go down.
  private double lowest() {
    return Double.isFinite(lowestValidation) ? lowestValidation / BELOW_VALIDATION : 0;
  }

  /// Whether some curve goes on below the axis.
  private boolean isCut(Axes axes) { return options.log && smallest < axes.y().from() * (1 - 1e-9); }

  /// Where a value is drawn, beyond the plot where the axis is cut.
  private double heightPx(Axes axes, double value) {
    Scale y = axes.y();
    if (!isCut(axes) || value >= y.from()) return y.px(value);
    if (value <= 0) return axes.bottomPx() + 40;
    double decades = StrictMath.log10(value / y.from());
    return y.fromPx() + decades / StrictMath.log10(y.to() / y.from()) * (y.toPx() - y.fromPx());
  }

  private void drawCurve(Pen pen, Theme theme, Axes axes, LossCurve curve, Ribbon ribbon) {
    curve.take(pen, theme);
    if (ribbon != null) {
      ribbon.drawMedian(pen);
      return;
    }
    Trace trace = new Trace(pen, curve.dotRadius(), value -> heightPx(axes, value));
    double zero = axes.x().px(0);
    double perEpoch = axes.x().px(1) - zero;
    for (int row = 0; row < history.size(); row++)
      trace.add(zero + perEpoch * history.epoch(row), history.value(curve.column(), row));
    trace.end();
  }

  private double endPx(Axes axes) { return axes.x().px(history.epoch(history.size() - 1)); }

  private List<EndLabels.Label> labels(Theme theme, Axes axes, double width, Map<LossCurve, Ribbon> ribbons) {
    List<EndLabels.Label> labels = new ArrayList<>();
    for (LossCurve curve : labelled()) {
      double value = history.value(curve.column(), lastRow(curve));
      Ribbon ribbon = ribbons.get(curve);
      double end = ribbon == null ? heightPx(axes, value) : ribbon.endPx();
      String below = isCut(axes) && value < axes.y().from() ? "↓" : "";
      String shown = hasStopped(curve) ? "" : width < VALUES ? below : below + Numbers.reading(value);
      labels.add(new EndLabels.Label(text(curve, width), shown, end, curve.ink(theme), curve.isMain()));
    }
    return labels;
  }

  /// Those that have a value sooner or later.
  private List<LossCurve> measured() { return drawn().stream().filter(curve -> curve.column() >= 0).toList(); }

  /// Those with a value; of a network that has stopped alone, that is said once.
  private List<LossCurve> labelled() {
    return drawn().stream().filter(curve -> lastRow(curve) >= 0)
        .filter(curve -> !hasStopped(curve) || curve.curve().ofValidation() || !history.holdsOut()).toList();
  }

  /// Whether it is of a network beside that has stopped alone.
  private boolean hasStopped(LossCurve curve) { return curve.place() >= 0 && lastRow(curve) < history.size() - 1; }

  private String text(LossCurve curve, double width) {
    boolean brief = width < (options.pair.isPresent() ? LONG_NAMES_OF_PAIR : LONG_NAMES);
    if (hasStopped(curve)) return curve.stopped(brief);
    String text = brief ? curve.shortLabel() : curve.label();
    boolean rated = curve.isMain() && !options.dropRate.isEmpty() && width >= RATED_NAMES;
    return rated ? Words.of("figure.loss.rated", text, options.dropRate) : text;
  }

  /// The last row with a value, or -1.
  private int lastRow(LossCurve curve) {
    for (int row = history.size() - 1; row >= 0; row--)
      if (Float.isFinite(history.value(curve.column(), row))) return row;
    return -1;
  }

  /// The pill of the epoch may stand where the title of the loss axis would.
  private boolean titleIsHidden(Axes axes) {
    return options.scrubEpoch.isPresent() && new ScrubMark(axes, options.scrubEpoch.getAsInt()).hidesTitle();
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    if (history.size() == 0) return Optional.empty();
    Axes axes = axes(width, height);
    // A finger's width beyond both ends still means the end: scrubbing should not fall off.
    if (x < axes.leftPx() - 8 || x > axes.rightPx() + 8 || y < 0 || y > height) return Optional.empty();
    int row = nearestRow(axes.x().data(x));
    return Optional.of(new Hit.Epoch(history.epoch(row), told(row)));
  }

  private int nearestRow(double epoch) {
    int low = 0;
    int high = history.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (history.epoch(middle) < epoch) low = middle + 1;
      else high = middle;
    }
    boolean earlier = low > 0 && epoch - history.epoch(low - 1) <= history.epoch(low) - epoch;
    return earlier ? low - 1 : low;
  }

  private String told(int row) {
    StringBuilder text = new StringBuilder(Words.of("figure.loss.epoch", history.epoch(row)));
    for (LossCurve curve : curves) {
      double value = history.value(curve.column(), row);
      if (!Double.isNaN(value))
        text.append('\n').append(Words.of("figure.told", curve.told(), Numbers.reading(value)));
    }
    return text.toString();
  }

  @Override public Description describe() { return new LossTold(history, options).describe(); }

  @Override public Optional<DataTable> table() { return new LossTold(history, options).table(curves); }
}
