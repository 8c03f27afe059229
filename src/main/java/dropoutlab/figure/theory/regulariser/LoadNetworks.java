package dropoutlab.figure.theory.regulariser;

import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.bench.RegulariserPicture;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.Optional;

/// The twin's network and that with dropout, side by side: the area of a unit is its load, the width of a line the size
/// of its weight.
record LoadNetworks(RegulariserPicture.Equalise of, boolean hidden) implements Figure {
  private static final Type TITLE = new Type(Face.TEXT_BOLD, 11.5), SMALL = new Type(Face.TEXT, 11),
      NUMBER = new Type(Face.TEXT_MEDIUM, 10.5);
  private static final double TOP = 34, FOOT = 24, NODE = 4.2, WIDEST = 2.6;

  private record Place(double left, double right, double top, double bottom, double largest) {
    double middle() { return (left + right) / 2; }

    double y(int i, int count) { return count == 1 ? (top + bottom) / 2 : top + (bottom - top) * i / (count - 1); }
  }

  private Place place(int network, double width, double height) {
    double each = (width - 26) / 2, left = network * (each + 26) + 6;
    double top = TOP + 14, bottom = height - FOOT - 14;
    double largest = Math.min(.42 * (bottom - top) / Math.max(1, of.units() - 1), .17 * each);
    return new Place(left, left + each - 12, top, bottom, largest);
  }

  private RegulariserPicture.Run run(int network) { return network == 0 ? of.twin() : of.dropout(); }

  private double largestLoad() {
    return Math.max(of.twin().loads().stream().mapToDouble(d -> d).max().orElse(1),
        hidden ? 0 : of.dropout().loads().stream().mapToDouble(d -> d).max().orElse(1));
  }

  private double radius(Place at, double load) { return Math.max(2.5, at.largest * Math.sqrt(load / largestLoad())); }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    for (int network = 0; network < 2; network++) {
      Place at = place(network, width, height);
      pen.fill(network == 0 ? theme.muted() : theme.accent());
      pen.text(network == 0 ? Words.of("claimregulariser.level.twin_title")
          : Shown.dropRate(of.p()), at.middle(), TOP - 10, TITLE,
          Align.CENTRE);
      boolean unknown = hidden && network == 1;
      if (!unknown) {
        edges(pen, theme, at, run(network).into(), true);
        edges(pen, theme, at, run(network).outOf(), false);
      }
      nodes(pen, theme, at, network == 0, unknown);
    }
    pen.fill(theme.muted());
    pen.text(Words.of("claimregulariser.level.area"), width - 6, height - 8, SMALL, Align.RIGHT);
  }

  private void edges(Pen pen, Theme theme, Place at, Matrix weights, boolean into) {
    double largest = Math.max(Math.abs(weights.min()), Math.abs(weights.max()));
    if (!(largest > 0)) return;
    double from = into ? at.left : at.middle(), to = into ? at.middle() : at.right, bend = .5 * (to - from);
    for (int i = 0; i < weights.rows(); i++)
      for (int j = 0; j < weights.cols(); j++) {
        double share = weights.at(i, j) / largest;
        pen.stroke(Palette.withAlpha(share > 0 ? theme.positive() : theme.negative(), .25 + .6 * Math.abs(share)),
            Math.max(.4, WIDEST * Math.abs(share)), Marks.SOLID);
        double y1 = at.y(i, weights.rows()), y2 = at.y(j, weights.cols());
        pen.curve(from, y1, from + bend, y1, to - bend, y2, to, y2);
      }
  }

  private void nodes(Pen pen, Theme theme, Place at, boolean twin, boolean unknown) {
    for (int i = 0; i < of.twin().into().rows(); i++) node(pen, theme, at.left, at.y(i, of.twin().into().rows()));
    for (int i = 0; i < of.twin().outOf().cols(); i++) node(pen, theme, at.right, at.y(i, of.twin().outOf().cols()));
    for (int unit = 0; unit < of.units(); unit++) {
      double load = (twin ? of.twin() : of.dropout()).loads().get(unit), y = at.y(unit, of.units());
      double radius = unknown ? .7 * at.largest : radius(at, load);
      pen.fill(theme.card());
      pen.fillOval(at.middle(), y, radius + 1);
      if (twin || unknown) pen.stroke(twin ? theme.muted() : theme.accent(), 1.6, 3, 2.2);
      else pen.stroke(theme.accent(), 1.8, Marks.SOLID);
      pen.strokeOval(at.middle(), y, radius);
      number(pen, theme, at, y, radius, twin, unknown ? Words.of("claimregulariser.unknown") : Numbers.fixed(load, 1));
    }
  }

  /// Beside the unit where it is too small for its number.
  private static void number(Pen pen, Theme theme, Place at, double y, double radius, boolean twin, String number) {
    double wide = pen.textWidth(number, NUMBER);
    pen.fill(twin ? theme.muted() : theme.accent());
    if (2 * radius >= wide + 1) pen.text(number, at.middle(), y + 3.8, NUMBER, Align.CENTRE);
    else {
      pen.fill(Palette.withAlpha(theme.card(), .8));
      pen.fillRect(at.middle() + radius + 1, y - 6, wide + 3, 12);
      pen.fill(twin ? theme.muted() : theme.accent());
      pen.text(number, at.middle() + radius + 2.5, y + 3.8, NUMBER, Align.LEFT);
    }
  }

  private static void node(Pen pen, Theme theme, double x, double y) {
    pen.fill(theme.card());
    pen.fillOval(x, y, NODE);
    pen.stroke(theme.ink(), 1.3, Marks.SOLID);
    pen.strokeOval(x, y, NODE);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    for (int network = 0; network < (hidden ? 1 : 2); network++) {
      Place at = place(network, width, height);
      for (int unit = 0; unit < of.units(); unit++) {
        if (Math.hypot(x - at.middle(), y - at.y(unit, of.units())) > Math.max(8, at.largest)) continue;
        String load = Numbers.fixed(run(network).loads().get(unit), 6);
        return Optional.of(new Hit.Unit(1, unit, Words.of("claimregulariser.level.unit_hit", unit + 1, load)));
      }
    }
    return Optional.empty();
  }
}
