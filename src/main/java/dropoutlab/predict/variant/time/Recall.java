package dropoutlab.predict.variant.time;

import dropoutlab.data.Examples;
import dropoutlab.data.Schema;
import dropoutlab.frame.LayerView;
import dropoutlab.frame.Matrix;
import dropoutlab.math.Tensor;
import dropoutlab.spec.DataSpec;
import dropoutlab.spec.GeneratedSet;
import java.util.List;
import java.util.stream.IntStream;

/// What a recurrent network is to remember of each example: a number, and the step that brings it.
///
/// - temporal order: which of the two marks comes first
/// - the adding problem: the number that is marked first
/// - others: at the first step, whether the most frequent word stands there, or the first number
///
/// @param x      (n x inputs), scaled
/// @param stored one number for each example
/// @param steps  the step that brings it, from 0
record Recall(Tensor x, double[] stored, int[] steps) {
  private static final int FIRST_MARK = 4;

  static Recall of(Examples examples, DataSpec data, Schema schema) {
    Tensor x = examples.x();
    double[] stored = new double[x.rows()];
    int[] steps = new int[x.rows()];
    for (int r = 0; r < x.rows(); r++) {
      int at = first(data, schema, x, r);
      steps[r] = at / columns(data);
      stored[r] = schema.inputScaling().toRaw(at, x.at(r, at));
    }
    if (data instanceof DataSpec.Text) asWhetherFrequent(stored);
    return new Recall(x, stored, steps);
  }

  private static boolean is(DataSpec data, GeneratedSet set) {
    return data instanceof DataSpec.Generated made && made.set() == set;
  }

  private static int columns(DataSpec data) { return is(data, GeneratedSet.ADDING_PROBLEM) ? 2 : 1; }

  /// Returns the column of the number.
  private static int first(DataSpec data, Schema schema, Tensor x, int row) {
    boolean adding = is(data, GeneratedSet.ADDING_PROBLEM);
    if (!adding && !is(data, GeneratedSet.TEMPORAL_ORDER)) return 0;
    return IntStream.range(0, x.cols()).filter(c -> {
      double raw = schema.inputScaling().toRaw(c, x.at(row, c));
      return adding ? c % 2 == 1 && raw > .5 : raw >= FIRST_MARK;
    }).findFirst().orElse(0) - (adding ? 1 : 0);
  }

  private static void asWhetherFrequent(double[] words) {
    double most = 0, best = words[0];
    for (double word : words) {
      long count = IntStream.range(0, words.length).filter(i -> words[i] == word).count();
      if (count > most) {
        most = count;
        best = word;
      }
    }
    for (int i = 0; i < words.length; i++) words[i] = words[i] == best ? 1 : 0;
  }

  /// Returns R² after k = 0, 1, ... steps; nothing where there are too few examples for the number of units.
  List<Double> from(LayerView.Recurrent layer) {
    int units = layer.units(), longest = layer.steps() - IntStream.of(steps).max().orElse(0);
    Matrix memory = StateNoise.memory(layer);
    if (steps.length / 2 < units + 2 || longest < 1) return List.of();
    Matrix since = Matrix.generate(memory.rows(), longest * units, (r, c) -> memory.at(r, steps[r] * units + c));
    return MemoryProbe.of(since, longest, stored);
  }
}
