package dropoutlab.figure.theory.regulariser;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.EndLabels;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Span;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.Heading;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.bench.RegulariserPicture;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The load of each unit as the engine trains: with dropout on all masks, of the twin, and pale on random masks.
record LoadsPlot(RegulariserPicture.Equalise of, boolean hidden) implements Figure {
  /// Loads so near to each other have one name.
  private static final double LEVEL = .005;
  private static final Type SMALL = new Type(Face.TEXT, 11);

  private Plot plot(double width, double height) {
    Span y = new Span().add(0);
    for (Matrix trail : List.of(of.dropout().trail(), of.twin().trail()))
      for (int i = 0; i < trail.rows(); i++) for (int unit = 0; unit < of.units(); unit++) y.add(trail.at(i, 1 + unit));
    double room = EndLabels.room(List.of(Words.of("claimregulariser.level.at", Numbers.fixed(1, 3),
        Shown.dropRate(of.p()))), 12);
    Axes axes = Axes.layOut(new Scale(true, 1, of.steps(), 0, 1), Scale.linear(0, 1.08 * y.max(), 0, 1),
        Words.of("claimregulariser.level.steps"), "", width, Math.max(1, height - Plot.HEAD), room);
    return new Plot(axes.with(a -> a.y(axes.y().at(axes.bottomPx() + Plot.HEAD, axes.topPx() + Plot.HEAD))));
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Plot plot = plot(width, height);
    Heading.draw(pen, theme, 0, 12, width, Words.of("claimregulariser.level.loads"),
        Words.of("claimregulariser.level.loads_rest"));
    plot.axes().draw(pen, theme);
    plot.clip(pen);
    if (!hidden && !of.random()) lines(pen, plot, of.randomTrail(), Palette.withAlpha(theme.accentMid(), .55), 1,
        Marks.SOLID);
    lines(pen, plot, of.twin().trail(), theme.muted(), 1.5, 5, 4);
    if (!hidden) lines(pen, plot, of.dropout().trail(), theme.accent(), 2.2, Marks.SOLID);
    pen.unclip();
    EndLabels.draw(pen, theme, names(plot, theme), plot.axes().rightPx(), plot.axes());
    if (hidden || of.random() || of.p() == 0) return;
    String pale = Fit.firstThatFits(pen, SMALL, plot.axes().rightPx() - plot.axes().leftPx() - 20,
        Words.of("claimregulariser.level.pale"), "");
    double x = plot.axes().leftPx() + 10, y = plot.axes().topPx() + 2;
    pen.fill(theme.card());
    pen.fillRect(x - 3, y - 10, pen.textWidth(pale, SMALL) + 6, 13);
    pen.fill(theme.muted());
    pen.text(pale, x, y, SMALL, Align.LEFT);
  }

  private void lines(Pen pen, Plot plot, Matrix trail, int colour, double width, double... dash) {
    pen.stroke(colour, width, dash);
    for (int unit = 0; unit < of.units(); unit++) plot.line(pen, trail, 0, 1 + unit);
  }

  private List<EndLabels.Label> names(Plot plot, Theme theme) {
    List<EndLabels.Label> names = new ArrayList<>();
    List<Double> loads = of.dropout().loads().stream().sorted().toList();
    String p = Shown.dropRate(of.p());
    if (hidden) names.add(own(Words.of("claimregulariser.level.at", Words.of("claimregulariser.unknown"), p),
        plot.axes().bottomPx(), theme));
    else if (loads.getLast() - loads.getFirst() < LEVEL)
      names.add(own(Words.of("claimregulariser.level.at", Numbers.fixed(loads.getFirst(), 3), p),
          plot.y(loads.getFirst()), theme));
    else for (double load : loads) names.add(own(Numbers.fixed(load, 2), plot.y(load), theme));
    List<Double> twin = of.twin().loads().stream().sorted().toList();
    for (double load : twin) {
      String number = Numbers.fixed(load, 2);
      String name = load == twin.getLast() ? Words.of("claimregulariser.level.twin", number) : number;
      names.add(new EndLabels.Label(name, plot.y(load), theme.muted(), false));
    }
    return names;
  }

  private static EndLabels.Label own(String text, double y, Theme theme) {
    return new EndLabels.Label(text, y, theme.accent(), true);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Plot plot = plot(width, height);
    if (!plot.axes().contains(x, y)) return Optional.empty();
    int row = nearest(of.twin().trail(), plot.axes().x().data(x));
    String step = Numbers.count(of.twin().trail().at(row, 0)), twin = loads(of.twin().trail(), row);
    int own = nearest(of.dropout().trail(), of.twin().trail().at(row, 0));
    return Optional.of(new Hit.Place(of.twin().trail().at(row, 0), 0, hidden
        ? Words.of("claimregulariser.level.twin_hit", step, twin)
        : Words.of("claimregulariser.level.loads_hit", step, twin, Shown.dropRate(of.p()),
            loads(of.dropout().trail(), own))));
  }

  private static int nearest(Matrix trail, double step) {
    int best = 0;
    for (int i = 1; i < trail.rows(); i++)
      if (Math.abs(trail.at(i, 0) - step) < Math.abs(trail.at(best, 0) - step)) best = i;
    return best;
  }

  private String loads(Matrix trail, int row) {
    List<String> loads = new ArrayList<>();
    for (int unit = 0; unit < of.units(); unit++) loads.add(Numbers.fixed(trail.at(row, 1 + unit), 3));
    return Words.parted(loads);
  }
}
