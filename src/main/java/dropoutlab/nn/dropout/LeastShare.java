package dropoutlab.nn.dropout;

import java.util.Arrays;

/// Which numbers are among the share of the least.
final class LeastShare {
  private LeastShare() {}

  /// The bound below which the `share` of `sizes` lies, all of them for 1; sorts them. Of equal sizes at the bound,
  /// none is below it.
  static float bound(float[] sizes, double share) {
    // A hair more than the product, so that 0.29 of 100 are 29.
    int count = (int) (share * sizes.length + 1e-9);
    Arrays.sort(sizes);
    return count == sizes.length ? Float.POSITIVE_INFINITY : sizes[count];
  }
}
