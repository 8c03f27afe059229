package dropoutlab.figure.theory.features;

import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.BenchFigure;
import dropoutlab.figure.theory.EngineMark;
import dropoutlab.figure.theory.GuessMark;
import dropoutlab.figure.theory.Heading;
import dropoutlab.figure.theory.Showing;
import dropoutlab.figure.theory.Told;
import dropoutlab.frame.bench.FeaturesPicture.Information;
import dropoutlab.frame.bench.FeaturesPicture.Information.Coded;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Bits that pass against p, for three ways to tell them: exact lines, the engine's estimates on them, and between the
/// two the estimator's bias; beside it one mask and what it leaves of each message.
record InformationFigure(Information of, Showing showing) implements BenchFigure {
  private static final double LEFT = 40, TOP = 36, BELOW = 30, BESIDE = 250, WITH_MASK = 640;

  private boolean withMask(double width, double height) { return width >= WITH_MASK && height >= 230; }

  private Inset room(double width, double height) {
    double right = (withMask(width, height) ? width - BESIDE : width) - 34;
    return new Inset(LEFT, TOP, right - LEFT, Math.max(20, height - TOP - BELOW));
  }

  private static Scale x(Inset room) { return Scale.linear(0, 1, room.left(), room.right()); }

  private static Scale y(Inset room) { return Scale.linear(0, 1, room.bottom(), room.top()); }

  private boolean isHidden(int code) { return showing.hidden() && code == of.code(); }

  @Override public Told told() { return new InformationTold(of, showing); }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Inset room = room(width, height);
    Heading.draw(pen, theme, 2, 14, room.right() - 2, Words.of("claimfeatures.bits.title"),
        Words.of("claimfeatures.bits.title_rest", Numbers.count(of.samples())),
        Words.of("claimfeatures.bits.title_brief"));
    if (width >= 120 && height >= 100) drawAxes(pen, theme, room);
    for (int code = 0; code < of.coded().size(); code++) if (!isHidden(code)) drawBias(pen, theme, room, code);
    for (int code = 0; code < of.coded().size(); code++) if (!isHidden(code)) drawCode(pen, theme, room, code);
    if (width < 120 || height < 100) return;
    drawAsked(pen, theme, room);
    drawNames(pen, theme, room);
    if (withMask(width, height)) mask(width, height).draw(pen, new MaskedCodes(of), theme);
  }

  private static Inset mask(double width, double height) {
    return new Inset(width - BESIDE + 16, 0, BESIDE - 18, height);
  }

  private void drawAxes(Pen pen, Theme theme, Inset room) {
    Type number = new Type(Face.NUMBER, 11), words = new Type(Face.TEXT, 11.5);
    for (int i = 0; i <= 4; i++) {
      double line = Math.round(y(room).px(i / 4.0)) + .5;
      pen.stroke(theme.line(), 1, Marks.SOLID);
      pen.line(room.left(), line, room.right(), line);
      pen.fill(theme.muted());
      pen.text(Numbers.brief(i / 4.0), room.left() - 7, line + 3.5, number, Align.RIGHT);
      if (Math.abs(i / 4.0 - of.p()) > .06)
        pen.text(tick(i), x(room).px(i / 4.0), room.bottom() + 16, number, Align.CENTRE);
    }
    pen.text(Words.of("claimfeatures.bits.x"), room.right() + 16, room.bottom() + 16, words, Align.LEFT);
    pen.fill(theme.accent());
    pen.text(Shown.briefRate(of.p()), x(room).px(of.p()), room.bottom() + 16, new Type(Face.NUMBER_BOLD, 11),
        Align.CENTRE);
    pen.stroke(theme.accent(), 1, 1.5, 3);
    pen.line(x(room).px(of.p()), room.top(), x(room).px(of.p()), room.bottom());
  }

  private static String tick(int quarter) {
    return quarter % 4 == 0 ? Numbers.count(quarter / 4) : Shown.briefRate(quarter / 4.0);
  }

  /// Copies are what dropout leaves; the parity competes; bits of their own lie between.
  private static int ink(Theme theme, int code) {
    return code == 0 ? theme.accent() : code == 1 ? theme.rivalText() : theme.muted();
  }

  private static double[] dash(int code) {
    return code == 0 ? Marks.SOLID : code == 1 ? new double[] {7, 3} : new double[] {2, 3};
  }

  private double[] xs(Inset room) {
    return IntStream.rangeClosed(0, Information.STEPS).mapToDouble(i -> x(room).px(Information.p(i))).toArray();
  }

  private static double[] ys(Inset room, List<Double> bits) {
    return bits.stream().mapToDouble(each -> y(room).px(Math.clamp(each, 0, 1))).toArray();
  }

  private void drawBias(Pen pen, Theme theme, Inset room, int code) {
    double[] xs = xs(room), exact = ys(room, of.coded().get(code).exact()),
        high = ys(room, of.coded().get(code).expected());
    int n = xs.length;
    double[] px = new double[2 * n], py = new double[2 * n];
    for (int i = 0; i < n; i++) {
      px[i] = px[2 * n - 1 - i] = xs[i];
      py[i] = high[i];
      py[2 * n - 1 - i] = exact[i];
    }
    pen.fill(Palette.withAlpha(ink(theme, code), .16));
    pen.polygon(px, py, 2 * n);
  }

  private void drawCode(Pen pen, Theme theme, Inset room, int code) {
    Coded coded = of.coded().get(code);
    pen.stroke(ink(theme, code), code == of.code() ? 2.6 : 1.8, dash(code));
    pen.polyline(xs(room), ys(room, coded.exact()), Information.STEPS + 1);
    for (int i = 0; i < of.grid().size(); i++)
      if (of.grid().get(i) != of.p()) drawEngine(pen, theme, room, of.grid().get(i), coded.engine().get(i), code);
    drawEngine(pen, theme, room, of.p(), coded.estimate(), code);
  }

  private static void drawEngine(Pen pen, Theme theme, Inset room, double p, double bits, int code) {
    EngineMark.draw(pen, theme, x(room).px(p), y(room).px(Math.clamp(bits, 0, 1)), ink(theme, code));
  }

  /// The guess, and the question mark at the top of the line on which the answer lies.
  private void drawAsked(Pen pen, Theme theme, Inset room) {
    double at = x(room).px(of.p()), guess = y(room).px(Math.clamp(showing.guessed(0), 0, 1));
    if (showing.hidden()) {
      pen.fill(theme.accent());
      pen.text(Words.of("claimfeatures.unknown"), at, room.top() - 5, new Type(Face.NUMBER_BOLD, 13), Align.CENTRE);
    }
    GuessMark.draw(pen, at, guess, theme);
    if (showing.next() == 0 && Double.isFinite(guess)) GuessMark.ring(pen, at, guess, theme);
  }

  private void drawNames(Pen pen, Theme theme, Inset room) {
    CurveNames names = new CurveNames(room);
    double at = x(room).px(of.p()), guess = y(room).px(Math.clamp(showing.guessed(0), 0, 1));
    names.line(new double[] {at, at}, new double[] {room.top(), room.bottom()});
    if (Double.isFinite(guess)) names.box(new Inset(at - 8, guess - 8, 16, 16));
    for (int code = 0; code < 3; code++) if (!isHidden(code)) keepOff(names, room, of.coded().get(code));
    for (int code = 0; code < 3; code++) {
      if (isHidden(code)) continue;
      double[] ys = ys(room, of.coded().get(code).exact());
      pen.fill(ink(theme, code));
      names.beside(name(code), Face.TEXT_BOLD, 11.5, xs(room), ys, code != 1).ifPresent(name ->
          pen.text(name.text(), name.left(), name.baseline(), name.type(), Align.LEFT));
      Coded coded = of.coded().get(code);
      names.at(Numbers.fixed(coded.bits(), 3), Face.NUMBER_BOLD, 11.5, at, y(room).px(coded.bits()), 4)
          .ifPresent(name ->
          pen.text(name.text(), name.left(), name.baseline(), name.type(), Align.LEFT));
    }
  }

  private void keepOff(CurveNames names, Inset room, Coded coded) {
    names.line(xs(room), ys(room, coded.exact()));
    for (int i = 0; i < of.grid().size(); i++)
      names.box(new Inset(x(room).px(of.grid().get(i)) - 4, y(room).px(Math.clamp(coded.engine().get(i), 0, 1)) - 4,
          8, 8));
  }

  private String name(int code) {
    return switch (code) {
      case 0 -> Words.of("claimfeatures.bits.name_copy", of.units());
      case 1 -> Words.of("claimfeatures.bits.name_parity", of.units());
      default -> Words.of("claimfeatures.bits.name_own");
    };
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    if (withMask(width, height) && mask(width, height).contains(x, y))
      return mask(width, height).hit(new MaskedCodes(of), x, y);
    Inset room = room(width, height);
    if (!new Inset(room.left(), room.top(), room.width() + 1, room.height() + BELOW).contains(x, y))
      return Optional.empty();
    double p = Math.clamp(Math.rint(100 * x(room).data(x)) / 100, 0, .95);
    int point = (int) Math.rint(p * Information.STEPS);
    return Optional.of(new Hit.Setting("p", List.of(p), Words.of("claimfeatures.bits.told",
        Shown.dropRate(Information.p(point)),
        told(0, point), told(1, point), told(2, point))));
  }

  private String told(int code, int point) {
    return isHidden(code) ? Words.of("claimfeatures.unknown")
        : Numbers.fixed(of.coded().get(code).exact().get(point), 4);
  }
}
