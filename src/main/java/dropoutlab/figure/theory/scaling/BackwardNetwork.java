package dropoutlab.figure.theory.scaling;

import dropoutlab.figure.plot.Figure;
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
import dropoutlab.frame.bench.ScalingPicture.Backward;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.Optional;

/// The thinned network with the gradient of each weight as the thickness of its edge. Where the mode is toggled, an
/// edge whose gradient is wrong is hatched.
record BackwardNetwork(Backward of) implements Figure {
  private static final double REACH = 5, OFF = 1e-5;
  static final double[] NOTHING = {1.2, 3.2};
  private static final double[] WRONG = {1.3, 2.2}, DROPPED = {2.4, 2.4};

  private int shown() { return of.toggled() ? 2 : 1; }

  /// Of all gradients that are shown, without those of the inputs.
  private double largest() {
    double largest = 0;
    for (int i = of.inputs(); i < of.gradients().cols(); i++)
      largest = Math.max(largest, Math.abs(of.gradients().at(shown(), i)));
    return largest;
  }

  private boolean wrong(int number) {
    double off = Math.abs(of.gradients().at(shown(), number) - of.gradients().at(0, number));
    return off > OFF * Math.max(1, Math.abs(of.gradients().at(0, number)));
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    BackwardPlaces at = new BackwardPlaces(width, height, of);
    double largest = largest();
    for (int layer = 0; layer + 1 < of.sizes().size(); layer++)
      for (int from = 0; from < of.sizes().get(layer); from++)
        for (int to = 0; to < of.sizes().get(layer + 1); to++) drawEdge(pen, theme, at, layer, from, to, largest);
    for (int layer = 0; layer < of.sizes().size(); layer++)
      for (int unit = 0; unit < of.sizes().get(layer); unit++) drawUnit(pen, theme, at, layer, unit);
    if (!at.worded()) return;
    for (int i = 0; i < of.inputs(); i++) drawInput(pen, theme, at, i);
    new BackwardCaptions(of, at).draw(pen, theme);
  }

  private void drawEdge(Pen pen, Theme theme, BackwardPlaces at, int layer, int from, int to, double largest) {
    int number = of.weight(layer, from, to);
    double gradient = of.gradients().at(shown(), number);
    double share = largest > 0 ? Math.sqrt(Math.abs(gradient) / largest) : 0;
    double thick = .7 + 3.6 * share * Math.min(1, at.radius() / 9);
    if (wrong(number)) pen.stroke(theme.rival(), Math.max(2.6, thick + .8), WRONG);
    else if (gradient == 0) pen.stroke(Palette.mix(theme.card(), theme.faint(), .75), .8, NOTHING);
    else pen.stroke(Palette.mix(theme.card(), gradient > 0 ? theme.positive() : theme.negative(), .45 + .55 * share),
        thick, Marks.SOLID);
    pen.line(at.x(layer) + at.radius(), at.y(layer, from), at.x(layer + 1) - at.radius(), at.y(layer + 1, to));
  }

  private void drawUnit(Pen pen, Theme theme, BackwardPlaces at, int layer, int unit) {
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

  private void drawInput(Pen pen, Theme theme, BackwardPlaces at, int unit) {
    Dragged number = input(at, unit);
    pen.fill(theme.ink());
    number.draw(pen, theme);
    if (at.width() < 380) return;
    boolean wrong = wrong(unit);
    Type type = new Type(Face.NUMBER, 10.5);
    pen.fill(wrong ? theme.rivalText() : theme.muted());
    pen.text(Words.of("claimscaling.backward.input", gradient(of.gradients().at(shown(), unit))),
        at.x(0) - at.radius() - 8, at.y(0, unit) + 16, type, Align.RIGHT);
  }

  /// As long as there is room for.
  private static String gradient(double value) {
    return Numbers.fixed(value, Math.abs(value) < 10 ? 3 : Math.abs(value) < 1000 ? 1 : 0);
  }

  private Dragged input(BackwardPlaces at, int unit) {
    Type type = new Type(Face.NUMBER, 12);
    String text = Numbers.brief(of.values().getFirst().get(unit));
    return new Dragged("x", unit, text, at.x(0) - at.radius() - 8 - TextMeasure.width(text, type),
        at.y(0, unit) + (at.width() < 380 ? 4 : -1), type,
        new BackwardNames(of).told(unit));
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    BackwardPlaces at = new BackwardPlaces(width, height, of);
    if (!at.worded()) return Optional.empty();
    for (int i = 0; i < of.inputs(); i++) {
      Optional<Hit> number = input(at, i).hit(x, y);
      if (number.isPresent()) return number;
    }
    for (int layer = 0; layer < of.sizes().size(); layer++)
      for (int unit = 0; unit < of.sizes().get(layer); unit++)
        if (Math.hypot(x - at.x(layer), y - at.y(layer, unit)) <= at.radius())
          return Optional.of(new Hit.Unit(layer, unit, told(layer, unit)));
    return edge(at, x, y);
  }

  private String told(int layer, int unit) {
    String value = Numbers.brief(of.values().get(layer).get(unit), 1e-4);
    if (of.dropped(layer, unit)) return Words.of("claimscaling.backward.told_dropped", unit + 1, layer);
    if (layer == 0) return new BackwardNames(of).told(unit);
    return layer > of.masks().size() ? Words.of("claimscaling.backward.told_output", value)
        : Words.of("claimscaling.backward.told_kept", unit + 1, layer,
            Numbers.brief(of.masks().get(layer - 1).get(unit)), value);
  }

  private Optional<Hit> edge(BackwardPlaces at, double x, double y) {
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
