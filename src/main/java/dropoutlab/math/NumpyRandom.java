package dropoutlab.math;

import org.apache.commons.math3.random.MersenneTwister;

/// The uniform numbers of `numpy.random.seed(seed)` and `numpy.random.rand`: MT19937 (Matsumoto and Nishimura 1998),
/// seeded by init_genrand, as Commons Math does for an `int`; two outputs a number, 27 bits of the first and 26 of the
/// second. NumPy's newer generators draw others.
public final class NumpyRandom {
  private static final double RANGE = 0x1.0p32;

  private final MersenneTwister generator;

  public NumpyRandom(int seed) { generator = new MersenneTwister(seed); }

  /// Returns the next number, uniform in [0, 1), with 53 bits.
  public double rand() {
    long high = generator.nextInt() >>> 5, low = generator.nextInt() >>> 6;
    return (high * 0x1.0p26 + low) * 0x1.0p-53;
  }

  /// Returns the stream from which a layer draws the masks that NumPy's numbers give, in their order.
  ///
  /// The layer compares each half of a word, the low half first, with p 2^32, and begins a new word with every row. A
  /// word therefore holds the first 32 bits of two numbers, and the last word of a row of odd length holds one. The
  /// layer drops a half below p 2^32. So a number u that is rounded down is kept where `u >= p`, and one that is
  /// rounded up, less 1, where `u > p`.
  ///
  /// @param units how many masks a row has; what the layer draws at once is a row
  /// @param ties  whether a unit is kept where its number equals p
  public RandomStream masks(int units, boolean ties) {
    int[] column = {0};
    return new RandomStream(() -> {
      long low = half(ties), high = column[0] + 1 < units ? half(ties) : 0;
      column[0] = column[0] + 2 < units ? column[0] + 2 : 0;
      return high << 32 | low;
    });
  }

  private long half(boolean ties) {
    double u = rand() * RANGE;
    return ties ? (long) u : Math.max(0, (long) Math.ceil(u) - 1);
  }
}
