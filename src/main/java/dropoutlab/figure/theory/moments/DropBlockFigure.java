package dropoutlab.figure.theory.moments;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.BenchFigure;
import dropoutlab.figure.theory.GuessMark;
import dropoutlab.figure.theory.Heading;
import dropoutlab.figure.theory.Showing;
import dropoutlab.figure.theory.SidesPlot;
import dropoutlab.figure.theory.Told;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.bench.MomentsPicture.DropBlock;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;

/// What DropBlock drops of each cell of a map, exactly and by the engine, beside the last masks; below it the rate
/// against the number of blocks that reach a cell, and against p.
record DropBlockFigure(DropBlock of, Showing showing) implements BenchFigure {
  private static final Type WORDS = new Type(Face.TEXT, 11), BOLD = new Type(Face.TEXT_BOLD, 14);
  /// A gap of so many standard errors has the full colour.
  private static final double MOST_SES = 4;

  @Override public Told told() { return new BlockTold(of, showing); }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    BlockLayout at = BlockLayout.of(width, height);
    drawMap(pen, at.exact(), theme, map(of.exact(), theme), at);
    if (at.single()) return;
    Heading.draw(pen, theme, at.exact().left(), at.title(), at.exact().width(), Words.of("claimmoments.block.exact"),
        Words.of("claimmoments.block.exact.rest"));
    Heading.draw(pen, theme, at.engine().left(), at.title(), at.engine().width(),
        Words.of(showing.gap() ? "claimmoments.block.gap" : "claimmoments.block.engine"),
        Words.count("claimmoments.masks", of.drawn(), Numbers.count(of.drawn())));
    drawMap(pen, at.engine(), theme, showing.gap() ? gap(theme) : map(of.engine(), theme), at);
    if (at.large()) {
      BlockBar.of(of, at.bar(), most()).draw(pen, theme, colour(theme, 1), colour(theme, 0));
      BlockTitle.of(of, at.masks()).draw(pen, theme);
    } else {
      Heading.draw(pen, theme, at.masks().left(), at.title(), at.masks().width(), Words.of("claimmoments.block.mask"));
    }
    new BlockMasks(of.last()).draw(pen, at.masks(), at.columns(), at.columns() > 1 ? 2 : 1, theme);
    for (int i = 0; i < at.plots().size(); i++) drawPlot(pen, at.plots().get(i), i == 0, theme);
  }

  private boolean isHidden(int cell) {
    return showing.hidden() && of.reach().get(cell) == of.reach().max();
  }

  private double most() { return Math.max(of.exact().max(), of.p() > 0 ? 1.2 * of.p() : .1); }

  private static int colour(Theme theme, double share) {
    return Palette.mix(theme.card(), theme.accent(), Math.min(1, share));
  }

  private BlockMap map(Matrix rates, Theme theme) {
    return new BlockMap(rates, of.p(), v -> colour(theme, v / most()), this::isHidden);
  }

  /// The engine less the exact side; the colours go by the standard error of a middling cell.
  private BlockMap gap(Theme theme) {
    double se = Math.max(1e-9, Math.sqrt(of.p() * (1 - of.p()) / of.drawn()));
    return new BlockMap(Matrix.generate(of.side(), of.side(), (r, c) -> of.engine().at(r, c) - of.exact().at(r, c)),
        Double.NaN, v -> Palette.diverging(theme, v / se / MOST_SES), this::isHidden);
  }

  private void drawMap(Pen pen, Inset place, Theme theme, BlockMap map, BlockLayout at) {
    map.draw(pen, place, theme);
    if (at.single()) return;
    Matrix values = map.values();
    String centre = showing.hidden() ? "?" : map.percent(values.at(of.middle(), of.middle()));
    String all = map.percent(BlockPlots.mean(values));
    pen.fill(theme.muted());
    pen.text(Fit.firstThatFits(pen, WORDS, place.width(),
        Words.of("claimmoments.block.caption", centre, all, map.percent(values.at(0, 0))),
        Words.of("claimmoments.block.caption.brief", centre, all),
        Words.of("claimmoments.block.caption.briefest", centre)),
        place.left(), place.bottom() + 15, WORDS, Align.LEFT);
  }

  private BlockPlots plots() { return new BlockPlots(of, showing.hidden(), showing.guessed(0)); }

  private void drawPlot(Pen pen, Inset place, boolean reached, Theme theme) {
    Heading.draw(pen, theme, place.left(), place.top() - 2, place.width(),
        Words.of(reached ? "claimmoments.block.reached" : "claimmoments.block.against"),
        Words.of(reached ? "claimmoments.block.reached.rest" : "claimmoments.block.against.rest"),
        Words.of("claimmoments.block.percent"));
    SidesPlot plot = reached ? plots().reached() : plots().against();
    Axes axes = plot.axes(place.width(), place.height());
    Pen inside = place.on(pen);
    if (reached) drawAcross(inside, axes, theme);
    else drawUp(inside, axes, theme);
    plot.draw(inside, place.width(), place.height(), theme);
    drawGuess(inside, axes, reached ? of.reach().max() : of.p(), theme);
  }

  /// p, where the rates are on the upright axis.
  private void drawAcross(Pen pen, Axes axes, Theme theme) {
    double y = axes.y().px(100 * of.p());
    pen.stroke(theme.ink(), 1, 2, 3);
    pen.line(axes.leftPx(), y, axes.rightPx(), y);
    pen.fill(theme.ink());
    if (axes.worded()) pen.text(Words.of("claimmoments.block.p"), axes.leftPx() + 4, y - 4, WORDS, Align.LEFT);
  }

  private void drawUp(Pen pen, Axes axes, Theme theme) {
    pen.stroke(theme.accent(), 1, 1, 3);
    pen.line(axes.x().px(of.p()), axes.topPx(), axes.x().px(of.p()), axes.bottomPx());
  }

  /// The guess, and a question mark until the answer is revealed.
  private void drawGuess(Pen pen, Axes axes, double x, Theme theme) {
    pen.fill(theme.ink());
    if (showing.hidden()) pen.text("?", axes.x().px(x) - 8, axes.bottomPx() - 8, BOLD, Align.RIGHT);
    GuessMark.draw(pen, axes.x().px(x), axes.y().px(100 * showing.guessed(0)), theme);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    BlockLayout at = BlockLayout.of(width, height);
    if (at.exact().contains(x, y)) return Optional.of(cell(at.exact(), x, y));
    if (at.single()) return Optional.empty();
    if (at.engine().contains(x, y)) return Optional.of(cell(at.engine(), x, y));
    if (!at.large()) return hitPlots(at, x, y);
    return BlockBar.of(of, at.bar(), most()).hit(x, y).or(() -> BlockTitle.of(of, at.masks()).hit(x, y))
        .or(() -> hitPlots(at, x, y));
  }

  private Hit cell(Inset map, double x, double y) {
    int side = of.side(), c = Math.clamp((int) ((x - map.left()) / map.width() * side), 0, side - 1),
        r = Math.clamp((int) ((y - map.top()) / map.height() * side), 0, side - 1), n = (int) of.reach().at(r, c);
    String reached = Words.count("claimmoments.block.cell", n, r + 1, c + 1);
    String rates = Words.of("claimmoments.block.cell_told", Shown.percent(of.exact().at(r, c), 2),
        Shown.percent(of.engine().at(r, c), 2));
    return new Hit.Place(c, r, isHidden(r * side + c) ? reached : reached + "\n" + rates);
  }

  private Optional<Hit> hitPlots(BlockLayout at, double x, double y) {
    for (int i = 0; i < at.plots().size(); i++) {
      Inset place = at.plots().get(i);
      if (!place.contains(x, y)) continue;
      SidesPlot plot = i == 0 ? plots().reached() : plots().against();
      Axes axes = plot.axes(place.width(), place.height());
      Optional<Hit> dot = plot.hit(x - place.left(), y - place.top(), axes);
      if (dot.isPresent() || i == 0 || !axes.contains(x - place.left(), y - place.top())) return dot;
      double p = Math.rint(100 * axes.x().data(x - place.left())) / 100;
      return Optional.of(new Hit.Setting("p", List.of(p), Words.of("claimmoments.block.set", Shown.dropRate(p))));
    }
    return Optional.empty();
  }
}
