package dropoutlab.data;

import dropoutlab.math.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Regressions y = f(x) + e on many inputs, with a known function and known noise: e is Gaussian with a standard
/// deviation of `noise`. Therefore one can check how often an interval contains the truth.
///
/// @param inputs the number of inputs
/// @param input  draws one input
record ManyInputSets(int inputs, ToDoubleFunction<RandomStream> input, ToDoubleFunction<double[]> f) {
  /// y = x₁ - x₂ + x₃/2 + 2 x₅ on five standard normal inputs; x₄ has no effect.
  static final ManyInputSets LINEAR_FIVE = new ManyInputSets(5, RandomStream::nextGaussian,
      x -> x[0] - x[1] + 0.5 * x[2] + 2 * x[4]);

  /// y = 10 sin(π x₁ x₂) + 20 (x₃ - ½)² + 10 x₄ + 5 x₅ on ten uniform inputs from 0 to 1; x₆ to x₁₀ have no effect
  /// (Friedman 1991, as given by Breiman 1996, where the noise is 1).
  static final ManyInputSets FRIEDMAN = new ManyInputSets(10, RandomStream::nextDouble,
      x -> 10 * StrictMath.sin(Math.PI * x[0] * x[1]) + 20 * (x[2] - 0.5) * (x[2] - 0.5) + 10 * x[3] + 5 * x[4]);

  List<String> names() { return IntStream.rangeClosed(1, inputs).mapToObj(i -> "x" + i).toList(); }

  RawExamples draw(int count, double noise, RandomStream random) {
    List<double[]> rows = new ArrayList<>(count);
    double[] targets = new double[count];
    for (int i = 0; i < count; i++) {
      double[] x = new double[inputs];
      for (int c = 0; c < inputs; c++) x[c] = input.applyAsDouble(random);
      rows.add(x);
      targets[i] = f.applyAsDouble(x) + noise * random.nextGaussian();
    }
    return new RawExamples(rows, targets);
  }
}
