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

/// Two spikes for a bell: both densities of one weight, their variances against the number of values, and the
/// divergence against the width of the spikes.
record SpikesFigure(UncertaintyPicture.Spikes of, Showing showing) implements BenchFigure {
  private static final double ALL_FROM = 560, SHARE = .64, GAP = 22, HALF = .52;

  @Override public Told told() { return new SpikesTold(of, showing); }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    densities(width, height).draw(pen, new SpikesDensity(of, showing), theme);
    if (width < ALL_FROM) return;
    variances(width, height).draw(pen, new SpreadByNumber(of, showing), theme);
    divergences(width, height).draw(pen, new DivergenceByWidth(of), theme);
  }

  private static Inset densities(double width, double height) {
    return new Inset(0, 0, width >= ALL_FROM ? SHARE * width : width, height);
  }

  private static Inset variances(double width, double height) {
    return new Inset(SHARE * width + GAP, 0, (1 - SHARE) * width - GAP, HALF * height);
  }

  private static Inset divergences(double width, double height) {
    return new Inset(SHARE * width + GAP, HALF * height + 6, (1 - SHARE) * width - GAP, (1 - HALF) * height - 6);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Optional<Hit> hit = densities(width, height).hit(new SpikesDensity(of, showing), x, y);
    if (hit.isPresent() || width < ALL_FROM) return hit;
    hit = variances(width, height).hit(new SpreadByNumber(of, showing), x, y);
    return hit.isPresent() ? hit : divergences(width, height).hit(new DivergenceByWidth(of), x, y);
  }
}
