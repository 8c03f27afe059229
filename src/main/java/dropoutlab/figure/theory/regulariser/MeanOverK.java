package dropoutlab.figure.theory.regulariser;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.EndLabels;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Span;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.Heading;
import dropoutlab.frame.bench.RegulariserPicture;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The mean gradient for each k: it does not move, for it is that of the error and of the penalty.
record MeanOverK(RegulariserPicture.KMasks of) implements Figure {
  private static final double[] PLAIN = {6, 4};
  private static final int MEANS = 2;

  private String name(int weight) {
    return Words.of(weight == 0 ? "claimregulariser.kmasks.by_first" : "claimregulariser.kmasks.by_second",
        Numbers.brief(of.mean().get(weight)));
  }

  private String plain() {
    double first = of.plain().get(0), second = of.plain().get(1);
    return Words.of("claimregulariser.kmasks.plain", Numbers.brief(first), Numbers.brief(second));
  }

  private Plot plot(double width, double height) {
    Span y = new Span().add(0);
    for (int j = 0; j < MEANS; j++) {
      y.add(of.mean().get(j)).add(of.plain().get(j));
      for (int i = 0; i < of.counts().rows(); i++) y.add(of.counts().at(i, MEANS + j));
    }
    double room = EndLabels.room(List.of(name(0), name(1), plain()), Axes.textSize(width, height));
    return OverK.plot(of, y.scale(.1), width, height, room);
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Plot plot = plot(width, height);
    Heading.draw(pen, theme, 2, 12, width - 4, Words.of("claimregulariser.kmasks.stays"),
        Words.of("claimregulariser.kmasks.stays.rest"));
    plot.axes().draw(pen, theme);
    plot.upright(pen, theme, of.k());
    List<EndLabels.Label> labels = new ArrayList<>();
    for (int j = 0; j < MEANS; j++) {
      pen.stroke(theme.muted(), 1.4, PLAIN);
      level(pen, plot, of.plain().get(j));
      pen.stroke(theme.accent(), 2, Marks.SOLID);
      level(pen, plot, of.mean().get(j));
      labels.add(new EndLabels.Label(name(j), plot.y(of.mean().get(j)), theme.accent(), true));
      for (int i = 0; i < of.counts().rows(); i++)
        plot.ring(pen, theme, of.counts().at(i, 0), of.counts().at(i, MEANS + j), theme.accent());
    }
    labels.add(new EndLabels.Label(plain(), plot.y((of.plain().get(0) + of.plain().get(1)) / 2), theme.muted(), false));
    EndLabels.draw(pen, theme, labels, plot.axes().rightPx(), plot.axes());
  }

  private static void level(Pen pen, Plot plot, double value) {
    pen.line(plot.axes().leftPx(), plot.y(value), plot.axes().rightPx(), plot.y(value));
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    return OverK.hit(of, plot(width, height), x, y, k -> Words.of("claimregulariser.kmasks.told.k", k));
  }
}
