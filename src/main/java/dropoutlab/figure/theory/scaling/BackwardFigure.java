package dropoutlab.figure.theory.scaling;

import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.BenchFigure;
import dropoutlab.figure.theory.Showing;
import dropoutlab.figure.theory.Told;
import dropoutlab.frame.bench.ScalingPicture.Backward;
import java.util.Optional;

/// The gradients of a thinned network: on its edges, twice against each other, and how wrong a toggled mode makes them.
record BackwardFigure(Backward of, Showing showing) implements BenchFigure {
  private static final double STRIP = 60, GAP = 34;

  private static boolean whole(double width, double height) { return width >= 640 && height >= 320; }

  private static boolean worded(double width, double height) { return width >= 380 && height >= 200; }

  private static Inset network(double width, double height) {
    return new Inset(0, 0, worded(width, height) ? (whole(width, height) ? .585 : .56) * width : width, height);
  }

  private static Inset scatter(double width, double height) {
    double left = network(width, height).right() + (whole(width, height) ? GAP : 14);
    return new Inset(left, 0, width - left, height - (whole(width, height) ? STRIP + 14 : 0));
  }

  private static Inset strip(double width, double height) {
    Inset above = scatter(width, height);
    return new Inset(above.left(), height - STRIP, above.width(), STRIP);
  }

  @Override public Told told() { return new BackwardTold(of, showing); }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    network(width, height).draw(pen, new BackwardNetwork(of), theme);
    if (worded(width, height)) scatter(width, height).draw(pen, new GradientScatter(of), theme);
    if (whole(width, height)) strip(width, height).draw(pen, new ToggledStrip(of, showing), theme);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    if (!worded(width, height)) return Optional.empty();
    return network(width, height).hit(new BackwardNetwork(of), x, y)
        .or(() -> scatter(width, height).hit(new GradientScatter(of), x, y))
        .or(() -> whole(width, height) ? strip(width, height).hit(new ToggledStrip(of, showing), x, y)
            : Optional.empty());
  }
}
