package dropoutlab.figure.sweep;

import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.DataTable.Column;
import dropoutlab.figure.plot.Description;
import dropoutlab.spec.sweep.Axis;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A sweep in words, and its numbers: the finding, then each column; a row for each point and seed.
record SweepTold(SweepView view) {
  Description description() {
    List<String> sentences = new ArrayList<>(view.words().finding());
    for (dropoutlab.predict.sweep.Column column : view.statistics().columns())
      if (column.results() > 0) sentences.add(Words.of("sweepfigure.sentence", view.words().column(column.point())));
    return new Description(Words.of("sweepfigure.title", view.words().measured(), view.words().axis(0)), sentences);
  }

  Optional<DataTable> table() {
    DataTable.Rows rows = new DataTable.Rows(columns());
    for (dropoutlab.predict.sweep.Column column : view.statistics().columns())
      for (int seed = 0; seed < column.values().size(); seed++) rows.add(row(column, seed));
    return rows.table();
  }

  private List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    List<Axis> axes = view.sweep().axes();
    IntStream.range(0, axes.size()).forEach(i -> columns.add(new Column(view.words().axis(i))));
    columns.add(new Column(Words.of("sweepfigure.table.seed")));
    columns.add(new Column(Words.of("sweepfigure.table.state")));
    columns.add(new Column(view.words().measured(), view.unit()));
    if (!view.paired()) return columns;
    columns.add(new Column(view.partner(), view.unit()));
    columns.add(new Column(Words.of("sweepfigure.table.difference"), view.words().differenceUnit()));
    return columns;
  }

  private List<Object> row(dropoutlab.predict.sweep.Column column, int seed) {
    List<Object> row = new ArrayList<>();
    view.sweep().at(column.point()).forEach(point -> row.add(point.label()));
    row.add(view.seedAt(seed));
    row.add(Words.name("sweepfigure.state", view.table().value(column.point(), seed).state()));
    row.add(shown(column.values().get(seed)));
    if (!view.paired()) return row;
    row.add(shown(column.partners().get(seed)));
    row.add(shown(column.paired().map(paired -> paired.differences().get(seed)).orElse(Double.NaN)));
    return row;
  }

  /// In the unit of the figure; what is not finite has no number.
  private Object shown(double value) { return Double.isFinite(value) ? value * view.factor() : null; }
}
