package dropoutlab.figure.theory.uncertainty;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.EndLabels;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.Heading;
import dropoutlab.figure.theory.Showing;
import dropoutlab.frame.bench.UncertaintyPicture;
import dropoutlab.frame.bench.UncertaintyPicture.Sheaf.Side;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The fits of many networks on the way from 0 to x*, and how their predictions are spread there: the exact law as a
/// line, how many networks fell where as circles.
record Sheaf(UncertaintyPicture.Sheaf of, Showing showing) implements Figure {
  private static final int MOST_FITS = 150, STEPS = 80, BINS = 13;
  private static final double LAW = 72, REACH = 3.1, HEAD = 16, TWIN = .62;

  private int networks() { return of.own().said().cols(); }

  private double sd(Side side) { return Math.sqrt(Math.max(side.variance(), 1e-6)); }

  private Axes axes(double width, double height) {
    double spread = Math.max(.05, Math.max(sd(of.twin()), sd(of.own())));
    double low = Math.min(0, Math.min(of.truth(), of.own().mean()) - REACH * spread);
    double high = Math.max(0, Math.max(of.truth(), of.own().mean()) + REACH * spread);
    double room = LAW + EndLabels.room(labels(Theme.LIGHT, null).stream().map(EndLabels.Label::text).toList(),
        Lettering.SIZE);
    return Axes.layOut(Scale.linear(0, 1, 0, 1), Scale.linear(low, high, 0, 1), "", "", width, height, room)
        .lowered(HEAD);
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Axes axes = axes(width, height);
    Heading.draw(pen, theme, 2, Lettering.SIZE, width - 4,
        Words.count("claimuncertainty.sheaf.title", networks(), Numbers.count(networks())),
        Words.of("claimuncertainty.sheaf.rest"));
    axes.draw(pen, theme, false);
    pen.fill(theme.muted());
    pen.text(Numbers.brief(0), axes.leftPx(), axes.bottomPx() + 17, Lettering.NUMBER, Align.CENTRE);
    pen.text(Words.of("claimuncertainty.sheaf.star"), axes.rightPx(), axes.bottomPx() + 17, Lettering.NUMBER,
        Align.CENTRE);
    fits(pen, axes, of.twin(), Palette.withAlpha(theme.muted(), .2));
    if (!showing.hidden()) fits(pen, axes, of.own(), Palette.withAlpha(theme.accent(), .22));
    law(pen, theme, axes, of.twin(), false);
    if (!showing.hidden()) law(pen, theme, axes, of.own(), true);
    mean(pen, axes, of.truth(), theme.ink(), 1.2);
    mean(pen, axes, of.own().mean(), theme.accent(), 2.2);
    EndLabels.draw(pen, theme, labels(theme, axes), axes.rightPx() + LAW - 12, axes);
  }

  private void fits(Pen pen, Axes axes, Side side, int colour, double... dash) {
    pen.stroke(colour, 1, dash);
    pen.clip(axes.leftPx(), axes.topPx(), axes.rightPx() - axes.leftPx(), axes.bottomPx() - axes.topPx());
    for (int k = 0; k < Math.min(MOST_FITS, side.said().cols()); k++)
      pen.line(axes.leftPx(), axes.y().px(0), axes.rightPx(), axes.y().px(side.said().get(k)));
    pen.unclip();
  }

  private static void mean(Pen pen, Axes axes, double at, int colour, double width) {
    pen.stroke(colour, width, Marks.SOLID);
    pen.line(axes.leftPx(), axes.y().px(0), axes.rightPx(), axes.y().px(at));
  }

  /// The normal law of the predictions, lying on its side; each as high as there is room for.
  private void law(Pen pen, Theme theme, Axes axes, Side side, boolean own) {
    double[] x = new double[STEPS + 1], y = new double[STEPS + 1];
    double room = (LAW - 26) * (own ? 1 : TWIN), sd = sd(side);
    for (int i = 0; i <= STEPS; i++) {
      double z = REACH * (2.0 * i / STEPS - 1);
      x[i] = axes.rightPx() + room * Math.exp(-z * z / 2);
      y[i] = axes.y().px(side.mean() + z * sd);
    }
    int ink = own ? theme.accent() : theme.muted();
    pen.clip(axes.rightPx() - 4, axes.topPx(), LAW, axes.bottomPx() - axes.topPx());
    pen.fill(Palette.withAlpha(own ? theme.accent() : theme.faint(), own ? .18 : .12));
    pen.polygon(x, y, STEPS + 1);
    pen.stroke(ink, own ? 2 : 1.4, own ? Marks.SOLID : new double[] {4, 3});
    pen.polyline(x, y, STEPS + 1);
    counts(pen, theme, axes, side, room, ink);
    pen.unclip();
  }

  /// Where the engine's networks fell, in bins of half a standard deviation.
  private void counts(Pen pen, Theme theme, Axes axes, Side side, double room, int ink) {
    int[] counts = new int[BINS];
    double sd = sd(side);
    for (int k = 0; k < side.said().cols(); k++) {
      int bin = (int) Math.floor((side.said().get(k) - side.mean()) / sd * 2 + BINS / 2.0);
      if (bin >= 0 && bin < BINS) counts[bin]++;
    }
    for (int bin = 0; bin < BINS; bin++) {
      double density = 2.0 * counts[bin] / side.said().cols() * Math.sqrt(2 * Math.PI);
      double x = axes.rightPx() + room * density, y = axes.y().px(side.mean() + sd * (bin - BINS / 2) / 2);
      pen.fill(theme.card());
      pen.fillOval(x, y, 2.6);
      pen.stroke(ink, 1.3, Marks.SOLID);
      pen.strokeOval(x, y, 2.6);
    }
  }

  /// @param axes null for their widths alone
  private List<EndLabels.Label> labels(Theme theme, Axes axes) {
    List<EndLabels.Label> labels = new ArrayList<>();
    double away = 1.2 * sd(of.twin());
    labels.add(label(Words.of("claimuncertainty.sheaf.own", Shown.dropRate(of.p())), of.own().mean(), theme.accent(),
        axes, true));
    labels.add(label(Words.of("claimuncertainty.sheaf.variance", showing.hidden() ? Words.of("claimuncertainty.hidden")
        : Numbers.reading(of.own().variance())), of.own().mean() - sd(of.own()) / 2, theme.accent(), axes, false));
    labels.add(label(Words.of("claimuncertainty.sheaf.truth", Numbers.reading(of.truth())), of.truth(), theme.ink(),
        axes, false));
    labels.add(label(Words.of("claimuncertainty.sheaf.twin"), of.truth() + away, theme.muted(), axes, false));
    labels.add(label(Words.of("claimuncertainty.sheaf.variance", Numbers.reading(of.twin().variance())),
        of.truth() + .8 * away, theme.muted(), axes, false));
    return labels;
  }

  private static EndLabels.Label label(String text, double at, int ink, Axes axes, boolean bold) {
    return new EndLabels.Label(text, axes == null ? 0 : axes.y().px(at), ink, bold);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Axes axes = axes(width, height);
    if (!axes.contains(Math.min(x, Math.max(axes.rightPx(), x - LAW)), y)) return Optional.empty();
    String twin = told(Words.of("claimuncertainty.sheaf.twin"), of.twin());
    return Optional.of(new Hit.Place(axes.x().data(x), axes.y().data(y), showing.hidden() ? twin
        : told(Words.of("claimuncertainty.sheaf.own", Shown.dropRate(of.p())), of.own()) + "\n" + twin));
  }

  private static String told(String name, Side side) {
    return Words.of("claimuncertainty.sheaf.told", name, Numbers.reading(side.mean()), Numbers.reading(side.variance()),
        Numbers.reading(side.measured()));
  }
}
