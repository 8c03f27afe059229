package dropoutlab.claim.regulariser;

import dropoutlab.math.RandomStream;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import dropoutlab.nn.Loss;
import dropoutlab.nn.dropout.InvertedDropout;
import dropoutlab.nn.layer.Chain;
import dropoutlab.nn.layer.Dense;
import dropoutlab.nn.layer.Mode;

/// Logistic regression on one example with dropout on its inputs, by the engine's layers.
final class MaskedLogit {
  private static final double LEAST_ROUNDING = 1e-6;
  private static final double SCORE_ROUNDING = 4 * 0x1.0p-24;

  private final AllMasks masks;
  private final double[] probabilities;
  private final Dense dense;
  private final Chain chain;
  private final Tensor one = new Tensor(1, 1);
  private final Tensor ones;

  MaskedLogit(int inputs, double p) {
    masks = new AllMasks(inputs, 1);
    probabilities = masks.probabilities(p);
    dense = new Dense(inputs, 1);
    chain = Chain.of(Shape.vector(inputs), new InvertedDropout(p, inputs, masks.stream()), dense);
    one.fill(1);
    ones = masks.under(one);
  }

  /// Returns the loss with masks on, its mean over all of them, less the loss with masks off. The label is 1.
  double penalty(double[] w, double[] x) {
    for (int j = 0; j < w.length; j++) dense.weights().value().set(j, 0, (float) w[j]);
    Tensor example = new Tensor(1, x.length);
    for (int j = 0; j < x.length; j++) example.set(0, j, (float) x[j]);
    double on = masks.loss(Loss.BINARY_CROSS_ENTROPY, chain.forward(masks.under(example), Mode.TRAIN), ones, probabilities);
    return on - Loss.BINARY_CROSS_ENTROPY.sum(chain.forward(example, Mode.INFERENCE), one);
  }

  /// By how much rounding may change the penalty: each score is a float, off by a few units in its last place.
  static double rounding(double[] w, double[] x, double p) {
    double most = 0;
    for (int j = 0; j < w.length; j++) most += Math.abs(w[j] * x[j]) / (1 - p);
    return Math.max(LEAST_ROUNDING, SCORE_ROUNDING * most);
  }
}
