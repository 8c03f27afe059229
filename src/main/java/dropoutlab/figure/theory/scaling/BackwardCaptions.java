package dropoutlab.figure.theory.scaling;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.TextMeasure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.Heading;
import dropoutlab.frame.bench.ScalingPicture.Backward;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;

/// What is written round the network: its title, the ways there and back, how many units are kept, and what lines mean.
record BackwardCaptions(Backward of, BackwardPlaces at) {
  void draw(Pen pen, Theme theme) {
    Heading.draw(pen, theme, 0, 12, at.width(), Words.of("claimscaling.backward.edges"),
        Words.of(of.toggled() ? "claimscaling.backward.edges_toggled" : "claimscaling.backward.edges_rest"));
    Type small = new Type(Face.TEXT, Axes.textSize(at.width(), at.height()) - .5);
    double foot = at.height() - BackwardPlaces.FOOT + 20;
    for (int layer = 1; layer <= of.masks().size(); layer++) {
      int kept = 0;
      for (int i = 0; i < of.sizes().get(layer); i++) if (!of.dropped(layer, i)) kept++;
      pen.fill(theme.accent());
      int all = of.sizes().get(layer);
      String text = Fit.firstThatFits(pen, small, at.x(2) - at.x(1) - 8,
          Words.of("claimscaling.backward.kept_of", kept, all, Numbers.brief(1 / (1 - of.p()))),
          Words.of("claimscaling.backward.kept_brief", kept, all),
          Words.of("claimscaling.backward.kept_least", kept, all));
      pen.text(text, at.x(layer), foot, small, Align.CENTRE);
    }
    drawWay(pen, theme, small);
    if (at.width() >= 380) drawKey(pen, theme, small);
  }

  /// What the lines mean, in the corner below the inputs.
  private void drawKey(Pen pen, Theme theme, Type type) {
    String[] names = {Words.of("claimscaling.backward.positive"), Words.of("claimscaling.backward.negative"),
        Words.of("claimscaling.backward.nothing")};
    double y = at.height() - BackwardPlaces.FOOT - 40;
    for (int i = 0; i < names.length; i++, y += 17) {
      if (i == 2) pen.stroke(theme.faint(), 1, BackwardNetwork.NOTHING);
      else pen.stroke(i == 0 ? theme.positive() : theme.negative(), 2.4, Marks.SOLID);
      pen.line(2, y - 4, 20, y - 4);
      pen.fill(theme.muted());
      pen.text(names[i], 27, y, type, Align.LEFT);
    }
  }

  /// The ways there and back, as arrows over and under the network.
  private void drawWay(Pen pen, Theme theme, Type type) {
    double left = at.x(0) + 2, right = at.x(of.sizes().size() - 1), top = BackwardPlaces.HEAD - 15,
        low = at.height() - 5;
    String there = Words.of("claimscaling.backward.there"), back = Fit.firstThatFits(pen, type, right - left - 40,
        Words.of(of.toggled() ? "claimscaling.backward.back_toggled" : "claimscaling.backward.back"),
        Words.of("claimscaling.backward.back_brief"));
    arrow(pen, theme.muted(), left + TextMeasure.width(there, type) + 8, right, top, 1);
    pen.fill(theme.muted());
    pen.text(there, left, top + 4, type, Align.LEFT);
    int colour = of.toggled() ? theme.rivalText() : theme.accent();
    arrow(pen, colour, left, right - TextMeasure.width(back, type) - 8, low - 4, -1);
    pen.fill(colour);
    pen.text(back, right, low, type, Align.RIGHT);
  }

  private static void arrow(Pen pen, int colour, double left, double right, double y, int way) {
    if (right - left < 12) return;
    double tip = way > 0 ? right : left;
    pen.stroke(colour, 1.2, Marks.SOLID);
    pen.line(left, y, right, y);
    pen.polyline(new double[] {tip - 5 * way, tip, tip - 5 * way}, new double[] {y - 3.5, y, y + 3.5}, 3);
  }
}
