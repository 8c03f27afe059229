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
import dropoutlab.frame.bench.FeaturesPicture.TakenAway;
import dropoutlab.frame.bench.FeaturesPicture.TakenAway.Errors;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What each unit looks at, for the network and for its twin, with what its loss alone costs; the dearest first.
record TakenUnits(TakenAway of, boolean hidden) implements Figure {
  private static final int COLUMNS = 4;
  private static final double GAP = 6, CAPTION = 15, HEAD = 22, WORDED = 34;

  private int rows() { return (of.units() + COLUMNS - 1) / COLUMNS; }

  private double cell(double width, double height) {
    double across = (width - (COLUMNS - 1) * GAP) / COLUMNS;
    return Math.max(4, Math.min(across, (height / 2 - HEAD - 8) / rows() - CAPTION - 4));
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    drawNetwork(pen, width, height, theme, true);
    drawNetwork(pen, width, height, theme, false);
  }

  private void drawNetwork(Pen pen, double width, double height, Theme theme, boolean own) {
    String name = own ? Shown.dropRate(of.p()) : Words.of("claimfeatures.taken.twin_name");
    double top = own ? 0 : height / 2;
    Heading.draw(pen, theme, 0, top + 14, width, name, Words.of("claimfeatures.taken.look"));
    Matrix units = own ? of.ownUnits() : of.twinUnits();
    double largest = Math.max(units.max(), -units.min());
    List<Integer> order = order(own);
    for (int i = 0; i < order.size(); i++) {
      Inset at = place(i, top, width, height);
      pen.image(picture(units, order.get(i), largest, theme), side(units), side(units), at.left(), at.top(), at.width(),
          at.height(), false);
      pen.stroke(own ? theme.accent() : theme.muted(), own ? 1.4 : 1, own ? Marks.SOLID : new double[] {4, 2.5});
      pen.strokeRect(at.left() - .5, at.top() - .5, at.width() + 1, at.height() + 1);
      if (at.width() < WORDED) continue;
      pen.fill(theme.muted());
      pen.text(cost(own, order.get(i)), at.left() + at.width() / 2, at.bottom() + 12, new Type(Face.NUMBER, 10.5),
          Align.CENTRE);
    }
  }

  private Inset place(int i, double top, double width, double height) {
    double cell = cell(width, height);
    return new Inset(i % COLUMNS * (cell + GAP), top + HEAD + i / COLUMNS * (cell + CAPTION + 4), cell, cell);
  }

  private static int side(Matrix units) { return (int) Math.round(Math.sqrt(units.cols())); }

  private static int[] picture(Matrix units, int unit, double largest, Theme theme) {
    int[] cells = new int[units.cols()];
    for (int i = 0; i < cells.length; i++) cells[i] = Palette.diverging(theme, units.at(unit, i) / largest);
    return cells;
  }

  private Errors errors(boolean own) { return own ? of.shown().own() : of.shown().twin(); }

  /// The order would tell the answer too.
  private List<Integer> order(boolean own) {
    List<Double> alone = errors(own).alone();
    return IntStream.range(0, of.units()).boxed().sorted(own && hidden ? Comparator.naturalOrder()
        : Comparator.comparingDouble((Integer unit) -> -alone.get(unit))).toList();
  }

  /// By how much more answers are wrong without the unit.
  private String cost(boolean own, int unit) {
    if (own && hidden) return Words.of("claimfeatures.unknown");
    double more = errors(own).alone().get(unit) - errors(own).none();
    return more > 0 ? "+" + Shown.percent(more) : Shown.percent(more);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    for (boolean own : new boolean[] {true, false}) {
      List<Integer> order = order(own);
      for (int i = 0; i < order.size(); i++)
        if (place(i, own ? 0 : height / 2, width, height).contains(x, y))
          return Optional.of(new Hit.Place(i, 0, Words.of("claimfeatures.taken.told_unit", order.get(i) + 1,
          cost(own, order.get(i)))));
    }
    return Optional.empty();
  }
}
