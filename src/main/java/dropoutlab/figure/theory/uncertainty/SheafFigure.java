package dropoutlab.figure.theory.uncertainty;

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
import dropoutlab.frame.bench.UncertaintyPicture;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;

/// Bias and variance: what networks on redrawn data say, and how both add up to the error for every drop rate.
record SheafFigure(UncertaintyPicture.Sheaf of, Showing showing) implements BenchFigure {
  private static final double BOTH_FROM = 560, SHARE = .56, GAP = 26;

  @Override public Told told() { return new SheafTold(of, showing); }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    areas(width, height).draw(pen, parts(), theme);
    if (both(width)) sheaf(width, height).draw(pen, new Sheaf(of, showing), theme);
  }

  private Figure parts() {
    return EngineGaps.shown(showing) ? new EngineGaps(List.of(
        gap(Words.of("toldtheory.gaps.bias"), 1, Theme::rivalText, 1),
        gap(Words.of("toldtheory.gaps.variance"), 2, Theme::accent, 0)), Scale.linear(0, 1, 0, 1),
        Words.of("claimuncertainty.areas.p"), Words.of("toldtheory.gaps.of.both")) : new ErrorAreas(of, showing);
  }

  private EngineGaps.Gap gap(String name, int column, Series.Ink ink, int shape) {
    return new EngineGaps.Gap(name, Telling.column(of.measured(), 0), Telling.along(of.curve(), column, of.measured()),
        Telling.column(of.measured(), column), ink, shape);
  }

  private static boolean both(double width) { return width >= BOTH_FROM; }

  private static Inset sheaf(double width, double height) { return new Inset(0, 0, SHARE * width, height); }

  private static Inset areas(double width, double height) {
    double left = both(width) ? SHARE * width + GAP : 0;
    return new Inset(left, 0, width - left, height);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Optional<Hit> hit = areas(width, height).hit(parts(), x, y);
    return hit.isPresent() || !both(width) ? hit : sheaf(width, height).hit(new Sheaf(of, showing), x, y);
  }
}
