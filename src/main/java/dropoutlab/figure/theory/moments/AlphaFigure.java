package dropoutlab.figure.theory.moments;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.TextMeasure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.BenchFigure;
import dropoutlab.figure.theory.Dragged;
import dropoutlab.figure.theory.GuessMark;
import dropoutlab.figure.theory.Heading;
import dropoutlab.figure.theory.Showing;
import dropoutlab.figure.theory.SidesPlot;
import dropoutlab.figure.theory.Told;
import dropoutlab.frame.bench.MomentsPicture.Alpha;
import dropoutlab.frame.bench.MomentsPicture.Noise;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;

/// Units before and behind alpha and plain dropout, and mean and variance behind each layer of deep networks.
record AlphaFigure(Alpha of, Showing showing) implements BenchFigure {
  private static final Type NUMBER = new Type(Face.NUMBER_BOLD, 12), WORDS = new Type(Face.TEXT, 11);
  private static final double MARKS = 15;

  @Override public Told told() { return new AlphaTold(of, showing); }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    AlphaLayout at = AlphaLayout.of(width, height);
    drawHistogram(pen, at.alpha(), of.ofAlpha(), true, theme);
    if (at.plain().isPresent()) drawHistogram(pen, at.plain().get(), of.ofPlain(), false, theme);
    if (at.variance().isEmpty()) return;
    drawDepth(pen, at.variance().get(), depth().variance(), theme, "claimmoments.alpha.title.variance");
    at.mean().ifPresent(mean -> drawDepth(pen, mean, depth().mean(), theme, "claimmoments.alpha.title.mean"));
    drawVarianceMarks(at.variance().get().on(pen), at.variance().get(), theme);
    if (at.mean().isEmpty()) return;
    pen.fill(theme.accent());
    p(at).draw(pen, theme);
    pen.fill(theme.ink());
    layers(at).draw(pen, theme);
  }

  private AlphaDepth depth() { return new AlphaDepth(of, showing.hidden(), showing.guessed(0)); }

  private AlphaHistogram histogram(Noise noise) {
    boolean alpha = noise.equals(of.ofAlpha());
    return new AlphaHistogram(noise, of.p(), showing.hidden() && noise.equals(of.asked()),
        alpha ? List.of(of.limit(), -of.lambda()) : List.of());
  }

  private void drawHistogram(Pen pen, Inset at, Noise noise, boolean alpha, Theme theme) {
    if (at.top() > 10)
      Heading.draw(pen, theme, at.left(), at.top() - 8, at.width() - 64,
          Words.of(alpha ? "claimmoments.alpha.alpha" : "claimmoments.alpha.plain"),
          Words.of(alpha ? "claimmoments.alpha.map" : "claimmoments.alpha.plain.map", Numbers.fixed(noise.scale(), 3),
              Numbers.fixed(noise.shift(), 3)), Words.of("claimmoments.alpha.before"));
    AlphaHistogram histogram = histogram(noise);
    histogram.draw(pen, at, alpha ? theme.accent() : theme.rival(), theme);
    if (alpha && at.top() > 10) drawValues(pen, histogram.x(at), at.bottom(), theme);
  }

  /// Where a dropped unit is not: the lower limit of SELU, before the map, and minus its slope, as is often said.
  private void drawValues(Pen pen, Scale x, double base, Theme theme) {
    drawValue(pen, x.px(of.limit()), base, Words.of("claimmoments.alpha.limit"), theme.muted(), Align.RIGHT);
    drawValue(pen, x.px(-of.lambda()), base, Words.of("claimmoments.alpha.lambda"), theme.muted(), Align.LEFT);
  }

  private static void drawValue(Pen pen, double x, double base, String name, int ink, Align align) {
    pen.stroke(ink, 1, Marks.SOLID);
    pen.line(x, base - MARKS, x, base + 3);
    pen.fill(ink);
    pen.text(name, x, base + 13, WORDS, align);
  }

  private void drawDepth(Pen pen, Inset at, SidesPlot plot, Theme theme, String title) {
    Heading.draw(pen, theme, at.left(), at.top() - 2, at.width() - 60, Words.of(title),
        Words.of("claimmoments.alpha.behind"));
    plot.draw(at.on(pen), at.width(), at.height(), theme);
  }

  /// The 1 that is to be kept, and the guess.
  private void drawVarianceMarks(Pen pen, Inset at, Theme theme) {
    Axes axes = depth().variance().axes(at.width(), at.height());
    double one = axes.y().px(1), zero = axes.x().px(0);
    pen.stroke(theme.ink(), 1, 2, 3);
    // It would tell the answer.
    if (!(showing.hidden() && of.alpha())) pen.line(axes.leftPx(), one, axes.rightPx(), one);
    pen.fill(theme.ink());
    if (showing.hidden()) pen.text("?", zero + 4, axes.topPx() + 12, new Type(Face.TEXT_BOLD, 14), Align.LEFT);
    GuessMark.draw(pen, zero, axes.y().px(showing.guessed(0)), theme);
  }

  private Dragged p(AlphaLayout at) {
    String number = Words.of("claimmoments.block.p_is", Shown.briefRate(of.p()));
    double left = at.alpha().right() - TextMeasure.width(number, NUMBER);
    return new Dragged("p", 0, number, left, at.alpha().top() - 8, NUMBER,
        Words.of("claimmoments.block.drag", Shown.dropRate(of.p())));
  }

  private Dragged layers(AlphaLayout at) {
    Inset place = at.variance().orElseThrow();
    String number = Words.count("claimmoments.alpha.layers", of.depth());
    return new Dragged("depth", 0, number, place.right() - TextMeasure.width(number, NUMBER), place.top() - 2, NUMBER,
        Words.of("claimmoments.alpha.drag_depth", number));
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    AlphaLayout at = AlphaLayout.of(width, height);
    if (at.mean().isPresent()) {
      Optional<Hit> number = p(at).hit(x, y).or(() -> layers(at).hit(x, y));
      if (number.isPresent()) return number;
    }
    if (at.alpha().contains(x, y)) return histogram(of.ofAlpha(), at.alpha(), x);
    if (at.plain().isPresent() && at.plain().get().contains(x, y)) return histogram(of.ofPlain(), at.plain().get(), x);
    return at.variance().flatMap(place -> depth(depth().variance(), place, x, y))
        .or(() -> at.mean().flatMap(place -> depth(depth().mean(), place, x, y)));
  }

  private Optional<Hit> histogram(Noise noise, Inset at, double x) {
    AlphaHistogram histogram = histogram(noise);
    double value = histogram.x(at).data(x);
    return Optional.of(new Hit.Place(value, 0, histogram.told(value)));
  }

  private static Optional<Hit> depth(SidesPlot plot, Inset at, double x, double y) {
    return at.contains(x, y) ? plot.hit(x - at.left(), y - at.top(), plot.axes(at.width(), at.height()))
        : Optional.empty();
  }
}
