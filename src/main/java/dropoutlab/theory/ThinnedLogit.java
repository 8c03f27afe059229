package dropoutlab.theory;

import dropoutlab.frame.Matrix;
import dropoutlab.frame.Weights;
import org.apache.commons.math3.special.Erf;

/// A dense network of GELU layers with one logit, whose last hidden layer is dropped: the engine's weights, computed in
/// double precision. At every input it gives what all its thinned networks say.
public final class ThinnedLogit {
  private final Weights weights;
  private final double p;

  public ThinnedLogit(Weights weights, double p) {
    this.weights = weights;
    this.p = p;
  }

  /// @param x the inputs, scaled
  public ThinnedOutputs at(double... x) {
    double[] values = x.clone();
    int last = weights.weights().size() - 1;
    for (int layer = 0; layer < last; layer++) values = gelu(weights.weights().get(layer), weights.biases().get(layer), values);
    Matrix out = weights.weights().get(last);
    for (int j = 0; j < values.length; j++) values[j] *= out.at(j, 0);
    return new ThinnedOutputs(p, weights.biases().get(last).get(0), values);
  }

  /// Returns x Φ(x) of each unit, with Φ the distribution function of the normal (Hendrycks and Gimpel 2016).
  private static double[] gelu(Matrix w, Matrix b, double[] x) {
    double[] values = new double[w.cols()];
    for (int c = 0; c < values.length; c++) {
      double sum = b.get(c);
      for (int r = 0; r < x.length; r++) sum += x[r] * w.at(r, c);
      values[c] = sum * Erf.erfc(-sum / Math.sqrt(2)) / 2;
    }
    return values;
  }
}
