package dropoutlab.figure.theory.scaling;

import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Series;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.BenchFigure;
import dropoutlab.figure.theory.EngineGaps;
import dropoutlab.figure.theory.Showing;
import dropoutlab.figure.theory.Telling;
import dropoutlab.figure.theory.Told;
import dropoutlab.frame.bench.ScalingPicture;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;

/// Jensen's gap twice: as the distribution of z and what a bend makes of it, and for each p.
record JensenFigure(ScalingPicture.JensenGap of, Showing showing) implements BenchFigure {
  private static final double BOTH_FROM = 560, BOTH_HIGH = 220, LEFT = .63, BETWEEN = 26;

  private Inset bent(double width, double height) {
    return new Inset(0, 0, both(width, height) ? Math.round(LEFT * width) : width, height);
  }

  private Inset byP(double width, double height) {
    double left = Math.round(LEFT * width) + BETWEEN;
    return new Inset(left, 0, width - left, height);
  }

  private Figure gaps() {
    if (!EngineGaps.shown(showing)) return new GapPlot(of, showing);
    return new EngineGaps(List.of(gap(Words.of("claimscaling.jensen.inverted"), 1, Theme::accent, 0),
        gap(Words.of("claimscaling.jensen.standard"), 2, Theme::rivalText, 1)), Scale.linear(0, 1, 0, 1),
        Words.of("claimscaling.jensen.p"), Words.of("toldtheory.gaps.of.jensen"));
  }

  private EngineGaps.Gap gap(String name, int column, Series.Ink ink, int shape) {
    return new EngineGaps.Gap(name, Telling.column(of.engineByP(), 0), Telling.along(of.byP(), column, of.engineByP()),
        Telling.column(of.engineByP(), column), ink, shape);
  }

  private static boolean both(double width, double height) { return width >= BOTH_FROM && height >= BOTH_HIGH; }

  @Override public Told told() { return new JensenTold(of, showing); }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    bent(width, height).draw(pen, new BentPlot(of, showing), theme);
    if (both(width, height)) byP(width, height).draw(pen, gaps(), theme);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    if (both(width, height) && byP(width, height).contains(x, y))
      return byP(width, height).hit(gaps(), x, y);
    return bent(width, height).hit(new BentPlot(of, showing), x, y);
  }
}
