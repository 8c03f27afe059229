package dropoutlab.figure.theory.features;

import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.BenchFigure;
import dropoutlab.figure.theory.Dragged;
import dropoutlab.figure.theory.GuessMark;
import dropoutlab.figure.theory.Showing;
import dropoutlab.figure.theory.Told;
import dropoutlab.frame.bench.FeaturesPicture.TakenAway;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Wrong answers against units taken away: the twin's curve with its best and worst choice of units, and that of the
/// network with dropout, which a person draws first. On digits the units stand beside it as pictures.
record TakenAwayFigure(TakenAway of, Showing showing) implements BenchFigure {
  private static final double UNITS = 250, WITH_UNITS = 640;

  private double plotRight(double width) { return of.digits() && width >= WITH_UNITS ? width - UNITS : width; }

  private TakenTitle title(double width) { return new TakenTitle(of, plotRight(width) - 4); }

  @Override public Told told() { return new TakenTold(of, showing); }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    TakenPlot plot = TakenPlot.in(of, plotRight(width), height);
    title(width).draw(pen, theme);
    if (width < 120 || height < 100) {
      plot.drawCurve(pen, theme, of.shown().twin(), false);
      return;
    }
    plot.drawBand(pen, of.shown().twin(), Palette.mix(theme.card(), theme.muted(), .1));
    if (!showing.hidden()) plot.drawBand(pen, of.shown().own(), Palette.withAlpha(theme.accent(), .1));
    plot.drawAxes(pen, theme);
    if (showing.next() >= 0) drawNext(pen, theme, plot);
    if (!showing.hidden()) plot.drawSeeds(pen, theme);
    plot.drawCurve(pen, theme, of.shown().twin(), false);
    if (!showing.hidden()) plot.drawCurve(pen, theme, of.shown().own(), true);
    drawGuess(pen, theme, plot);
    drawNames(pen, theme, plot);
    units(width, height).ifPresent(at -> at.draw(pen, new TakenUnits(of, showing.hidden()), theme));
  }

  private Optional<Inset> units(double width, double height) {
    return of.digits() && width >= WITH_UNITS ? Optional.of(new Inset(width - UNITS + 14, 0, UNITS - 16, height))
        : Optional.empty();
  }

  /// The places that are still to be guessed.
  private void drawNext(Pen pen, Theme theme, TakenPlot plot) {
    pen.stroke(theme.faint(), 1, 1, 3);
    for (int k = showing.next(); k <= of.units(); k++)
      pen.line(plot.x().px(k), plot.room().top(), plot.x().px(k), plot.room().bottom());
  }

  private double[] guessed(TakenPlot plot) {
    return IntStream.rangeClosed(0, of.units())
        .mapToDouble(k -> plot.y().px(Math.min(showing.guessed(k), plot.y().to())))
        .toArray();
  }

  private void drawGuess(Pen pen, Theme theme, TakenPlot plot) {
    double[] xs = plot.xs(), ys = guessed(plot);
    pen.stroke(theme.ink(), 1.4, 1.5, 3);
    for (int k = 1; k < xs.length; k++)
      if (Double.isFinite(ys[k - 1] + ys[k])) pen.line(xs[k - 1], ys[k - 1], xs[k], ys[k]);
    for (int k = 0; k < xs.length; k++) GuessMark.draw(pen, xs[k], ys[k], theme);
    if (showing.next() >= 0 && showing.next() < xs.length)
      GuessMark.ring(pen, xs[showing.next()], nextY(plot, ys), theme);
  }

  /// Where the ring of the next place lies: at its guess, or at the one before, or at the twin.
  private double nextY(TakenPlot plot, double[] guessed) {
    int next = showing.next();
    if (Double.isFinite(guessed[next])) return guessed[next];
    return next > 0 && Double.isFinite(guessed[next - 1]) ? guessed[next - 1]
        : plot.y().px(of.shown().twin().exact().get(next));
  }

  private record Written(CurveNames.Name name, Ink ink) {
    /// The drop rate beside its curve, to be dragged.
    Dragged rate() {
      return new Dragged("p", 0, name.text(), name.left(), name.baseline(), name.type(),
          Words.of("claimfeatures.taken.drag"));
    }
  }

  private enum Ink { MUTED, INK, RATE }

  private void drawNames(Pen pen, Theme theme, TakenPlot plot) {
    for (Written each : names(plot)) {
      pen.fill(switch (each.ink) {
        case MUTED -> theme.muted();
        case INK -> theme.ink();
        case RATE -> theme.accent();
      });
      if (each.ink == Ink.RATE) each.rate().draw(pen, theme);
      else pen.text(each.name.text(), each.name.left(), each.name.baseline(), each.name.type(), Align.LEFT);
    }
    drawEnd(pen, theme, plot);
  }

  /// What is left when all units are gone: the biases alone.
  private void drawEnd(Pen pen, Theme theme, TakenPlot plot) {
    if (plot.narrow()) return;
    pen.fill(theme.muted());
    pen.text(Words.of(of.digits() ? "claimfeatures.taken.one_class" : "claimfeatures.taken.coin"), plot.x().toPx() + 20,
        plot.y().px(of.shown().twin().exact().getLast()) + 4, new Type(Face.TEXT, plot.size() - .5), Align.LEFT);
  }

  private List<Written> names(TakenPlot plot) {
    CurveNames names = new CurveNames(plot.room());
    TakenAway.Errors own = of.shown().own(), twin = of.shown().twin();
    double[] xs = plot.xs(), twinYs = plot.ys(twin.exact()), ownYs = plot.ys(own.exact()), guessed = guessed(plot);
    names.line(xs, twinYs);
    if (!showing.hidden()) names.line(xs, ownYs);
    if (!showing.hidden()) plot.seeds().forEach(names::box);
    names.line(xs, guessed);
    List<Written> written = new ArrayList<>();
    int middle = of.units() / 2;
    boolean above = twin.exact().get(middle) >= own.exact().get(middle) || showing.hidden();
    if (!showing.hidden()) add(written, ownName(plot, names), Ink.RATE);
    if (showing.next() >= 0)
      add(written, names.at(Words.of("claimfeatures.next"), Face.TEXT_MEDIUM, plot.size() - .5, xs[showing.next()],
          nextY(plot, guessed), 2.2 * GuessMark.RADIUS), Ink.INK);
    add(written, names.beside(Words.of("claimfeatures.taken.twin_name"), Face.TEXT, plot.size() - .5, xs, twinYs,
        above),
        Ink.MUTED);
    if (Double.isFinite(guessed[0]))
      add(written, names.at(Words.of("claimfeatures.taken.yours", Shown.dropRate(of.p())), Face.TEXT_MEDIUM,
          plot.size() - .5, xs[0], guessed[0], GuessMark.RADIUS), Ink.INK);
    if (!of.worst()) add(written, names.beside(Words.of("claimfeatures.taken.band"), Face.TEXT, plot.size() - .5, xs,
        plot.ys(twin.worst()), false), Ink.MUTED);
    if (!showing.hidden())
      add(written, names.beside(Words.of("claimfeatures.taken.others", of.seeds().size() - 1), Face.TEXT,
        plot.size() - 1, xs, ownYs, false), Ink.MUTED);
    return written;
  }

  private static void add(List<Written> to, Optional<CurveNames.Name> name, Ink ink) {
    name.ifPresent(found -> to.add(new Written(found, ink)));
  }

  private Optional<CurveNames.Name> ownName(TakenPlot plot, CurveNames names) {
    int middle = of.units() / 2;
    boolean above = of.shown().own().exact().get(middle) > of.shown().twin().exact().get(middle);
    return names.beside(Shown.dropRate(of.p()), Face.NUMBER_BOLD, plot.size(), plot.xs(),
        plot.ys(of.shown().own().exact()), above);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    TakenPlot plot = TakenPlot.in(of, plotRight(width), height);
    Optional<Inset> units = units(width, height).filter(at -> at.contains(x, y));
    if (units.isPresent()) return units.get().hit(new TakenUnits(of, showing.hidden()), x, y);
    Optional<Hit> rate = names(plot).stream().filter(each -> each.ink == Ink.RATE).findFirst()
        .flatMap(each -> each.rate().hit(x, y));
    if (rate.isPresent()) return rate;
    Optional<Hit> number = title(width).units().flatMap(dragged -> dragged.hit(x, y));
    if (number.isPresent()) return number;
    double reach = (plot.x().toPx() - plot.x().fromPx()) / of.units() / 2;
    boolean on = x > plot.x().fromPx() - Math.min(reach, 20) && x < plot.x().toPx() + Math.min(reach, 20)
        && y >= plot.room().top() - 6 && y <= plot.room().bottom() + 6;
    if (!on) return Optional.empty();
    int k = plot.nearest(x);
    if (!showing.hidden()) return Optional.of(new Hit.Place(k, plot.y().data(y), told(k)));
    double share = Math.clamp(Math.rint(plot.y().data(y) / TakenAway.STEP) * TakenAway.STEP, 0, 1);
    return Optional.of(new Hit.Guess(k, share, Words.of("claimfeatures.taken.guess", k, of.units(),
        Shown.percent(share, 1))));
  }

  private String told(int k) {
    TakenAway.Errors own = of.shown().own(), twin = of.shown().twin();
    return Words.of("claimfeatures.taken.told", k, of.units(), Shown.dropRate(of.p()),
        Shown.percent(own.exact().get(k), 1),
        Shown.percent(own.engine().get(k), 1), Shown.percent(own.best().get(k), 1),
        Shown.percent(own.worst().get(k), 1),
        Shown.percent(twin.exact().get(k), 1), Shown.percent(twin.engine().get(k), 1),
        Shown.percent(twin.best().get(k), 1),
        Shown.percent(twin.worst().get(k), 1));
  }
}
