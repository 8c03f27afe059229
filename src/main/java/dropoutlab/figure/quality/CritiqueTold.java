package dropoutlab.figure.quality;

import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.LayerName;
import dropoutlab.figure.plot.Than;
import dropoutlab.frame.Critique.LearntRate;
import dropoutlab.frame.Critique.Row;
import dropoutlab.frame.Critique;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// What a [CritiqueFigure] says of itself: by which factor each standard deviation changes from the fewest data to the
/// most, and what becomes of the learnt drop rates.
final class CritiqueTold {
  /// What changes by less than this share does not follow the data.
  private static final double STAYS = .2;

  private final Critique critique;

  CritiqueTold(Critique critique) { this.critique = critique; }

  Description describe() {
    String title = Words.of("told.critique.title");
    List<Row> linear = known(critique.linear(), Row::mcSd);
    if (linear.isEmpty() && critique.concrete().isEmpty()) return Description.of(title, Words.of("told.critique.none"));
    return Description.of(title, Words.of("told.critique.drawn", Shown.dropRate(critique.p())),
        course(critique.linear(), Row::mcSd, Words.of("told.critique.linear")),
        course(critique.linear(), Row::bayesSd, Words.of("told.critique.bayes")),
        course(critique.network(), Row::mcSd, Words.of("told.critique.network")), learnt());
  }

  private static List<Row> known(List<Row> rows, ToDoubleFunction<Row> value) {
    return rows.stream().filter(row -> value.applyAsDouble(row) > 0 && Double.isFinite(value.applyAsDouble(row)))
        .toList();
  }

  private static String course(List<Row> rows, ToDoubleFunction<Row> value, String name) {
    List<Row> known = known(rows, value);
    if (known.size() < 2) return "";
    double first = value.applyAsDouble(known.getFirst()), last = value.applyAsDouble(known.getLast());
    String from = Numbers.reading(first), to = Numbers.reading(last);
    String few = Numbers.count(known.getFirst().examples()), many = Numbers.count(known.getLast().examples());
    return switch (Than.of(last, first, STAYS * first)) {
      case LOWER -> Words.of("told.critique.falls", name, from, few, to, many, Numbers.reading(first / last));
      case ALIKE -> Words.of("told.critique.stays", name, from, few, to, many);
      case HIGHER -> Words.of("told.critique.rises", name, from, few, to, many, Numbers.reading(last / first));
    };
  }

  private String learnt() {
    List<LearntRate> rows = critique.concrete();
    if (rows.size() < 2) return "";
    LearntRate first = rows.getFirst(), last = rows.getLast();
    List<String> layers = new ArrayList<>();
    for (int l = 0; l < Math.min(first.p().size(), last.p().size()); l++)
      layers.add(Words.of("told.critique.rate", Numbers.fixed(first.p().get(l), 3), Numbers.fixed(last.p().get(l), 3),
          LayerName.hidden(l + 1)));
    return layers.isEmpty() ? "" : Words.of("told.critique.learnt", Numbers.count(first.examples()),
        Numbers.count(last.examples()), Words.list(layers));
  }

  /// One row a point of a curve.
  Optional<DataTable> table() {
    DataTable.Rows rows = new DataTable.Rows(new DataTable.Column(Words.of("told.critique.column.curve")),
        new DataTable.Column(Words.of("told.critique.column.examples")),
            new DataTable.Column(Words.of("told.critique.column.sd")),
        new DataTable.Column(Words.of("told.critique.column.rate")));
    add(rows, Words.of("figure.critique.linear"), critique.linear(), Row::mcSd);
    add(rows, Words.of("figure.critique.bayes"), critique.linear(), Row::bayesSd);
    add(rows, Words.of("figure.critique.closed_form"), critique.linear(), Row::closedForm);
    add(rows, Words.of("figure.critique.network"), critique.network(), Row::mcSd);
    for (LearntRate row : critique.concrete())
      for (int l = 0; l < row.p().size(); l++)
        rows.add(Words.of("told.critique.column.concrete", LayerName.hidden(l + 1)), row.examples(), null,
            row.p().get(l));
    return rows.table();
  }

  private static void add(DataTable.Rows rows, String name, List<Row> points, ToDoubleFunction<Row> value) {
    for (Row row : known(points, value)) rows.add(name, row.examples(), value.applyAsDouble(row), null);
  }
}
