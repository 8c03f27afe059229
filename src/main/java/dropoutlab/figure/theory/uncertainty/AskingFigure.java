package dropoutlab.figure.theory.uncertainty;

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
import dropoutlab.frame.Viewport;
import dropoutlab.frame.bench.UncertaintyPicture;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where to ask: the information map of all thinned networks and that of a few passes, how the second does on average,
/// and what the networks say at the cross.
record AskingFigure(UncertaintyPicture.Asking of, Showing showing) implements BenchFigure {
  private static final double BESIDE_FROM = 560, GAP = 14, FOOT = 30, PLOT = 104, SHARE = .55;

  private record Part(Inset at, Figure figure) {}

  private double aspect() {
    Viewport window = of.window();
    return (window.xMax() - window.xMin()) / (window.yMax() - window.yMin());
  }

  private List<Part> parts(double width, double height) {
    List<Part> parts = new ArrayList<>();
    InformationPanel exact = new InformationPanel(of, true), drawn = new InformationPanel(of, false);
    if (width >= BESIDE_FROM) {
      double each = (height - FOOT - 6) / 2, left = Math.min(.44 * width, aspect() * (each - InformationPanel.HEAD));
      parts.add(new Part(new Inset(0, 0, left, each), exact));
      parts.add(new Part(new Inset(0, each + 6, left, each), drawn));
      parts.add(new Part(new Inset(0, height - FOOT, left + GAP + InformationScale.WIDTH, FOOT), new AskedLabels(of)));
      parts.add(new Part(new Inset(left + 6, InformationPanel.HEAD, InformationScale.WIDTH,
          each - InformationPanel.HEAD), new InformationScale(of)));
      double from = left + GAP + InformationScale.WIDTH, room = width - from;
      parts.add(new Part(new Inset(from, 0, room, SHARE * height), averages()));
      parts.add(new Part(new Inset(from, SHARE * height + 8, room, (1 - SHARE) * height - 8), new NetworkAnswers(of)));
      return parts;
    }
    double each = (width - 8) / 2, map = Math.min(each / aspect() + InformationPanel.HEAD, height);
    boolean plot = height > 2 * PLOT;
    if (plot) map = Math.min(map, height - PLOT - 8);
    double wide = Math.min(each, aspect() * (map - (plot ? InformationPanel.HEAD : 0)));
    parts.add(new Part(new Inset(0, 0, wide, map), exact));
    parts.add(new Part(new Inset(each + 8, 0, wide, map), drawn));
    if (plot) parts.add(new Part(new Inset(0, map + 8, width, height - map - 8), averages()));
    return parts;
  }

  private Figure averages() {
    if (!EngineGaps.shown(showing)) return new BiasByPasses(of, showing);
    double[] passes = Telling.column(of.byPasses(), 0);
    return new EngineGaps(List.of(new EngineGaps.Gap("", passes, Telling.column(of.byPasses(), 1),
        Telling.column(of.byPasses(), 3), Telling.column(of.byPasses(), 4), Theme::accent, 0)),
        new Scale(true, passes[0], passes[passes.length - 1], 0, 1), Words.of("toldtheory.gaps.passes"), Words.of("toldtheory.gaps.of.information"));
  }

  @Override public Told told() { return new AskingTold(of, showing); }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    for (Part part : parts(width, height)) part.at.draw(pen, part.figure, theme);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    return parts(width, height).stream().map(part -> part.at.hit(part.figure, x, y)).flatMap(Optional::stream)
        .findFirst();
  }
}
