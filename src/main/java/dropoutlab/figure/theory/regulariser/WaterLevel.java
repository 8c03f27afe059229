package dropoutlab.figure.theory.regulariser;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.TextMeasure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.Dragged;
import dropoutlab.figure.theory.EngineMark;
import dropoutlab.figure.theory.GuessMark;
import dropoutlab.figure.theory.Heading;
import dropoutlab.figure.theory.Showing;
import dropoutlab.frame.bench.RegulariserPicture;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The singular values as posts in water: what stands above it is left. Before the answer is shown there is no water,
/// and a person sets the height that will be left.
record WaterLevel(RegulariserPicture.Equalise of, Showing showing) implements Figure {
  private static final Type SMALL = new Type(Face.TEXT, 11), BOLD = new Type(Face.TEXT_BOLD, 11.5),
      NUMBER = new Type(Face.NUMBER, 11), IN_BAR = new Type(Face.NUMBER_BOLD, 13), POST = new Type(Face.NUMBER, 11.5);
  private static final double FOOT = 24, GUESS_STEP = 10, LEAST_WIDTH = 200, TICK = 18;

  private record Layout(Scale y, double left, double right, double water, int count) {
    double slot() { return (right - left) / count; }

    double bar() { return Math.min(46, .62 * slot()); }

    /// The middle of a bar; its guess stands beside it.
    double x(int i) { return left + slot() * (i + .5) - 5; }

    double guessX(int i) { return x(i) + bar() / 2 + 9; }

    int index(double x) { return Math.clamp((long) ((x - left) / slot()), 0, count - 1); }
  }

  private double level() { return showing.hidden() ? 0 : of.level(); }

  private Layout layout(double width, double height) {
    double highest = of.s().stream().mapToDouble(s -> s).max().orElse(1);
    boolean worded = Axes.roomForWords(width, height);
    double top = worded ? Plot.HEAD + 22 : 2, bottom = worded ? height - FOOT : height - 2;
    double most = highest - level(), left = worded ? 36 : 2;
    for (int i = 0; i < of.s().size(); i++) if (showing.guessed(i) > most) most = showing.guessed(i);
    Scale y = Scale.linear(-level(), Math.max(most, .05), Math.max(top + 1, bottom), top);
    double right = Math.max(left + 1, worded ? left + Math.min(.72 * (width - left), 92 * of.s().size()) : width - 2);
    return new Layout(y, left, right, y.px(0), of.s().size());
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Layout at = layout(width, height);
    boolean worded = Axes.roomForWords(width, height);
    if (worded) {
      Heading.draw(pen, theme, 0, 12, width, Words.of("claimregulariser.level.water"), Words.of(showing.hidden()
          ? "claimregulariser.level.water_asked" : "claimregulariser.level.water_rest"));
      drawAxis(pen, theme, at);
    }
    if (!showing.hidden()) drawWater(pen, theme, at);
    for (int i = 0; i < at.count; i++) drawPost(pen, theme, at, i, worded);
    pen.stroke(theme.muted(), 1.2, Marks.SOLID);
    pen.line(at.left, at.y.px(-level()), at.right, at.y.px(-level()));
    for (int i = 0; i < at.count; i++) drawGuess(pen, theme, at, i);
    if (!worded) return;
    pen.fill(theme.ink());
    for (Dragged each : numbers(at, height)) each.draw(pen, theme);
    drawWords(pen, theme, at, width);
  }

  private void drawAxis(Pen pen, Theme theme, Layout at) {
    pen.fill(theme.muted());
    pen.text(Words.of("claimregulariser.level.left"), 0, Plot.HEAD + 10, SMALL, Align.LEFT);
    int most = Math.clamp((long) ((at.water - at.y.toPx()) / TICK), 2, 6);
    List<Double> ticks = Scale.linear(0, at.y.to(), at.water, at.y.toPx()).ticks(most);
    List<String> labels = at.y.labels(ticks);
    pen.stroke(theme.muted(), 1, Marks.SOLID);
    for (int i = 0; i < ticks.size(); i++) {
      double y = at.y.px(ticks.get(i));
      if (y < Plot.HEAD + 20) continue;
      pen.text(labels.get(i), at.left - 10, y + 4, NUMBER, Align.RIGHT);
      pen.line(at.left - 6, y, at.left - 1, y);
    }
    pen.text(Words.of("claimregulariser.level.s"), 0, at.y.fromPx() + 17, SMALL, Align.LEFT);
  }

  private void drawWater(Pen pen, Theme theme, Layout at) {
    pen.fill(theme.accentPale());
    pen.fillRect(at.left, at.water, at.right - at.left, at.y.fromPx() - at.water);
    pen.stroke(theme.accent(), 1.4, Marks.SOLID);
    pen.line(at.left, at.water, at.right, at.water);
  }

  private void drawPost(Pen pen, Theme theme, Layout at, int i, boolean worded) {
    double x = at.x(i), half = at.bar() / 2, top = at.y.px(of.s().get(i) - level()), bottom = at.y.px(-level());
    double left = of.left().get(i);
    if (!showing.hidden() && left > 0) {
      pen.fill(theme.accent());
      pen.fillRect(x - half, at.y.px(left), 2 * half, at.water - at.y.px(left));
      if (worded && at.water - at.y.px(left) > 17) {
        pen.fill(Palette.inkOn(theme, theme.accent()));
        pen.text(Numbers.brief(left), x, (at.water + at.y.px(left)) / 2 + 5, IN_BAR, Align.CENTRE);
      }
    }
    pen.stroke(Palette.mix(theme.accentMid(), theme.muted(), .3), 1, 3, 2.5);
    pen.strokeRect(x - half, top, 2 * half, bottom - top);
    if (showing.hidden()) return;
    if (left == 0) {
      pen.stroke(theme.muted(), 1.2, Marks.SOLID);
      if (bottom - top > 6) Marks.cross(pen, x, (top + bottom) / 2, Math.min(4, (bottom - top) / 3));
    }
    EngineMark.draw(pen, theme, x, at.y.px(of.learnt().get(i)), theme.ink());
  }

  private void drawGuess(Pen pen, Theme theme, Layout at, int i) {
    double guess = showing.guessed(i);
    if (Double.isFinite(guess)) GuessMark.draw(pen, at.guessX(i), at.y.px(guess), theme);
    if (showing.next() == i)
      GuessMark.ring(pen, at.guessX(i), at.y.px(Double.isFinite(guess) ? guess : of.s().get(i) - level()), theme);
  }

  /// The singular values under the posts, which can be dragged.
  private List<Dragged> numbers(Layout at, double height) {
    List<Dragged> numbers = new ArrayList<>();
    for (int i = 0; i < at.count; i++) {
      String shown = Numbers.brief(of.s().get(i));
      numbers.add(new Dragged("s", i, shown, at.x(i) - TextMeasure.width(shown, POST) / 2, height - FOOT + 17, POST,
          Words.of("claimregulariser.drag")));
    }
    return numbers;
  }

  private void drawWords(Pen pen, Theme theme, Layout at, double width) {
    double room = width - at.right - 8;
    if (showing.hidden()) {
      pen.fill(theme.ink());
      String next = Words.of("claimregulariser.next");
      if (showing.next() >= 0 && pen.textWidth(next, SMALL) <= width - at.x(1))
        pen.text(next, Math.min(at.x(1), width - pen.textWidth(next, SMALL)), Plot.HEAD + 10, SMALL, Align.LEFT);
      return;
    }
    pen.fill(theme.accent());
    String level = Words.of("claimregulariser.level.t", Numbers.fixed(of.level(), 3));
    if (pen.textWidth(level, BOLD) <= room) pen.text(level, at.right + 6, at.water + 4, BOLD, Align.LEFT);
    drawSum(pen, theme, at, width);
  }

  /// By hand: what stands above the water, and what each unit carries of it. Above the low posts, where there is room.
  private void drawSum(Pen pen, Theme theme, Layout at, double width) {
    List<String> lines = sum();
    double x = at.x(Math.min(2, at.count - 1)) - at.bar() / 2, top = Plot.HEAD + 26, y = top + 38;
    if (width < LEAST_WIDTH || x + TextMeasure.widest(lines, BOLD) > width || free(at, 2) < top + 24) return;
    pen.fill(theme.ink());
    for (int i = 0; i < lines.size(); i++) pen.text(lines.get(i), x, top + 16 * i, BOLD, Align.LEFT);
    if (free(at, 2) > y + 8) drawKey(pen, theme, x, y);
  }

  private List<String> sum() {
    String sum = Numbers.brief(of.load() * of.units());
    if (of.p() == 0) return List.of(Words.of("claimregulariser.level.none"),
        Words.of("claimregulariser.level.unlevelled"));
    List<String> parts = of.left().stream().filter(left -> left > 0).map(Numbers::brief).toList();
    String first = parts.size() == 1 ? Words.of("claimregulariser.level.sum_one", sum)
        : Words.of("claimregulariser.level.sum", String.join(Words.of("claimregulariser.level.plus"), parts), sum);
    return List.of(first, Words.of("claimregulariser.level.carries", of.units(), sum, Numbers.brief(of.load())));
  }

  private void drawKey(Pen pen, Theme theme, double left, double y) {
    double next = left;
    if (!showing.guess().isEmpty()) {
      String guess = Words.of("claimregulariser.guess");
      GuessMark.draw(pen, left + 5, y - 4, 5, theme);
      pen.fill(theme.muted());
      pen.text(guess, left + 15, y, SMALL, Align.LEFT);
      next = left + 25 + pen.textWidth(guess, SMALL);
    }
    EngineMark.draw(pen, theme, next + 4, y - 4, theme.ink());
    pen.fill(theme.muted());
    pen.text(Words.of("claimregulariser.engine"), next + 12, y, SMALL, Align.LEFT);
  }

  /// How far down nothing is drawn from a post on.
  private double free(Layout at, int from) {
    double highest = at.y.px(0);
    for (int i = from; i < at.count; i++)
      highest = Math.min(highest, Math.min(at.y.px(of.s().get(i) - level()),
          Double.isFinite(showing.guessed(i)) ? at.y.px(showing.guessed(i)) - GUESS_STEP : highest));
    return highest - GUESS_STEP;
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    if (!Axes.roomForWords(width, height)) return Optional.empty();
    Layout at = layout(width, height);
    Optional<Hit> number = numbers(at, height).stream().flatMap(each -> each.hit(x, y).stream()).findFirst();
    if (number.isPresent() || x < at.left || x > at.right || y < at.y.toPx() - GUESS_STEP || y > at.y.fromPx() + 4)
      return number;
    int i = at.index(x);
    if (showing.hidden()) {
      double value = Math.clamp(Math.rint(10 * at.y.data(y)) / 10, 0, at.y.to());
      return Optional.of(new Hit.Guess(i, value, Words.of("claimregulariser.level.guess_hit", Numbers.brief(value),
          Numbers.brief(of.s().get(i)))));
    }
    return Optional.of(new Hit.Place(i, of.left().get(i), Words.of("claimregulariser.level.post_hit",
        Numbers.brief(of.s().get(i)),
        Numbers.fixed(of.left().get(i), 6), Numbers.fixed(of.learnt().get(i), 6))));
  }
}
