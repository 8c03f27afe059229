package dropoutlab.figure.learned;

import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Summary;
import dropoutlab.figure.plot.Than;
import dropoutlab.figure.plot.Which;
import dropoutlab.frame.Learned;
import dropoutlab.frame.Matrix;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/// What a [FeaturesFigure] says of itself: how large the weights are, and on how few pixels they stand, in comparison
/// with the twin's.
final class FeaturesTold {
  private final Learned.Features features;
  private final Which which;
  private final Matrix shown;

  FeaturesTold(Learned.Features features, Which which) {
    this.features = features;
    this.which = which;
    Matrix network = features.network(), twin = features.twin();
    boolean missing = which != Which.NETWORK && twin.isEmpty();
    shown = missing ? Matrix.EMPTY : switch (which) {
      case NETWORK -> network;
      case TWIN -> twin;
      case GAP -> Matrix.generate(network.rows(), network.cols(), (unit, i) -> network.at(unit, i) - twin.at(unit, i));
    };
  }

  Description describe() {
    String title = switch (which) {
      case NETWORK -> Words.of("told.features.title");
      case TWIN -> Words.of("told.features.title.twin");
      case GAP -> Words.of("told.features.title.gap");
    };
    if (shown.isEmpty()) return Description.of(title, Words.of("told.no_twin"));
    String drawn = Words.count("told.features.drawn", shown.rows(), features.width(), features.height());
    Summary all = Summary.of(shown);
    if (all.isEmpty()) return Description.of(title, drawn, Words.of("told.not_finite"));
    if (all.least() == 0 && all.most() == 0) return Description.of(title, drawn, Words.of("told.features.zero"));
    return which == Which.GAP ? Description.of(title, drawn, largest(all),
        Words.of("told.features.gap", Numbers.reading(all.rms())))
        : Description.of(title, drawn, largest(all), gathered(), other(all));
  }

  private String largest(Summary all) {
    int at = all.most() >= -all.least() ? all.mostAt() : all.leastAt(), pixel = at % shown.cols();
    return Words.of("told.features.largest", Shown.signed(shown.get(at)), at / shown.cols() + 1,
        pixel % features.width() + 1, pixel / features.width() + 1);
  }

  /// The least number of pixels, in the mean over the units, that hold half of the sum of the squared weights.
  private static double half(Matrix of) {
    return Summary.of(of.rows(), unit -> {
      double[] squares = IntStream.range(0, of.cols()).mapToDouble(i -> of.at(unit, i) * of.at(unit, i)).sorted()
          .toArray();
      double left = Arrays.stream(squares).sum() / 2;
      int count = 0;
      while (left > 0 && count < squares.length) left -= squares[squares.length - 1 - count++];
      return count == 0 ? Double.NaN : count;
    }).mean();
  }

  private String gathered() {
    return Words.of("told.features.gathered", Numbers.reading(half(shown)), shown.cols());
  }

  private String other(Summary own) {
    Matrix other = which == Which.TWIN ? features.network() : features.twin();
    Summary all = Summary.of(other);
    if (all.isEmpty()) return "";
    String name = Words.of(which == Which.TWIN ? "told.network" : "told.twin"), half = Numbers.reading(half(other));
    String ownSize = Numbers.reading(own.rms()), size = Numbers.reading(all.rms());
    return switch (Than.of(own.rms(), all.rms())) {
      case LOWER -> Words.of("told.features.smaller", ownSize, name, size, half);
      case ALIKE -> Words.of("told.features.alike", ownSize, name, size, half);
      case HIGHER -> Words.of("told.features.larger", ownSize, name, size, half);
    };
  }

  /// One row a weight.
  Optional<DataTable> table() {
    DataTable.Rows rows = new DataTable.Rows(new DataTable.Column(Words.of("told.unit")),
        new DataTable.Column(Words.of("told.features.column.x")),
            new DataTable.Column(Words.of("told.features.column.y")),
        new DataTable.Column(which == Which.GAP ? Words.of("figure.name.gap") : Words.of("figure.features.weight")));
    for (int unit = 0; unit < shown.rows(); unit++)
      for (int pixel = 0; pixel < shown.cols(); pixel++)
        rows.add(unit + 1, pixel % features.width() + 1, pixel / features.width() + 1, shown.at(unit, pixel));
    return rows.table();
  }
}
