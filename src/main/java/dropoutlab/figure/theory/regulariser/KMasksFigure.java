package dropoutlab.figure.theory.regulariser;

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
import dropoutlab.frame.bench.RegulariserPicture;
import dropoutlab.words.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The cloud of the gradients, and for each k its noise and its middle.
record KMasksFigure(RegulariserPicture.KMasks of, Showing showing) implements BenchFigure {
  private static final double BESIDE_FROM = 600, BESIDE_HIGH = 240, LEFT = .5, UPPER = .56, GAP = 30;

  private record Layout(Inset noise, Inset cloud, Inset mean) {
    static Layout of(double width, double height) {
      if (width < BESIDE_FROM || height < BESIDE_HIGH) return new Layout(new Inset(0, 0, width, height), null, null);
      double left = Math.round(LEFT * width), right = left + GAP, upper = Math.round(UPPER * height);
      return new Layout(new Inset(right, 0, width - right, upper - 8), new Inset(0, 0, left, height),
          new Inset(right, upper + 8, width - right, height - upper - 8));
    }
  }

  private Figure noise() {
    if (!EngineGaps.shown(showing)) return new NoiseOverK(of, showing);
    double[] k = Telling.column(of.counts(), 0);
    return new EngineGaps(List.of(new EngineGaps.Gap("", k, Arrays.stream(k).map(each -> of.noise() / each).toArray(),
        Telling.column(of.counts(), 1), Theme::accent, 0)), new Scale(true, k[0], k[k.length - 1], 0, 1),
        Words.of("toldtheory.gaps.masks"), Words.of("toldtheory.gaps.of.noise"));
  }

  private GradientCloud cloud() { return new GradientCloud(of, showing); }

  private MeanOverK mean() { return new MeanOverK(of); }

  @Override public Told told() { return new KMasksTold(of, showing); }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Layout layout = Layout.of(width, height);
    layout.noise.draw(pen, noise(), theme);
    if (layout.cloud == null) return;
    layout.cloud.draw(pen, cloud(), theme);
    layout.mean.draw(pen, mean(), theme);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Layout layout = Layout.of(width, height);
    Optional<Hit> hit = layout.noise.hit(noise(), x, y);
    if (hit.isPresent() || layout.cloud == null) return hit;
    return layout.cloud.hit(cloud(), x, y).or(() -> layout.mean.hit(mean(), x, y));
  }
}
