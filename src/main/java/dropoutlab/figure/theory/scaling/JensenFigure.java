package dropoutlab.figure.theory.scaling;

import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.BenchFigure;
import dropoutlab.figure.theory.Showing;
import dropoutlab.figure.theory.Told;
import dropoutlab.frame.bench.ScalingPicture;
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

  private static boolean both(double width, double height) { return width >= BOTH_FROM && height >= BOTH_HIGH; }

  @Override public Told told() { return new JensenTold(of, showing); }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    bent(width, height).draw(pen, new BentPlot(of, showing), theme);
    if (both(width, height)) byP(width, height).draw(pen, new GapPlot(of, showing), theme);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    if (both(width, height) && byP(width, height).contains(x, y))
      return byP(width, height).hit(new GapPlot(of, showing), x, y);
    return bent(width, height).hit(new BentPlot(of, showing), x, y);
  }
}
