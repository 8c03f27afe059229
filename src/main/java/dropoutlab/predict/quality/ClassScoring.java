package dropoutlab.predict.quality;

import dropoutlab.frame.Matrix;
import dropoutlab.frame.PointPasses.ClassScores;
import dropoutlab.math.Elementary;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;

/// Uncertainty scores of one input's class probabilities over T passes; entropies are in nats:
///
/// - predictive entropy H[p̄] = -Σ_c p̄_c ln p̄_c of the mean probabilities p̄
/// - expected entropy (1/T) Σ_t H[p_t]: the uncertainty of the single passes
/// - mutual information, the difference of these two (Houlsby et al. 2011; Gal, Islam and Ghahramani 2017): the
///   disagreement of the passes
/// - variation ratio 1 - f/T, where f is the number of votes for the class with most votes (Freeman 1965); a pass votes
///   for its most probable class, the first of several equal ones
public final class ClassScoring {
  private ClassScoring() {}

  /// @param passes (T x classes): one row of probabilities per pass
  public static ClassScores of(Matrix passes) {
    if (passes.isEmpty()) throw new IllegalArgumentException(Words.of("predict.scores.passes"));
    int t = passes.rows(), classes = passes.cols();
    double[] mean = new double[classes];
    int[] votes = new int[classes];
    double expected = 0;
    for (int row = 0; row < t; row++) {
      int best = 0;
      for (int c = 0; c < classes; c++) {
        double p = passes.at(row, c);
        mean[c] += p / t;
        expected += Elementary.entropyTerm(p) / t;
        if (p > passes.at(row, best)) best = c;
      }
      votes[best]++;
    }
    double entropy = 0;
    int most = 0;
    for (int c = 0; c < classes; c++) {
      entropy += Elementary.entropyTerm(mean[c]);
      most = Math.max(most, votes[c]);
    }
    return new ClassScores(entropy, expected, Math.max(0, entropy - expected), 1 - most / (double) t, sd(passes, mean));
  }

  /// Returns the population standard deviation of each class's probability.
  private static List<Double> sd(Matrix passes, double[] mean) {
    List<Double> sd = new ArrayList<>();
    for (int c = 0; c < mean.length; c++) {
      double squares = 0;
      for (int row = 0; row < passes.rows(); row++) {
        double from = passes.at(row, c) - mean[c];
        squares += from * from;
      }
      sd.add(Math.sqrt(squares / passes.rows()));
    }
    return sd;
  }
}
