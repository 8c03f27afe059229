package dropoutlab.predict;

import dropoutlab.data.TargetUnit;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Noise;

/// The result of T passes over n inputs, of standardised values or of class probabilities. [dropoutlab.data.TargetUnit]
/// converts values into the user's unit.
///
/// @param passes      T
/// @param mean        (n x columns): the mean over the passes
/// @param variance    (n x columns): the population variance over the passes (1/T), which is epistemic
/// @param aleatoric   (n x 1): the mean over the passes of the variance that the network has learnt for the target. The
///                    sum of this and `variance` is the variance of the target (Kendall and Gal 2017, eq. 9). Empty if
///                    no variance is learnt
/// @param entropy     (n x 1) in nats: the predictive entropy H of the mean probabilities; empty for regression
/// @param information (n x 1) in nats: the mutual information, H minus the mean entropy of the passes (Houlsby et al.
///                    2011)
/// @param variation   (n x 1): the variation ratio, 1 - (votes for the class with most votes) / T. A pass votes for its
///                    most probable class, the first of several equal ones
public record Predictive(int passes, Matrix mean, Matrix variance, Matrix aleatoric, Matrix entropy, Matrix information,
                         Matrix variation) {
  /// Returns the most probable class of row `row` by the mean probabilities; the first of several equal ones.
  public int classOf(int row) {
    int best = 0;
    for (int c = 1; c < mean.cols(); c++) if (mean.at(row, c) > mean.at(row, best)) best = c;
    return best;
  }

  /// Returns the epistemic standard deviation of row `row` and column `column`.
  public double sd(int row, int column) { return Math.sqrt(variance.at(row, column)); }

  /// Returns the standard deviation of the noise at row `row`, in the target's unit: the one that the network has
  /// learnt there, rescaled, or else the one that is the same everywhere.
  public double noiseSd(TargetUnit unit, int row, Noise noise) {
    if (aleatoric().isEmpty()) return noise.sd();
    return unit.length(Math.sqrt(noise.factor() * aleatoric().get(row)));
  }
}
