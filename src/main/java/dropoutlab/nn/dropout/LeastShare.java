package dropoutlab.nn.dropout;

import java.util.Arrays;

/// Finds the smallest numbers of an array, by their share of all.
public final class LeastShare {
  private LeastShare() {}

  /// Returns the bound below which the smallest `share` of `sizes` lies; for a share of 1 it lies above all of them.
  /// Numbers equal to the bound do not count as below it. Sorts `sizes`.
  public static float bound(float[] sizes, double share) {
    // A little is added to the product before it is cut to an integer, so that 0.29 of 100 gives 29.
    int count = (int) (share * sizes.length + 1e-9);
    Arrays.sort(sizes);
    return count == sizes.length ? Float.POSITIVE_INFINITY : sizes[count];
  }
}
