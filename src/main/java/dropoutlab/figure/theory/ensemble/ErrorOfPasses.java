package dropoutlab.figure.theory.ensemble;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.EndLabels;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Span;
import dropoutlab.figure.plot.TextMeasure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.Dragged;
import dropoutlab.figure.theory.EngineMark;
import dropoutlab.figure.theory.Showing;
import dropoutlab.figure.theory.VerdictGlyph;
import dropoutlab.frame.bench.EnsemblePicture.Committees;
import dropoutlab.frame.bench.EnsemblePicture.Errors;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;

/// An error of the average of k passes against k: the engine's committees with their spread, masks off, and what is known
/// exactly.
///
/// @param all   the exact error of the average of all networks; NaN where it is not drawn
/// @param per   what of it falls as 1/k; NaN where only k = 1 is known
/// @param one   the exact error of one network
/// @param scale of the numbers that are drawn: 100 for per cent
/// @param told  how a number is written
/// @param match whether the number of passes that match masks off is told
record ErrorOfPasses(Committees of, Errors errors, Showing showing, double all, double per, double one, double scale,
                     DoubleFunction<String> told, boolean match) implements Figure {
  private static final int STEPS = 60;
  /// Of what is drawn, as a share of it.
  private static final double LEAST_RANGE = .02;
  /// From this width on lines are named at their ends.
  private static final double NAMED = 340;

  static ErrorOfPasses squares(Committees of, Showing showing) {
    return new ErrorOfPasses(of, of.squares(), showing, of.average(), of.spread(), of.average() + of.spread(), 1,
        value -> Numbers.fixed(value, 4), true);
  }

  static ErrorOfPasses wrong(Committees of, Showing showing) {
    return new ErrorOfPasses(of, of.wrong(), showing, Double.NaN, Double.NaN, of.one(), 100,
        value -> Words.of("words.percent", Numbers.fixed(value, 1)), false);
  }

  private double most() { return errors.passes().get(errors.passes().cols() - 1); }

  private double mean(int i) { return scale * errors.mean().get(i); }

  private double sd(int i) { return scale * errors.sd().get(i); }

  /// As wide as those of the other error, so that both stand below each other.
  private Axes axes(double width, double height) {
    Axes own = freeAxes(width, height), other = (match ? wrong(of, showing) : squares(of, showing)).freeAxes(width, height);
    return own.withX(own.x().at(Math.max(own.leftPx(), other.leftPx()), Math.min(own.rightPx(), other.rightPx())));
  }

  private Axes freeAxes(double width, double height) {
    Span span = new Span().add(scale * errors.off()).add(scale * all).add(scale * one);
    for (int i = 0; i < errors.passes().cols(); i++) span.add(mean(i) + sd(i)).add(mean(i) - sd(i));
    // Where nothing is random, rounding must not fill the plot.
    double least = LEAST_RANGE * scale * errors.off();
    if (span.length() < least) span.add(span.max() + least).add(span.min() - least);
    double room = width < NAMED ? 0 : EndLabels.room(names(), Axes.textSize(width, height));
    return Axes.layOut(new Scale(true, 1, most(), 0, 1), span.scale(.06), Words.of("claimensemble.passes.k"), "", width, height, room);
  }

  private List<String> names() {
    List<String> names = new ArrayList<>(List.of(Words.of("claimensemble.wall.off.says", told.apply(scale * errors.off()))));
    if (Double.isFinite(all)) names.add(Words.of("claimensemble.passes.all", told.apply(scale * all)));
    return names;
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Axes axes = axes(width, height);
    axes.draw(pen, theme);
    double off = axes.y().px(scale * errors.off());
    if (!showing.hidden()) drawBand(pen, theme, axes);
    pen.stroke(theme.ink(), 1.4, 1.5, 2.5);
    pen.line(axes.leftPx(), off, axes.rightPx(), off);
    if (!showing.hidden()) {
      drawExact(pen, theme, axes);
      drawNow(pen, theme, axes);
    }
    pen.fill(theme.accent());
    if (showing.hidden() || !Double.isFinite(all)) pen.fillOval(axes.x().px(1), axes.y().px(scale * one), 4.6);
    int shown = showing.hidden() ? 1 : errors.passes().cols();
    for (int i = 0; i < shown; i++)
      EngineMark.draw(pen, theme, axes.x().px(errors.passes().get(i)), axes.y().px(mean(i)), theme.accent());
    if (axes.worded()) drawWords(pen, theme, axes, off, width);
  }

  private void drawBand(Pen pen, Theme theme, Axes axes) {
    int n = errors.passes().cols();
    double[] xs = new double[2 * n], ys = new double[2 * n];
    for (int i = 0; i < n; i++) {
      xs[i] = xs[2 * n - 1 - i] = axes.x().px(errors.passes().get(i));
      ys[i] = axes.y().px(mean(i) + sd(i));
      ys[2 * n - 1 - i] = axes.y().px(mean(i) - sd(i));
    }
    pen.fill(Palette.withAlpha(theme.accent(), .13));
    pen.polygon(xs, ys, 2 * n);
  }

  private double exact(double k) { return scale * (all + per / k); }

  private void drawExact(Pen pen, Theme theme, Axes axes) {
    if (!Double.isFinite(all)) return;
    pen.stroke(theme.faint(), 1.2, 5, 3);
    pen.line(axes.leftPx(), axes.y().px(scale * all), axes.rightPx(), axes.y().px(scale * all));
    double[] xs = new double[STEPS + 1], ys = new double[STEPS + 1];
    for (int i = 0; i <= STEPS; i++) {
      double k = StrictMath.pow(most(), (double) i / STEPS);
      xs[i] = axes.x().px(k);
      ys[i] = axes.y().px(exact(k));
    }
    pen.stroke(theme.accent(), 2, Marks.SOLID);
    pen.polyline(xs, ys, STEPS + 1);
  }

  /// Where the passes are averaged now, and where their error is that of masks off.
  private void drawNow(Pen pen, Theme theme, Axes axes) {
    double now = axes.x().px(of.k());
    pen.stroke(theme.accentMid(), 1, 2, 2);
    pen.line(now, axes.topPx(), now, axes.bottomPx());
    if (!match || !(of.matches() <= most()) || of.spread() == 0) return;
    double x = axes.x().px(of.matches()), y = axes.y().px(exact(of.matches()));
    pen.stroke(theme.ink(), 1.2, 1.5, 2.5);
    pen.line(x, y, x, axes.bottomPx());
    pen.fill(theme.ink());
    pen.polygon(new double[] {x - 5, x + 5, x}, new double[] {axes.bottomPx(), axes.bottomPx(), axes.bottomPx() - 8}, 3);
  }

  private void drawWords(Pen pen, Theme theme, Axes axes, double off, double width) {
    Type plain = new Type(Face.TEXT, axes.textSize()), bold = new Type(Face.TEXT_BOLD, axes.textSize());
    if (width >= NAMED) {
      List<String> names = names();
      List<EndLabels.Label> labels = new ArrayList<>(List.of(new EndLabels.Label(names.getFirst(), off, theme.ink(), false)));
      if (names.size() > 1 && !showing.hidden())
        labels.add(new EndLabels.Label(names.getLast(), axes.y().px(scale * all), theme.muted(), false));
      EndLabels.draw(pen, theme, labels, axes.rightPx(), axes);
    }
    if (showing.hidden()) {
      VerdictGlyph.YOUR_TURN.draw(pen, (axes.leftPx() + axes.rightPx()) / 2, (axes.topPx() + axes.bottomPx()) / 2, 20, theme);
      return;
    }
    Dragged now = now(axes);
    pen.fill(theme.accent());
    pen.text(Words.of("claimensemble.passes.now"), now.left() - 4, now.baseline(), plain, Align.RIGHT);
    now.draw(pen, theme);
    if (match) drawMatch(pen, theme, axes, bold);
  }

  /// k beside its line.
  private Dragged now(Axes axes) {
    Type number = new Type(Face.NUMBER_BOLD, axes.textSize());
    String k = Numbers.count(of.k());
    double x = axes.x().px(of.k()), name = TextMeasure.width(Words.of("claimensemble.passes.now"), new Type(Face.TEXT, axes.textSize())) + 4,
        wide = name + TextMeasure.width(k, number), left = x + 6 + wide > axes.rightPx() ? x - 6 - wide : x + 6;
    return new Dragged("k", 0, k, left + name, axes.topPx() + 10, number, Words.count("claimensemble.passes", of.k()));
  }

  private void drawMatch(Pen pen, Theme theme, Axes axes, Type type) {
    boolean matches = of.matches() <= most();
    String count = Numbers.count(Math.ceil(of.matches()));
    double x = axes.x().px(of.matches()) + 8, y = matches ? axes.bottomPx() - 6 : axes.topPx() + 26;
    String text = matches ? Fit.firstThatFits(pen, type, axes.rightPx() - x, Words.count("claimensemble.passes.match", (long) Math.ceil(of.matches())),
        Words.of("claimensemble.passes.match.brief", count))
        : Double.isInfinite(of.matches()) ? Words.of("claimensemble.passes.match.never") : Words.of("claimensemble.passes.match.more", count);
    double wide = pen.textWidth(text, type), left = matches ? x : axes.rightPx() - wide - 4;
    pen.fill(Palette.withAlpha(theme.card(), .8));
    pen.fillRect(left - 2, y - 11, wide + 4, 15);
    pen.fill(theme.ink());
    pen.text(text, left, y, type, Align.LEFT);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Axes axes = axes(width, height);
    if (!axes.contains(x, y)) return Optional.empty();
    double k = Math.clamp(Math.rint(axes.x().data(x)), 1, most());
    if (showing.hidden()) return Optional.empty();
    Optional<Hit> now = now(axes).hit(x, y);
    if (now.isPresent()) return now;
    int near = 0;
    for (int i = 1; i < errors.passes().cols(); i++)
      if (Math.abs(errors.passes().get(i) - k) < Math.abs(errors.passes().get(near) - k)) near = i;
    String engine = Words.of("claimensemble.passes.told", Numbers.count(errors.passes().get(near)), told.apply(mean(near)), told.apply(sd(near)));
    String text = Double.isFinite(all) ? Words.of("claimensemble.passes.told.exact", Numbers.count(k), told.apply(exact(k))) + "\n" + engine : engine;
    return Optional.of(new Hit.Setting("k", List.of(k), text));
  }
}
