package dropoutlab.figure.learned;

import dropoutlab.data.DataSet;
import dropoutlab.data.Schema;
import dropoutlab.figure.plot.ColourBar;
import dropoutlab.figure.plot.Contour;
import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Plane;
import dropoutlab.figure.plot.Ranged;
import dropoutlab.figure.plot.Ranges;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.plot.Which;
import dropoutlab.frame.Learned;
import dropoutlab.frame.Matrix;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;

/// What a classifier of two inputs has learned: class probabilities as colour, the border between the classes as a
/// line, and the training points on top. Two classes stand on the diverging scale; of more, the most probable class
/// gives the colour and its confidence the strength.
///
/// The gap is the network's probability minus the twin's: of the second of two classes, or else of the class that the
/// network thinks most probable.
public final class DecisionFigure implements Ranged {
  private static final double STRENGTH = .8;
  private static final double[] BAR_ENDS = {.05, .1, .2, .5, 1};

  private static final String GAP = "gap";

  private final DataSet data;
  private final Schema schema;
  private final DecisionTold told;
  private final Learned.DecisionMap map;
  private final Which which;
  private final MapPoints points;
  private final Optional<List<Double>> probe;
  private final Matrix shown;
  private final Contour border = new Contour();
  private final double gapEnd;
  private final boolean bar;

  public DecisionFigure(DataSet data, Learned.DecisionMap map, Which which) {
    this(data, map, which, Optional.empty());
  }

  /// @param probe a place in the user's units (x, y) to mark
  public DecisionFigure(DataSet data, Learned.DecisionMap map, Which which, Optional<List<Double>> probe) {
    this(data, map, which, probe, which == Which.GAP, Ranges.NONE);
  }

  /// The network's map with its colours explained below, so that it is as large as other maps with bars.
  public static DecisionFigure withBar(DataSet data, Learned.DecisionMap map, Optional<List<Double>> probe) {
    return new DecisionFigure(data, map, Which.NETWORK, probe, true, Ranges.NONE);
  }

  private DecisionFigure(DataSet data, Learned.DecisionMap map, Which which, Optional<List<Double>> probe,
                         boolean bar, Ranges wider) {
    this.data = data;
    this.bar = bar;
    this.schema = data.schema();
    this.told = new DecisionTold(data, map, which);
    this.map = map;
    this.which = which;
    this.points = new MapPoints(data);
    this.probe = probe;
    this.shown = which == Which.TWIN ? map.twin() : map.network();
    this.gapEnd = which == Which.GAP && !map.twin().isEmpty() ? wider.top(GAP, gapEnd()) : 1;
    if (!missing() && which != Which.GAP) addBorders();
  }

  @Override public Ranges ranges() { return which == Which.GAP ? Ranges.NONE.with(GAP, 0, gapEnd) : Ranges.NONE; }

  @Override public Figure within(Ranges ranges) { return new DecisionFigure(data, map, which, probe, bar, ranges); }

  private boolean missing() { return which != Which.NETWORK && map.twin().isEmpty(); }

  private void addBorders() {
    if (shown.cols() == 2) {
      border.add(map.columns(), map.rows(), cell -> shown.at(cell, 1) - shown.at(cell, 0));
      return;
    }
    for (int k = 0; k < shown.cols(); k++) {
      int index = k;
      border.add(map.columns(), map.rows(), cell -> lead(cell, index));
    }
  }

  /// By how much class `index` is more probable than the best of the others.
  private double lead(int cell, int index) {
    double others = 0;
    for (int k = 0; k < shown.cols(); k++) if (k != index) others = Math.max(others, shown.at(cell, k));
    return shown.at(cell, index) - others;
  }

  /// The smallest round number that no difference exceeds, so that the scale rarely changes.
  private double gapEnd() {
    double largest = 0;
    for (int cell = 0; cell < map.network().rows(); cell++) largest = Math.max(largest, Math.abs(gap(cell)));
    for (double end : BAR_ENDS) if (largest <= end) return end;
    return 1;
  }

  private double gap(int cell) {
    int index = map.network().cols() == 2 ? 1 : best(map.network(), cell);
    return map.network().at(cell, index) - map.twin().at(cell, index);
  }

  public static int best(Matrix probabilities, int cell) {
    int best = 0;
    for (int k = 1; k < probabilities.cols(); k++)
      if (probabilities.at(cell, k) > probabilities.at(cell, best)) best = k;
    return best;
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Plane plane = plane(width, height);
    if (missing()) {
      drawMissing(pen, plane, theme);
      return;
    }
    plane.drawGrid(pen, map.columns(), map.rows(), cell -> colour(theme, cell));
    pen.stroke(Palette.mix(theme.neutral(), theme.ink(), .7), 1.3, Marks.SOLID);
    border.draw(pen, plane);
    points.drawClasses(pen, plane, theme);
    probe.ifPresent(at -> plane.drawProbe(pen, at.get(0), at.get(1)));
    plane.drawFrame(pen, theme);
    plane.drawAxes(pen, schema.inputs().get(0), schema.inputs().get(1), theme);
    if (bar) drawBar(pen, plane, height, theme);
  }

  private void drawBar(Pen pen, Plane plane, double height, Theme theme) {
    boolean gap = which == Which.GAP;
    if (!gap && shown.cols() > 2)
      ClassBar.draw(pen, plane, height, schema.classes(), (index, sure) -> strength(theme, index, sure), theme);
    else
      ColourBar.draw(pen, plane, height, gap ? Numbers.brief(-gapEnd) : "0",
          gap ? gapTitle() : probability(1), gap ? Shown.signedBrief(gapEnd) : "1",
          share -> soft(theme, Palette.diverging(theme, 2 * share - 1)), theme);
  }

  private Plane plane(double width, double height) {
    return Plane.of(map.window(), width, height, bar);
  }

  private int colour(Theme theme, int cell) {
    if (which == Which.GAP) return soft(theme, Palette.diverging(theme, gap(cell) / gapEnd));
    if (shown.cols() == 2) return soft(theme, Palette.diverging(theme, 2 * shown.at(cell, 1) - 1));
    int best = best(shown, cell);
    double chance = 1.0 / shown.cols();
    double confidence = (shown.at(cell, best) - chance) / (1 - chance);
    return strength(theme, best, confidence);
  }

  private static int strength(Theme theme, int index, double confidence) {
    return soft(theme, Palette.mix(theme.neutral(), Palette.categorical(theme, index), .1 + .75 * confidence));
  }

  /// A little paler than the dots, so that these stand out.
  private static int soft(Theme theme, int argb) { return Palette.mix(theme.card(), argb, STRENGTH); }

  private String gapTitle() {
    String top = Words.of("figure.decision.top_class");
    return Words.of("figure.gap", map.network().cols() == 2 ? probability(1) : Words.of("figure.probability", top));
  }

  static void drawMissing(Pen pen, Plane plane, Theme theme) {
    Type words = new Type(Face.TEXT, 12);
    plane.drawFrame(pen, theme);
    pen.fill(theme.muted());
    String text = Fit.firstThatFits(pen, words, plane.width() - 8, Words.of("figure.no_twin"),
        Words.of("figure.no_twin.brief"));
    pen.text(text, plane.left() + plane.width() / 2, plane.top() + plane.height() / 2 + 4, words, Align.CENTRE);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Plane plane = plane(width, height);
    if (missing() || !plane.contains(x, y)) return Optional.empty();
    int cell = plane.cell(x, y, map.columns(), map.rows());
    double xData = plane.xData(x);
    double yData = plane.yData(y);
    return Optional.of(new Hit.Place(xData, yData, placeText(schema, xData, yData) + "\n" + text(cell)));
  }

  public static String placeText(Schema schema, double xData, double yData) {
    return Words.of("figure.place",
        Words.of("figure.equals", schema.inputs().get(0), Numbers.reading(xData, schema.inputSpread(0))),
        Words.of("figure.equals", schema.inputs().get(1), Numbers.reading(yData, schema.inputSpread(1))));
  }

  private String text(int cell) {
    if (which == Which.GAP)
      return Words.of("figure.told", Words.of("figure.name.gap"),
          Words.of("figure.equals", gapTitle(), Shown.signed(gap(cell))));
    int told = shown.cols() == 2 ? 1 : best(shown, cell);
    return Words.of("figure.equals", probability(told), Numbers.fixed(shown.at(cell, told), 3));
  }

  private String probability(int index) {
    return Words.of("figure.probability", schema.className(index));
  }

  @Override public Description describe() { return told.describe(); }

  @Override public Optional<DataTable> table() { return told.table(); }
}
