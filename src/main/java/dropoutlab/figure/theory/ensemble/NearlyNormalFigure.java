package dropoutlab.figure.theory.ensemble;

import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.BenchFigure;
import dropoutlab.figure.theory.Showing;
import dropoutlab.figure.theory.Told;
import dropoutlab.frame.bench.EnsemblePicture;
import java.util.Optional;

/// How near the sum is to a normal one, and how many passes that saves.
record NearlyNormalFigure(EnsemblePicture.NearlyNormal of, Showing showing) implements BenchFigure {
  private static final double BOTH_FROM = 560, BOTH_HIGH = 220, LEFT = .6, BETWEEN = 26;

  private static boolean both(double width, double height) { return width >= BOTH_FROM && height >= BOTH_HIGH; }

  private static Inset sum(double width, double height) {
    return new Inset(0, 0, both(width, height) ? Math.round(LEFT * width) : width, height);
  }

  private static Inset errors(double width, double height) {
    double left = Math.round(LEFT * width) + BETWEEN;
    return new Inset(left, 0, width - left, height);
  }

  @Override public Told told() { return new NormalTold(of, showing); }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    sum(width, height).draw(pen, new SumPlot(of, showing), theme);
    if (both(width, height)) errors(width, height).draw(pen, new ErrorPlot(of, showing), theme);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    if (both(width, height) && errors(width, height).contains(x, y))
      return errors(width, height).hit(new ErrorPlot(of, showing), x, y);
    return sum(width, height).hit(new SumPlot(of, showing), x, y);
  }
}
