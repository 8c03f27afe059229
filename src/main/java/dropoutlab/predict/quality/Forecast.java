package dropoutlab.predict.quality;

import dropoutlab.frame.Matrix;
import dropoutlab.frame.Method;
import dropoutlab.math.Elementary;
import dropoutlab.predict.Predictive;

/// What one method says of examples whose truth is known: all that its quality is measured on. Arrays have an entry an
/// example and are shared; nobody modifies them.
public sealed interface Forecast {
  Method method();

  int size();

  /// What the examples are sorted by when the most uncertain are left out.
  double[] uncertainty();

  /// Each example's squared error, or 1 where the class is wrong and else 0.
  double[] errors();

  /// Values, all in the target's unit.
  ///
  /// @param error      the truth less the mean of the predictive distribution
  /// @param sd         its total standard deviation, epistemic and noise
  /// @param logDensity ln p(truth)
  /// @param noiseSd    the root of the mean of the noise's variances
  record Values(Method method, double[] error, double[] sd, double[] logDensity, double noiseSd, boolean noiseAtBound)
      implements Forecast {
    @Override public int size() { return error.length; }

    @Override public double[] uncertainty() { return sd; }

    @Override public double[] errors() {
      double[] squares = new double[error.length];
      for (int i = 0; i < squares.length; i++) squares[i] = error[i] * error[i];
      return squares;
    }
  }

  /// Class probabilities, (n x classes).
  record Classes(Method method, int[] labels, Matrix probabilities) implements Forecast {
    @Override public int size() { return labels.length; }

    /// Predictive entropy in nats.
    @Override public double[] uncertainty() {
      double[] entropies = new double[labels.length];
      for (int i = 0; i < labels.length; i++)
        for (int c = 0; c < probabilities.cols(); c++) entropies[i] += Elementary.entropyTerm(probabilities.at(i, c));
      return entropies;
    }

    @Override public double[] errors() {
      double[] wrong = new double[labels.length];
      for (int i = 0; i < wrong.length; i++) wrong[i] = best(i) == labels[i] ? 0 : 1;
      return wrong;
    }

    /// The most probable class, the first on a tie.
    int best(int row) {
      int best = 0;
      for (int c = 1; c < probabilities.cols(); c++)
        if (probabilities.at(row, c) > probabilities.at(row, best)) best = c;
      return best;
    }
  }
}
