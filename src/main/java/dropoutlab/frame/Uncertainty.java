package dropoutlab.frame;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/// What T passes with dropout on say. Standard deviations are population ones (1/T) as in Gal and Ghahramani 2016.
public sealed interface Uncertainty {
  /// T.
  int passes();

  /// One input, regression, user's units: (n x 1) tables along `x`; `singles` (k x n) are some single passes.
  /// `noise` is that of the passes, fitted on the validation data; total variance = epistemicSd^2 + noise.sd^2.
  @RecordBuilder
  record Band(int passes, Matrix x, Matrix mean, Matrix epistemicSd, Noise noise, boolean held, Matrix singles)
      implements Uncertainty, UncertaintyBandBuilder.With {}

  /// Two inputs: maps on a grid laid out as in [Learned.DecisionMap], (cells x 1). For classes `mean` is the
  /// probability of the most probable class and `sd` the root of the summed class variances / K; entropy and
  /// information are in nats, and empty for regression.
  record Maps(int passes, Viewport window, int columns, int rows, Matrix mean, Matrix sd, Matrix entropy, Matrix information)
      implements Uncertainty {}

  /// One example of the validation set, classes: `probabilities` is (T x classes).
  record ClassPasses(int passes, int example, List<String> classes, Matrix probabilities, int label, double entropy,
                     double information) implements Uncertainty {}

  /// One example of the validation set, regression: (T x 1) predictions in the target's units.
  record ValuePasses(int passes, int example, Matrix values, double truth, Noise noise) implements Uncertainty {}
}
