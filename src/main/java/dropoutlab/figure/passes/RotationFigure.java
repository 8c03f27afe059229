package dropoutlab.figure.passes;

import dropoutlab.figure.learned.DecisionFigure;
import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.Chart;
import dropoutlab.figure.plot.CurveFigure;
import dropoutlab.figure.plot.EndLabels;
import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Glyphs;
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
import dropoutlab.figure.plot.Series.Look;
import dropoutlab.figure.plot.Series;
import dropoutlab.figure.plot.Span;
import dropoutlab.figure.plot.Stack;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.plot.Trace;
import dropoutlab.frame.Result;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the passes say of a picture as it turns, as Gal and Ghahramani (2016) asked of a rotated 1: on top the
/// pictures with the most probable class under each; below every pass's probability of the classes that win
/// somewhere, and of the true one, as dots with a line through the means, the others faint; at the bottom entropy and
/// mutual information.
public final class RotationFigure implements Figure {
  private static final int MOST_DOTS = 120;
  /// Below, the marks of all classes would lie on top of each other.
  private static final double MARKED_FROM = .03;
  private static final double SMALLEST_PICTURE = 13;
  private static final double LARGEST_PICTURE = 46;

  private final Result.Rotation turned;
  private final List<Integer> winners;
  private final List<Integer> shown;
  private final Chart scores;

  public RotationFigure(Result.Rotation rotation) {
    this.turned = rotation;
    List<Integer> winners = new ArrayList<>();
    for (int step = 0; step < rotation.degrees().size(); step++)
      winners.add(DecisionFigure.best(rotation.mean(), step));
    this.winners = winners;
    List<Integer> shown = new ArrayList<>();
    for (int c = 0; c < rotation.classes().size(); c++)
      if (winners.contains(c) || c == rotation.label()) shown.add(c);
    this.shown = shown;
    this.scores = scores();
  }

  private Chart scores() {
    double[] x = turned.degrees().stream().mapToDouble(Double::doubleValue).toArray();
    double[] entropy = new double[x.length];
    double[] information = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      entropy[i] = turned.entropy().get(i);
      information[i] = turned.information().get(i);
    }
    double top = new Span().addAll(entropy).addAll(information).add(.1).max();
    Look strong = new Look(Theme::accent, 2.2, true, -1, Series.Spread.NONE);
    List<Series> series = List.of(
        Series.of(Words.of("passes.rotation.information"), x, information, strong, this::told),
        Series.of(Words.of("passes.rotation.entropy"), x, entropy, Look.line(Theme::ink, 1.6, 6, 3.5), this::told));
    double reach = x.length > 1 ? (x[x.length - 1] - x[0]) / (x.length - 1) * .55 : 1;
    Scale angle = x.length == 0 ? Scale.linear(-8, 188, 0, 1)
        : Scale.linear(x[0] - reach, x[x.length - 1] + reach, 0, 1);
    return new Chart(series, angle, Scale.linear(0, 1.06 * top, 0, 1), "", Words.of("passes.rotation.scores"));
  }

  private String told(int step) {
    List<String> lines = new ArrayList<>();
    lines.add(Words.of("passes.rotation.degrees", Numbers.brief(turned.degrees().get(step))));
    for (int c : shown)
      lines.add(Words.of("passes.rotation.class", turned.classes().get(c),
          Numbers.fixed(turned.mean().at(step, c), 3), Numbers.fixed(turned.deterministic().at(step, c), 3)));
    return Words.of("passes.rotation.told", String.join("\n", lines), Numbers.reading(turned.entropy().get(step)),
        Numbers.reading(turned.information().get(step)));
  }

  /// @param picture the side of a picture, 0 for none; `every` how many steps lie between two pictures
  private record Layout(Stack stack, double picture, int every, double size) {}

  private Layout layout(double width, double height) {
    double size = Axes.textSize(width, height);
    boolean worded = Axes.roomForWords(width, height);
    double room = CurveFigure.labelsBeside(width)
        ? Math.max(scores.room(width, height), EndLabels.room(shown.stream().map(this::name).toList(), size)) : 0;
    double each = (width - 4 * size - room) / Math.max(1, turned.degrees().size());
    int every = Math.max(1, (int) Math.ceil((SMALLEST_PICTURE + 2) / each));
    double picture = worded ? Math.min(Math.min(each * every - 3, LARGEST_PICTURE), .17 * height) : 0;
    double top = worded ? picture + 1.7 * size : 0;
    Stack stack = Stack.of(List.of(new Stack.Part(scores.x(), Scale.linear(0, 1, 0, 1),
        Words.of("passes.rotation.probability"), 2.1, room, 0),
        new Stack.Part(scores.x(), scores.y(), scores.yTitle(), 1, room, 0)), scores.xTitle(), top, width, height);
    return new Layout(stack, picture, every, size);
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Layout layout = layout(width, height);
    if (layout.picture > 0) drawPictures(pen, theme, layout);
    layout.stack.drawAxes(pen, theme, false);
    Axes axes = layout.stack.axes().get(0);
    Pen upper = layout.stack.pen(0, pen);
    drawOthers(upper, theme, axes);
    for (int step = 0; step < turned.degrees().size(); step++) drawPasses(upper, theme, axes, step);
    for (int c : shown) drawMean(upper, theme, axes, c);
    drawNames(upper, theme, axes, width);
    Pen lower = layout.stack.pen(1, pen);
    scores.drawSeries(lower, theme, layout.stack.axes().get(1));
    drawDegrees(lower, theme, layout.stack.axes().get(1));
    // On the line of the title, which is short.
    scores.drawNames(lower, theme, layout.stack.axes().get(1), width, 0);
  }

  /// Angles are read in parts of a turn and not in tens.
  private void drawDegrees(Pen pen, Theme theme, Axes axes) {
    if (!axes.worded()) return;
    Type type = new Type(Face.TEXT, axes.textSize());
    double apart = 3.4 * axes.textSize();
    double step = 180;
    for (double smaller : new double[] {90, 45, 30, 15})
      if (axes.x().px(smaller) - axes.x().px(0) >= apart) step = smaller;
    pen.fill(theme.muted());
    for (double at = step * Math.ceil(axes.x().from() / step); at <= axes.x().to(); at += step)
      pen.text(Numbers.brief(at) + "°", axes.x().px(at) + .15 * axes.textSize(),
          axes.bottomPx() + Math.round(1.5 * axes.textSize()), type, Align.CENTRE);
  }

  private static int ink(Theme theme, int c) { return Palette.readable(theme, Palette.categorical(theme, c)); }

  private void drawPictures(Pen pen, Theme theme, Layout layout) {
    Axes axes = layout.stack.axes().getFirst();
    Type type = new Type(Face.TEXT_BOLD, layout.size);
    for (int step = 0; step < turned.degrees().size(); step += layout.every) {
      double x = axes.x().px(turned.degrees().get(step));
      Glyphs.draw(pen, theme, turned.pictures(), step, turned.width(), turned.height(), x - layout.picture / 2, .5,
          layout.picture);
      pen.fill(ink(theme, winners.get(step)));
      pen.text(Fit.within(pen, turned.classes().get(winners.get(step)), type, layout.picture + 2), x,
          layout.picture + 1.25 * layout.size, type, Align.CENTRE);
    }
  }

  /// The classes that win nowhere: thin lines of their means.
  private void drawOthers(Pen pen, Theme theme, Axes axes) {
    pen.stroke(Palette.withAlpha(theme.faint(), .5), .8);
    for (int c = 0; c < turned.classes().size(); c++) if (!shown.contains(c)) line(pen, axes, c);
  }

  private void line(Pen pen, Axes axes, int c) {
    Trace trace = new Trace(pen, 2);
    for (int step = 0; step < turned.degrees().size(); step++)
      trace.add(axes.x().px(turned.degrees().get(step)), axes.y().px(turned.mean().at(step, c)));
    trace.end();
  }

  /// Each class's dots in a lane of its own, so that one class does not hide another.
  private void drawPasses(Pen pen, Theme theme, Axes axes, int step) {
    double each = (axes.rightPx() - axes.leftPx()) / (turned.degrees().size() + .1);
    double lane = .86 * each / shown.size();
    for (int i = 0; i < shown.size(); i++) {
      double centre = axes.x().px(turned.degrees().get(step)) + (i - (shown.size() - 1) / 2.0) * lane;
      Jitter.draw(pen, turned.probabilities().get(step), shown.get(i), centre, .46 * lane, axes.y()::px, MOST_DOTS,
          Palette.withAlpha(ink(theme, shown.get(i)), .45), Math.clamp(lane / 8, .7, 1.3));
    }
  }

  private void drawMean(Pen pen, Theme theme, Axes axes, int c) {
    pen.stroke(ink(theme, c), c == turned.label() ? 2.2 : 1.6);
    pen.fill(ink(theme, c));
    line(pen, axes, c);
    Marks marks = new Marks();
    double radius = axes.rightPx() - axes.leftPx() < 260 ? 2 : 3;
    for (int step = 0; step < turned.degrees().size(); step++)
      if (turned.mean().at(step, c) >= MARKED_FROM)
        marks.classDot(pen, c, axes.x().px(turned.degrees().get(step)), axes.y().px(turned.mean().at(step, c)), radius,
            ink(theme, c), theme.card(), 1);
  }

  private String name(int c) {
    String name = turned.classes().get(c);
    return c == turned.label() ? Words.of("passes.rotation.true", name) : name;
  }

  private void drawNames(Pen pen, Theme theme, Axes axes, double width) {
    if (!axes.worded()) return;
    if (!CurveFigure.labelsBeside(width)) {
      List<Legend.Entry> entries = new ArrayList<>();
      for (int c : shown.reversed())
        entries.add(new Legend.Entry(c, Legend.Mark.LINE, turned.classes().get(c), ink(theme, c)));
      Legend.draw(pen, theme, entries, axes);
      return;
    }
    List<EndLabels.Label> labels = new ArrayList<>();
    int last = turned.degrees().size() - 1;
    for (int c : shown)
      labels.add(new EndLabels.Label(name(c),
          last < 0 ? Double.NaN : axes.y().px(turned.mean().at(last, c)), ink(theme, c), c == turned.label()));
    EndLabels.draw(pen, theme, EndLabels.finite(labels), axes.rightPx(), axes);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Axes axes = layout(width, height).stack.axes().getFirst();
    if (turned.degrees().isEmpty() || x < axes.leftPx() || x > axes.rightPx() || y < 0 || y > height)
      return Optional.empty();
    int best = 0;
    for (int i = 1; i < turned.degrees().size(); i++)
      if (Math.abs(axes.x().px(turned.degrees().get(i)) - x) < Math.abs(axes.x().px(turned.degrees().get(best)) - x))
        best = i;
    return Optional.of(new Hit.Place(turned.degrees().get(best), turned.entropy().get(best), told(best)));
  }

  @Override public Description describe() { return new RotationTold(turned, winners).describe(); }

  @Override public Optional<DataTable> table() { return new RotationTold(turned, winners).table(); }
}
