package dropoutlab.figure.theory.features;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.EndLabels;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.Heading;
import dropoutlab.frame.bench.FeaturesPicture.Nested;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// |cos| of each decoder row and its own component while both networks train, up to the present step; steps can be
/// chosen on it.
record NestedTrail(Nested of, boolean hidden) implements Figure {
  private static final double HEAD = 18;

  private Axes axes(double width, double height) {
    double right = EndLabels.room(List.of(Words.of("claimfeatures.nested.twin"),
        Words.of("claimfeatures.nested.short")), 12);
    Axes axes = Axes.layOut(new Scale(true, 1, of.mostSteps(), 0, 1), Scale.linear(0, 1, 0, 1),
        Words.of("claimfeatures.nested.steps_axis"), "",
        width, height, right);
    return axes.withY(axes.y().at(axes.bottomPx(), axes.topPx() + HEAD));
  }

  /// The first step has no place on a logarithmic scale.
  private List<Nested.Past> past() {
    return of.trail().stream().filter(each -> each.steps() <= of.steps() && (each.steps() > 0 || of.steps() == 0))
        .toList();
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Heading.draw(pen, theme, 0, 14, width, Words.of("claimfeatures.nested.trail"),
        Words.of("claimfeatures.nested.trail_rest"));
    Axes axes = axes(width, height);
    axes.draw(pen, theme);
    for (int k = 0; k < of.units(); k++) drawRow(pen, axes, k, Nested.Past::twin, theme.muted(), 1.2, 5, 3);
    if (!hidden) for (int k = 0; k < of.units(); k++) drawRow(pen, axes, k, Nested.Past::nested, theme.accent(), 1.8);
    double now = axes.x().px(Math.max(1, of.steps()));
    pen.stroke(theme.faint(), 1, 1, 3);
    pen.line(now, axes.topPx(), now, axes.bottomPx());
    drawNames(pen, axes, theme, now);
  }

  private void drawRow(Pen pen, Axes axes, int k, Function<Nested.Past, List<Double>> side, int ink, double width,
      double... dash) {
    List<Nested.Past> past = past();
    double[] xs = past.stream().mapToDouble(each -> axes.x().px(Math.max(1, each.steps()))).toArray();
    double[] ys = past.stream().mapToDouble(each -> axes.y().px(side.apply(each).get(k))).toArray();
    pen.stroke(ink, width, dash);
    pen.polyline(xs, ys, xs.length);
  }

  private void drawNames(Pen pen, Axes axes, Theme theme, double now) {
    List<EndLabels.Label> labels = new ArrayList<>();
    Nested.Past last = past().getLast();
    if (!hidden)
      labels.add(new EndLabels.Label(Words.of("claimfeatures.nested.short"), axes.y().px(mean(last.nested())),
      theme.accent(), true));
    labels.add(new EndLabels.Label(Words.of("claimfeatures.nested.twin"), axes.y().px(mean(last.twin())),
        theme.muted(), false));
    EndLabels.draw(pen, theme, labels, Math.max(now, axes.rightPx()), axes);
  }

  private static double mean(List<Double> of) {
    return of.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Axes axes = axes(width, height);
    if (!axes.contains(x, y)) return Optional.empty();
    double steps = Math.clamp(Math.rint(axes.x().data(x)), 1, of.mostSteps());
    return Optional.of(new Hit.Setting("steps", List.of(steps), Words.count("claimfeatures.nested.after",
        (long) steps)));
  }
}
