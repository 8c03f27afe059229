package dropoutlab.predict.variant.dense;

import dropoutlab.math.RandomStream;
import dropoutlab.theory.DropConnectSum;

/// The input of a unit under masks of DropConnect, drawn as the layer draws them.
public final class DrawnSums {
  private DrawnSums() {}

  /// Returns the sums under `count` masks.
  public static double[] of(DropConnectSum sum, int count, RandomStream stream) {
    float[] mask = new float[sum.weights()];
    double[] sums = new double[count];
    for (int draw = 0; draw < count; draw++) {
      stream.fillMask(mask, 0, mask.length, sum.p(), 1);
      sums[draw] = sum.under(mask);
    }
    return sums;
  }
}
