package dropoutlab.figure;

import dropoutlab.figure.Pen.Align;
import dropoutlab.figure.Pen.Face;
import dropoutlab.figure.Pen.Type;
import dropoutlab.frame.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The loss against the epoch: validation, training with the masks on and off, and the same of the twin. Training with
/// masks on is drawn thin and pale, because it is not comparable with the others: each is written on.
public final class LossFigure implements Figure {
  private static final String EMPTY = "Press play: the curves appear here.";
  private static final int FEWEST_EPOCHS = 10;

  private final History history;
  private final Options options;
  private double smallest = Double.POSITIVE_INFINITY;
  private double largest = Double.NEGATIVE_INFINITY;

  /// @param log           a logarithmic loss axis; losses of 0 lie on its lower end
  /// @param scrubEpoch    the epoch that is looked back at
  /// @param dropRate      what stands beside the validation curve, "p = 0.30"; empty for nothing
  /// @param plannedEpochs the epoch axis reaches at least so far
  public record Options(boolean log, OptionalInt scrubEpoch, String dropRate, int plannedEpochs) {
    public Options {
      if (plannedEpochs < 0) throw new IllegalArgumentException("There cannot be " + plannedEpochs + " epochs.");
    }
  }

  public LossFigure(History history, Options options) {
    this.history = history;
    this.options = options;
    for (LossCurve curve : LossCurve.values()) measure(curve);
  }

  private void measure(LossCurve curve) {
    for (int row = 0; row < history.size(); row++) {
      double value = history.value(curve.curve, row);
      if (!Double.isFinite(value) || options.log && value <= 0) continue;
      smallest = Math.min(smallest, value);
      largest = Math.max(largest, value);
    }
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    if (history.size() == 0) {
      drawEmpty(pen, width, height, theme);
      return;
    }
    Axes axes = axes(width, height);
    (titleIsHidden(axes) ? axes.untitledAbove() : axes).draw(pen, theme);
    for (LossCurve curve : LossCurve.BACK_TO_FRONT) drawCurve(pen, theme, axes, curve);
    if (axes.worded()) EndLabels.draw(pen, theme, labels(theme, axes, width), endPx(axes), axes);
    if (options.scrubEpoch.isPresent()) drawScrub(pen, theme, axes, options.scrubEpoch.getAsInt());
  }

  private void drawEmpty(Pen pen, double width, double height, Theme theme) {
    Type type = new Type(Face.TEXT, Axes.textSize(width, height) + 1);
    if (pen.textWidth(EMPTY, type) > width) return;
    pen.fill(theme.muted());
    pen.text(EMPTY, width / 2, height / 2 + 4, type, Align.CENTRE);
  }

  private Axes axes(double width, double height) {
    double lastEpoch = history.epoch(history.size() - 1);
    Scale x = Scale.linear(0, Math.max(Math.max(lastEpoch, options.plannedEpochs), FEWEST_EPOCHS), 0, 1);
    double size = Axes.textSize(width, height);
    List<String> texts = new ArrayList<>();
    for (LossCurve curve : LossCurve.values()) if (lastRow(curve) >= 0) texts.add(text(curve, width));
    double room = EndLabels.room(texts, size);
    return Axes.layOut(x, lossRange(), "epoch", options.log ? "loss, log scale" : "loss", width, height, room);
  }

  private Scale lossRange() {
    boolean none = largest < smallest;
    if (options.log) return none ? Scale.log(0.1, 1, 0, 1) : Scale.log(smallest, largest, 0, 1);
    double top = none || largest <= 0 ? 1 : largest;
    double step = Scale.step(top, 5);
    double base = none ? 0 : Math.min(0, Math.floor(smallest / step) * step);
    return Scale.linear(base, Math.ceil(top / step - 1e-9) * step, 0, 1);
  }

  private void drawCurve(Pen pen, Theme theme, Axes axes, LossCurve curve) {
    curve.take(pen, theme);
    Trace trace = new Trace(pen, curve.dotRadius(), axes.y()::px);
    for (int row = 0; row < history.size(); row++)
      trace.add(axes.x().px(history.epoch(row)), history.value(curve.curve, row));
    trace.end();
  }

  private double endPx(Axes axes) { return axes.x().px(history.epoch(history.size() - 1)); }

  private List<EndLabels.Label> labels(Theme theme, Axes axes, double width) {
    List<EndLabels.Label> labels = new ArrayList<>();
    for (LossCurve curve : LossCurve.values()) {
      int last = lastRow(curve);
      if (last < 0) continue;
      double end = axes.y().px(history.value(curve.curve, last));
      labels.add(new EndLabels.Label(text(curve, width), end, curve.ink(theme), curve == LossCurve.VALIDATION));
    }
    return labels;
  }

  private String text(LossCurve curve, double width) {
    if (width < 440) return curve.shortLabel;
    boolean rated = curve == LossCurve.VALIDATION && !options.dropRate.isEmpty();
    return rated ? curve.label + ", " + options.dropRate : curve.label;
  }

  /// The last row with a value, or -1.
  private int lastRow(LossCurve curve) {
    for (int row = history.size() - 1; row >= 0; row--)
      if (Float.isFinite(history.value(curve.curve, row))) return row;
    return -1;
  }

  private void drawScrub(Pen pen, Theme theme, Axes axes, int epoch) {
    double line = scrubPx(axes, epoch);
    double size = axes.textSize();
    pen.stroke(Palette.withAlpha(theme.ink(), 0.55), 1);
    pen.line(line, axes.worded() ? 1.6 * size : axes.topPx(), line, axes.bottomPx());
    pen.fill(theme.ink());
    pen.fillOval(line, axes.bottomPx(), 3.5);
    if (!axes.worded()) return;
    double width = pillWidth(axes, epoch);
    double left = Math.clamp(line - width / 2, 0, axes.right() - width);
    pen.fillRoundRect(left, 0, width, 1.6 * size, 4);
    pen.fill(theme.card());
    pen.text(Integer.toString(epoch), left + width / 2, 1.16 * size, new Type(Face.NUMBER_BOLD, size), Align.CENTRE);
  }

  private static double scrubPx(Axes axes, int epoch) {
    return axes.x().px(Math.clamp(epoch, 0, (long) axes.x().to()));
  }

  private static double pillWidth(Axes axes, int epoch) {
    return (0.6 * Integer.toString(epoch).length() + 1.6) * axes.textSize();
  }

  /// The pill of the epoch may stand where the title of the loss axis would.
  private boolean titleIsHidden(Axes axes) {
    if (options.scrubEpoch.isEmpty()) return false;
    int epoch = options.scrubEpoch.getAsInt();
    return scrubPx(axes, epoch) - pillWidth(axes, epoch) / 2 < Axes.widthOf(axes.yTitle(), axes.textSize()) + 6;
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
    StringBuilder text = new StringBuilder("epoch " + history.epoch(row));
    for (LossCurve curve : LossCurve.values()) {
      double value = history.value(curve.curve, row);
      if (!Double.isNaN(value)) text.append('\n').append(curve.label).append(": ").append(Numbers.reading(value));
    }
    return text.toString();
  }
}
