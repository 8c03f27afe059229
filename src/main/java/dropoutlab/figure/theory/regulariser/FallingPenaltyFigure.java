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
import java.util.List;
import java.util.Optional;

/// The penalty while one weight grows, and over both weights.
record FallingPenaltyFigure(RegulariserPicture.FallingPenalty of, Showing showing) implements BenchFigure {
  private static final double BESIDE_FROM = 600, GAP = 30, SHARE = .56;

  private record Layout(Inset curve, Inset map, Inset losses) {}

  private static Layout layout(double width, double height) {
    if (width < BESIDE_FROM) return new Layout(new Inset(0, 0, width, height), null, null);
    double curve = Math.round(SHARE * width);
    double left = curve + GAP, room = width - left, map = height - MaskLosses.HEIGHT - GAP / 2;
    return new Layout(new Inset(0, 0, curve, height), new Inset(left, 0, room, map),
        new Inset(left, height - MaskLosses.HEIGHT, room, MaskLosses.HEIGHT));
  }

  private Figure curve() {
    if (!EngineGaps.shown(showing)) return new PenaltyCurve(of, showing);
    int last = of.curve().rows() - 1;
    return new EngineGaps(List.of(new EngineGaps.Gap("", Telling.column(of.engine(), 0),
        Telling.along(of.curve(), 1, of.engine()), Telling.column(of.engine(), 1), Theme::accent, 0)),
        Scale.linear(of.curve().at(0, 0), of.curve().at(last, 0), 0, 1), Words.of("claimregulariser.falling.w2"), Words.of("toldtheory.gaps.of.penalty"));
  }

  private PenaltyMap map() { return new PenaltyMap(of, showing.hidden()); }

  @Override public Told told() { return new FallingTold(of, showing); }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Layout layout = layout(width, height);
    layout.curve.draw(pen, curve(), theme);
    if (layout.map == null) return;
    layout.map.draw(pen, map(), theme);
    if (!showing.hidden()) layout.losses.draw(pen, new MaskLosses(of), theme);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Layout layout = layout(width, height);
    Optional<Hit> hit = layout.curve.hit(curve(), x, y);
    return hit.isPresent() || layout.map == null ? hit : layout.map.hit(map(), x, y);
  }
}
