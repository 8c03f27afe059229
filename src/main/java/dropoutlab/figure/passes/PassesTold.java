package dropoutlab.figure.passes;

import dropoutlab.data.Schema;
import dropoutlab.figure.learned.DecisionFigure;
import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Measured;
import dropoutlab.figure.plot.Summary;
import dropoutlab.figure.plot.Than;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.PointPasses;
import dropoutlab.spec.Task;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What a [PassesHistogram] and a [PassesStrip] say of themselves: mean and spread of the passes, what is true, how the
/// passes vote, and how far the mean is from the prediction with the masks off.
final class PassesTold {
  /// In standard errors.
  private static final double APART = 2;

  private final PointPasses passes;
  private final Schema schema;
  private final Matrix values;

  PassesTold(PointPasses passes, Schema schema) {
    this.passes = passes;
    this.schema = schema;
    this.values = passes.values();
  }

  private boolean classes() { return schema.task() == Task.CLASSIFICATION; }

  /// "validation example 4", or "the input x1 0.5 and x2 1.2".
  private String where() {
    return passes.known().map(HistogramContent::example).orElseGet(() -> passes.at().isEmpty()
        ? Words.of("told.passes.an_input") : Words.of("told.passes.input",
            HistogramContent.place(passes.at(), schema)));
  }

  private Measured measured() {
    return classes() ? new Measured(Words.of("told.passes.probability", schema.className(passes.column())), "", 0)
        : Measured.target(schema);
  }

  private Summary column(int c) { return Summary.of(values.rows(), t -> values.at(t, c)); }

  /// Of a histogram.
  Description describeOne() {
    String title = Words.of("told.passes.title", measured().name());
    if (values.rows() == 0) return Description.of(title, Words.of("told.passes.none", where()));
    Summary all = column(passes.column());
    String drawn = Words.count("told.passes.drawn", values.rows(),
        classes() ? Words.of("told.passes.the_probability", schema.className(passes.column())) : measured().name(),
            where());
    if (all.isEmpty()) return Description.of(title, drawn, Words.of("told.not_finite"));
    return Description.of(title, drawn,
        Words.of("told.passes.moments", told(all.mean(), all), measured().size(all.sd()), told(all.least(), all),
            told(all.most(), all)), truth(all), masksOff(all), classes() ? scores() : noise(all));
  }

  /// A value with as many digits as the spread of the passes asks for.
  private String told(double value, Summary all) {
    Measured by = measured();
    return all.sd() > 0 && !classes() ? new Measured(by.name(), by.unit(), 10 * all.sd()).told(value) : by.size(value);
  }

  private String truth(Summary all) {
    if (passes.known().isEmpty()) return "";
    double truth = passes.known().get().truth();
    if (classes()) return Words.of("told.passes.class", schema.className((int) truth));
    if (all.sd() == 0) return Words.of("told.passes.truth", told(truth, all));
    return Words.of(truth < all.least() || truth > all.most() ? "told.passes.truth.outside"
        : "told.passes.truth.inside",
        told(truth, all), Numbers.reading(Math.abs(truth - all.mean()) / all.sd()));
  }

  private String masksOff(Summary all) {
    if (passes.deterministic().isEmpty()) return "";
    double off = passes.deterministic().at(0, passes.column()), error = all.sd() / Math.sqrt(all.count());
    if (!Double.isFinite(off)) return "";
    String told = told(off, all), gap = measured().size(Math.abs(all.mean() - off));
    return switch (Than.of(all.mean(), off, APART * error)) {
      case LOWER -> Words.of("told.passes.masks_off.lower", told, gap, measured().size(error));
      case ALIKE -> Words.of("told.passes.masks_off.alike", told, measured().size(error));
      case HIGHER -> Words.of("told.passes.masks_off.higher", told, gap, measured().size(error));
    };
  }

  private String noise(Summary all) {
    return passes.noiseSd() > 0 ? Words.of("told.passes.noise", measured().size(passes.noiseSd()),
        measured().size(Math.hypot(all.sd(), passes.noiseSd()))) : "";
  }

  private String scores() {
    return passes.scores().map(scores -> Words.of("told.passes.scores", Numbers.reading(scores.entropy()),
        Numbers.reading(scores.information()))).orElse("");
  }

  /// Of a strip with all classes.
  Description describeAll() {
    String title = Words.of("told.passes.title.classes");
    int n = schema.classes().size();
    if (values.rows() == 0) return Description.of(title, Words.of("told.passes.none.classes", n, where()));
    String drawn = Words.count("told.passes.drawn.classes", values.rows(), n, where());
    if (Summary.of(values).isEmpty()) return Description.of(title, drawn, Words.of("told.not_finite"));
    List<Integer> order = IntStream.range(0, values.cols()).boxed()
        .sorted(Comparator.comparingDouble(c -> -column(c).mean())).toList();
    return Description.of(title, drawn, probable(order), trueClass(order), votes(order.getFirst()), scores());
  }

  private String probable(List<Integer> order) {
    if (order.size() < 2) return "";
    int first = order.get(0), second = order.get(1);
    return Words.of("told.passes.probable", schema.className(first), Numbers.fixed(column(first).mean(), 3),
        Numbers.fixed(column(first).sd(), 3), schema.className(second), Numbers.fixed(column(second).mean(), 3));
  }

  private String trueClass(List<Integer> order) {
    if (passes.known().isEmpty()) return "";
    int truth = (int) passes.known().get().truth();
    return truth == order.getFirst() ? Words.of("told.passes.right")
        : Words.of("told.passes.wrong", schema.className(truth), Numbers.fixed(column(truth).mean(), 3));
  }

  private String votes(int best) {
    long votes = IntStream.range(0, values.rows()).filter(t -> DecisionFigure.best(values, t) == best).count();
    return Words.count("told.passes.votes", votes, Numbers.count(values.rows()), schema.className(best));
  }

  /// One row a pass: the one column that a histogram is of, or all.
  Optional<DataTable> table(boolean all) {
    List<DataTable.Column> columns = new ArrayList<>(List.of(new DataTable.Column(Words.of("told.pass"))));
    int[] shown = all ? IntStream.range(0, values.cols()).toArray() : new int[] {passes.column()};
    for (int c : shown)
      columns.add(classes() ? new DataTable.Column(Words.of("figure.probability", schema.className(c)))
          : measured().column());
    DataTable.Rows rows = new DataTable.Rows(columns);
    for (int t = 0; t < values.rows(); t++) {
      List<Object> cells = new ArrayList<>(List.of(t + 1));
      for (int c : shown) cells.add(values.at(t, c));
      rows.add(cells);
    }
    return rows.table();
  }

  /// Where the passes are, for figures of the same passes.
  static String where(PointPasses passes, Schema schema) { return new PassesTold(passes, schema).where(); }
}
