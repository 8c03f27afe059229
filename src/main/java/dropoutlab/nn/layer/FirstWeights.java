package dropoutlab.nn.layer;

import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.spec.Initialisation;

/// Draws the weights with which training begins.
public final class FirstWeights {
  private FirstWeights() {}

  /// Overwrites `weights`, row by row, for units that each sum `fanIn` inputs and inputs that each feed `fanOut` units.
  public static void draw(Tensor weights, int fanIn, int fanOut, Initialisation initialisation, RandomStream stream) {
    double variance = initialisation.variance(fanIn, fanOut), sd = Math.sqrt(variance), bound = Math.sqrt(3 * variance);
    float[] w = weights.data();
    for (int i = 0; i < weights.size(); i++)
      w[i] = (float) (initialisation.isUniform() ? stream.uniform(-bound, bound) : sd * stream.nextGaussian());
  }
}
