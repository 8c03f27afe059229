package dropoutlab.predict;

import dropoutlab.spec.Experiment;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.List;

/// The precision τ of the observation noise, whose variance is 1/τ.
///
/// Gal and Ghahramani (2016), eq. 7: τ = q l² / (2 N λ), with the *keep* probability q = 1 - p (which the paper calls
/// p), the prior length-scale l, N training examples and the weight decay λ of a loss 1/N Σ ½‖y - ŷ‖² + λ Σ‖W‖² (eq.
/// 1). Our loss is 1/N Σ (y - ŷ)² + λ₂/2 Σw², which is twice that loss if λ = λ₂/4. The network works on standardised
/// targets, and so this τ is in their unit; in the target's own unit it is τ / sd², and the standard deviation of the
/// noise is sd τ^-1/2.
///
/// Eq. 7 has one keep probability: where layers differ, the mean of those that drop is used. As in the paper's own
/// experiments, the equation is applied to inverted dropout unchanged, although the weights there are q times those of
/// the paper.
public final class Tau {
  private Tau() {}

  /// Returns τ by eq. 7 as it stands in the paper. Throws an [IllegalArgumentException] without weight decay.
  ///
  /// @param keep q, in (0, 1]
  public static double ofPrior(double keep, double lengthScale, int examples, double weightDecay) {
    if (!(weightDecay > 0))
      throw new IllegalArgumentException(Words.of("predict.tau.decay", Numbers.brief(weightDecay)));
    return keep * lengthScale * lengthScale / (2.0 * examples * weightDecay);
  }

  /// Returns the λ of eq. 1 that belongs to our loss.
  public static double weightDecay(Experiment experiment) { return experiment.regulariser().l2() / 4; }

  public static double keep(List<Double> dropRates) {
    return 1 - dropRates.stream().filter(p -> p > 0).mapToDouble(p -> p).average().orElse(0);
  }
}
