package dropoutlab.figure.passes;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Fitted;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.Matrix;
import dropoutlab.words.Numbers;
import java.util.List;
import java.util.Optional;

/// A [PassesStrip] in a figure that is narrow: a row a class, the probability to the right. Dots in one place stand in
/// lanes above and below each other until the bar is full.
final class StripRows {
  private final ClassPasses said;
  private final double width;
  private final double size;
  private final double left;
  private final double right;
  private final double top;
  private final double pitch;
  private final List<Integer> classes;

  StripRows(ClassPasses said, double width, double height) {
    this.said = said;
    this.width = width;
    size = Axes.textSize(width, height);
    top = 1.9 * size;
    double room = Math.max(1, height - top - 3.3 * size);
    classes = said.shown(Math.max(1, (int) (room / (1.15 * size))));
    pitch = Math.min(2.6 * size, room / Math.max(1, classes.size()));
    double names = classes.stream().mapToDouble(c -> Axes.widthOf(said.name(c), size)).max().orElse(0);
    left = Math.min(names + 1.2 * size + 8, .35 * width);
    right = Math.max(left + 1, width - 2.4 * size - 8);
  }

  private double px(double probability) { return left + Math.clamp(probability, 0, 1) * (right - left); }

  private double bottom() { return top + pitch * classes.size(); }

  void draw(Pen pen, Theme theme) {
    drawFrame(pen, theme);
    for (int row = 0; row < classes.size(); row++) drawRow(pen, theme, classes.get(row), top + (row + .5) * pitch);
    pen.stroke(theme.muted(), 1);
    double zero = Math.round(left) + .5;
    pen.line(zero, top, zero, bottom());
  }

  private void drawFrame(Pen pen, Theme theme) {
    Type type = new Type(Face.TEXT, size);
    Type bold = new Type(Face.TEXT_BOLD, size);
    pen.fill(theme.ink());
    pen.text(Fit.firstThatFits(pen, bold, width, said.heads()), 0, Math.round(size), bold, Align.LEFT);
    pen.stroke(theme.line(), 1);
    pen.fill(theme.muted());
    for (double p = 0; p <= 1; p += .5) {
      double x = Math.round(px(p)) + .5;
      pen.line(x, top, x, bottom());
      pen.text(Numbers.brief(p), x, bottom() + 1.3 * size, type, Align.CENTRE);
    }
    if (said.known()) pen.text(said.foot(pen, type, width, classes.size()), 0, bottom() + 2.95 * size, type, Align.LEFT);
  }

  private void drawRow(Pen pen, Theme theme, int c, double middle) {
    double bar = Math.min(.72 * pitch, 18);
    drawWords(pen, theme, c, middle);
    if (!said.known()) return;
    double mean = px(said.mean[c]);
    pen.fill(Palette.mix(theme.accent(), theme.card(), .72));
    pen.fillRect(left, middle - bar / 2, mean - left, bar);
    drawPasses(pen, theme, c, middle, bar);
    pen.stroke(theme.ink(), 2);
    pen.line(mean, middle - bar / 2 - 1, mean, middle + bar / 2 + 1);
    if (!said.passes.deterministic().isEmpty() && bar >= 8)
      PassesStrip.drawMasksOff(pen, theme, px(said.passes.deterministic().at(0, c)), middle);
  }

  private void drawPasses(Pen pen, Theme theme, int c, double middle, double bar) {
    Matrix p = said.passes.values();
    double radius = bar >= 9 ? 1.5 : 1;
    double step = 2 * radius + .4;
    int lanes = Math.max(1, (int) (bar / step));
    int[] count = new int[(int) ((right - left) / step) + 1];
    pen.fill(Palette.mix(theme.accent(), theme.ink(), .15));
    for (int t = 0; t < p.rows(); t++) {
      if (!Double.isFinite(p.at(t, c))) continue;
      double x = px(p.at(t, c));
      int lane = count[(int) ((x - left) / step)]++;
      if (lane >= lanes) continue;
      double away = (lane + 1) / 2 * (lane % 2 == 0 ? step : -step);
      pen.fillOval(x, middle + away + (lanes % 2 == 0 ? step / 2 : 0), radius);
    }
  }

  /// The true class has a triangle before its name.
  private void drawWords(Pen pen, Theme theme, int c, double middle) {
    boolean label = c == said.label;
    double baseline = middle + .36 * size;
    pen.fill(label ? theme.ink() : theme.muted());
    Type type = new Type(label ? Face.TEXT_BOLD : Face.TEXT, size);
    Fitted.text(pen, said.name(c), 1.2 * size, baseline, type, left - 1.2 * size - 6);
    if (label)
      pen.polygon(new double[] {.1 * size, .8 * size, .1 * size},
          new double[] {middle - .4 * size, middle, middle + .4 * size}, 3);
    Type number = new Type(label ? Face.NUMBER_BOLD : Face.NUMBER, size);
    if (said.known()) pen.text(Numbers.fixed(said.mean[c], 2), width, baseline, number, Align.RIGHT);
  }

  Optional<Hit> hit(double x, double y) {
    if (x < 0 || x > width || y < top || y >= bottom()) return Optional.empty();
    int c = classes.get(Math.min((int) ((y - top) / pitch), classes.size() - 1));
    return Optional.of(new Hit.Place(said.mean[c], c, said.told(c)));
  }
}
