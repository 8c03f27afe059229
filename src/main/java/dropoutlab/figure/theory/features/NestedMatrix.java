package dropoutlab.figure.theory.features;

import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.Heading;
import dropoutlab.frame.Matrix;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.Optional;

/// |cos| between decoder rows and components: the diagonal is framed.
///
/// @param own    whether it is the nested network, in violet, or its twin
/// @param hidden whether the numbers are still to be guessed
record NestedMatrix(Matrix cosines, boolean own, boolean hidden) implements Figure {
  private static final double LEFT = 42, TOP = 40;

  private static boolean worded(double width, double height) { return width >= 120 && height >= 100; }

  private Inset grid(double width, double height) {
    if (!worded(width, height)) return new Inset(2, 2, Math.min(width, height) - 4, Math.min(width, height) - 4);
    double side = Math.max(10, Math.min(width - LEFT, height - TOP));
    return new Inset(LEFT, TOP, side, side);
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    if (worded(width, height)) drawTitles(pen, width, height, theme);
    Inset grid = grid(width, height);
    int n = cosines.rows();
    double cell = grid.width() / n;
    for (int r = 0; r < n; r++) for (int c = 0; c < n; c++) drawCell(pen, theme, grid, cell, r, c);
  }

  private void drawTitles(Pen pen, double width, double height, Theme theme) {
    Heading.draw(pen, theme, 0, 14, width,
        Words.of(own ? "claimfeatures.nested.own" : "claimfeatures.nested.twin_title"),
        Words.of(own ? "claimfeatures.nested.own_rest" : "claimfeatures.nested.twin_rest"));
    Inset grid = grid(width, height);
    double cell = grid.width() / cosines.rows();
    pen.fill(theme.muted());
    for (int k = 0; k < cosines.rows(); k++) {
      pen.text(Words.of("claimfeatures.nested.component", k + 1), grid.left() + (k + .5) * cell, grid.top() - 6,
          new Type(Face.NUMBER, 11), Align.CENTRE);
      pen.text(Words.of("claimfeatures.nested.unit", k + 1), grid.left() - 6, grid.top() + (k + .5) * cell + 4,
          new Type(Face.TEXT, 11), Align.RIGHT);
    }
  }

  private void drawCell(Pen pen, Theme theme, Inset grid, double cell, int r, int c) {
    double x = grid.left() + c * cell, y = grid.top() + r * cell, value = cosines.at(r, c);
    int ground = hidden ? theme.page() : Palette.mix(theme.card(), own ? theme.accent() : theme.muted(), .92 * value);
    pen.fill(ground);
    pen.fillRect(x + .5, y + .5, cell - 1, cell - 1);
    pen.stroke(r == c ? theme.ink() : theme.line(), r == c ? 1.2 : 1, Marks.SOLID);
    pen.strokeRect(x + .5, y + .5, cell - 1, cell - 1);
    if (cell < 24) return;
    pen.fill(Palette.inkOn(theme, ground));
    Type type = new Type(r == c ? Face.NUMBER_BOLD : Face.NUMBER, cell < 32 ? 10 : 11);
    pen.text(hidden ? Words.of("claimfeatures.unknown") : written(value, cell), x + cell / 2, y + cell / 2 + 4, type,
        Align.CENTRE);
  }

  /// Without the leading 0 where cells are small.
  private static String written(double value, double cell) {
    String number = Numbers.fixed(value, 2);
    return cell < 34 && number.startsWith("0") ? number.substring(1) : number;
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Inset grid = grid(width, height);
    if (!grid.contains(x, y)) return Optional.empty();
    double cell = grid.width() / cosines.rows();
    int r = Math.min(cosines.rows() - 1, (int) ((y - grid.top()) / cell)),
        c = Math.min(cosines.rows() - 1, (int) ((x - grid.left()) / cell));
    return Optional.of(new Hit.Place(c, r, Words.of("claimfeatures.nested.told", r + 1, c + 1,
        hidden ? Words.of("claimfeatures.unknown") : Numbers.fixed(cosines.at(r, c), 7))));
  }
}
