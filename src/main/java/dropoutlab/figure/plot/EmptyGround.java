package dropoutlab.figure.plot;

import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.frame.Result;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Where along an input there are no training data: a darker ground before the first of them, behind the last, and in
/// wide gaps between. The first and the last are edges that can be dragged.
public final class EmptyGround {
  /// A gap is as wide as this share of the data's span, and many times as wide as the usual distance of neighbours.
  private static final double GAP_SHARE = .15;
  private static final double GAP_DISTANCES = 6;
  private static final double REACH = 6;
  private static final double HANDLE = 5.5;

  private final Result.Line line;
  private final List<double[]> gaps;

  /// @param x of the training data, in any order
  public EmptyGround(Result.Line line, double[] x) {
    this.line = line;
    this.gaps = gaps(x);
  }

  private static List<double[]> gaps(double[] x) {
    List<double[]> gaps = new ArrayList<>();
    double[] sorted = Arrays.stream(x).filter(Double::isFinite).sorted().toArray();
    if (sorted.length < 3) return gaps;
    double[] steps = new double[sorted.length - 1];
    for (int i = 0; i < steps.length; i++) steps[i] = sorted[i + 1] - sorted[i];
    double[] ranked = steps.clone();
    Arrays.sort(ranked);
    double widest = Math.max(GAP_SHARE * (sorted[sorted.length - 1] - sorted[0]),
        GAP_DISTANCES * ranked[ranked.length / 2]);
    for (int i = 0; i < steps.length; i++)
      if (steps[i] > widest) gaps.add(new double[] {sorted[i], sorted[i + 1]});
    return gaps;
  }

  /// The wide gaps between training data, each from where to where.
  public List<double[]> gaps() { return gaps.stream().map(double[]::clone).toList(); }

  private boolean known() { return line.dataFrom() <= line.dataTo(); }

  private double px(Axes axes, double x) { return Math.clamp(axes.x().px(x), axes.leftPx(), axes.rightPx()); }

  private List<double[]> stretches(Axes axes) {
    List<double[]> all = new ArrayList<>();
    if (!known()) return all;
    all.add(new double[] {axes.leftPx(), px(axes, line.dataFrom())});
    for (double[] gap : gaps) all.add(new double[] {px(axes, gap[0]), px(axes, gap[1])});
    all.add(new double[] {px(axes, line.dataTo()), axes.rightPx()});
    return all;
  }

  private static int ground(Theme theme) {
    return Palette.mix(theme.card(), theme.faint(), theme.dark() ? .2 : .15);
  }

  public void draw(Pen pen, Theme theme, Axes axes) {
    pen.fill(ground(theme));
    for (double[] each : stretches(axes))
      pen.fillRect(each[0], axes.topPx(), each[1] - each[0], axes.bottomPx() - axes.topPx());
  }

  /// The edges' lines and the words, over the grid.
  public void drawEdges(Pen pen, Theme theme, Axes axes) {
    if (!known()) return;
    pen.stroke(theme.muted(), 1, 2, 3);
    for (double x : new double[] {px(axes, line.dataFrom()), px(axes, line.dataTo())})
      if (x > axes.leftPx() + 1 && x < axes.rightPx() - 1) pen.line(x, axes.topPx(), x, axes.bottomPx());
    if (axes.worded()) for (double[] each : stretches(axes)) drawWords(pen, theme, axes, each[0], each[1]);
  }

  /// In the middle, or on the longer side of the probe.
  private void drawWords(Pen pen, Theme theme, Axes axes, double left, double right) {
    Type type = new Type(Face.TEXT, axes.textSize() - 1);
    String words = Words.of("figure.empty_ground.no_data");
    double wide = pen.textWidth(words, type) + 10;
    double from = left;
    double to = right;
    Optional<Double> probe = line.probe().map(at -> axes.x().px(at.at().get(0)));
    if (probe.isPresent() && Math.abs(probe.get() - (left + right) / 2) < wide / 2 && probe.get() > left) {
      if (probe.get() - left > right - probe.get()) to = probe.get();
      else from = probe.get();
    }
    if (wide > to - from) return;
    double middle = (from + to) / 2;
    double baseline = axes.bottomPx() - 7;
    pen.fill(ground(theme));
    pen.fillRect(middle - wide / 2 + 2, baseline - type.size() + 1, wide - 4, 1.2 * type.size());
    pen.fill(Palette.mix(theme.muted(), theme.ink(), .4));
    pen.text(words, middle, baseline, type, Align.CENTRE);
  }

  /// Thumbs as on a slider, which the edges are.
  public void drawHandles(Pen pen, Theme theme, Axes axes) {
    if (!known()) return;
    for (double x : new double[] {px(axes, line.dataFrom()), px(axes, line.dataTo())}) {
      pen.fill(theme.card());
      pen.fillOval(x, axes.bottomPx(), HANDLE);
      pen.stroke(theme.muted(), 2);
      pen.strokeOval(x, axes.bottomPx(), HANDLE);
    }
  }

  /// The edge under a point; of two the nearer.
  public Optional<Hit> hit(Axes axes, double x, double y, String input) {
    double from = px(axes, line.dataFrom());
    double to = px(axes, line.dataTo());
    boolean beside = y < axes.topPx() || y > axes.bottomPx() + HANDLE + 2;
    boolean upper = Math.abs(x - to) <= Math.abs(x - from);
    if (!known() || beside || Math.abs(x - (upper ? to : from)) > REACH) return Optional.empty();
    String text = Words.of(upper ? "figure.empty_ground.end" : "figure.empty_ground.begin", input,
        Numbers.brief(upper ? line.dataTo() : line.dataFrom(), line.dataTo() - line.dataFrom()));
    return Optional.of(new Hit.DataEdge(upper, axes.x().data(x), text));
  }
}
