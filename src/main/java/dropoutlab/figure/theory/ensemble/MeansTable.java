package dropoutlab.figure.theory.ensemble;

import dropoutlab.figure.plot.Contour;
import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Plane;
import dropoutlab.figure.plot.TextMeasure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.Dragged;
import dropoutlab.figure.theory.Heading;
import dropoutlab.figure.theory.Showing;
import dropoutlab.figure.theory.VerdictGlyph;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Viewport;
import dropoutlab.frame.bench.Comparison;
import dropoutlab.frame.bench.EnsemblePicture.Wall;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/// Two exact means across, two answers of the engine down; where they meet stands the gap.
final class MeansTable {
  private static final Type BOLD = new Type(Face.TEXT_BOLD, 11), NUMBER = new Type(Face.NUMBER, 11);
  /// Of all gaps so many may be larger than the end of their scale.
  private static final double BEYOND = .02;
  private static final double[] ENDS = {.1, .2, .3, .5, 1};
  private static final double STEP = .05;

  private final Wall of;
  private final Showing showing;
  private final WallLayout layout;
  private final int side;
  private final double end;

  MeansTable(Wall of, Showing showing, WallLayout layout) {
    this.of = of;
    this.showing = showing;
    this.layout = layout;
    side = of.maps().side();
    end = Arrays.stream(ENDS).filter(each -> beyond(each) <= BEYOND).findFirst().orElse(1);
  }

  /// The share of the gaps that are larger.
  private double beyond(double size) {
    int beyond = 0;
    for (int row = 1; row <= 2; row++)
      for (int column = 1; column <= 2; column++)
        for (int i = 0; i < side * side; i++) if (Math.abs(gap(row, column, i)) > size) beyond++;
    return beyond / (4.0 * side * side);
  }

  /// The engine's answer of a row or, in row 0, the exact mean of a column.
  private Matrix map(int row, int column) {
    return switch (row) {
      case 0 -> column == 1 ? of.maps().geometric() : of.maps().average();
      case 1 -> of.maps().off();
      default -> of.maps().mean();
    };
  }

  private double gap(int row, int column, int cell) { return map(row, 0).get(cell) - map(0, column).get(cell); }

  private Comparison met(int row, int column) { return of.gaps().get(2 * (row - 1) + column - 1); }

  /// Whether a cell tells the answer to what is asked.
  private boolean asked(int row, int column) { return showing.hidden() && (column == 2 || row == 2); }

  private Plane plane(int row, int column) {
    Inset at = layout.cell(row, column);
    return new Plane(of.window().orElse(new Viewport(0, 1, 0, 1)), at.left(), at.top(), at.width(), at.height(), false);
  }

  void draw(Pen pen, Theme theme, ProbabilityColours colours) {
    new MeansKey(layout, end, of.window().isPresent()).draw(pen, theme, colours);
    drawNames(pen, theme);
    for (int row = 0; row < 3; row++)
      for (int column = row == 0 ? 1 : 0; column < 3; column++) {
        if (asked(row, column)) drawAsked(pen, theme, row, column);
        else if (row > 0 && column > 0) drawGap(pen, theme, row, column);
        else drawMap(pen, theme, row, column, colours);
      }
  }

  private void drawNames(Pen pen, Theme theme) {
    Inset geometric = layout.cell(0, 1), average = layout.cell(0, 2), off = layout.cell(1, 0);
    Heading.draw(pen, theme, geometric.left(), geometric.top() - 20, layout.map() * 2 + WallLayout.GAP, Words.of("claimensemble.wall.exact"),
        Words.of("claimensemble.wall.exact.rest", Numbers.count(of.all())));
    name(pen, theme, geometric, 5, Words.of("claimensemble.wall.geometric.name"), Words.of("claimensemble.wall.geometric.brief"));
    name(pen, theme, average, 5, Words.of("claimensemble.wall.average.name"));
    name(pen, theme, off, 18, Words.of("claimensemble.wall.engine"));
    name(pen, theme, off, 5, Words.of("claimensemble.wall.off.name"));
    Dragged passes = passes();
    pen.fill(theme.ink());
    pen.text(Words.of("claimensemble.wall.mean.name"), layout.cell(2, 0).left(), passes.baseline(), BOLD, Align.LEFT);
    pen.fill(theme.accent());
    passes.draw(pen, theme);
  }

  private static void name(Pen pen, Theme theme, Inset above, double up, String... wordings) {
    pen.fill(theme.ink());
    pen.text(Fit.firstThatFits(pen, BOLD, above.width() + 6, wordings), above.left(), above.top() - up, BOLD, Align.LEFT);
  }

  private Dragged passes() {
    Inset at = layout.cell(2, 0);
    double left = at.left() + TextMeasure.width(Words.of("claimensemble.wall.mean.name"), BOLD) + 4;
    return new Dragged("passes", 0, Numbers.count(of.passes()), left, at.top() - 5, new Type(Face.NUMBER_BOLD, 11),
        Words.count("claimensemble.passes", of.passes()));
  }

  private void drawMap(Pen pen, Theme theme, int row, int column, ProbabilityColours colours) {
    Plane plane = plane(row, column);
    Matrix map = map(row, column);
    plane.drawGrid(pen, side, side, cell -> colours.of(map.get(cell)));
    if (of.window().isPresent()) {
      Contour border = new Contour();
      border.add(side, side, cell -> map.get(cell) - .5);
      pen.stroke(Palette.mix(theme.neutral(), theme.ink(), .7), 1.1, Marks.SOLID);
      border.draw(pen, plane);
      drawSides(pen, theme, plane, map);
    }
    finish(pen, theme, plane);
    pen.fill(theme.ink());
    pen.text(Numbers.fixed(value(row, column), 3), plane.left() + plane.width(), plane.top() + plane.height() + 12, NUMBER, Align.RIGHT);
  }

  private double value(int row, int column) {
    return (row == 0 ? column == 1 ? of.values().geometric() : of.values().average() : row == 1 ? of.values().off() : of.values().mean()).get(0);
  }

  private void finish(Pen pen, Theme theme, Plane plane) {
    plane.drawFrame(pen, theme);
    if (of.window().isPresent()) plane.drawProbe(pen, of.cross().get(0), of.cross().get(1));
  }

  /// Which side is which, without colour.
  private void drawSides(Pen pen, Theme theme, Plane plane, Matrix map) {
    SignPlaces places = new SignPlaces(plane, side, of.cross().get(0), of.cross().get(1));
    int first = places.farthest(cell -> -map.get(cell)), second = places.farthest(map::get);
    if (map.get(first) < .4) MapSigns.side(pen, theme, places.x(first), places.y(first), false);
    if (map.get(second) > .6) MapSigns.side(pen, theme, places.x(second), places.y(second), true);
  }

  private void drawGap(Pen pen, Theme theme, int row, int column) {
    Plane plane = plane(row, column);
    plane.drawGrid(pen, side, side, cell -> Palette.diverging(theme, gap(row, column, cell) / end));
    if (of.window().isPresent()) drawSigns(pen, theme, plane, row, column);
    finish(pen, theme, plane);
    double right = plane.left() + plane.width(), y = plane.top() + plane.height() + 12;
    Comparison met = met(row, column);
    VerdictGlyph.of(met.verdict()).draw(pen, plane.left() + 7, y - 3, 12, theme);
    double gap = value(row, 0) - value(0, column);
    pen.fill(theme.ink());
    pen.text(Math.abs(gap) < 5e-4 ? Numbers.brief(gap) : Numbers.fixed(gap, 3), right, y, NUMBER, Align.RIGHT);
  }

  /// The larger gap is signed first, and the other one away from it.
  private void drawSigns(Pen pen, Theme theme, Plane plane, int row, int column) {
    SignPlaces places = new SignPlaces(plane, side, of.cross().get(0), of.cross().get(1));
    IntToDoubleFunction gap = cell -> gap(row, column, cell), less = cell -> -gap(row, column, cell);
    boolean plusFirst = gap.applyAsDouble(places.farthest(gap)) > less.applyAsDouble(places.farthest(less));
    SignPlaces left = places;
    for (boolean plus : plusFirst ? new boolean[] {true, false} : new boolean[] {false, true}) {
      int cell = left.farthest(plus ? gap : less);
      if (Math.abs(gap(row, column, cell)) < .15 * end || gap(row, column, cell) > 0 != plus) continue;
      MapSigns.gap(pen, theme, places.x(cell), places.y(cell), plus);
      left = places.without(cell);
    }
  }

  private void drawAsked(Pen pen, Theme theme, int row, int column) {
    Plane plane = plane(row, column);
    pen.stroke(theme.muted(), 1, 3, 3);
    pen.strokeRect(plane.left() + .5, plane.top() + .5, plane.width() - 1, plane.height() - 1);
    VerdictGlyph.YOUR_TURN.draw(pen, plane.left() + plane.width() / 2, plane.top() + plane.height() / 2, 16, theme);
    pen.fill(theme.ink());
    pen.text(Words.of("claimensemble.asked"), plane.left() + plane.width(), plane.top() + plane.height() + 12, NUMBER, Align.RIGHT);
  }

  Optional<Hit> hit(double x, double y) {
    Optional<Hit> passes = passes().hit(x, y);
    if (passes.isPresent()) return passes;
    for (int row = 0; row < 3; row++)
      for (int column = row == 0 ? 1 : 0; column < 3; column++) {
        Plane plane = plane(row, column);
        if (plane.contains(x, y)) return Optional.of(hit(plane, row, column, x, y));
      }
    return Optional.empty();
  }

  private Hit hit(Plane plane, int row, int column, double x, double y) {
    int cell = plane.cell(x, y, side, side);
    String told = asked(row, column) ? Words.of("claimensemble.asked")
        : row > 0 && column > 0 ? Words.of("claimensemble.wall.told.gap", Shown.signed(gap(row, column, cell)))
        : Words.of("claimensemble.wall.told", Numbers.fixed(map(row, column).get(cell), 3));
    if (of.window().isEmpty()) return new Hit.Place(0, 0, told);
    double atX = rounded(plane.xData(x)), atY = rounded(plane.yData(y));
    return new Hit.Setting("cross", List.of(atX, atY), Words.of("claimensemble.wall.place", Numbers.brief(atX), Numbers.brief(atY)) + "\n" + told);
  }

  private static double rounded(double value) { return Math.rint(value / STEP) * STEP; }
}
