package dropoutlab.figure.sweep;

import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.TextMeasure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.predict.sweep.Column;
import dropoutlab.predict.sweep.Paired;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;

/// The table under the panels, on the same columns: pairs, median, on how many lower, sign test.
record SweepRows(SweepView view, Series series, ColumnAxis axis) {
  private static final double SIGNIFICANT = .05;

  static final List<Integer> ALL = List.of(0, 1, 2, 3);

  static List<String> titles() {
    return List.of(Words.of("sweepfigure.row.pairs"), Words.of("sweepfigure.row.median"),
        Words.of("sweepfigure.row.lower"), Words.of("sweepfigure.row.sign"));
  }

  /// What stands at the right of the rows.
  static List<String> sides(SweepView view) {
    if (!view.paired()) return List.of();
    return List.of(Words.of("sweepfigure.row.pairs.of", view.table().seeds()),
        view.words().differenceUnit(), Words.of("sweepfigure.row.lower.of"),
        Words.count("sweepfigure.row.sign.of", view.statistics().tested()));
  }

  String cell(int row, Column column) {
    Optional<Paired> paired = column.paired();
    if (row == 0) return Integer.toString(paired.map(Paired::pairs).orElse(column.results()));
    if (paired.isEmpty() || paired.get().pairs() == 0) return "";
    return switch (row) {
      case 1 -> view.words().difference(paired.get().median());
      case 2 -> Integer.toString(paired.get().lower());
      default -> view.words().p(p(column));
    };
  }

  /// A value that is judged alone has nothing to be adjusted over.
  private double p(Column column) {
    boolean alone = view.confirmed().stream().anyMatch(each -> each.column() == column);
    return alone ? column.paired().orElseThrow().sign() : column.holm();
  }

  boolean isBold(int row, Column column) { return row == 3 && column.paired().isPresent() && p(column) < SIGNIFICANT; }

  void draw(Pen pen, Theme theme, StandingLayout at) {
    for (int i = 0; i < at.rows().size(); i++) {
      int row = at.rows().get(i);
      double baseline = at.rowBaseline(i);
      pen.fill(theme.muted());
      pen.text(titles().get(row), 0, baseline, at.small(), Align.LEFT);
      if (at.sides())
        pen.text(Fit.within(pen, sides(view).get(row), at.small(), at.width() - at.right() - 12), at.right() + 12,
            baseline,
            at.small(), Align.LEFT);
      drawRow(pen, theme, at, row, baseline);
    }
  }

  private double widest(int row, Type type) {
    return series.columns().stream().mapToDouble(column -> TextMeasure.width(cell(row, column), type)).max().orElse(0);
  }

  /// Returns the rows whose numbers fit into the columns.
  List<Integer> fitting(Type type) {
    return ALL.stream().filter(row -> widest(row, type) + 3 <= axis.width()).toList();
  }

  private void drawRow(Pen pen, Theme theme, StandingLayout at, int row, double baseline) {
    double half = widest(row, at.number()) / 2;
    for (int i = 0; i < series.columns().size(); i++) {
      Column column = series.columns().get(i);
      boolean chosen = view.isChosen(column.point());
      Type type = isBold(row, column) ? at.numberBold() : at.number();
      pen.fill(chosen && view.drops(column.point()) ? theme.accent() : theme.ink());
      pen.text(cell(row, column), axis.centres()[i] + half, baseline, type, Align.RIGHT);
    }
    pen.fill(theme.ink());
    for (int i = 0; i < view.confirmed().size(); i++) {
      Column column = view.confirmed().get(i).column();
      pen.text(cell(row, column), axis.anew()[i] + half, baseline, isBold(row, column) ? at.numberBold() : at.number(),
          Align.RIGHT);
    }
  }
}
