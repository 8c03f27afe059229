package dropoutlab.figure.theory.regulariser;

import dropoutlab.figure.plot.EndLabels;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.TextMeasure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.Dragged;
import dropoutlab.figure.theory.EngineMark;
import dropoutlab.figure.theory.Showing;
import dropoutlab.frame.bench.RegulariserPicture;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;

/// What the lines of the double descent are, beside them.
record DescentNames(RegulariserPicture.DoubleDescent of, Showing showing, DescentAxes axes) {
  private static final Type BOLD = new Type(Face.TEXT_BOLD, 12), PLAIN = new Type(Face.TEXT, 12),
      SMALL = new Type(Face.TEXT, 11),
      NUMBER = new Type(Face.NUMBER, 11.5);
  private static final double BESIDE = 14;

  private int peak() { return of.sizes().indexOf(of.features()); }

  void draw(Pen pen, Theme theme) {
    drawLevels(pen, theme);
    drawPlain(pen, theme);
    drawDropped(pen, theme);
    drawBeyond(pen, theme);
  }

  /// What bounds every risk: the noise below, and beyond what weights of 0 have there is nothing to know.
  private void drawLevels(Pen pen, Theme theme) {
    double nothing = 1 + of.floor();
    pen.stroke(theme.faint(), 1, 1, 2);
    for (double level : new double[] {nothing, of.floor()})
      if (axes.y(level) <= axes.bottom()) pen.line(axes.left(), axes.y(level), axes.right(), axes.y(level));
    String least = Words.of("claimregulariser.descent.noise", Numbers.brief(of.floor()));
    String most = Words.of("claimregulariser.descent.nothing", Numbers.brief(nothing));
    List<EndLabels.Label> labels = List.of(new EndLabels.Label(most, axes.y(nothing), theme.muted(), false),
        new EndLabels.Label(least, axes.held(of.floor()), theme.muted(), false));
    EndLabels.draw(pen, theme, labels, axes.right() - 8, axes.plot().axes());
  }

  private void drawPlain(Pen pen, Theme theme) {
    double median = of.plainMedians().get(peak());
    double x = axes.x(of.features()) + axes.strip() + BESIDE, y = Math.max(axes.held(median), axes.top() + 14);
    pen.fill(theme.muted());
    String name = Words.of("claimregulariser.descent.squares");
    pen.text(name, x, y, BOLD, Align.LEFT);
    String value = Words.count("claimregulariser.descent.median", of.draws(), Numbers.brief(median));
    pen.text(value, x + pen.textWidth(name, BOLD) + 5, y, PLAIN, Align.LEFT);
  }

  /// Below both lines, with the single draw that was trained.
  private void drawDropped(Pen pen, Theme theme) {
    Dragged number = number();
    String name = Words.of("claimregulariser.descent.dropout");
    pen.fill(theme.accent());
    pen.text(name, left(), number.baseline(), BOLD, Align.LEFT);
    pen.fill(theme.ink());
    number.draw(pen, theme);
    String rest = showing.hidden() ? Words.of("claimregulariser.unknown")
        : Words.count("claimregulariser.descent.median", of.draws(), Numbers.brief(of.droppedMedians().get(peak())));
    Type type = showing.hidden() ? BOLD : PLAIN;
    pen.fill(showing.hidden() ? theme.ink() : theme.accent());
    pen.text(rest, number.right() + 6, number.baseline(), type, Align.LEFT);
    if (!showing.hidden() && Double.isFinite(of.trained()))
      drawTrained(pen, theme, number.right() + 6 + pen.textWidth(rest, type) + 26, number.baseline());
  }

  private double left() { return axes.left() + 10; }

  private Dragged number() {
    String rate = Shown.rate(of.p());
    double from = left() + TextMeasure.width(Words.of("claimregulariser.descent.dropout"), BOLD) + 4;
    double low = of.floor() > 0 ? axes.y(of.floor()) - 6 : axes.bottom() - 8;
    return new Dragged("p", 0, rate, from, Math.min(low, axes.bottom() - 8), NUMBER, Shown.threeNumbers(of.p()));
  }

  private void drawTrained(Pen pen, Theme theme, double x, double baseline) {
    EngineMark.draw(pen, theme, x, baseline - 4, theme.ink());
    pen.fill(theme.muted());
    String value = Words.of("claimregulariser.descent.trained", Numbers.fixed(of.trained(), 3));
    pen.text(value, x + 9, baseline, PLAIN, Align.LEFT);
  }

  /// How many draws lie above the plot.
  private void drawBeyond(Pen pen, Theme theme) {
    for (int size = 0; size < of.sizes().size(); size++) {
      int above = 0;
      for (int draw = 0; draw < of.draws(); draw++) if (axes.y(of.plain().at(draw, size)) < axes.top()) above++;
      if (above == 0) continue;
      pen.fill(theme.muted());
      double right = axes.x(of.sizes().get(size)) - axes.strip() - 6;
      pen.text(Words.of("claimregulariser.descent.above", above), right, axes.top() + 5, SMALL, Align.RIGHT);
    }
  }

  Optional<Hit> hit(double x, double y) {
    return number().hit(x, y);
  }
}
