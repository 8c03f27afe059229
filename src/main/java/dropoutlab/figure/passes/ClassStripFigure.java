package dropoutlab.figure.passes;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Fitted;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Uncertainty;
import dropoutlab.words.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What the passes of MC dropout say about one example, a row a class: a bar up to the mean probability, and over it
/// each pass as a dot, so that the spread shows; where many agree, not all of them are drawn. The true class
/// is marked. Before the first pass there are the classes and the axis alone. Where there is not room for every class,
/// the most probable ones and the true one are shown.
public final class ClassStripFigure implements Figure {
  private final Uncertainty.ClassPasses passes;
  private final double[] mean;
  private final double[] sd;
  private final String kind;

  /// @param kind of example: "validation"
  public ClassStripFigure(Uncertainty.ClassPasses passes, String kind) {
    this.passes = passes;
    this.kind = kind;
    Matrix p = passes.probabilities();
    this.mean = new double[p.cols()];
    this.sd = new double[p.cols()];
    for (int c = 0; c < p.cols(); c++) {
      for (int t = 0; t < p.rows(); t++) mean[c] += p.at(t, c) / (double) p.rows();
      for (int t = 0; t < p.rows(); t++) sd[c] += (p.at(t, c) - mean[c]) * (p.at(t, c) - mean[c]) / p.rows();
      sd[c] = Math.sqrt(sd[c]);
    }
  }

  /// Where the rows lie: `left` to `right` is the probability axis; `pitch` the height of a row.
  private record Layout(double size, boolean worded, double left, double right, double top, double pitch,
                        List<Integer> classes) {
    double px(double probability) { return left + Math.clamp(probability, 0, 1) * (right - left); }

    double bottom() { return top + pitch * classes.size(); }
  }

  private Layout layout(double width, double height) {
    double size = Axes.textSize(width, height);
    boolean worded = Axes.roomForWords(width, height);
    double head = worded ? 1.9 * size : 1;
    double foot = worded ? 3.3 * size : 1;
    int room = Math.max(1, (int) ((height - head - foot) / (worded ? 1.15 * size : 3)));
    List<Integer> classes = shown(room);
    double pitch = Math.min(2.6 * size, Math.max(1, height - head - foot) / Math.max(1, classes.size()));
    double names = 0;
    for (int c : classes) names = Math.max(names, Axes.widthOf(passes.classes().get(c), size));
    double left = worded ? Math.min(names + 1.2 * size + 8, 0.35 * width) : 1;
    double right = worded ? width - 0.6 * 4 * size - 8 : width - 1;
    return new Layout(size, worded, left, Math.max(left + 1, right), head, pitch, classes);
  }

  private List<Integer> shown(int room) {
    List<Integer> all = IntStream.range(0, mean.length).boxed().toList();
    if (all.size() <= room) return all;
    List<Integer> best = new ArrayList<>(all);
    best.sort(Comparator.comparingDouble(c -> c == passes.label() ? -2 : -mean[c]));
    return best.subList(0, room).stream().sorted().toList();
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    if (mean.length == 0) return;
    Layout layout = layout(width, height);
    if (layout.worded) drawFrame(pen, theme, layout, width, height);
    for (int row = 0; row < layout.classes.size(); row++) drawRow(pen, theme, layout, row, width);
    if (!layout.worded) return;
    pen.stroke(theme.muted(), 1);
    double zero = Math.round(layout.left) + 0.5;
    pen.line(zero, layout.top, zero, layout.bottom());
  }

  private void drawFrame(Pen pen, Theme theme, Layout layout, double width, double height) {
    double size = layout.size;
    Type type = new Type(Face.TEXT, size);
    pen.fill(theme.ink());
    String example = kind + " example " + (passes.example() + 1);
    String head = known() ? passes.passes() + " passes, " + example : example;
    Fitted.text(pen, head, 0, Math.round(size), new Type(Face.TEXT_BOLD, size), width);
    pen.stroke(theme.line(), 1);
    pen.fill(theme.muted());
    double axis = layout.bottom() + 1.3 * size;
    for (double p = 0; p <= 1; p += 0.5) {
      double x = Math.round(layout.px(p)) + 0.5;
      pen.line(x, layout.top, x, layout.bottom());
      pen.text(Numbers.brief(p), x, axis, type, Align.CENTRE);
    }
    if (!known()) return;
    boolean all = layout.classes.size() == mean.length;
    String hidden = all ? "" : layout.classes.size() + " of " + mean.length + " classes · ";
    String entropy = "entropy " + Numbers.fixed(passes.entropy(), 2);
    String both = entropy + " · information " + Numbers.fixed(passes.information(), 2);
    String foot = Fit.firstThatFits(pen, type, width, hidden + both + " nats", hidden + both, hidden + entropy,
        entropy);
    pen.text(foot, 0, layout.bottom() + 2.95 * size, type, Align.LEFT);
  }

  private boolean known() { return passes.passes() > 0; }

  private void drawRow(Pen pen, Theme theme, Layout layout, int row, double width) {
    int c = layout.classes.get(row);
    double top = layout.top + row * layout.pitch;
    double bar = Math.min(0.72 * layout.pitch, 18);
    double middle = top + layout.pitch / 2;
    if (layout.worded) drawWords(pen, theme, layout, c, middle, width);
    if (!known()) return;
    pen.fill(Palette.mix(theme.accent(), theme.card(), 0.72));
    pen.fillRect(layout.left, middle - bar / 2, layout.px(mean[c]) - layout.left, bar);
    drawPasses(pen, theme, layout, c, middle, bar);
    pen.stroke(theme.ink(), 2);
    pen.line(layout.px(mean[c]), middle - bar / 2 - 1, layout.px(mean[c]), middle + bar / 2 + 1);
  }

  /// Dots in one place stand in lanes above and below each other, the middle first, until the bar is full.
  private void drawPasses(Pen pen, Theme theme, Layout layout, int c, double middle, double bar) {
    Matrix p = passes.probabilities();
    double radius = bar >= 9 ? 1.5 : 1;
    double step = 2 * radius + .4;
    int lanes = Math.max(1, (int) (bar / step));
    int[] count = new int[(int) ((layout.right - layout.left) / step) + 1];
    pen.fill(Palette.mix(theme.accent(), theme.ink(), 0.15));
    for (int t = 0; t < p.rows(); t++) {
      if (!Double.isFinite(p.at(t, c))) continue;
      double x = layout.px(p.at(t, c));
      int column = (int) ((x - layout.left) / step);
      int lane = count[column]++;
      if (lane >= lanes) continue;
      double away = (lane + 1) / 2 * (lane % 2 == 0 ? step : -step);
      pen.fillOval(x, middle + away - (lanes % 2 == 0 ? step / 2 : 0) * (lanes > 1 ? -1 : 0), radius);
    }
  }

  private void drawWords(Pen pen, Theme theme, Layout layout, int c, double middle, double width) {
    boolean label = c == passes.label();
    double size = layout.size;
    double baseline = middle + 0.36 * size;
    pen.fill(label ? theme.ink() : theme.muted());
    Type type = new Type(label ? Face.TEXT_BOLD : Face.TEXT, size);
    Fitted.text(pen, passes.classes().get(c), 1.2 * size, baseline, type, layout.left - 1.2 * size - 6);
    if (label) {
      double[] x = {0.1 * size, 0.8 * size, 0.1 * size};
      double[] y = {middle - 0.4 * size, middle, middle + 0.4 * size};
      pen.polygon(x, y, 3);
    }
    Type number = new Type(label ? Face.NUMBER_BOLD : Face.NUMBER, size);
    if (known()) pen.text(Numbers.fixed(mean[c], 2), width, baseline, number, Align.RIGHT);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    if (mean.length == 0) return Optional.empty();
    Layout layout = layout(width, height);
    if (x < 0 || x > width || y < layout.top || y >= layout.bottom()) return Optional.empty();
    int c = layout.classes.get(Math.min((int) ((y - layout.top) / layout.pitch), layout.classes.size() - 1));
    String truth = c == passes.label() ? " (the true one)" : "";
    String text = "class " + passes.classes().get(c) + truth + "\nmean probability: "
        + Numbers.fixed(mean[c], 3) + "\nsd of the passes: " + Numbers.fixed(sd[c], 3);
    return Optional.of(new Hit.Place(mean[c], c, text));
  }
}
