package dropoutlab.figure.passes;

import dropoutlab.data.Schema;
import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.PointPasses;
import dropoutlab.words.Numbers;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// What a [PassesStrip] shows of the passes at one input, and writes about them.
final class ClassPasses {
  final PointPasses passes;
  final Schema schema;
  /// The true class; -1 where it is not known.
  final int label;
  final double[] mean;

  ClassPasses(PointPasses passes, Schema schema) {
    this.passes = passes;
    this.schema = schema;
    label = passes.known().map(known -> (int) known.truth()).orElse(-1);
    Matrix p = passes.values();
    mean = new double[p.cols()];
    for (int c = 0; c < p.cols(); c++)
      for (int t = 0; t < p.rows(); t++) mean[c] += p.at(t, c) / (double) p.rows();
  }

  boolean known() { return passes.values().rows() > 0; }

  String name(int c) { return schema.classes().get(c); }

  /// The classes that there is room for: the true one and the most probable.
  List<Integer> shown(int room) {
    List<Integer> all = IntStream.range(0, mean.length).boxed().toList();
    if (all.size() <= room) return all;
    Comparator<Integer> first = Comparator.comparingDouble(c -> c == label ? -2 : -mean[c]);
    return all.stream().sorted(first).limit(room).sorted().toList();
  }

  /// The longest wording first.
  String[] heads() {
    String count = !known() ? "" : HistogramContent.count(passes);
    String example = passes.known().map(HistogramContent::example).orElse("");
    String both = count + (count.isEmpty() || example.isEmpty() ? "" : ", ") + example;
    return new String[] {both, count.isEmpty() ? both : count};
  }

  /// The sum of the scores, as much of it as fits.
  String foot(Pen pen, Type type, double width, int shown) {
    String hidden = shown == mean.length ? "" : shown + " of " + mean.length + " classes · ";
    String truth = label < 0 ? "" : " · true: " + name(label);
    return passes.scores().map(scores -> {
      String entropy = "entropy " + Numbers.fixed(scores.entropy(), 2);
      String information = "information " + Numbers.fixed(scores.information(), 2);
      String sum = entropy + " = expected " + Numbers.fixed(scores.expectedEntropy(), 2) + " + " + information + " nats";
      String both = entropy + " · " + information;
      return Fit.firstThatFits(pen, type, width, hidden + sum + truth, hidden + sum, hidden + both + " nats",
          hidden + both, hidden + entropy, entropy);
    }).orElse(Fit.within(pen, hidden, type, width));
  }

  /// What is told of a class under the pointer.
  String told(int c) {
    StringBuilder text = new StringBuilder("class ").append(name(c)).append(c == label ? " (the true one)" : "")
        .append("\nmean probability: ").append(Numbers.fixed(mean[c], 3));
    passes.scores().ifPresent(scores ->
        text.append("\nsd of the passes: ").append(Numbers.fixed(scores.classSd().get(c), 3)));
    if (!passes.deterministic().isEmpty())
      text.append("\nmasks off: ").append(Numbers.fixed(passes.deterministic().at(0, c), 3));
    return text.toString();
  }
}
