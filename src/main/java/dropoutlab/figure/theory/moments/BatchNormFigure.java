package dropoutlab.figure.theory.moments;

import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.BenchFigure;
import dropoutlab.figure.theory.EngineGaps;
import dropoutlab.figure.theory.Showing;
import dropoutlab.figure.theory.Telling;
import dropoutlab.figure.theory.Told;
import dropoutlab.frame.bench.MomentsPicture;
import dropoutlab.words.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// How much of the variance that a norm learns it meets: for each p, from batch to batch, and for each width.
record BatchNormFigure(MomentsPicture.BatchNorm of, Showing showing) implements BenchFigure {
  private static final double BESIDE_FROM = 600, BESIDE_HIGH = 240, LEFT = .53, UPPER = .52, GAP = 28;

  private record Layout(Inset rates, Inset trail, Inset widths) {
    static Layout of(double width, double height) {
      if (width < BESIDE_FROM || height < BESIDE_HIGH) return new Layout(new Inset(0, 0, width, height), null, null);
      double left = Math.round(LEFT * width), right = left + GAP, upper = Math.round(UPPER * height);
      return new Layout(new Inset(0, 0, left, height), new Inset(right, 0, width - right, upper - 8),
          new Inset(right, upper + 8, width - right, height - upper - 8));
    }
  }

  private Figure rates() {
    if (!EngineGaps.shown(showing)) return new NormRatePlot(of, showing);
    double[] exact = Telling.along(of.rates(), 1, of.rateDots());
    // Behind the norm nothing shifts.
    if (!of.before()) Arrays.fill(exact, 1);
    return new EngineGaps(List.of(new EngineGaps.Gap("", Telling.column(of.rateDots(), 0), exact,
        Telling.column(of.rateDots(), 1), Theme::accent, 0)), Scale.linear(0, 1, 0, 1), Words.of("claimmoments.norm.p"), Words.of("toldtheory.gaps.of.ratio"));
  }

  private NormTrailPlot trail() { return new NormTrailPlot(of, showing); }

  private NormWidthPlot widths() { return new NormWidthPlot(of, showing); }

  @Override public Told told() { return new NormTold(of, showing); }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Layout layout = Layout.of(width, height);
    layout.rates.draw(pen, rates(), theme);
    if (layout.trail == null) return;
    layout.trail.draw(pen, trail(), theme);
    layout.widths.draw(pen, widths(), theme);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Layout layout = Layout.of(width, height);
    Optional<Hit> hit = layout.rates.hit(rates(), x, y);
    if (hit.isPresent() || layout.trail == null) return hit;
    return layout.trail.hit(trail(), x, y).or(() -> layout.widths.hit(widths(), x, y));
  }
}
