package dropoutlab.claim.regulariser;

import dropoutlab.claim.Bench;
import dropoutlab.frame.Matrix;
import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.RandomStream;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.theory.GrowingRegression;
import dropoutlab.words.Words;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Random data sets whose true weights are all 1/√d, so that their length is 1: inputs standard normal, targets with
/// normal noise. A set of n examples is the beginning of its larger ones.
///
/// @param sizes the numbers of examples to solve, rising
record DescentDraws(int features, double noise, long seed, List<Integer> sizes) {
  /// The sizes in the picture, in numbers of features.
  private static final List<Double> MULTIPLES = List.of(.5, .8, .95, 1., 1.05, 1.5, 4.);

  static List<Integer> grid(int features) {
    return MULTIPLES.stream().map(multiple -> (int) Math.rint(multiple * features)).toList();
  }

  /// The grid and one more size.
  static DescentDraws of(int features, double noise, long seed, int size) {
    return new DescentDraws(features, noise, seed,
        Stream.concat(grid(features).stream(), Stream.of(size)).distinct().sorted().toList());
  }

  double trueWeight() { return 1 / Math.sqrt(features); }

  /// What is wrong with weights: the mean squared error on new examples, ‖w - β‖² + σ².
  double risk(double[] w) {
    double sum = noise * noise;
    for (double each : w) sum += (each - trueWeight()) * (each - trueWeight());
    return sum;
  }

  /// Adds examples of a draw up to a size. They are single precision, as the engine has them.
  void grow(GrowingRegression set, RandomStream stream, int size) {
    while (set.examples() < size) {
      double[] x = new double[features];
      double y = noise * stream.nextGaussian();
      for (int j = 0; j < features; j++) {
        x[j] = (float) stream.nextGaussian();
        y += trueWeight() * x[j];
      }
      set.add(x, (float) y);
    }
  }

  RandomStream stream(int draw) { return RandomStream.of(seed, Purpose.DATA, draw); }

  GrowingRegression set(int draw, int size) {
    GrowingRegression set = new GrowingRegression(features);
    grow(set, stream(draw), size);
    return set;
  }

  /// Returns the risk of each draw at each size, (draws x sizes).
  Matrix risks(int draws, double p, ProgressMonitor watch) {
    double[][] risks = new double[draws][sizes.size()];
    for (int draw = 0; draw < draws; draw++) {
      Bench.check(watch);
      GrowingRegression set = new GrowingRegression(features);
      RandomStream stream = stream(draw);
      for (int i = 0; i < sizes.size(); i++) {
        grow(set, stream, sizes.get(i));
        risks[draw][i] = risk(weights(set, p));
      }
    }
    return Matrix.generate(draws, sizes.size(), (r, c) -> risks[r][c]);
  }

  static double[] weights(GrowingRegression set, double p) {
    try {
      return set.weights(p);
    } catch (IllegalArgumentException singular) {
      throw new IllegalArgumentException(Words.of("claimregulariser.descent.singular"), singular);
    }
  }

  static double median(Matrix risks, int column) {
    double[] all = new double[risks.rows()];
    for (int draw = 0; draw < all.length; draw++) all[draw] = risks.at(draw, column);
    Arrays.sort(all);
    return (all[(all.length - 1) / 2] + all[all.length / 2]) / 2;
  }
}
