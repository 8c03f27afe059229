package dropoutlab.figure.theory.ensemble;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.EndLabels;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.TextMeasure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.Dragged;
import dropoutlab.figure.theory.EngineMark;
import dropoutlab.figure.theory.Heading;
import dropoutlab.figure.theory.Showing;
import dropoutlab.frame.bench.EnsemblePicture;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The histogram of z over all masks, the normal with the same moments, and the logistic function above both, with what
/// it puts out on average: over the masks, over the normal, and at the mean of z.
record SumPlot(EnsemblePicture.NearlyNormal of, Showing showing) implements Figure {
  private static final double HEAD = 24, NUMBERS = 20, NUMBERS_FROM = 300, TOP = 8;
  private static final Type WORDS = new Type(Face.TEXT, 12), NUMBER = new Type(Face.NUMBER, 12);

  private boolean numbered(double width, double height) { return width >= 300 && height >= NUMBERS_FROM; }

  /// The plot; its y axis is the output, from 0 to 1.
  private Axes axes(double width, double height) {
    double size = Axes.textSize(width, height), top = HEAD + (numbered(width, height) ? NUMBERS : 0) + TOP;
    boolean worded = Axes.roomForWords(width, height);
    Scale x = Scale.linear(of.curve().at(0, 0), of.curve().at(0, of.curve().cols() - 1), 0, 1),
        y = Scale.linear(0, 1, 0, 1);
    double names = worded ? EndLabels.room(List.of(Words.of("claimensemble.normal.name.probit", four(of.probit()))),
        size) : 2;
    Axes axes = Axes.layOut(x, y, Words.of("claimensemble.normal.z"), "", width, Math.max(height, 60), names);
    return worded ? axes.with(to -> to.y(y.at(height - 2 * size, Math.min(top, height - 2 * size - 1))).textSize(size))
        : axes;
  }

  private static String four(double value) { return Numbers.fixed(value, 4); }

  /// Pixels a unit of density: the highest bar and the normal's top fill most of the plot.
  private double perDensity(Axes axes) {
    double most = 0;
    for (int i = 0; i < of.bins().rows(); i++) most = Math.max(most, density(i, 2));
    for (int i = 0; i < of.curve().cols(); i++) most = Math.max(most, of.variance() == 0 ? 0 : of.curve().at(1, i));
    return .72 * (axes.bottomPx() - axes.topPx()) / most;
  }

  private double density(int bin, int column) {
    return of.bins().at(bin, column) / (of.bins().at(bin, 1) - of.bins().at(bin, 0));
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Axes axes = axes(width, height);
    if (axes.worded()) Heading.draw(pen, theme, 2, 12, width - 4, Words.of("claimensemble.normal.sum"),
        Words.of("claimensemble.normal.sum.rest", Numbers.count(of.masks()),
            Words.count("claimensemble.normal.passes", of.passes(), Numbers.count(of.passes()))),
        Words.of("claimensemble.normal.sum.brief", Numbers.count(of.masks())));
    axes.draw(pen, theme);
    drawBars(pen, theme, axes);
    drawCurves(pen, theme, axes);
    drawMeans(pen, theme, axes);
    if (numbered(width, height)) drawNumbers(pen, theme, width);
    if (axes.worded()) drawNames(pen, theme, axes);
  }

  private void drawBars(Pen pen, Theme theme, Axes axes) {
    double per = perDensity(axes), base = axes.bottomPx();
    boolean close = true;
    for (int i = 0; i < of.bins().rows(); i++) {
      double left = axes.x().px(of.bins().at(i, 0)), right = axes.x().px(of.bins().at(i, 1)),
          high = per * density(i, 2);
      close = right - left < 5;
      pen.fill(Palette.mix(theme.card(), theme.accentMid(), .55));
      pen.fillRect(left + (close ? 0 : .5), base - high, right - left - (close ? 0 : 1), high);
    }
    if (!axes.worded()) return;
    for (int i = 0; i < of.bins().rows(); i++) {
      double middle = (axes.x().px(of.bins().at(i, 0)) + axes.x().px(of.bins().at(i, 1))) / 2,
          high = per * density(i, 3);
      if (of.bins().at(i, 2) > 0) EngineMark.draw(pen, theme, middle, Math.max(axes.topPx(), base - high),
          close ? 1.8 : 2.6, theme.accent());
    }
  }

  private void drawCurves(Pen pen, Theme theme, Axes axes) {
    int places = of.curve().cols();
    double per = perDensity(axes);
    double[] xs = new double[places], normal = new double[places], output = new double[places];
    for (int i = 0; i < places; i++) {
      xs[i] = axes.x().px(of.curve().at(0, i));
      normal[i] = axes.bottomPx() - per * of.curve().at(1, i);
      output[i] = axes.y().px(of.curve().at(2, i));
    }
    if (of.variance() > 0) {
      pen.stroke(theme.rival(), 2, Marks.SOLID);
      pen.polyline(xs, normal, places);
    }
    pen.stroke(theme.ink(), 1.6, Marks.SOLID);
    pen.polyline(xs, output, places);
    if (!axes.worded()) return;
    double end = output[places - 1], half = (axes.topPx() + axes.bottomPx()) / 2;
    pen.fill(theme.ink());
    pen.text(Words.of("claimensemble.normal.sigma"), axes.rightPx() - 4,
        end < half ? end + 1.5 * axes.textSize() : end - 7,
        new Type(Face.TEXT_BOLD, axes.textSize()), Align.RIGHT);
  }

  /// From the mean of z up to the curve and to the right, and the other averages at the right end.
  private void drawMeans(Pen pen, Theme theme, Axes axes) {
    double x = axes.x().px(of.meanZ()), off = axes.y().px(of.off()), right = axes.rightPx();
    pen.stroke(theme.ink(), 1.2, 2, 3);
    pen.line(x, axes.bottomPx(), x, off);
    pen.line(x, off, right, off);
    level(pen, axes, of.exact(), x, theme.accent(), 1.8, Marks.SOLID);
    level(pen, axes, of.probit(), right - 24, theme.rival(), 1.5, 5, 3);
    if (!showing.hidden()) level(pen, axes, of.integral(), right - 44, theme.rival(), 2, Marks.SOLID);
    EngineMark.draw(pen, theme, right, axes.y().px(of.drawn()), theme.accent());
    pen.fill(theme.ink());
    pen.polygon(new double[] {x, x + 6, x - 6}, new double[] {axes.bottomPx() + 1, axes.bottomPx() + 10,
        axes.bottomPx() + 10}, 3);
  }

  private static void level(Pen pen, Axes axes, double value, double from, int argb, double wide, double... dash) {
    pen.stroke(argb, wide, dash);
    pen.line(from, axes.y().px(value), axes.rightPx(), axes.y().px(value));
  }

  private void drawNames(Pen pen, Theme theme, Axes axes) {
    List<EndLabels.Label> names = new ArrayList<>();
    names.add(new EndLabels.Label(Words.of("claimensemble.normal.name.exact", four(of.exact())),
        axes.y().px(of.exact()), theme.accent(), true));
    if (!showing.hidden())
      names.add(new EndLabels.Label(Words.of("claimensemble.normal.name.integral", four(of.integral())),
          axes.y().px(of.integral()), theme.rivalText(), true));
    names.add(new EndLabels.Label(Words.of("claimensemble.normal.name.off", four(of.off())), axes.y().px(of.off()),
        theme.ink(), false));
    names.add(new EndLabels.Label(Words.of("claimensemble.normal.name.probit", four(of.probit())),
        axes.y().px(of.probit()), theme.rivalText(), false));
    EndLabels.draw(pen, theme, names, axes.rightPx(), axes);
  }

  /// The numbers that make z, as far as there is room for them.
  private List<Dragged> numbers(double width) {
    List<Dragged> numbers = new ArrayList<>();
    double baseline = HEAD + 10, left = 2 + TextMeasure.width(Words.of("claimensemble.normal.bias"), WORDS) + 4;
    numbers.add(number("b", 0, of.b(), left, baseline));
    left = numbers.getLast().right() + 14 + TextMeasure.width(Words.of("claimensemble.normal.terms"), WORDS) + 4;
    for (int i = 0; i < of.wx().size(); i++) {
      Dragged next = number("wx", i, of.wx().get(i), left, baseline);
      if (next.right() > width) break;
      numbers.add(next);
      left = next.right() + 9;
    }
    return numbers;
  }

  private static Dragged number(String control, int index, double value, double left, double baseline) {
    return new Dragged(control, index, Numbers.brief(value), left, baseline, NUMBER,
        Words.of("claimensemble.normal.told.number", control, index + 1, Numbers.brief(value)));
  }

  private void drawNumbers(Pen pen, Theme theme, double width) {
    List<Dragged> numbers = numbers(width);
    pen.fill(theme.muted());
    pen.text(Words.of("claimensemble.normal.bias"), 2, HEAD + 10, WORDS, Align.LEFT);
    pen.text(Words.of("claimensemble.normal.terms"), numbers.getFirst().right() + 14, HEAD + 10, WORDS, Align.LEFT);
    pen.fill(theme.ink());
    for (Dragged each : numbers) each.draw(pen, theme);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Axes axes = axes(width, height);
    if (numbered(width, height))
      for (Dragged each : numbers(width)) {
        Optional<Hit> hit = each.hit(x, y);
        if (hit.isPresent()) return hit;
      }
    if (!axes.contains(x, y)) return Optional.empty();
    double z = axes.x().data(x);
    for (int i = 0; i < of.bins().rows(); i++)
      if (z >= of.bins().at(i, 0) && z < of.bins().at(i, 1)) return Optional.of(new Hit.Place(z, axes.y().data(y),
          told(i)));
    return Optional.empty();
  }

  private String told(int bin) {
    return Words.of("claimensemble.normal.told.bin", Numbers.reading(of.bins().at(bin, 0)),
        Numbers.reading(of.bins().at(bin, 1)),
        Numbers.reading(of.bins().at(bin, 2)), Numbers.reading(of.bins().at(bin, 3)));
  }
}
