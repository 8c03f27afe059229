package dropoutlab.figure.variant.sites;

import dropoutlab.card.Cards;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.variant.Side;
import dropoutlab.frame.SitesEvidence.Alone;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;

/// By how much the loss of each network rises when masks are drawn at one kind of place alone, with two standard errors
/// on both sides.
record AlonePanel(List<Alone> all, List<Side> sides) implements Figure {
  private static final double FOOT = 16, ERRORS = 2;
  private static final Type WORDS = new Type(Face.TEXT, 11), NUMBER = new Type(Face.NUMBER, 10.5);

  private Scale scale(double from, double to) {
    double low = 0, high = 1e-3;
    for (Alone each : all)
      for (int i = 0; i < each.rises().size(); i++) {
        if (!Double.isFinite(each.rises().get(i))) continue;
        low = Math.min(low, each.rises().get(i) - ERRORS * each.errors().get(i));
        high = Math.max(high, each.rises().get(i) + ERRORS * each.errors().get(i));
      }
    return Scale.linear(low, high, from, to);
  }

  private static double names(double width) { return Math.clamp(.42 * width, 60, 118); }

  private double each(double height) { return (height - FOOT) / Math.max(1, all.size()); }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Scale x = scale(names(width) + 6, width - 12);
    pen.stroke(theme.line(), 1, Marks.SOLID);
    pen.line(x.px(0), 2, x.px(0), height - FOOT);
    for (int i = 0; i < all.size(); i++) drawRow(pen, all.get(i), x, i * each(height), each(height), theme);
    List<Double> ticks = x.ticks(3);
    List<String> labels = x.labels(ticks);
    pen.fill(theme.muted());
    for (int i = 0; i < ticks.size(); i++) pen.text(labels.get(i), x.px(ticks.get(i)), height - 3, NUMBER,
        Align.CENTRE);
  }

  private void drawRow(Pen pen, Alone of, Scale x, double top, double high, Theme theme) {
    pen.fill(theme.muted());
    pen.text(Fit.within(pen, name(of), WORDS, x.fromPx() - 8), 0, top + high / 2 + 4, WORDS, Align.LEFT);
    for (int i = 0; i < of.rises().size(); i++) {
      double y = top + high / 2 + (of.rises().size() == 1 ? 0 : (i == 0 ? -1 : 1) * Math.min(3.5, high / 4));
      double at = of.rises().get(i), reach = ERRORS * of.errors().get(i);
      if (!Double.isFinite(at)) continue;
      pen.stroke(sides.get(i).colour(theme), 1.3, sides.get(i).dash());
      pen.line(x.px(at - reach), y, x.px(at + reach), y);
      sides.get(i).mark(pen, theme, x.px(at), y, 3);
    }
  }

  private static String name(Alone of) {
    return Words.of("depth.alone.row", Cards.named(of.method()).shortName(), Shown.briefRate(of.p()));
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    int row = (int) (y / each(height));
    if (row >= all.size() || !new Inset(0, 0, width, height - FOOT).contains(x, y)) return Optional.empty();
    Alone of = all.get(row);
    StringBuilder told = new StringBuilder();
    for (int i = 0; i < of.rises().size(); i++) {
      Shown.Uncertain shown = Shown.Uncertain.of(of.rises().get(i), of.errors().get(i));
      told.append(i == 0 ? "" : "\n")
          .append(Words.of("depth.alone.told", sides.get(i).method().title(), name(of), shown.value(), shown.error()));
    }
    return Optional.of(new Hit.Place(row, of.rises().getFirst(), told.toString()));
  }
}
