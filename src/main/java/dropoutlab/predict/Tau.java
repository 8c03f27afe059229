package dropoutlab.predict;

import dropoutlab.spec.Experiment;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.List;

/// The precision τ of the observation noise, whose variance is 1/τ.
///
/// Gal and Ghahramani (2016), eq. 7: τ = q l² / (2 N λ), with the *keep* probability q = 1 - p (which the paper calls
/// p), the prior length-scale l, N training examples and the weight decay λ of a loss 1/N Σ ½‖y - ŷ‖² + λ Σ‖W‖² (eq.
/// 1). Ours is 1/N Σ (y - ŷ)² + λ₂/2 Σw², twice that with λ = λ₂/4. The network works on standardised targets, so that
/// this τ is in their unit; in the target's own it is τ / sd², and the noise's standard deviation is sd τ^-1/2.
///
/// Eq. 7 speaks of one keep probability: where layers differ, the mean of those that drop is taken. As in the paper's
/// own experiments it is applied to inverted dropout unchanged, although the weights there are q times the paper's.
public final class Tau {
  private Tau() {}

  /// Eq. 7 as it stands in the paper.
  ///
  /// @param keep q, in (0, 1]
  public static double ofPrior(double keep, double lengthScale, int examples, double weightDecay) {
    if (!(weightDecay > 0))
      throw new IllegalArgumentException(Words.of("predict.tau.decay", Numbers.brief(weightDecay)));
    return keep * lengthScale * lengthScale / (2.0 * examples * weightDecay);
  }

  /// λ of eq. 1 for our loss.
  public static double weightDecay(Experiment experiment) { return experiment.regulariser().l2() / 4; }

  public static double keep(List<Double> dropRates) {
    return 1 - dropRates.stream().filter(p -> p > 0).mapToDouble(p -> p).average().orElse(0);
  }
}
