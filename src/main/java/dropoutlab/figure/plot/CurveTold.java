package dropoutlab.figure.plot;

import dropoutlab.data.Schema;
import dropoutlab.frame.Learned;
import dropoutlab.frame.Matrix;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a [CurveFigure] says of itself: how well each curve fits the examples, how much each goes up and down, and how
/// far apart they are.
final class CurveTold {
  private final Measured input;
  private final Measured target;
  private final DataPoints train;
  private final DataPoints validation;
  private final Matrix x;
  private final Matrix network;
  private final Matrix twin;

  CurveTold(Schema schema, DataPoints train, DataPoints validation, Learned.FittedCurve curve) {
    this.input = Measured.input(schema, 0);
    this.target = Measured.target(schema);
    this.train = train;
    this.validation = validation;
    this.x = curve.x();
    this.network = curve.network();
    this.twin = curve.twin();
  }

  Description describe() {
    String title = Words.of("told.curve.title", target.name(), input.name());
    String range = input.range(x.get(0), x.get(x.size() - 1)), dots = dots(train, validation);
    if (network.isEmpty()) return Description.of(title, Words.of("told.curve.empty", target.name(), range, dots));
    String drawn = Words.of(twin.isEmpty() ? "told.curve.drawn.alone" : "told.curve.drawn", target.name(), range, dots);
    if (Summary.of(network).isEmpty()) return Description.of(title, drawn, Words.of("told.not_finite"));
    return Description.of(title, drawn, extremes(), fit(), apart(), course());
  }

  /// "60 training examples and 200 validation examples".
  static String dots(DataPoints train, DataPoints validation) {
    String training = Words.count("told.training", train.x().length);
    return validation.isEmpty() ? Words.of("told.curve.dots.none_held_out", training)
        : Words.of("told.place", training, Words.count("told.validation", validation.x().length));
  }

  private String extremes() {
    Summary all = Summary.of(network);
    if (all.least() == all.most()) return Words.of("told.curve.flat", target.told(all.most()));
    return Words.of("told.curve.extremes", target.told(all.least()), input.at(x.get(all.leastAt())),
        target.told(all.most()), input.at(x.get(all.mostAt())));
  }

  /// The root mean square distance of examples from a curve; NaN without either.
  private double off(Matrix curve, DataPoints points) {
    if (curve.isEmpty()) return Double.NaN;
    Summary off = Summary.of(points.x().length, i -> points.y()[i] - at(x, curve, points.x()[i]));
    return off.isEmpty() ? Double.NaN : off.rms();
  }

  /// A curve between its points; NaN beyond its ends.
  static double at(Matrix x, Matrix curve, double place) {
    int next = 1;
    while (next < x.size() && x.get(next) < place) next++;
    if (next >= x.size() || place < x.get(0)) return Double.NaN;
    double share = (place - x.get(next - 1)) / (x.get(next) - x.get(next - 1));
    return curve.get(next - 1) + share * (curve.get(next) - curve.get(next - 1));
  }

  private String fit() {
    String own = fit(network, "told.curve.fit.network", "told.curve.fit.network.train");
    String twins = fit(twin, "told.curve.fit.twin", "told.curve.fit.twin.train");
    if (own.isEmpty()) return "";
    return twins.isEmpty() ? Words.of("told.curve.fit", own) : Words.of("told.curve.fit.both", own, twins);
  }

  private String fit(Matrix curve, String both, String training) {
    double train = off(curve, this.train), held = off(curve, validation);
    if (Double.isNaN(train)) return "";
    return Double.isNaN(held) ? Words.of(training, target.size(train))
        : Words.of(both, target.size(train), target.size(held));
  }

  private String apart() {
    Summary gaps = Summary.of(twin.size(), i -> network.get(i) - twin.get(i));
    if (gaps.isEmpty()) return "";
    int most = Summary.of(twin.size(), i -> Math.abs(network.get(i) - twin.get(i))).mostAt();
    return Words.of("told.curve.apart", target.size(gaps.rms()),
        target.size(Math.abs(network.get(most) - twin.get(most))), input.at(x.get(most)));
  }

  /// All ways up and down together.
  private static double way(Matrix curve) {
    double way = 0;
    for (int i = 1; i < curve.size(); i++) way += Math.abs(curve.get(i) - curve.get(i - 1));
    return way;
  }

  private String course() {
    double own = way(network), other = way(twin);
    if (twin.isEmpty() || !Double.isFinite(own) || !Double.isFinite(other)) return "";
    String ours = target.size(own), theirs = target.size(other);
    return switch (Than.of(other, own)) {
      case LOWER -> Words.of("told.curve.course.smoother", theirs, ours);
      case ALIKE -> Words.of("told.curve.course.alike", theirs, ours);
      case HIGHER -> Words.of("told.curve.course.rougher", theirs, ours);
    };
  }

  /// One row a place on the x axis.
  Optional<DataTable> table() {
    if (network.isEmpty()) return Optional.empty();
    List<DataTable.Column> columns = new ArrayList<>(
        List.of(input.column(), target.column(Words.of("told.prediction.network", target.name()))));
    if (!twin.isEmpty()) columns.add(target.column(Words.of("told.prediction.twin", target.name())));
    DataTable.Rows rows = new DataTable.Rows(columns);
    for (int i = 0; i < x.size(); i++) {
      List<Object> cells = new ArrayList<>(List.of(x.get(i), network.get(i)));
      if (!twin.isEmpty()) cells.add(twin.get(i));
      rows.add(cells);
    }
    return rows.table();
  }
}
