package dropoutlab.figure.passes;

import dropoutlab.data.Schema;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.PointPasses;
import dropoutlab.frame.Probe;
import dropoutlab.frame.Uncertainty;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import java.util.ArrayList;
import java.util.List;

/// What a [HistogramFigure] shows and writes.
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

  static HistogramContent of(Probe probe, Schema schema) {
    boolean classes = probe.classIndex() >= 0;
    String quantity = classes ? "p(class " + schema.classes().get(probe.classIndex()) + ")" : schema.target();
    double spread = classes ? 0 : spread(probe.sd(), schema);
    List<Row> rows = moments(classes, probe.mean(), probe.sd(), probe.deterministic(), spread);
    List<Row> narrow = new ArrayList<>(rows);
    addGap(rows, narrow, probe.mean() - probe.deterministic(), probe.sd() / Math.sqrt(probe.values().size()));
    return new HistogramContent(probe.values().size() + " passes, probe", place(probe.at(), schema), Face.NUMBER,
        quantity, classes, classes, probe.values(), "masks off", probe.deterministic(), probe.mean(), Double.NaN, rows, narrow);
  }

  /// What says which digits of a value count: two of the spread of the passes, or where they agree three of that of the
  /// targets.
  private static double spread(double sd, Schema schema) { return sd > 0 ? 10 * sd : schema.targetSpread(); }

  private static List<Row> moments(boolean probability, double mean, double sd, double deterministic, double spread) {
    return new ArrayList<>(List.of(new Row("mean", shown(probability, mean, spread)),
        new Row("sd", shown(probability, sd, 0)), new Row("masks off", shown(probability, deterministic, spread))));
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

  /// The passes for one example of a regression, beside the truth.
  static HistogramContent of(Uncertainty.ValuePasses passes, Schema schema, String kind) {
    String example = kind + " example " + (passes.example() + 1);
    Row truth = new Row("truth", Numbers.reading(passes.truth(), schema.targetSpread()));
    if (passes.passes() == 0)
      return new HistogramContent(example, "", Face.TEXT, schema.target(), false, false, passes.values(), "truth",
          passes.truth(), Double.NaN, Double.NaN, List.of(truth), List.of(truth));
    double mean = mean(passes.values());
    double sd = sd(passes.values(), mean);
    double spread = spread(sd, schema);
    List<Row> rows = List.of(new Row("mean", Numbers.reading(mean, spread)),
        new Row("sd of the passes", Numbers.reading(sd)),
        new Row("sd with noise", Numbers.reading(Math.hypot(sd, passes.noise().sd()))),
        new Row("truth", Numbers.reading(passes.truth(), spread)));
    return new HistogramContent(passes.values().size() + " passes", example,
        Face.TEXT, schema.target(), false, false, passes.values(), "truth", passes.truth(), mean,
        Double.NaN, rows, rows);
  }

  /// The passes at one input: of the value, or of the probability of one class.
  static HistogramContent of(PointPasses passes, Schema schema) {
    int column = passes.column();
    Matrix values = Matrix.generate(passes.values().rows(), passes.values().isEmpty() ? 0 : 1,
        (t, _) -> passes.values().at(t, column));
    boolean classes = passes.scores().isPresent();
    double mean = mean(values);
    double sd = sd(values, mean);
    double off = passes.deterministic().isEmpty() ? Double.NaN : passes.deterministic().at(0, column);
    List<Row> rows = moments(classes, mean, sd, off, classes ? 0 : spread(sd, schema));
    List<Row> narrow = new ArrayList<>(rows);
    addGap(rows, narrow, mean - off, sd / Math.sqrt(Math.max(1, values.size())));
    passes.scores().ifPresent(scores -> addScores(rows, narrow, scores));
    if (!classes && passes.noiseSd() > 0) {
      Row total = new Row("sd with noise", Numbers.reading(Math.hypot(sd, passes.noiseSd())));
      rows.add(new Row("sd of the noise", Numbers.reading(passes.noiseSd())));
      rows.add(total);
      narrow.add(total);
    }
    String count = values.size() == 1 ? "1 pass" : Numbers.brief(values.size()) + " passes";
    return new HistogramContent(count, place(passes.at(), schema), Face.NUMBER,
        quantity(passes, schema), classes,
        classes && schema.classes().size() == 2, values, "masks off", off, mean, sd, rows, narrow);
  }

  /// What the passes are values of: the target, or the probability of a class.
  public static String quantity(PointPasses passes, Schema schema) {
    return passes.scores().isPresent() ? "p(class " + schema.classes().get(passes.column()) + ")" : schema.target();
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
