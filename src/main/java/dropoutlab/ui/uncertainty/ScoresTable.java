package dropoutlab.ui.uncertainty;

import static java.lang.Double.NaN;

import dropoutlab.data.Schema;
import dropoutlab.frame.Method;
import dropoutlab.frame.Quality.Scores;
import dropoutlab.spec.Task;
import dropoutlab.ui.fx.Controls;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Unit;
import dropoutlab.words.Words;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/// The scores of the methods that are compared, a row a method; the best of each column is bold.
final class ScoresTable extends GridPane {
  /// @param better the sign of what is better: 1 more, -1 less, 0 neither
  private record Column(String title, String tip, ToDoubleFunction<Scores> value, int better, boolean percent) {}

  ScoresTable() {
    super(30, 5);
    setId("scores");
  }

  /// The rows and columns that there will be, without numbers.
  void await(Schema schema) {
    show(Stream.of(Method.DETERMINISTIC, Method.MC_DROPOUT)
        .map(method -> new Scores(method, NaN, false, NaN, NaN, NaN, NaN, NaN, NaN)).toList(), columns(schema));
  }

  void show(List<Scores> scores, Schema schema) {
    show(scores, columns(schema).stream()
        .filter(column -> scores.stream().anyMatch(s -> !Double.isNaN(column.value.applyAsDouble(s)))).toList());
  }

  private void show(List<Scores> scores, List<Column> columns) {
    getChildren().clear();
    layOut(columns.size());
    add(Controls.label(Words.of("uncertainty.scores.method"), "muted"), 0, 0);
    for (int row = 0; row < scores.size(); row++)
      add(Controls.label(scores.get(row).method().title()), 0, row + 1);
    for (int c = 0; c < columns.size(); c++) addColumn(columns.get(c), c + 1, scores);
  }

  private void layOut(int numbers) {
    getColumnConstraints().clear();
    for (int c = 0; c <= numbers; c++) {
      ColumnConstraints constraints = new ColumnConstraints();
      constraints.setMinWidth(c == 0 ? 90 : 80);
      if (c > 0) constraints.setHalignment(HPos.RIGHT);
      getColumnConstraints().add(constraints);
    }
  }

  private void addColumn(Column column, int at, List<Scores> scores) {
    Label title = Controls.label(column.title, "muted");
    Controls.explain(title, column.tip);
    add(title, at, 0);
    List<Double> values = scores.stream().map(column.value::applyAsDouble).toList();
    double best = values.stream().filter(v -> !v.isNaN()).mapToDouble(v -> column.better * v).max().orElse(Double.NaN);
    List<String> texts = column.percent ? values.stream().map(v -> Shown.percent(v, 1)).toList()
        : Numbers.aligned(values.stream().mapToDouble(v -> v).toArray());
    for (int row = 0; row < values.size(); row++) {
      boolean bold = scores.size() > 1 && column.better != 0 && column.better * values.get(row) == best;
      boolean bound = column.better == 0 && scores.get(row).noiseAtBound();
      String text = bound ? Words.of("uncertainty.scores.at_most", texts.get(row)) : texts.get(row);
      add(Controls.label(text, bold ? "number-strong" : "number"), at, row + 1);
    }
  }

  private static List<Column> columns(Schema schema) {
    if (schema.task() == Task.REGRESSION) {
      String unit = Unit.of(schema.target());
      return List.of(
          new Column(inUnit(Words.of("uncertainty.scores.noise"), unit), Words.of("uncertainty.scores.noise.tip"),
              Scores::noiseSd, 0, false),
          new Column(inUnit(Words.of("uncertainty.scores.rmse"), unit), Words.of("uncertainty.scores.rmse.tip"),
              Scores::rmse, -1, false),
          new Column(Words.of("uncertainty.scores.likelihood"), Words.of("uncertainty.scores.likelihood.tip"),
              Scores::logLikelihood, 1, false));
    }
    return List.of(
        new Column(Words.of("uncertainty.scores.accuracy"), Words.of("uncertainty.scores.accuracy.tip"),
            Scores::accuracy, 1, true),
        new Column(Words.of("uncertainty.scores.log_loss"), Words.of("uncertainty.scores.log_loss.tip"),
            Scores::logLoss, -1, false),
        new Column(Words.of("uncertainty.scores.brier"), Words.of("uncertainty.scores.brier.tip"),
            Scores::brier, -1, false),
        new Column(Words.of("uncertainty.scores.ece"), Words.of("uncertainty.scores.ece.tip"), Scores::ece, -1, false));
  }

  private static String inUnit(String title, String unit) {
    return unit.isEmpty() ? title : Words.of("uncertainty.scores.in_unit", title, unit);
  }
}
