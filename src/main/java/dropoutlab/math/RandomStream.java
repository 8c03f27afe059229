package dropoutlab.math;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/// A seeded stream of random numbers for one purpose. Streams of different purposes are independent: drawing more masks
/// never changes the shuffling, and watching MC dropout never changes the training.
///
/// The generator is xoshiro256++ (Blackman and Vigna 2019). Its words are processed only by arithmetic that Java
/// defines exactly, so that every machine draws the same numbers.
public final class RandomStream {
  /// The purpose of a stream. The order of the constants is part of the file format, because it decides the numbers.
  public enum Purpose { DATA, WEIGHTS, SHUFFLE, MASKS, PREDICTION, AUGMENTATION, LOOKING }

  /// The length of [#state]: four words of the generator, two of halves that wait, and the normal number that waits.
  public static final int WORDS = 7;
  /// No normal number of the polar method is larger in size: √(-2 ln s) with s of at least 2^-104.
  private static final double LARGEST_GAUSSIAN = 13;

  /// The number of words that are drawn at once for a mask.
  private static final int BLOCK = 256;

  private final UniformRandomProvider words;
  private final long[] block = new long[BLOCK];
  private double spareGaussian = Double.NaN;

  /// Makes a stream over any source of words; with other generators it reproduces their masks.
  public RandomStream(UniformRandomProvider words) {
    this.words = words;
  }

  /// Returns the stream of a purpose under an experiment's seed. `index` distinguishes several streams of one purpose,
  /// for example one per layer.
  public static RandomStream of(long seed, Purpose purpose, int index) {
    long mixed = mix(mix(mix(seed) + purpose.ordinal() + 1) + index + 1);
    long[] state = new long[4];
    for (int i = 0; i < state.length; i++) state[i] = mix(mixed + (i + 1) * 0x9E3779B97F4A7C15L);
    return new RandomStream(new WordSource(state));
  }

  public static RandomStream of(long seed, Purpose purpose) {
    return of(seed, purpose, 0);
  }

  /// The finaliser of SplitMix64 (Steele, Lea and Flood 2014), which spreads similar seeds over all states.
  private static long mix(long z) {
    z += 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /// Returns everything that decides the numbers to come.
  public long[] state() {
    long[] state = Arrays.copyOf(source().state(), WORDS);
    state[WORDS - 1] = Double.doubleToLongBits(spareGaussian);
    return state;
  }

  /// Goes on from a state of [#state]. Returns false, and cannot be used any more, if no stream has that state.
  public boolean restore(long[] state) {
    spareGaussian = Double.longBitsToDouble(state[WORDS - 1]);
    boolean possible = Double.isNaN(spareGaussian) || Math.abs(spareGaussian) <= LARGEST_GAUSSIAN;
    return source().restore(Arrays.copyOf(state, WORDS - 1)) && possible;
  }

  private WordSource source() {
    if (words instanceof WordSource source) return source;
    throw new IllegalStateException("Only a stream with a purpose knows its state.");
  }

  public long nextLong() { return words.nextLong(); }

  /// Returns a number uniform in [0, 1), with 53 bits.
  public double nextDouble() { return (words.nextLong() >>> 11) * 0x1.0p-53; }

  /// Returns an integer uniform in [0, bound).
  public int nextInt(int bound) { return words.nextInt(bound); }

  public double uniform(double low, double high) { return low + (high - low) * nextDouble(); }

  /// Returns a standard normal number, by Marsaglia's polar method on StrictMath, which computes the same bits
  /// everywhere.
  public double nextGaussian() {
    if (!Double.isNaN(spareGaussian)) {
      double spare = spareGaussian;
      spareGaussian = Double.NaN;
      return spare;
    }
    double u, v, s;
    do {
      u = 2 * nextDouble() - 1;
      v = 2 * nextDouble() - 1;
      s = u * u + v * v;
    } while (s >= 1 || s == 0);
    double scale = Math.sqrt(-2 * StrictMath.log(s) / s);
    spareGaussian = v * scale;
    return u * scale;
  }

  /// Draws `count` Bernoulli values into `mask` from `offset` on: 0 with probability p, else `kept`. Two values are
  /// taken from each 64-bit word, the low half first. A value is dropped if its half, read as an unsigned number, is
  /// below p 2^32, so that the probability is exact to 2^-32.
  public void fillMask(float[] mask, int offset, int count, double p, float kept) {
    long threshold = Math.round(p * 0x1.0p32);
    for (int done = 0; done < count; done += 2 * BLOCK) {
      int values = Math.min(2 * BLOCK, count - done);
      fill((values + 1) / 2);
      compare(mask, offset + done, values, threshold, kept);
    }
  }

  private void fill(int count) {
    if (words instanceof WordSource source) source.fill(block, count);
    else for (int i = 0; i < count; i++) block[i] = words.nextLong();
  }

  /// There is no branch, because the processor would mispredict half of them: a negative difference becomes a word of
  /// ones.
  private void compare(float[] mask, int offset, int count, long threshold, float kept) {
    int bits = Float.floatToRawIntBits(kept);
    int pairs = count / 2;
    int done = Vectors.USED ? VectorMasks.compare(block, mask, offset, count, threshold, kept) : 0;
    for (int i = done / 2; i < pairs; i++) {
      long word = block[i];
      mask[offset + 2 * i] = Float.intBitsToFloat(bits & ~(int) ((word & 0xFFFFFFFFL) - threshold >> 63));
      mask[offset + 2 * i + 1] = Float.intBitsToFloat(bits & ~(int) ((word >>> 32) - threshold >> 63));
    }
    if (count % 2 == 1)
      mask[offset + count - 1] = Float.intBitsToFloat(bits & ~(int) ((block[pairs] & 0xFFFFFFFFL) - threshold >> 63));
  }

  /// Brings the given indices into a random order, in place (Fisher and Yates).
  public void shuffle(int[] indices) {
    for (int i = indices.length - 1; i > 0; i--) {
      int j = nextInt(i + 1);
      int held = indices[i];
      indices[i] = indices[j];
      indices[j] = held;
    }
  }
}
