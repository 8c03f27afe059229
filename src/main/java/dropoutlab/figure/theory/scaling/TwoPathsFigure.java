package dropoutlab.figure.theory.scaling;

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
import dropoutlab.frame.bench.ScalingPicture;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Two paths of training: in the plane of the weights, how far apart they are after each step, and for which factor of
/// the rate they are one.
record TwoPathsFigure(ScalingPicture.TwoPaths of, Showing showing) implements BenchFigure {
  private static final double BESIDE_FROM = 560, LEFT = .56, BETWEEN = 26, THREE_FROM = 320, SPLIT = .52;

  private record Part(Inset at, Figure figure) {}

  private List<Part> parts(double width, double height) {
    boolean beside = width >= BESIDE_FROM, three = height >= THREE_FROM;
    double left = beside ? Math.round(LEFT * width) : width, right = left + BETWEEN,
        split = three ? Math.round(SPLIT * height) : height;
    List<Part> parts = new ArrayList<>(List.of(new Part(new Inset(0, 0, left, height), new PathPlane(of, showing))));
    if (beside) parts.add(new Part(new Inset(right, 0, width - right, split), distances()));
    if (beside && three) parts.add(new Part(new Inset(right, split + 8, width - right, height - split - 8),
        new FactorPlot(of, showing)));
    return parts;
  }

  private Figure distances() {
    if (!EngineGaps.shown(showing)) return new ApartPlot(of, showing);
    double[] steps = IntStream.rangeClosed(0, of.steps()).asDoubleStream().toArray();
    return new EngineGaps(List.of(new EngineGaps.Gap("", steps, Telling.column(of.apart(), 0), Telling.column(of.apart(), 1),
        Theme::accent, -1)), Scale.linear(0, of.steps(), 0, 1), Words.of("claimscaling.paths.axis"), Words.of("toldtheory.gaps.of.distance"));
  }

  @Override public Told told() { return new PathsTold(of, showing); }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    for (Part each : parts(width, height)) each.at.draw(pen, each.figure, theme);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    for (Part each : parts(width, height)) {
      Optional<Hit> hit = each.at.hit(each.figure, x, y);
      if (hit.isPresent()) return hit;
    }
    return Optional.empty();
  }
}
