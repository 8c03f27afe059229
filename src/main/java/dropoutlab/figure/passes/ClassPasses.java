package dropoutlab.figure.passes;

import dropoutlab.data.Schema;
import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.PointPasses;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
    String both = Words.parted(Stream.of(count, example).filter(text -> !text.isEmpty()).toList());
    return new String[] {both, count.isEmpty() ? both : count};
  }

  /// The sum of the scores, as much of it as fits.
  String foot(Pen pen, Type type, double width, int shown) {
    String hidden = shown == mean.length ? "" : Words.of("passes.strip.hidden", shown, mean.length);
    String truth = label < 0 ? "" : Words.of("passes.strip.true", name(label));
    return passes.scores().map(scores -> {
      String entropy = Numbers.fixed(scores.entropy(), 2), information = Numbers.fixed(scores.information(), 2);
      String alone = Words.of("passes.strip.entropy", entropy);
      String sum = Words.of("passes.strip.sum", entropy, Numbers.fixed(scores.expectedEntropy(), 2), information);
      return Fit.firstThatFits(pen, type, width, joined(hidden, sum, truth), joined(hidden, sum),
          joined(hidden, Words.of("passes.strip.scores", entropy, information)),
          joined(hidden, Words.of("passes.strip.scores.brief", entropy, information)), joined(hidden, alone), alone);
    }).orElse(Fit.within(pen, hidden, type, width));
  }

  private static String joined(String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty())
        .reduce((left, right) -> Words.of("passes.joined", left, right)).orElse("");
  }

  /// What is told of a class under the pointer.
  String told(int c) {
    List<String> lines = new ArrayList<>();
    lines.add(Words.of(c == label ? "passes.strip.class.true" : "passes.strip.class", name(c)));
    lines.add(Words.of("passes.strip.mean", Numbers.fixed(mean[c], 3)));
    passes.scores().ifPresent(scores ->
        lines.add(Words.of("passes.strip.sd", Numbers.fixed(scores.classSd().get(c), 3))));
    if (!passes.deterministic().isEmpty())
      lines.add(Words.of("passes.masks_off.told", Numbers.fixed(passes.deterministic().at(0, c), 3)));
    return String.join("\n", lines);
  }
}
