package dropoutlab.figure.theory.scaling;

import dropoutlab.figure.plot.EndLabels;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.Dragged;
import dropoutlab.figure.theory.EngineMark;
import dropoutlab.figure.theory.GuessMark;
import dropoutlab.figure.theory.Heading;
import dropoutlab.figure.theory.Showing;
import dropoutlab.frame.bench.ScalingPicture;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a bend makes of the distribution of z: the masks as discs on the curve, z's distribution below and the outputs'
/// beside it, each with its balance point, and the gap between the two means.
record BentPlot(ScalingPicture.JensenGap of, Showing showing) implements Figure {
  private static final int Z = 0, OUTPUT = 1, PROBABILITY = 2, ENGINE = 3;

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    BentLayout at = BentLayout.of(of, width, height);
    Heading.draw(pen, theme, 2, 12, at.worded() ? width - 4 : 0, Words.of("claimscaling.jensen.masks"),
        Words.of("claimscaling.jensen.masks.rest", of.function(),
            Words.count("claimscaling.jensen.passes", of.passes(), Numbers.count(of.passes()))),
        Words.of("claimscaling.jensen.masks.brief", of.function()));
    if (at.formula() > 0) new SumLine(of, at.formula()).draw(pen, theme);
    at.axes().draw(pen, theme, false);
    drawHull(pen, theme, at);
    new BentStrips(of, at).draw(pen, theme);
    drawMeans(pen, theme, at);
    drawCurve(pen, theme, at);
    drawOutcomes(pen, theme, at);
    drawGap(pen, theme, at);
    if (at.worded()) drawNames(pen, theme, at);
  }

  private double x(BentLayout at, int outcome) { return at.axes().x().px(of.outcomes().at(outcome, Z)); }

  private double y(BentLayout at, int outcome) { return at.axes().y().px(of.outcomes().at(outcome, OUTPUT)); }

  /// The mean of points on the curve lies in their hull.
  private void drawHull(Pen pen, Theme theme, BentLayout at) {
    double[][] hull = Hull.of(of.outcomes(), Z, OUTPUT);
    for (int i = 0; i < hull[0].length; i++) {
      hull[0][i] = at.axes().x().px(hull[0][i]);
      hull[1][i] = at.axes().y().px(hull[1][i]);
    }
    pen.fill(Palette.withAlpha(theme.accent(), .08));
    if (hull[0].length > 2) pen.polygon(hull[0], hull[1], hull[0].length);
  }

  private void drawCurve(Pen pen, Theme theme, BentLayout at) {
    int places = of.curve().cols();
    double[] xs = new double[places], ys = new double[places];
    for (int i = 0; i < places; i++) {
      xs[i] = at.axes().x().px(of.curve().at(0, i));
      ys[i] = at.axes().y().px(of.curve().at(1, i));
    }
    pen.clip(at.axes().leftPx(), at.axes().topPx(), at.axes().rightPx() - at.axes().leftPx(),
        at.axes().bottomPx() - at.axes().topPx());
    pen.stroke(theme.ink(), 1.6, Marks.SOLID);
    pen.polyline(xs, ys, places);
    pen.unclip();
  }

  private void drawMeans(Pen pen, Theme theme, BentLayout at) {
    double x = at.axes().x().px(of.meanZ()), right = at.right();
    pen.stroke(theme.ink(), 1.2, 2, 3);
    pen.line(x, at.zBase(), x, at.held(of.ofMean()));
    pen.line(x, at.held(of.ofMean()), right, at.held(of.ofMean()));
    if (showing.hidden()) return;
    pen.stroke(theme.accent(), 1.6, Marks.SOLID);
    pen.line(x, at.held(of.mean()), right, at.held(of.mean()));
  }

  private void drawOutcomes(Pen pen, Theme theme, BentLayout at) {
    for (int i = 0; i < of.outcomes().rows(); i++) {
      double radius = 2 + 9 * Math.sqrt(of.outcomes().at(i, PROBABILITY));
      pen.fill(Palette.withAlpha(theme.accent(), .85));
      pen.fillOval(x(at, i), y(at, i), at.worded() ? radius : radius / 2);
    }
  }

  private void drawGap(Pen pen, Theme theme, BentLayout at) {
    double x = at.axes().x().px(of.meanZ()), from = at.held(of.ofMean()), to = at.held(of.mean());
    if (!showing.hidden()) {
      pen.stroke(theme.ink(), 3, Marks.SOLID);
      pen.line(x, from, x, to);
      EngineMark.draw(pen, theme, x, at.held(of.engineMean()), 4.5, theme.accent());
    }
    EngineMark.draw(pen, theme, x, at.held(of.engineOfMean()), 4.5, theme.ink());
    GuessMark.draw(pen, x, at.held(showing.guessed(0)), theme);
    if (showing.next() == 0 && Double.isFinite(showing.guessed(0))) GuessMark.ring(pen, x, at.held(showing.guessed(0)),
        theme);
    if (showing.hidden() || !at.worded() || Math.abs(to - from) < 2.2 * at.size()) return;
    Type type = new Type(Face.TEXT_BOLD, at.size());
    String text = Words.of("claimscaling.jensen.gap.label", Numbers.reading(of.gap()));
    double wide = pen.textWidth(text, type), left = x + 9 + wide > at.axes().rightPx() ? x - 9 - wide : x + 9;
    double baseline = (from + to) / 2 + .36 * at.size();
    pen.fill(Palette.withAlpha(theme.card(), .85));
    pen.fillRect(left - 2, baseline - at.size(), wide + 4, 1.3 * at.size());
    pen.fill(theme.ink());
    pen.text(text, left, baseline, type, Align.LEFT);
  }

  private void drawNames(Pen pen, Theme theme, BentLayout at) {
    drawFunction(pen, theme, at);
    List<EndLabels.Label> names = new ArrayList<>();
    names.add(new EndLabels.Label(showing.hidden() ? Words.of("claimscaling.jensen.name.hidden")
        : Words.of("claimscaling.jensen.name.mean", Numbers.reading(of.mean())),
        showing.hidden() ? Double.NaN : at.held(of.mean()), theme.accent(), true));
    names.add(new EndLabels.Label(Words.of("claimscaling.jensen.name.off", Numbers.reading(of.ofMean())),
        at.held(of.ofMean()), theme.ink(), false));
    names.add(new EndLabels.Label(Words.of("claimscaling.jensen.you", Numbers.brief(showing.guessed(0))),
        at.held(showing.guessed(0)), theme.ink(), false));
    EndLabels.draw(pen, theme, EndLabels.finite(names), at.right(),
        at.axes().withX(at.axes().x().at(at.axes().leftPx(), at.right())));
  }

  /// The curve's name at its last disc.
  private void drawFunction(Pen pen, Theme theme, BentLayout at) {
    int last = of.outcomes().rows() - 1;
    Type type = new Type(Face.TEXT_BOLD, at.size());
    pen.fill(theme.ink());
    pen.text(of.function(), x(at, last) - 11, Math.max(at.axes().topPx() + at.size(), y(at, last) - 10), type,
        Align.RIGHT);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    BentLayout at = BentLayout.of(of, width, height);
    if (at.formula() > 0)
      for (Dragged each : new SumLine(of, at.formula()).numbers()) {
        Optional<Hit> hit = each.hit(x, y);
        if (hit.isPresent()) return hit;
      }
    for (int i = 0; i < of.outcomes().rows(); i++)
      if (Math.abs(x(at, i) - x) < 8 && (Math.abs(y(at, i) - y) < 10 || y > at.axes().bottomPx() && y < at.zBase()))
        return Optional.of(new Hit.Place(of.outcomes().at(i, Z), of.outcomes().at(i, OUTPUT), told(i)));
    if (!at.axes().contains(x, y) || !showing.hidden()) return Optional.empty();
    double guess = Math.clamp(of.step() * Math.rint(at.axes().y().data(y) / of.step()), of.least(), of.most());
    return Optional.of(new Hit.Guess(0, guess, Words.of("claimscaling.jensen.you", Numbers.brief(guess))));
  }

  private String told(int i) {
    return Words.of("claimscaling.jensen.told", Numbers.reading(of.outcomes().at(i, Z)), of.function(),
        Numbers.reading(of.outcomes().at(i, OUTPUT)), Numbers.reading(of.outcomes().at(i, PROBABILITY)),
        Numbers.reading(of.outcomes().at(i, ENGINE)));
  }
}
