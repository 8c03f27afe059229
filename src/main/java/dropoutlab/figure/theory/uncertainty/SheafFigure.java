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

/// Bias and variance: what networks on redrawn data say, and how both add up to the error for every drop rate.
record SheafFigure(UncertaintyPicture.Sheaf of, Showing showing) implements BenchFigure {
  private static final double BOTH_FROM = 560, SHARE = .56, GAP = 26;

  @Override public Told told() { return new SheafTold(of, showing); }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    areas(width, height).draw(pen, new ErrorAreas(of, showing), theme);
    if (both(width)) sheaf(width, height).draw(pen, new Sheaf(of, showing), theme);
  }

  private static boolean both(double width) { return width >= BOTH_FROM; }

  private static Inset sheaf(double width, double height) { return new Inset(0, 0, SHARE * width, height); }

  private static Inset areas(double width, double height) {
    double left = both(width) ? SHARE * width + GAP : 0;
    return new Inset(left, 0, width - left, height);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Optional<Hit> hit = areas(width, height).hit(new ErrorAreas(of, showing), x, y);
    return hit.isPresent() || !both(width) ? hit : sheaf(width, height).hit(new Sheaf(of, showing), x, y);
  }
}
