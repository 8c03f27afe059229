package dropoutlab.figure.theory.uncertainty;

import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Plane;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.Heading;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.bench.UncertaintyPicture;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;

/// The information over the plane, exact or over the passes, on one scale. Pressing it sets the cross there.
record InformationPanel(UncertaintyPicture.Asking of, boolean exact) implements Figure {
  static final double HEAD = 19;
  private static final double POINT = 2.6, STEP = .05;

  private Matrix values() { return exact ? of.exact() : of.drawn(); }

  private Plane plane(double width, double height) {
    double head = width > 120 ? HEAD : 0;
    return new Plane(of.window(), .5, head, Math.max(1, width - 1), Math.max(1, height - head - 1), false);
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Plane plane = plane(width, height);
    double most = Math.max(1e-9, of.exact().max());
    plane.drawGrid(pen, of.columns(), of.rows(), cell -> Palette.sequential(theme, values().get(cell) / most));
    points(pen, plane);
    plane.drawFrame(pen, theme);
    plane.drawProbe(pen, of.cross().getFirst(), of.cross().getLast());
    if (width <= 120) return;
    String now = Numbers.reading(exact ? of.at().exact() : of.at().said());
    String value = exact && of.labels() > 0
        ? Words.of("claimuncertainty.asked.effect", Numbers.reading(of.at().before()), now) : now;
    double wide = pen.textWidth(value, Lettering.NUMBER_BOLD);
    pen.fill(theme.ink());
    pen.text(value, width - 1, 12, Lettering.NUMBER_BOLD, Align.RIGHT);
    if (exact) Heading.draw(pen, theme, 0, 12, width - wide - 8, Words.of("claimuncertainty.panel.exact"),
        Words.of("claimuncertainty.panel.exact_rest"), Words.of("claimuncertainty.panel.exact_brief"));
    else Heading.draw(pen, theme, 0, 12, width - wide - 8, Words.of("claimuncertainty.panel.passes", of.passes()),
        Words.of("claimuncertainty.panel.passes_rest"), Words.of("claimuncertainty.panel.passes_brief"));
  }

  /// The examples; those that were asked for have a thicker ring.
  private void points(Pen pen, Plane plane) {
    Marks marks = new Marks();
    pen.clip(plane.left(), plane.top(), plane.width(), plane.height());
    for (int i = 0; i < of.points().rows(); i++) {
      boolean asked = i >= of.points().rows() - of.labels();
      int number = i - of.points().rows() + of.labels();
      double x = plane.xPx(of.points().at(i, 0)) + (asked ? 16 + 9 * number : 0), y = plane.yPx(of.points().at(i, 1));
      int type = (int) of.points().at(i, 2);
      marks.classDot(pen, type, x, y, asked ? 1.4 * POINT : POINT, asked ? 0xFFFFFFFF : 0xD0FFFFFF, 0xC0101418,
          asked ? 1.6 : 1);
    }
    pen.unclip();
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Plane plane = plane(width, height);
    if (!plane.contains(x, y)) return Optional.empty();
    int cell = plane.cell(x, y, of.columns(), of.rows());
    double atX = rounded(plane.xData(x)), atY = rounded(plane.yData(y));
    return Optional.of(new Hit.Setting("cross", List.of(atX, atY),
        Words.of("claimuncertainty.panel.told", Numbers.brief(atX),
        Numbers.brief(atY), Numbers.reading(of.exact().get(cell)), Numbers.reading(of.drawn().get(cell)))));
  }

  private static double rounded(double value) { return Math.rint(value / STEP) / Math.rint(1 / STEP); }
}
