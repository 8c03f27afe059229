package dropoutlab.figure.passes;

import dropoutlab.data.Schema;
import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Jitter;
import dropoutlab.figure.plot.Legend;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.PointPasses;
import dropoutlab.words.Numbers;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// What every pass says of each class at one input, a column a class: a dot a pass, beside each other by the number of
/// the pass; a pale bar and a line at the mean; a hollow diamond at the prediction with the masks off. Of more than
/// 400 passes some are drawn, evenly; before the first there are the axis and the classes alone. Where there is not
/// room for all classes, the most probable are shown.
public final class PassesStrip implements Figure {
  private static final int MOST_DOTS = 400;
  private static final double NARROWEST = 17;
  private static final double WIDEST = 90;

  private final PointPasses passes;
  private final Schema schema;
  private final OptionalInt label;
  private final double[] mean;

  /// @param label the true class, where it is known
  public PassesStrip(PointPasses passes, Schema schema, OptionalInt label) {
    this.passes = passes;
    this.schema = schema;
    this.label = label;
    Matrix p = passes.values();
    this.mean = new double[p.cols()];
    for (int c = 0; c < p.cols(); c++)
      for (int t = 0; t < p.rows(); t++) mean[c] += p.at(t, c) / (double) p.rows();
  }

  /// Where the columns lie.
  private record Layout(Axes axes, List<Integer> classes) {
    double each() { return Math.min(WIDEST, (axes.rightPx() - axes.leftPx()) / Math.max(1, classes.size())); }

    double centre(int i) { return axes.leftPx() + (i + .5) * each(); }

    double px(double probability) { return axes.y().px(Math.clamp(probability, 0, 1)); }
  }

  private Layout layout(double width, double height) {
    double size = Axes.textSize(width, height);
    boolean worded = Axes.roomForWords(width, height);
    double left = worded ? Math.round(3 * .64 * size + 10) : 2;
    double top = worded ? Math.round(2.2 * size) : 2;
    double bottom = Math.max(top + 1, height - (worded ? Math.round((height > 130 ? 5 : 3.2) * size) : 2));
    double right = Math.max(left + 1, width - 1);
    Axes axes = new Axes(Scale.linear(0, 1, left, right), Scale.linear(0, 1, bottom, top), "", "", size, width);
    int room = Math.max(1, (int) ((right - left) / (worded ? NARROWEST : 3)));
    return new Layout(axes, shown(room));
  }

  private List<Integer> shown(int room) {
    List<Integer> all = IntStream.range(0, mean.length).boxed().toList();
    if (all.size() <= room) return all;
    Comparator<Integer> first = Comparator.comparingDouble(c -> c == label.orElse(-1) ? -2 : -mean[c]);
    return all.stream().sorted(first).limit(room).sorted().toList();
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    if (mean.length == 0) return;
    Layout layout = layout(width, height);
    layout.axes.draw(pen, theme, false);
    for (int i = 0; known() && i < layout.classes.size(); i++) drawColumn(pen, theme, layout, i);
    if (!layout.axes.worded()) return;
    drawHead(pen, theme, layout);
    for (int i = 0; i < layout.classes.size(); i++) drawName(pen, theme, layout, i);
    if (known() && height > 130) drawFoot(pen, theme, layout, width, height);
  }

  private boolean known() { return passes.values().rows() > 0; }

  private void drawHead(Pen pen, Theme theme, Layout layout) {
    double size = layout.axes.textSize();
    Type bold = new Type(Face.TEXT_BOLD, size);
    int count = passes.values().rows();
    String head = !known() ? "" : count == 1 ? "1 pass" : Numbers.brief(count) + " passes";
    pen.fill(theme.ink());
    pen.text(head, 0, Math.round(size), bold, Align.LEFT);
    Axes keyed = layout.axes.with(to -> to.xTitle("").yTitle(head + "  ").textSize(size));
    Legend.draw(pen, theme, List.of(new Legend.Entry(Legend.Mark.DISC, "a pass", dots(theme)),
        new Legend.Entry(Legend.Mark.LINE, "mean", theme.ink()), new Legend.Entry(Legend.Mark.DIAMOND, "masks off", theme.ink())),
        keyed);
  }

  private static int dots(Theme theme) {
    return Palette.withAlpha(Palette.mix(theme.accent(), theme.ink(), .15), .75);
  }

  private void drawColumn(Pen pen, Theme theme, Layout layout, int i) {
    int c = layout.classes.get(i);
    double half = .38 * layout.each();
    double x = layout.centre(i);
    pen.fill(Palette.mix(theme.accent(), theme.card(), .75));
    pen.fillRect(x - half, layout.px(mean[c]), 2 * half, layout.px(0) - layout.px(mean[c]));
    Jitter.draw(pen, passes.values(), c, x, half, layout::px, MOST_DOTS, dots(theme),
        Math.clamp(layout.each() / 16, .9, 1.7));
    pen.stroke(theme.ink(), 2);
    pen.line(x - half, layout.px(mean[c]), x + half, layout.px(mean[c]));
    if (passes.deterministic().isEmpty() || layout.each() < 8) return;
    double y = layout.px(passes.deterministic().at(0, c));
    pen.fill(theme.card());
    pen.polygon(new double[] {x, x + 4, x, x - 4}, new double[] {y - 4, y, y + 4, y}, 4);
    pen.stroke(theme.ink(), 1.3);
    Marks.diamond(pen, x, y, 4);
  }

  private void drawName(Pen pen, Theme theme, Layout layout, int i) {
    int c = layout.classes.get(i);
    boolean label = c == this.label.orElse(-1);
    double size = layout.axes.textSize();
    double x = layout.centre(i);
    double baseline = layout.axes.bottomPx() + 1.35 * size;
    Type type = new Type(label ? Face.TEXT_BOLD : Face.TEXT, size);
    pen.fill(label ? theme.ink() : theme.muted());
    pen.text(Fit.within(pen, schema.classes().get(c), type, layout.each() - 3), x, baseline, type, Align.CENTRE);
    if (!known() || layout.each() < 2.9 * size) return;
    Type number = new Type(label ? Face.NUMBER_BOLD : Face.NUMBER, size - 1);
    pen.text(Numbers.fixed(mean[c], 2), x, baseline + 1.3 * size, number, Align.CENTRE);
  }

  private void drawFoot(Pen pen, Theme theme, Layout layout, double width, double height) {
    Type type = new Type(Face.TEXT, layout.axes.textSize());
    boolean all = layout.classes.size() == mean.length;
    String hidden = all ? "" : layout.classes.size() + " of " + mean.length + " classes · ";
    String truth = label.isPresent() ? " · true: " + schema.classes().get(label.getAsInt()) : "";
    String sum = passes.scores().map(scores -> "entropy " + Numbers.fixed(scores.entropy(), 2) + " = expected "
        + Numbers.fixed(scores.expectedEntropy(), 2) + " + information " + Numbers.fixed(scores.information(), 2)
        + " nats").orElse("");
    String both = passes.scores().map(scores -> "entropy " + Numbers.fixed(scores.entropy(), 2) + " · information "
        + Numbers.fixed(scores.information(), 2)).orElse("");
    pen.fill(theme.muted());
    pen.text(Fit.firstThatFits(pen, type, width, hidden + sum + truth, hidden + sum, sum, both + " nats", both), 0,
        height - .35 * type.size(), type, Align.LEFT);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    if (mean.length == 0) return Optional.empty();
    Layout layout = layout(width, height);
    int i = (int) Math.floor((x - layout.axes.leftPx()) / layout.each());
    if (i < 0 || i >= layout.classes.size() || y < layout.axes.topPx() || y > height) return Optional.empty();
    int c = layout.classes.get(i);
    String truth = c == label.orElse(-1) ? " (the true one)" : "";
    StringBuilder text = new StringBuilder("class ").append(schema.classes().get(c)).append(truth)
        .append("\nmean probability: ").append(Numbers.fixed(mean[c], 3));
    passes.scores().ifPresent(scores ->
        text.append("\nsd of the passes: ").append(Numbers.fixed(scores.classSd().get(c), 3)));
    if (!passes.deterministic().isEmpty())
      text.append("\nmasks off: ").append(Numbers.fixed(passes.deterministic().at(0, c), 3));
    return Optional.of(new Hit.Place(c, mean[c], text.toString()));
  }
}
