package dropoutlab.figure.passes;

import dropoutlab.data.Schema;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.PointPasses.Known;
import dropoutlab.frame.PointPasses;
import dropoutlab.spec.Task;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import java.util.ArrayList;
import java.util.List;

/// What a [PassesHistogram] shows and writes.
///
/// @param probability the values are probabilities: the axis is [0, 1]
/// @param twoSided    of two classes, whose colours the ends of the axis have
/// @param values      of the passes, in any shape
/// @param mark        what the passes are compared with, `markName`
/// @param sd          drawn as a bracket round the mean; NaN for none
/// @param rows        names and numbers under the histogram, `narrowRows` where there is little width
public record HistogramContent(String title, String place, Face placeFace, String quantity, boolean probability,
                        boolean twoSided, Matrix values, String markName, double mark, double mean, double sd,
                        List<Row> rows, List<Row> narrowRows) {
  /// A name and its number, under the histogram.
  record Row(String name, String value) {}

  /// What says which digits of a value count: two of the spread of the passes, or where they agree three of that of the
  /// targets.
  private static double spread(double sd, Schema schema) { return sd > 0 ? 10 * sd : schema.targetSpread(); }

  /// @param spread NaN for probabilities
  private static void addMoments(List<Row> rows, List<Row> narrow, double mean, double sd, double off, int passes,
                                 double spread) {
    boolean classes = Double.isNaN(spread);
    rows.addAll(List.of(new Row("mean", shown(classes, mean, spread)), new Row("sd", shown(classes, sd, 0)),
        new Row("masks off", shown(classes, off, spread))));
    narrow.addAll(rows);
    addGap(rows, narrow, mean - off, sd / Math.sqrt(passes));
  }

  private static void addGap(List<Row> rows, List<Row> narrow, double gap, double error) {
    Shown.Uncertain shown = Shown.Uncertain.of(gap, error);
    String signed = (gap > 0 ? "+" : "") + shown.value();
    rows.add(new Row("mean − masks off", signed + " ± " + shown.error()));
    narrow.add(new Row("gap", signed));
    narrow.add(new Row("± se", shown.error()));
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
    if (!values.isEmpty()) addMoments(rows, narrow, mean, sd, off, values.size(), classes ? Double.NaN : spread(sd, schema));
    passes.scores().ifPresent(scores -> addScores(rows, narrow, scores));
    if (!classes && passes.noiseSd() > 0) addNoise(rows, narrow, sd, passes.noiseSd());
    boolean told = !classes && passes.known().isPresent();
    double truth = told ? passes.known().get().truth() : Double.NaN;
    if (told) for (List<Row> each : List.of(rows, narrow))
      each.add(Math.min(2, each.size()), new Row("truth", Numbers.reading(truth, spread(sd, schema))));
    return new HistogramContent(count(passes), passes.known().map(known -> example(known, schema))
        .orElseGet(() -> place(passes.at(), schema)), told || passes.known().isPresent() ? Face.TEXT : Face.NUMBER,
        quantity(passes, schema), classes, classes && schema.classes().size() == 2, values,
        told ? "truth" : "masks off", told ? truth : off, mean, sd, rows, narrow);
  }

  /// "100 passes"; nothing before the first.
  static String count(PointPasses passes) {
    int count = passes.values().rows();
    return count == 0 ? "" : count == 1 ? "1 pass" : Numbers.brief(count) + " passes";
  }

  /// "validation example 4".
  static String example(Known known) {
    return (known.heldOut() ? "validation" : "training") + " example " + (known.row() + 1);
  }

  private static String example(Known known, Schema schema) {
    return example(known)
        + (schema.task() == Task.REGRESSION ? "" : ", class " + schema.classes().get((int) known.truth()));
  }

  private static void addNoise(List<Row> rows, List<Row> narrow, double sd, double noiseSd) {
    String total = Numbers.reading(Math.hypot(sd, noiseSd));
    rows.add(new Row("sd of the noise", Numbers.reading(noiseSd)));
    rows.add(new Row("sd with noise", total));
    narrow.add(new Row("+ noise", total));
  }

  /// What the passes are values of: the target, or the probability of a class.
  public static String quantity(PointPasses passes, Schema schema) {
    return schema.task() == Task.REGRESSION ? schema.target()
        : "p(class " + schema.classes().get(passes.column()) + ")";
  }

  private static void addScores(List<Row> rows, List<Row> narrow, PointPasses.ClassScores scores) {
    rows.add(new Row("entropy, nats", Numbers.fixed(scores.entropy(), 3)));
    rows.add(new Row("information, nats", Numbers.fixed(scores.information(), 3)));
    rows.add(new Row("variation ratio", Numbers.fixed(scores.variationRatio(), 2)));
    narrow.add(new Row("entropy", Numbers.fixed(scores.entropy(), 2)));
    narrow.add(new Row("information", Numbers.fixed(scores.information(), 2)));
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

  private static String place(Matrix at, Schema schema) {
    if (at.cols() > 3) return at.cols() + " inputs";
    StringBuilder text = new StringBuilder(at.cols() == 1 ? "x = " : "x = (");
    for (int c = 0; c < at.cols(); c++)
      text.append(c == 0 ? "" : ", ").append(Numbers.reading(at.at(0, c), schema.inputSpread(c)));
    return text.append(at.cols() == 1 ? "" : ")").toString();
  }
}
