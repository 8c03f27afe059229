package dropoutlab.figure.theory.scaling;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.TextMeasure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.Dragged;
import dropoutlab.figure.theory.Heading;
import dropoutlab.frame.bench.ScalingPicture.Backward;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.Optional;

/// The thinned network with the gradient of each weight as the thickness of its edge. Where the mode is toggled, an edge
/// whose gradient is wrong is hatched.
record BackwardNetwork(Backward of) implements Figure {
  private static final double HEAD = 46, FOOT = 44, LEFT = 104, REACH = 5, OFF = 1e-5;
  private static final double[] NOTHING = {1.2, 3.2}, WRONG = {1.3, 2.2}, DROPPED = {2.4, 2.4};

  /// Where the units stand.
  private record At(double width, double height, Backward of) {
    boolean worded() { return Axes.roomForWords(width, height); }

    double left() { return worded() ? Math.min(LEFT, .24 * width) : 8; }

    double x(int layer) { return left() + layer * (width - left() - (worded() ? 34 : 8)) / (of.sizes().size() - 1); }

    double pitch() {
      int most = of.sizes().stream().mapToInt(Integer::intValue).max().orElse(1);
      return (height - (worded() ? HEAD + FOOT : 4)) / most;
    }

    double y(int layer, int unit) {
      double middle = worded() ? HEAD + (height - HEAD - FOOT) / 2 : height / 2;
      return middle + (unit - (of.sizes().get(layer) - 1) / 2.0) * pitch();
    }

    double radius() { return Math.clamp(.32 * pitch(), 2, 12); }
  }

  private int shown() { return of.toggled() ? 2 : 1; }

  /// Of all gradients that are shown, without those of the inputs.
  private double largest() {
    double largest = 0;
    for (int i = of.inputs(); i < of.gradients().cols(); i++) largest = Math.max(largest, Math.abs(of.gradients().at(shown(), i)));
    return largest;
  }

  private boolean wrong(int number) {
    double off = Math.abs(of.gradients().at(shown(), number) - of.gradients().at(0, number));
    return off > OFF * Math.max(1, Math.abs(of.gradients().at(0, number)));
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    At at = new At(width, height, of);
    double largest = largest();
    for (int layer = 0; layer + 1 < of.sizes().size(); layer++)
      for (int from = 0; from < of.sizes().get(layer); from++)
        for (int to = 0; to < of.sizes().get(layer + 1); to++) drawEdge(pen, theme, at, layer, from, to, largest);
    for (int layer = 0; layer < of.sizes().size(); layer++)
      for (int unit = 0; unit < of.sizes().get(layer); unit++) drawUnit(pen, theme, at, layer, unit);
    if (at.worded()) drawWords(pen, theme, at);
  }

  private void drawEdge(Pen pen, Theme theme, At at, int layer, int from, int to, double largest) {
    int number = of.weight(layer, from, to);
    double gradient = of.gradients().at(shown(), number), share = largest > 0 ? Math.sqrt(Math.abs(gradient) / largest) : 0;
    double thick = .7 + 3.6 * share * Math.min(1, at.radius() / 9);
    if (wrong(number)) pen.stroke(theme.rival(), Math.max(2.6, thick + .8), WRONG);
    else if (gradient == 0) pen.stroke(Palette.mix(theme.card(), theme.faint(), .75), .8, NOTHING);
    else pen.stroke(Palette.mix(theme.card(), gradient > 0 ? theme.positive() : theme.negative(), .45 + .55 * share), thick, Marks.SOLID);
    pen.line(at.x(layer) + at.radius(), at.y(layer, from), at.x(layer + 1) - at.radius(), at.y(layer + 1, to));
  }

  private void drawUnit(Pen pen, Theme theme, At at, int layer, int unit) {
    double x = at.x(layer), y = at.y(layer, unit), r = at.radius();
    boolean hidden = layer > 0 && layer <= of.masks().size(), dropped = of.dropped(layer, unit);
    pen.fill(hidden && !dropped ? theme.accentPale() : theme.card());
    pen.fillOval(x, y, r);
    if (dropped) pen.stroke(theme.muted(), 1, DROPPED);
    else pen.stroke(hidden ? theme.accent() : theme.ink(), 1.5, Marks.SOLID);
    pen.strokeOval(x, y, r);
    if (!dropped) return;
    pen.stroke(Palette.mix(theme.muted(), theme.ink(), .5), 1.4, Marks.SOLID);
    Marks.cross(pen, x, y, .45 * r);
  }

  private void drawWords(Pen pen, Theme theme, At at) {
    Heading.draw(pen, theme, 0, 12, at.width, Words.of("claimscaling.backward.edges"),
        Words.of(of.toggled() ? "claimscaling.backward.edges_toggled" : "claimscaling.backward.edges_rest"));
    for (int i = 0; i < of.inputs(); i++) drawInput(pen, theme, at, i);
    Type small = new Type(Face.TEXT, Axes.textSize(at.width, at.height) - .5);
    double foot = at.height - FOOT + 20;
    for (int layer = 1; layer <= of.masks().size(); layer++) {
      int kept = 0;
      for (int i = 0; i < of.sizes().get(layer); i++) if (!of.dropped(layer, i)) kept++;
      pen.fill(theme.accent());
      int all = of.sizes().get(layer);
      String text = Fit.firstThatFits(pen, small, at.x(2) - at.x(1) - 8, Words.of("claimscaling.backward.kept_of", kept, all, Numbers.brief(1 / (1 - of.p()))),
          Words.of("claimscaling.backward.kept_brief", kept, all), Words.of("claimscaling.backward.kept_least", kept, all));
      pen.text(text, at.x(layer), foot, small, Align.CENTRE);
    }
    drawWay(pen, theme, at, small);
    if (at.width >= 380) drawKey(pen, theme, at, small);
  }

  /// What the lines mean, in the corner below the inputs.
  private void drawKey(Pen pen, Theme theme, At at, Type type) {
    String[] names = {Words.of("claimscaling.backward.positive"), Words.of("claimscaling.backward.negative"), Words.of("claimscaling.backward.nothing")};
    double y = at.height - FOOT - 40;
    for (int i = 0; i < names.length; i++, y += 17) {
      if (i == 2) pen.stroke(theme.faint(), 1, NOTHING);
      else pen.stroke(i == 0 ? theme.positive() : theme.negative(), 2.4, Marks.SOLID);
      pen.line(2, y - 4, 20, y - 4);
      pen.fill(theme.muted());
      pen.text(names[i], 27, y, type, Align.LEFT);
    }
  }

  /// The ways there and back, as arrows over and under the network.
  private void drawWay(Pen pen, Theme theme, At at, Type type) {
    double left = at.x(0) + 2, right = at.x(of.sizes().size() - 1), top = HEAD - 15, low = at.height - 5;
    String there = Words.of("claimscaling.backward.there"), back = Fit.firstThatFits(pen, type, right - left - 40,
        Words.of(of.toggled() ? "claimscaling.backward.back_toggled" : "claimscaling.backward.back"), Words.of("claimscaling.backward.back_brief"));
    arrow(pen, theme.muted(), left + TextMeasure.width(there, type) + 8, right, top, 1);
    pen.fill(theme.muted());
    pen.text(there, left, top + 4, type, Align.LEFT);
    int colour = of.toggled() ? theme.rivalText() : theme.accent();
    arrow(pen, colour, left, right - TextMeasure.width(back, type) - 8, low - 4, -1);
    pen.fill(colour);
    pen.text(back, right, low, type, Align.RIGHT);
  }

  private static void arrow(Pen pen, int colour, double left, double right, double y, int way) {
    if (right - left < 12) return;
    double tip = way > 0 ? right : left;
    pen.stroke(colour, 1.2, Marks.SOLID);
    pen.line(left, y, right, y);
    pen.polyline(new double[] {tip - 5 * way, tip, tip - 5 * way}, new double[] {y - 3.5, y, y + 3.5}, 3);
  }

  private void drawInput(Pen pen, Theme theme, At at, int unit) {
    Dragged number = input(at, unit);
    pen.fill(theme.ink());
    number.draw(pen, theme);
    if (at.width < 380) return;
    boolean wrong = wrong(unit);
    Type type = new Type(Face.NUMBER, 10.5);
    pen.fill(wrong ? theme.rivalText() : theme.muted());
    pen.text(Words.of("claimscaling.backward.input", gradient(of.gradients().at(shown(), unit))), at.x(0) - at.radius() - 8, at.y(0, unit) + 16, type, Align.RIGHT);
  }

  /// As long as there is room for.
  private static String gradient(double value) { return Numbers.fixed(value, Math.abs(value) < 10 ? 3 : Math.abs(value) < 1000 ? 1 : 0); }

  private Dragged input(At at, int unit) {
    Type type = new Type(Face.NUMBER, 12);
    String text = Numbers.brief(of.values().getFirst().get(unit));
    return new Dragged("x", unit, text, at.x(0) - at.radius() - 8 - TextMeasure.width(text, type), at.y(0, unit) + (at.width < 380 ? 4 : -1), type,
        new BackwardNames(of).told(unit));
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    At at = new At(width, height, of);
    if (!at.worded()) return Optional.empty();
    for (int i = 0; i < of.inputs(); i++) {
      Optional<Hit> number = input(at, i).hit(x, y);
      if (number.isPresent()) return number;
    }
    for (int layer = 0; layer < of.sizes().size(); layer++)
      for (int unit = 0; unit < of.sizes().get(layer); unit++)
        if (Math.hypot(x - at.x(layer), y - at.y(layer, unit)) <= at.radius()) return Optional.of(new Hit.Unit(layer, unit, told(layer, unit)));
    return edge(at, x, y);
  }

  private String told(int layer, int unit) {
    String value = Numbers.brief(of.values().get(layer).get(unit), 1e-4);
    if (of.dropped(layer, unit)) return Words.of("claimscaling.backward.told_dropped", unit + 1, layer);
    return layer == 0 ? new BackwardNames(of).told(unit) : layer > of.masks().size() ? Words.of("claimscaling.backward.told_output", value)
        : Words.of("claimscaling.backward.told_kept", unit + 1, layer, Numbers.brief(of.masks().get(layer - 1).get(unit)), value);
  }

  private Optional<Hit> edge(At at, double x, double y) {
    double nearest = REACH;
    Hit hit = null;
    for (int layer = 0; layer + 1 < of.sizes().size(); layer++) {
      double share = (x - at.x(layer)) / (at.x(layer + 1) - at.x(layer));
      if (share <= 0 || share >= 1) continue;
      for (int from = 0; from < of.sizes().get(layer); from++)
        for (int to = 0; to < of.sizes().get(layer + 1); to++) {
          double away = Math.abs(at.y(layer, from) + share * (at.y(layer + 1, to) - at.y(layer, from)) - y);
          if (away >= nearest) continue;
          nearest = away;
          hit = new Hit.Edge(layer + 1, from, to, new BackwardNames(of).told(of.weight(layer, from, to)));
        }
    }
    return Optional.ofNullable(hit);
  }
}
