package dropoutlab.predict;

import dropoutlab.data.TargetUnit;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Noise;

/// What T passes say of n inputs, of standardised values or of class probabilities. [TargetUnit] brings values into the
/// user's unit.
///
/// @param passes      T
/// @param mean        (n x columns): the mean over passes
/// @param variance    (n x columns): the population variance over passes (1/T), epistemic
/// @param aleatoric   (n x 1): the mean over passes of the variance that the network has learnt for the target; with
///                    `variance` it adds up to that of the target (Kendall and Gal 2017, eq. 9). Empty where none is
///                    learnt
/// @param entropy     (n x 1) in nats: predictive entropy H of the mean probabilities; empty for regression
/// @param information (n x 1) in nats: mutual information, H minus the mean entropy of the passes (Houlsby et al. 2011)
/// @param variation   (n x 1): variation ratio, 1 - (votes for the most voted class) / T. A pass votes for its most
///                    probable class, the first of them on a tie
public record Predictive(int passes, Matrix mean, Matrix variance, Matrix aleatoric, Matrix entropy, Matrix information,
                         Matrix variation) {
  /// The most probable class of row `row` by the mean probabilities; the first on a tie.
  public int classOf(int row) {
    int best = 0;
    for (int c = 1; c < mean.cols(); c++) if (mean.at(row, c) > mean.at(row, best)) best = c;
    return best;
  }

  /// The epistemic standard deviation of row `row` and column `column`.
  public double sd(int row, int column) { return Math.sqrt(variance.at(row, column)); }

  /// The noise's standard deviation at row `row`, in the target's unit: what the network has learnt there, rescaled, or
  /// the same everywhere.
  public double noiseSd(TargetUnit unit, int row, Noise noise) {
    if (aleatoric().isEmpty()) return noise.sd();
    return unit.length(Math.sqrt(noise.factor() * aleatoric().get(row)));
  }
}
