package dropoutlab.figure.theory.features;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.EngineMark;
import dropoutlab.figure.theory.Heading;
import dropoutlab.frame.bench.FeaturesPicture.Nested;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// How much of the variance the first b units leave: the least that is possible as a line, the engine's nested network
/// as circles on it, and the twin dashed.
record NestedLeft(Nested of, boolean hidden) implements Figure {
  private static final double HEAD = 18;

  private Axes axes(double width, double height) {
    double most = 100 * Math.max(1, of.twin().left().stream().mapToDouble(Double::doubleValue).max().orElse(1));
    Axes axes = Axes.layOut(Scale.linear(0, of.units(), 0, 1), Scale.linear(0, Math.min(most, 250), 0, 1),
        Words.of("claimfeatures.nested.b"), "",
        width, height, 14);
    return axes.withY(axes.y().at(axes.bottomPx(), axes.topPx() + HEAD));
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Heading.draw(pen, theme, 0, 14, width, Words.of("claimfeatures.nested.variance"),
        Words.of("claimfeatures.nested.variance_rest"),
        Words.of("claimfeatures.nested.variance_brief"));
    Axes axes = axes(width, height);
    axes.draw(pen, theme);
    double[] xs = IntStream.rangeClosed(0, of.units()).mapToDouble(b -> axes.x().px(b)).toArray();
    double[] least = ys(axes, of.least()), twin = ys(axes, of.twin().left());
    pen.clip(axes.leftPx() - 5, axes.topPx() - 5, axes.rightPx() - axes.leftPx() + 10,
        axes.bottomPx() - axes.topPx() + 10);
    pen.stroke(theme.muted(), 1.6, 6, 3.5);
    pen.polyline(xs, twin, xs.length);
    pen.stroke(theme.accent(), 2.2, Marks.SOLID);
    pen.polyline(xs, least, xs.length);
    circles(pen, xs, twin, theme.muted(), theme);
    if (!hidden) circles(pen, xs, ys(axes, of.nested().left()), theme.accent(), theme);
    pen.unclip();
    CurveNames names = new CurveNames(new Inset(axes.leftPx(), axes.topPx(), axes.rightPx() - axes.leftPx(),
        axes.bottomPx() - axes.topPx()));
    names.line(xs, twin);
    names.line(xs, least);
    pen.fill(theme.accent());
    names.beside(Words.of(hidden ? "claimfeatures.nested.least_name" : "claimfeatures.nested.least_engine"), Face.TEXT,
        11.5, xs, least, false)
        .ifPresent(name -> pen.text(name.text(), name.left(), name.baseline(), name.type(), Align.LEFT));
    pen.fill(theme.muted());
    names.beside(Words.of("claimfeatures.nested.twin"), Face.TEXT, 11.5, xs, twin, true)
        .ifPresent(name -> pen.text(name.text(), name.left(), name.baseline(), name.type(), Align.LEFT));
  }

  private static double[] ys(Axes axes, List<Double> shares) {
    return shares.stream().mapToDouble(share -> axes.y().px(100 * share)).toArray();
  }

  private static void circles(Pen pen, double[] xs, double[] ys, int ink, Theme theme) {
    for (int b = 0; b < xs.length; b++) EngineMark.draw(pen, theme, xs[b], ys[b], ink);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Axes axes = axes(width, height);
    if (!axes.contains(x, y)) return Optional.empty();
    int b = Math.clamp(Math.round(axes.x().data(x)), 0, of.units());
    return Optional.of(new Hit.Place(b, axes.y().data(y), Words.of("claimfeatures.nested.left_told", b,
        Shown.percent(of.least().get(b), 2),
        hidden ? Words.of("claimfeatures.unknown") : Shown.percent(of.nested().left().get(b), 2),
        Shown.percent(of.twin().left().get(b), 2))));
  }
}
