package dropoutlab.data;

import dropoutlab.math.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// Noisy curves y = f(x) + e over one input. x is uniform over its range without the gap; e is Gaussian, with a
/// standard deviation of `noise` times the noise unit of the curve. Validation examples are drawn from the same
/// distribution, with the same gap: the validation loss then measures what the training data can teach, and the gap is
/// left to the uncertainty.
///
/// @param low       the left end of the range of x
/// @param high      the right end of the range of x
/// @param gapFrom   the left end of the gap; no example has an x strictly inside the gap
/// @param gapTo     the right end of the gap; equal ends mean no gap
/// @param noiseUnit the standard deviation of e at noise 1, in the unit of y
record CurveSets(DoubleUnaryOperator f, double low, double high, double gapFrom, double gapTo, double noiseUnit) {

  /// y = x^3 on [-4, -1.5] and [1.5, 4); noise 0.3 gives a standard deviation of 3. This is the toy problem of
  /// Hernandez-Lobato and Adams (ICML 2015) without its middle.
  static final CurveSets CUBIC_GAP = new CurveSets(x -> x * x * x, -4, 4, -1.5, 1.5, 10);

  /// y = sin 2x on [-3, 0] and [1.5, 3): the gap hides a crest, which cannot be guessed from the data. The standard
  /// deviation is the noise.
  static final CurveSets SINE_GAP = new CurveSets(x -> StrictMath.sin(2 * x), -3, 3, 0, 1.5, 1);

  /// y = 1 + 2x on [-1, 1), without a gap. The standard deviation is the noise.
  static final CurveSets NOISY_LINE = new CurveSets(x -> 1 + 2 * x, -1, 1, 0, 0, 1);

  RawExamples draw(int count, double noise, RandomStream random) {
    List<double[]> inputs = new ArrayList<>(count);
    double[] targets = new double[count];
    for (int i = 0; i < count; i++) {
      double x = random.uniform(low, high - (gapTo - gapFrom));
      if (x > gapFrom) x += gapTo - gapFrom;
      inputs.add(new double[] {x});
      targets[i] = f.applyAsDouble(x) + noise * noiseUnit * random.nextGaussian();
    }
    return new RawExamples(inputs, targets);
  }
}
