package dropoutlab.predict.quality;

import dropoutlab.frame.Matrix;
import dropoutlab.frame.Method;
import dropoutlab.math.Elementary;

/// The forecast of one method for examples with known targets: everything on which its quality is measured. Arrays have
/// one entry per example; they are shared and must not be modified.
public sealed interface Forecast {
  Method method();

  int size();

  /// Returns the values by which examples are sorted when the most uncertain ones are left out.
  double[] uncertainty();

  /// Returns the squared error of each example; for classes 1 if the class is wrong, else 0.
  double[] errors();

  /// A forecast of values, all in the target's unit.
  ///
  /// @param error      the truth minus the mean of the predictive distribution
  /// @param sd         the total standard deviation, epistemic and noise
  /// @param logDensity ln p(truth)
  /// @param noiseSd    the square root of the mean variance of the noise
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

  /// A forecast of class probabilities, (n x classes).
  record Classes(Method method, int[] labels, Matrix probabilities) implements Forecast {
    @Override public int size() { return labels.length; }

    /// Returns the predictive entropy in nats.
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

    /// Returns the most probable class, the first of several equal ones.
    int best(int row) {
      int best = 0;
      for (int c = 1; c < probabilities.cols(); c++)
        if (probabilities.at(row, c) > probabilities.at(row, best)) best = c;
      return best;
    }
  }
}
