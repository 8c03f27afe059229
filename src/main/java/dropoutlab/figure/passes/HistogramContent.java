package dropoutlab.figure.passes;

import dropoutlab.data.Schema;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.PointPasses.Known;
import dropoutlab.frame.PointPasses;
import dropoutlab.spec.Task;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// What a [PassesHistogram] shows and writes.
///
/// @param place       of the passes; `barePlace` without a name of the input, where there is little width
/// @param probability the values are probabilities: the axis is [0, 1]
/// @param twoSided    of two classes, whose colours the ends of the axis have
/// @param values      of the passes, in any shape
/// @param mark        what the passes are compared with, `markName`
/// @param sd          drawn as a bracket round the mean; NaN for none
/// @param rows        names and numbers under the histogram, `narrowRows` where there is little width
public record HistogramContent(String title, String place, String barePlace, Face placeFace, String quantity,
                        boolean probability, boolean twoSided, Matrix values, String markName, double mark,
                        double mean, double sd, List<Row> rows, List<Row> narrowRows) {
  /// Of inputs with more, only their number is written.
  private static final int MOST_COORDINATES = 3;

  /// A name and its number, under the histogram.
  record Row(String name, String value) {}

  /// What says which digits of a value count: two of the spread of the passes, or where they agree three of that of the
  /// targets.
  private static double spread(double sd, Schema schema) { return sd > 0 ? 10 * sd : schema.targetSpread(); }

  /// @param spread NaN for probabilities
  private static void addMoments(List<Row> rows, List<Row> narrow, double mean, double sd, double off, int passes,
                                 double spread) {
    boolean classes = Double.isNaN(spread);
    rows.addAll(List.of(new Row(Words.of("passes.mean"), shown(classes, mean, spread)),
        new Row(Words.of("passes.sd"), shown(classes, sd, 0)),
        new Row(Words.of("passes.masks_off"), shown(classes, off, spread))));
    narrow.addAll(rows);
    addGap(rows, narrow, mean - off, sd / Math.sqrt(passes));
  }

  private static void addGap(List<Row> rows, List<Row> narrow, double gap, double error) {
    Shown.Uncertain shown = Shown.Uncertain.of(gap, error);
    String signed = (gap > 0 ? "+" : "") + shown.value();
    rows.add(new Row(Words.of("passes.histogram.gap"), Words.of("passes.histogram.gap.value", signed, shown.error())));
    narrow.add(new Row(Words.of("passes.histogram.gap.brief"), signed));
    narrow.add(new Row(Words.of("passes.histogram.gap.error"), shown.error()));
  }

  private static String shown(boolean probability, double value, double spread) {
    return probability ? Numbers.fixed(value, 2) : Numbers.reading(value, spread);
  }

  /// The passes at one input: of the value, beside the truth where it is known, or of the probability of one class.
  static HistogramContent of(PointPasses passes, Schema schema) {
    int column = passes.column();
    Matrix values = Matrix.generate(passes.values().rows(), passes.values().isEmpty() ? 0 : 1,
        (t, _) -> passes.values().at(t, column));
    boolean classes = schema.task() == Task.CLASSIFICATION;
    double off = passes.deterministic().isEmpty() ? Double.NaN : passes.deterministic().at(0, column);
    double mean = mean(values), sd = sd(values, mean);
    List<Row> rows = new ArrayList<>(), narrow = new ArrayList<>();
    if (!values.isEmpty())
      addMoments(rows, narrow, mean, sd, off, values.size(), classes ? Double.NaN : spread(sd, schema));
    passes.scores().ifPresent(scores -> addScores(rows, narrow, scores));
    if (!classes && passes.noiseSd() > 0) addNoise(rows, narrow, sd, passes.noiseSd());
    boolean told = !classes && passes.known().isPresent();
    double truth = told ? passes.known().get().truth() : Double.NaN;
    if (told) for (List<Row> each : List.of(rows, narrow))
      each.add(Math.min(2, each.size()), new Row(Words.of("passes.truth"), Numbers.reading(truth, spread(sd, schema))));
    String bare = passes.known().map(known -> example(known, schema)).orElseGet(() -> place(passes.at(), schema));
    boolean named = passes.known().isPresent() || passes.at().cols() > MOST_COORDINATES;
    return new HistogramContent(count(passes), named ? bare : Words.of("passes.histogram.place", bare), bare,
        told || passes.known().isPresent() ? Face.TEXT : Face.NUMBER, quantity(passes, schema), classes,
        classes && schema.classes().size() == 2, values,
        told ? Words.of("passes.truth") : Words.of("passes.masks_off"), told ? truth : off, mean, sd, rows, narrow);
  }

  /// "100 passes"; nothing before the first.
  static String count(PointPasses passes) {
    int count = passes.values().rows();
    return count == 0 ? "" : Words.count("passes.count", count, Numbers.brief(count));
  }

  /// "validation example 4".
  static String example(Known known) {
    return Words.of(known.heldOut() ? "passes.example.validation" : "passes.example.training", known.row() + 1);
  }

  private static String example(Known known, Schema schema) {
    return schema.task() == Task.REGRESSION ? example(known)
        : Words.of("passes.example.class", example(known), schema.classes().get((int) known.truth()));
  }

  private static void addNoise(List<Row> rows, List<Row> narrow, double sd, double noiseSd) {
    String total = Numbers.reading(Math.hypot(sd, noiseSd));
    rows.add(new Row(Words.of("passes.histogram.noise"), Numbers.reading(noiseSd)));
    rows.add(new Row(Words.of("passes.histogram.with_noise"), total));
    narrow.add(new Row(Words.of("passes.histogram.with_noise.brief"), total));
  }

  /// What the passes are values of: the target, or the probability of a class.
  public static String quantity(PointPasses passes, Schema schema) {
    return schema.task() == Task.REGRESSION ? schema.target()
        : Words.of("passes.probability", schema.classes().get(passes.column()));
  }

  private static void addScores(List<Row> rows, List<Row> narrow, PointPasses.ClassScores scores) {
    rows.add(new Row(Words.of("passes.histogram.entropy"), Numbers.fixed(scores.entropy(), 3)));
    rows.add(new Row(Words.of("passes.histogram.information"), Numbers.fixed(scores.information(), 3)));
    rows.add(new Row(Words.of("passes.histogram.variation_ratio"), Numbers.fixed(scores.variationRatio(), 2)));
    narrow.add(new Row(Words.of("passes.histogram.entropy.brief"), Numbers.fixed(scores.entropy(), 2)));
    narrow.add(new Row(Words.of("passes.histogram.information.brief"), Numbers.fixed(scores.information(), 2)));
  }

  private static double mean(Matrix values) {
    double mean = 0;
    for (int i = 0; i < values.size(); i++) mean += values.get(i) / (double) values.size();
    return values.isEmpty() ? Double.NaN : mean;
  }

  private static double sd(Matrix values, double mean) {
    double square = 0;
    for (int i = 0; i < values.size(); i++) square += (values.get(i) - mean) * (values.get(i) - mean) / values.size();
    return values.isEmpty() ? Double.NaN : Math.sqrt(square);
  }

  static String place(Matrix at, Schema schema) {
    if (at.cols() > MOST_COORDINATES) return Words.of("passes.histogram.inputs", at.cols());
    String numbers = Words.parted(IntStream.range(0, at.cols())
        .mapToObj(c -> Numbers.reading(at.at(0, c), schema.inputSpread(c))).toList());
    return at.cols() == 1 ? numbers : Words.of("passes.histogram.coordinates", numbers);
  }
}
