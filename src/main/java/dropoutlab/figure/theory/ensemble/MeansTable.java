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
  private static final Type TEXT = new Type(Face.TEXT, 11), BOLD = new Type(Face.TEXT_BOLD, 11), NUMBER = new Type(Face.NUMBER, 11);
  private static final Type SMALL = new Type(Face.TEXT, 10);
  /// At each end of a colour bar, with the sign of the side.
  private static final double NUMBER_ROOM = 20;
  /// Of all gaps so many may be larger than the end of their scale.
  private static final double BEYOND = .02;
  private static final double[] ENDS = {.1, .2, .3, .5, 1};
  private static final double STEP = .05;
  /// Signs keep away from the rim.
  private static final double NARROW = 84;
  private static final double RIM = .12;
  private static final double FROM_CROSS = 20;

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
    drawKey(pen, theme, colours);
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

  private void drawKey(Pen pen, Theme theme, ProbabilityColours colours) {
    double left = layout.tableLeft(), top = layout.cell(0, 0).top(), wide = layout.map(), size = wide < NARROW ? 10 : 11;
    Type plain = new Type(Face.TEXT, size), bold = new Type(Face.TEXT_BOLD, size);
    pen.fill(theme.muted());
    pen.text(Fit.firstThatFits(pen, plain, wide + 6, Words.of("claimensemble.wall.meet"), Words.of("claimensemble.wall.meet.brief")), left, top + 4, plain, Align.LEFT);
    pen.fill(theme.ink());
    pen.text(Fit.within(pen, Words.of("claimensemble.wall.meet.rest"), bold, wide + WallLayout.GAP), left, top + 18, bold, Align.LEFT);
    int[] values = new int[64], gaps = new int[64];
    for (int i = 0; i < 64; i++) {
      values[i] = colours.of(i / 63.0);
      gaps[i] = Palette.diverging(theme, 2 * i / 63.0 - 1);
    }
    String name = of.window().isPresent() ? Words.of("claimensemble.wall.name") : Words.of("claimensemble.wall.name.hand");
    bar(pen, theme, values, top + 26, "0", name, "1");
    bar(pen, theme, gaps, top + 51, Numbers.brief(-end), Words.of("claimensemble.wall.gap"), Shown.signedBrief(end));
    if (of.window().isEmpty()) return;
    MapSigns.side(pen, theme, left + 14, top + 41.5, false);
    MapSigns.side(pen, theme, left + wide - 14, top + 41.5, true);
  }

  private void bar(Pen pen, Theme theme, int[] colours, double top, String low, String name, String high) {
    double left = layout.tableLeft(), right = left + layout.map();
    pen.image(colours, colours.length, 1, left, top, layout.map(), 7, true);
    pen.fill(theme.muted());
    pen.text(low, left, top + 19, NUMBER, Align.LEFT);
    pen.text(high, right, top + 19, NUMBER, Align.RIGHT);
    double ends = 2 * Math.max(NUMBER_ROOM, Math.max(pen.textWidth(low, NUMBER), pen.textWidth(high, NUMBER)) + 3);
    if (pen.textWidth(name, SMALL) <= layout.map() - ends)
      pen.text(name, (left + right) / 2, top + 19, SMALL, Align.CENTRE);
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
    for (boolean second : new boolean[] {false, true}) {
      int cell = farthest(plane, Double.NaN, Double.NaN, i -> second ? map.get(i) : 1 - map.get(i));
      if (second ? map.get(cell) > .6 : map.get(cell) < .4) MapSigns.side(pen, theme, x(plane, cell), y(plane, cell), second);
    }
  }

  /// The cell of the largest value, away from the rim, the cross, and a place that is taken.
  private int farthest(Plane plane, double takenX, double takenY, IntToDoubleFunction value) {
    int low = (int) Math.ceil(RIM * side), best = -1;
    for (int j = low; j < side - low; j++)
      for (int i = low; i < side - low; i++) {
        int cell = j * side + i;
        double away = Math.hypot(x(plane, cell) - plane.xPx(of.cross().get(0)), y(plane, cell) - plane.yPx(of.cross().get(1)));
        if (Math.hypot(x(plane, cell) - takenX, y(plane, cell) - takenY) < FROM_CROSS) continue;
        if (away > FROM_CROSS && (best < 0 || value.applyAsDouble(cell) > value.applyAsDouble(best))) best = cell;
      }
    return Math.max(0, best);
  }

  private double x(Plane plane, int cell) { return plane.left() + (cell % side + .5) / side * plane.width(); }

  private double y(Plane plane, int cell) { return plane.top() + plane.height() * (1 - (cell / side + .5) / side); }

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
    double taken = Double.NEGATIVE_INFINITY, takenY = taken;
    int plus = farthest(plane, taken, taken, i -> gap(row, column, i)), minus = farthest(plane, taken, taken, i -> -gap(row, column, i));
    boolean plusFirst = gap(row, column, plus) > -gap(row, column, minus);
    for (int sign : plusFirst ? new int[] {1, -1} : new int[] {-1, 1}) {
      int cell = farthest(plane, taken, takenY, i -> sign * gap(row, column, i));
      if (sign * gap(row, column, cell) < .15 * end) continue;
      taken = x(plane, cell);
      takenY = y(plane, cell);
      MapSigns.gap(pen, theme, taken, takenY, sign > 0);
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
