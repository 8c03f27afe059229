package dropoutlab.figure.theory.uncertainty;

import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.BenchFigure;
import dropoutlab.figure.theory.Showing;
import dropoutlab.figure.theory.Told;
import dropoutlab.frame.bench.UncertaintyPicture;
import java.util.Optional;

/// Risk is not uncertainty: the spread of the passes and of the posterior as examples become more, and what the first
/// consists of.
record GrowthFigure(UncertaintyPicture.Growth of, Showing showing) implements BenchFigure {
  private static final double BOTH_FROM = 560, SHARE = .66, GAP = 20;

  @Override public Told told() { return new GrowthTold(of, showing); }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    bands(width, height).draw(pen, new GrowthBands(of, showing), theme);
    if (width >= BOTH_FROM) parts(width, height).draw(pen, new VarianceParts(of, showing), theme);
  }

  private static Inset bands(double width, double height) {
    return new Inset(0, 0, width >= BOTH_FROM ? SHARE * width : width, height);
  }

  private static Inset parts(double width, double height) {
    return new Inset(SHARE * width + GAP, 0, (1 - SHARE) * width - GAP, height);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Optional<Hit> hit = bands(width, height).hit(new GrowthBands(of, showing), x, y);
    return hit.isPresent() || width < BOTH_FROM ? hit : parts(width, height).hit(new VarianceParts(of, showing), x, y);
  }
}
