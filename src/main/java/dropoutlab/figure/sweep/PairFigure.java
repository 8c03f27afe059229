package dropoutlab.figure.sweep;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.predict.sweep.Column;
import dropoutlab.predict.sweep.SweepWords;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// One value against its partner, each seed a dot: below the dashed diagonal the value is lower. What is not finite on
/// one side stands in a strip behind a break.
public record PairFigure(SweepWords words, SweepLook look) implements Figure {
  private static final double REACH = 7;

  /// Returns the column that is shown: the chosen one, or else the best; empty if it has no pairs.
  private Optional<Column> column(SweepView view) {
    return view.chosen().stream().mapToObj(view::column).filter(column -> column.paired().isPresent()).findFirst();
  }

  private Optional<PairPlot> plot(double width, double height) {
    SweepView view = new SweepView(words, look);
    return column(view).map(column -> new PairPlot(view, column, width, height));
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Optional<PairPlot> plot = plot(width, height);
    if (plot.isPresent()) {
      plot.get().draw(pen, theme);
    } else if (Axes.roomForWords(width, height)) {
      Pen.Type type = new Pen.Type(Pen.Face.TEXT, Axes.textSize(width, height));
      pen.fill(theme.muted());
      pen.text(Words.of("sweepfigure.pair.none"), width / 2, height / 2, type, Pen.Align.CENTRE);
    }
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    return plot(width, height).flatMap(plot -> plot.dots().stream()
        .min(Comparator.comparingDouble(dot -> dot.distance(x, y))).filter(dot -> dot.distance(x, y) <= REACH)
        .map(dot -> new RunWords(plot.view()).hit(dot)));
  }

  @Override public Description describe() {
    SweepView view = new SweepView(words, look);
    Optional<Column> column = column(view);
    if (column.isEmpty()) return Description.of(Words.of("sweepfigure.pair.none"));
    int point = column.get().point();
    return Description.of(Words.of("sweepfigure.pair.title", words.named(point), words.partner()),
        Words.of("sweepfigure.sentence", words.column(point)));
  }

  @Override public Optional<DataTable> table() {
    SweepView view = new SweepView(words, look);
    return column(view).flatMap(column -> table(view, column));
  }

  private Optional<DataTable> table(SweepView view, Column column) {
    List<DataTable.Column> columns = new ArrayList<>(List.of(new DataTable.Column(Words.of("sweepfigure.table.seed")),
        new DataTable.Column(words.partner(), view.unit()),
            new DataTable.Column(words.named(column.point()), view.unit())));
    DataTable.Rows rows = new DataTable.Rows(columns);
    for (int seed = 0; seed < column.values().size(); seed++)
      if (!Double.isNaN(column.paired().orElseThrow().differences().get(seed)))
        rows.add(view.seedAt(seed), shown(view, column.partners().get(seed)), shown(view, column.values().get(seed)));
    return rows.table();
  }

  /// What is not finite has no number.
  private static Object shown(SweepView view, double value) {
    return Double.isFinite(value) ? value * view.factor() : null;
  }
}
