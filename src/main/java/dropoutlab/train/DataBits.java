package dropoutlab.train;

import dropoutlab.data.DataSet;
import dropoutlab.math.Tensor;
import java.util.List;

/// A number that tells data sets apart: it follows from all bits of all examples.
final class DataBits {
  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  private DataBits() {}

  static long of(DataSet data) {
    long bits = 1;
    for (Tensor each : List.of(data.train().x(), data.train().y(), data.validation().x(), data.validation().y())) {
      bits = mix(mix(bits, each.rows()), each.cols());
      for (int i = 0; i < each.size(); i++) bits = mix(bits, Float.floatToRawIntBits(each.data()[i]));
    }
    return bits;
  }

  /// A bijection of `bits` for each `next`, so that one changed value always shows.
  private static long mix(long bits, int next) {
    long z = (bits ^ next) * FACTOR;
    return z ^ z >>> 32;
  }
}
