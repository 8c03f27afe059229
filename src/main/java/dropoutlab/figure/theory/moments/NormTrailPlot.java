package dropoutlab.figure.theory.moments;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.EndLabels;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Span;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.plot.Trace;
import dropoutlab.figure.theory.EngineMark;
import dropoutlab.figure.theory.Heading;
import dropoutlab.figure.theory.Showing;
import dropoutlab.frame.bench.MomentsPicture;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The norm's running variance from batch to batch, and through the passes of MC dropout that follow; beside it the
/// variance that it meets.
record NormTrailPlot(MomentsPicture.BatchNorm of, Showing showing) implements Figure {
  private int done() { return of.learnt().size() - 1; }

  /// The room of the passes, in pixels.
  private static double passes(double textSize) {
    return Axes.widthOf(Words.of("claimmoments.norm.passes.name"), textSize) + 8;
  }

  private String learns() { return Words.of("claimmoments.norm.learns", Numbers.fixed(of.training(), 3)); }

  private String meets() {
    String value = showing.hidden() ? Words.of("claimmoments.norm.unknown") : Numbers.fixed(of.inference(), 3);
    return Words.of("claimmoments.norm.meets", value);
  }

  private Axes axes(double width, double height) {
    Span y = new Span().add(0).add(of.training());
    of.learnt().forEach(y::add);
    if (!showing.hidden()) y.add(of.inference()).add(of.met());
    double size = Axes.textSize(width, height), room = passes(size) + EndLabels.room(List.of(learns(), meets()), size);
    return NormPlot.axes(Scale.linear(0, of.batches(), 0, 1), Scale.linear(0, 1.06 * y.max(), 0, 1),
        Words.of("claimmoments.norm.batches.axis"), width, height, room);
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Axes axes = axes(width, height);
    Heading.draw(pen, theme, 2, 12, width - 4, Words.of("claimmoments.norm.trail"),
        Words.of("claimmoments.norm.trail.rest"));
    drawPasses(pen, theme, axes);
    axes.draw(pen, theme);
    pen.stroke(Palette.withAlpha(theme.accent(), .45), 1.2, Marks.SOLID);
    level(pen, axes, of.training());
    if (!showing.hidden()) drawMet(pen, theme, axes);
    drawTrail(pen, theme, axes);
    EndLabels.draw(pen, theme, labels(theme, axes), axes.rightPx() + passes(axes.textSize()), axes);
  }

  private List<EndLabels.Label> labels(Theme theme, Axes axes) {
    List<EndLabels.Label> labels = new ArrayList<>();
    labels.add(new EndLabels.Label(learns(), axes.y().px(of.training()), theme.accent(), true));
    double met = showing.hidden() ? (axes.y().px(of.training()) + axes.bottomPx()) / 2 : axes.y().px(of.inference());
    labels.add(new EndLabels.Label(meets(), met, theme.ink(), true));
    return labels;
  }

  private void drawPasses(Pen pen, Theme theme, Axes axes) {
    double left = axes.x().px(done()), wide = passes(axes.textSize());
    pen.fill(theme.accentPale());
    pen.fillRect(left, axes.topPx(), wide, axes.bottomPx() - axes.topPx());
    pen.fill(theme.accent());
    pen.text(Words.of("claimmoments.norm.passes.name"), left + wide / 2, axes.bottomPx() - 8,
        NormPlot.words(axes, false), Align.CENTRE);
  }

  /// From the first batch to the last pass.
  private static void level(Pen pen, Axes axes, double value) {
    pen.line(axes.leftPx(), axes.y().px(value), axes.rightPx() + passes(axes.textSize()), axes.y().px(value));
  }

  private void drawMet(Pen pen, Theme theme, Axes axes) {
    pen.stroke(theme.muted(), 1.6, NormPlot.DASH);
    level(pen, axes, of.inference());
    EngineMark.draw(pen, theme, axes.x().px(done()), axes.y().px(of.met()), theme.ink());
  }

  private void drawTrail(Pen pen, Theme theme, Axes axes) {
    pen.stroke(theme.accent(), 1.8, Marks.SOLID);
    Trace trace = new Trace(pen, 1);
    for (int t = 0; t <= done(); t++) trace.add(axes.x().px(t), axes.y().px(of.learnt().get(t)));
    double step = passes(axes.textSize()) / of.passes().size();
    for (int pass = 1; pass <= of.passes().size(); pass++)
      trace.add(axes.x().px(done()) + pass * step, axes.y().px(of.passes().get(pass - 1)));
    trace.end();
    EngineMark.draw(pen, theme, axes.x().px(done()), axes.y().px(of.learnt().getLast()), theme.accent());
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Axes axes = axes(width, height);
    double beyond = x - axes.x().px(done());
    int pass = (int) Math.ceil(beyond / passes(axes.textSize()) * of.passes().size());
    if (!axes.contains(Math.min(x, axes.rightPx()), y) || pass > of.passes().size()) return Optional.empty();
    int batch = (int) Math.clamp(Math.round(axes.x().data(x)), 0, done());
    String told = pass < 1
        ? Words.count("claimmoments.norm.told.batch", batch, Numbers.reading(of.learnt().get(batch)))
        : Words.count("claimmoments.norm.told.pass", pass, Numbers.reading(of.passes().get(pass - 1)));
    return Optional.of(new Hit.Place(axes.x().data(x), of.training(), told));
  }
}
