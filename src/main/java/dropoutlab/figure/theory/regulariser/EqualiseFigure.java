package dropoutlab.figure.theory.regulariser;

import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.BenchFigure;
import dropoutlab.figure.theory.Showing;
import dropoutlab.figure.theory.Told;
import dropoutlab.frame.bench.RegulariserPicture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Loads that merge as the engine trains, both networks, the water level that p sets, and what is left for each p.
record EqualiseFigure(RegulariserPicture.Equalise of, Showing showing) implements BenchFigure {
  private static final double BESIDE_FROM = 600, GAP = 22, LEFT_SHARE = .61, TOP_SHARE = .51;

  private record Part(Inset at, Figure figure) {}

  /// All four parts, or where there is little room the water level alone: it is what the question is about.
  private List<Part> parts(double width, double height) {
    List<Part> parts = new ArrayList<>();
    if (width < BESIDE_FROM) {
      parts.add(new Part(new Inset(0, 0, width, height), new WaterLevel(of, showing)));
      return parts;
    }
    double left = Math.round(LEFT_SHARE * width), top = Math.round(TOP_SHARE * height), right = left + GAP;
    double below = top + 10, low = height - below, wide = width - right;
    parts.add(new Part(new Inset(0, 0, left, top), new LoadsPlot(of, showing.hidden())));
    parts.add(new Part(new Inset(right, 0, wide, top), new LoadNetworks(of, showing.hidden())));
    parts.add(new Part(new Inset(0, below, left - 20, low), new WaterLevel(of, showing)));
    parts.add(new Part(new Inset(right - 20, below, wide + 20, low), new SurvivalPlot(of, showing.hidden())));
    return parts;
  }

  @Override public Told told() { return new LevelTold(of, showing); }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    for (Part each : parts(width, height)) each.at.draw(pen, each.figure, theme);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    return parts(width, height).stream().flatMap(each -> each.at.hit(each.figure, x, y).stream()).findFirst();
  }
}
