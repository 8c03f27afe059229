package dropoutlab.figure.learned;

import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Measured;
import dropoutlab.figure.plot.Summary;
import dropoutlab.figure.plot.Than;
import dropoutlab.frame.Learned;
import dropoutlab.frame.Matrix;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a [ScatterFigure] says of itself: how far the predictions are from the truth.
final class ScatterTold {
  private final Learned.Scatter scatter;
  private final Measured target;
  private final String kind;

  /// @param kind of examples: "validation"
  ScatterTold(Learned.Scatter scatter, String target, String kind) {
    this.scatter = scatter;
    this.target = Measured.of(target, Summary.of(scatter.truth()).sd());
    this.kind = kind;
  }

  private double miss(Matrix of, int row) { return of.get(row) - scatter.truth().get(row); }

  private Summary misses(Matrix of) { return Summary.of(of.size(), row -> miss(of, row)); }

  Description describe() {
    String title = Words.of("told.scatter.title", target.name());
    int n = scatter.truth().rows();
    if (scatter.network().isEmpty()) return Description.of(title, Words.count("told.scatter.empty", n, kind));
    String drawn = Words.count("told.scatter.drawn", n, target.name(), kind);
    Summary misses = misses(scatter.network());
    if (misses.isEmpty()) return Description.of(title, drawn, Words.of("told.not_finite"));
    return Description.of(title, drawn,
        Words.of("told.scatter.rms", target.size(misses.rms()), target.size(Summary.of(scatter.truth()).sd())),
        shift(misses), worst(), twin(misses));
  }

  /// The mean error, where it is more than two standard errors from 0.
  private String shift(Summary misses) {
    if (Math.abs(misses.mean()) <= 2 * misses.sd() / Math.sqrt(misses.count())) return "";
    return Words.of(misses.mean() > 0 ? "told.scatter.high" : "told.scatter.low", target.size(Math.abs(misses.mean())));
  }

  private String worst() {
    Matrix network = scatter.network();
    int row = Summary.of(network.size(), i -> Math.abs(miss(network, i))).mostAt();
    return Words.of("told.scatter.worst", target.told(network.get(row)), target.told(scatter.truth().get(row)));
  }

  private String twin(Summary own) {
    Summary twin = misses(scatter.twin());
    if (twin.isEmpty()) return "";
    String rms = target.size(twin.rms());
    return switch (Than.of(own.rms(), twin.rms())) {
      case LOWER -> Words.of("told.scatter.twin.worse", rms);
      case ALIKE -> Words.of("told.scatter.twin.alike", rms);
      case HIGHER -> Words.of("told.scatter.twin.better", rms);
    };
  }

  /// One row a target.
  Optional<DataTable> table() {
    List<DataTable.Column> columns = new ArrayList<>(List.of(new DataTable.Column(Words.of("told.example_of", kind)),
        target.column(Words.of("figure.scatter.true", target.name()))));
    boolean known = !scatter.network().isEmpty(), paired = !scatter.twin().isEmpty();
    if (known) columns.add(target.column(Words.of("told.prediction.network", target.name())));
    if (paired) columns.add(target.column(Words.of("told.prediction.twin", target.name())));
    DataTable.Rows rows = new DataTable.Rows(columns);
    for (int row = 0; row < scatter.truth().rows(); row++) {
      List<Object> cells = new ArrayList<>(List.of(scatter.example(row), scatter.truth().get(row)));
      if (known) cells.add(scatter.network().get(row));
      if (paired) cells.add(scatter.twin().get(row));
      rows.add(cells);
    }
    return rows.table();
  }
}
