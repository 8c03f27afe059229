package dropoutlab.figure.theory.ensemble;

import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.BenchFigure;
import dropoutlab.figure.theory.EngineGaps;
import dropoutlab.figure.theory.Heading;
import dropoutlab.figure.theory.Showing;
import dropoutlab.figure.theory.Told;
import dropoutlab.frame.bench.EnsemblePicture.Committees;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What averages of k passes are worth: their error and their wrong answers on the left, and on the right how many of the
/// networks that they are drawn of training met.
record CommitteesFigure(Committees of, Showing showing) implements BenchFigure {
  private static final double HEAD = 20;
  private static final double GAP = 30;

  private boolean isWide(double width, double height) { return width >= 600 && height >= 300; }

  private boolean hasWords(double width, double height) { return width >= 200 && height >= 120; }

  private Inset squares(double width, double height) {
    if (!hasWords(width, height)) return new Inset(0, 0, width, height);
    if (!isWide(width, height)) return new Inset(0, HEAD, width, height - HEAD);
    return new Inset(0, HEAD, Math.round(.62 * width), Math.round((height - 2 * HEAD - 6) / 2));
  }

  private Inset wrong(double width, double height) {
    Inset above = squares(width, height);
    return new Inset(0, above.bottom() + HEAD + 6, above.width(), height - above.bottom() - HEAD - 6);
  }

  private Inset met(double width, double height) {
    double left = squares(width, height).right() + GAP;
    return new Inset(left, HEAD, width - left, height - HEAD);
  }

  private Figure squaresPanel() {
    if (!EngineGaps.shown(showing)) return ErrorOfPasses.squares(of, showing);
    double[] k = of.squares().passes().toArray();
    return new EngineGaps(List.of(new EngineGaps.Gap("", k,
        Arrays.stream(k).map(each -> of.average() + of.spread() / each).toArray(), of.squares().mean().toArray(),
        Theme::accent, 0)), new Scale(true, k[0], k[k.length - 1], 0, 1), Words.of("claimensemble.passes.k"), "");
  }

  private ErrorOfPasses wrongPanel() { return ErrorOfPasses.wrong(of, showing); }

  @Override public Told told() { return new CommitteesTold(of, showing); }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Inset squares = squares(width, height), wrong = wrong(width, height), met = met(width, height);
    squares.draw(pen, squaresPanel(), theme);
    if (!hasWords(width, height)) return;
    String points = Numbers.count(of.squares().points());
    if (EngineGaps.shown(showing)) Heading.draw(pen, theme, 0, squares.top() - 8, squares.width(),
        Words.of("toldtheory.gaps.title"), Words.of("claimensemble.passes.squares"));
    else Heading.draw(pen, theme, 0, squares.top() - 8, squares.width(), Words.of("claimensemble.passes.squares"),
        Words.of("claimensemble.passes.squares.rest", points), Words.of("claimensemble.passes.squares.brief"));
    if (!isWide(width, height)) return;
    wrong.draw(pen, wrongPanel(), theme);
    Heading.draw(pen, theme, 0, wrong.top() - 8, wrong.width(), Words.of("claimensemble.passes.wrong"),
        Words.of("claimensemble.passes.wrong.rest", points));
    met.draw(pen, new MetNetworks(of), theme);
    Heading.draw(pen, theme, met.left(), met.top() - 8, met.width(), Words.of("claimensemble.passes.ever"),
        Words.of("claimensemble.passes.ever.rest"), Words.of("claimensemble.passes.ever.brief"));
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Optional<Hit> hit = squares(width, height).hit(squaresPanel(), x, y);
    if (hit.isPresent() || !isWide(width, height)) return hit;
    hit = wrong(width, height).hit(wrongPanel(), x, y);
    return hit.isPresent() ? hit : met(width, height).hit(new MetNetworks(of), x, y);
  }
}
