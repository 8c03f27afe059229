package dropoutlab.claim.regulariser;

import dropoutlab.claim.DroppedUnit;
import dropoutlab.claim.EveryMask;
import dropoutlab.claim.SinglePrecision;
import dropoutlab.math.RandomStream;
import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.Tensor;
import dropoutlab.nn.Loss;

/// Logistic regression on one example with dropout on its inputs, by the engine's layers. The label is 1.
final class MaskedLogit {
  private static final double LEAST = 1e-6;

  private MaskedLogit() {}

  /// Returns the loss with masks on, its mean over all of them, less the loss with masks off.
  static double penalty(double[] w, double[] x, double p) {
    // Every mask is forced: nothing is drawn from the stream.
    DroppedUnit unit = new DroppedUnit(p, true, w, x, 0, RandomStream.of(0, Purpose.MASKS));
    return EveryMask.mean(unit.underEveryMask(MaskedLogit::loss), w.length, p) - loss(unit.masksOff());
  }

  private static double loss(Tensor logit) { return Loss.BINARY_CROSS_ENTROPY.sum(logit, Tensor.of(1, 1, 1)); }

  /// By how much rounding may change the penalty: that of the scores, since the loss is nowhere steeper than 1.
  static double rounding(double[] w, double[] x, double p) {
    double size = 0;
    for (int j = 0; j < w.length; j++) size += Math.abs(w[j] * x[j]) / (1 - p);
    return Math.max(LEAST, SinglePrecision.tolerance(SinglePrecision.ofSum(w.length, size)));
  }
}
