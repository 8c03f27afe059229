package dropoutlab.figure.learned;

import dropoutlab.data.DataSet;
import dropoutlab.data.Schema;
import dropoutlab.figure.plot.Cells;
import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Measured;
import dropoutlab.figure.plot.Summary;
import dropoutlab.figure.plot.Than;
import dropoutlab.figure.plot.Which;
import dropoutlab.frame.Learned;
import dropoutlab.frame.Matrix;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What a [DecisionFigure] says of itself: which class has which share of the map, how sure the network is, and how far
/// the twin agrees.
public final class DecisionTold {
  private static final double SURE = .75;
  /// Mean probabilities that differ by less are called alike.
  private static final double ALIKE = .005;
  private static final int MOST_CLASSES = 4;

  private final DataSet data;
  private final Schema schema;
  private final Cells cells;
  private final Learned.DecisionMap map;
  private final Which which;
  private final Matrix shown;
  private final Matrix other;

  public DecisionTold(DataSet data, Learned.DecisionMap map, Which which) {
    this.data = data;
    this.schema = data.schema();
    this.cells = new Cells(map.window(), map.columns(), map.rows());
    this.map = map;
    this.which = which;
    this.shown = which == Which.TWIN ? map.twin() : map.network();
    this.other = which == Which.TWIN ? map.network() : map.twin();
  }

  Description describe() {
    String title = switch (which) {
      case NETWORK -> Words.of("told.decision.title");
      case TWIN -> Words.of("told.decision.title.twin");
      case GAP -> Words.of("told.decision.title.gap");
    };
    if (which != Which.NETWORK && map.twin().isEmpty()) return Description.of(title, Words.of("told.no_twin"));
    if (finite(shown).isEmpty()) return Description.of(title, drawn(), Words.of("told.not_finite"));
    if (which == Which.GAP) return Description.of(title, drawn(), gaps(), agreement());
    return Description.of(title, drawn(), shares(), sureness(), rightGround(), agreement());
  }

  private String drawn() {
    String over = over(schema, cells), dots = Words.count("told.training", data.train().size());
    boolean two = shown.cols() == 2;
    String last = schema.className(1);
    if (which == Which.GAP) return two ? Words.of("told.decision.gap.two", last, over, dots)
        : Words.of("told.decision.gap.many", over, dots);
    return two ? Words.of("told.decision.two", last, schema.className(0), over, dots)
        : Words.of("told.decision.many", schema.classes().size(), over, dots);
  }

  /// "x1 from −2 to 3 and x2 from −1 to 2".
  public static String over(Schema schema, Cells cells) {
    return Words.of("told.place",
        Measured.input(schema, 0).range(cells.window().xMin(), cells.window().xMax()),
        Measured.input(schema, 1).range(cells.window().yMin(), cells.window().yMax()));
  }

  /// "x1 0.5 and x2 1.2".
  public static String place(Schema schema, Cells cells, int cell) {
    return Words.of("told.place", Measured.input(schema, 0).at(cells.x(cell)),
        Measured.input(schema, 1).at(cells.y(cell)));
  }

  private static List<Integer> finite(Matrix of) {
    return IntStream.range(0, of.rows()).filter(cell -> Double.isFinite(of.at(cell, 0))).boxed().toList();
  }

  /// Of many classes the largest.
  public String shares() {
    int[] counts = new int[shown.cols()];
    List<Integer> finite = finite(shown);
    for (int cell : finite) counts[DecisionFigure.best(shown, cell)]++;
    List<Integer> order = IntStream.range(0, counts.length).boxed().sorted(Comparator.comparingInt(c -> -counts[c]))
        .toList();
    int named = counts.length <= MOST_CLASSES ? counts.length : MOST_CLASSES - 1, left = finite.size();
    List<String> shares = new ArrayList<>();
    for (int c : order.subList(0, named)) {
      shares.add(Words.of("told.decision.share", schema.className(c),
          Shown.percent((double) counts[c] / finite.size())));
      left -= counts[c];
    }
    if (named < counts.length)
      shares.add(Words.count("told.decision.others", counts.length - named,
          Shown.percent((double) left / finite.size())));
    return Words.of("told.decision.shares", Words.list(shares));
  }

  private static double sureness(Matrix of) {
    return Summary.of(of.rows(), cell -> of.at(cell, DecisionFigure.best(of, cell))).mean();
  }

  public String sureness() {
    List<Integer> finite = finite(shown);
    long unsure = finite.stream().filter(cell -> shown.at(cell, DecisionFigure.best(shown, cell)) < SURE).count();
    return Words.of("told.decision.sure", Numbers.fixed(sureness(shown), 3),
        Shown.percent((double) unsure / finite.size()), Numbers.fixed(SURE, 2));
  }

  /// How many training examples lie on cells of their own class.
  private String rightGround() {
    int inside = 0, right = 0;
    for (int row = 0; row < data.train().size(); row++) {
      int cell = cells.at(schema.inputScaling().toRaw(0, data.train().x().at(row, 0)),
          schema.inputScaling().toRaw(1, data.train().x().at(row, 1)));
      if (cell < 0) continue;
      inside++;
      if (DecisionFigure.best(shown, cell) == data.train().label(row)) right++;
    }
    return inside == 0 ? "" : Words.count("told.decision.right", right, Numbers.count(inside));
  }

  private String agreement() {
    if (other.isEmpty() || finite(other).isEmpty()) return "";
    List<Integer> both = finite(shown).stream().filter(cell -> Double.isFinite(other.at(cell, 0))).toList();
    long same = both.stream().filter(cell -> DecisionFigure.best(shown, cell) == DecisionFigure.best(other, cell))
        .count();
    String agree = Shown.percent(both.isEmpty() ? 0 : (double) same / both.size());
    String name = Words.of(which == Which.TWIN ? "told.network" : "told.twin"),
        mean = Numbers.fixed(sureness(other), 3);
    return switch (Than.of(sureness(other), sureness(shown), ALIKE)) {
      case LOWER -> Words.of("told.decision.other.less", agree, name, mean);
      case ALIKE -> Words.of("told.decision.other.alike", agree, name, mean);
      case HIGHER -> Words.of("told.decision.other.surer", agree, name, mean);
    };
  }

  private int told(int cell) { return map.network().cols() == 2 ? 1 : DecisionFigure.best(map.network(), cell); }

  private double gap(int cell) { return map.network().at(cell, told(cell)) - map.twin().at(cell, told(cell)); }

  private String gaps() {
    Summary gaps = Summary.of(cells.size(), this::gap), sizes = Summary.of(cells.size(), cell -> Math.abs(gap(cell)));
    if (gaps.isEmpty()) return Words.of("told.not_finite");
    return Words.of("told.decision.gaps", Shown.signed(gaps.least()), place(schema, cells, gaps.leastAt()),
        Shown.signed(gaps.most()), place(schema, cells, gaps.mostAt()), Numbers.reading(sizes.mean()));
  }

  Optional<DataTable> table() {
    if (shown.isEmpty() || which != Which.NETWORK && map.twin().isEmpty()) return Optional.empty();
    return which == Which.GAP ? gapTable() : probabilities();
  }

  private Optional<DataTable> probabilities() {
    List<DataTable.Column> columns = new ArrayList<>(places(schema));
    for (int c = 0; c < shown.cols(); c++)
      columns.add(new DataTable.Column(Words.of("figure.probability", schema.className(c))));
    DataTable.Rows rows = new DataTable.Rows(columns);
    for (int cell = 0; cell < cells.size(); cell++) {
      List<Object> row = new ArrayList<>(List.of(cells.x(cell), cells.y(cell)));
      for (int c = 0; c < shown.cols(); c++) row.add(shown.at(cell, c));
      rows.add(row);
    }
    return rows.table();
  }

  /// The columns of the place of a cell.
  public static List<DataTable.Column> places(Schema schema) {
    return List.of(Measured.input(schema, 0).column(), Measured.input(schema, 1).column());
  }

  private Optional<DataTable> gapTable() {
    List<DataTable.Column> columns = new ArrayList<>(places(schema));
    for (String name : List.of(Words.of("told.class"), Words.of("told.decision.column.network"),
        Words.of("told.decision.column.twin"), Words.of("figure.name.gap"))) columns.add(new DataTable.Column(name));
    DataTable.Rows rows = new DataTable.Rows(columns);
    for (int cell = 0; cell < cells.size(); cell++)
      rows.add(cells.x(cell), cells.y(cell), schema.className(told(cell)), map.network().at(cell, told(cell)),
          map.twin().at(cell, told(cell)), gap(cell));
    return rows.table();
  }
}
