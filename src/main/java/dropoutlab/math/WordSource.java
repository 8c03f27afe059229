package dropoutlab.math;

import org.apache.commons.rng.core.source64.XoShiRo256PlusPlus;
import org.apache.commons.rng.core.util.NumberFactory;

/// The generator xoshiro256++, which can also write many of its words at once, with its state in registers. The words
/// are those that `next` would return one by one.
final class WordSource extends XoShiRo256PlusPlus {
  WordSource(long[] seed) { super(seed); }

  /// Returns everything that decides the words to come. An integer takes half a word, and so half a word may wait for the
  /// next one.
  long[] state() { return NumberFactory.makeLongArray(getStateInternal()); }

  /// Puts a state of [#state] back. Returns false for one that xoshiro256++ never has: from 0 it would never move.
  boolean restore(long[] state) {
    setStateInternal(NumberFactory.makeByteArray(state));
    return (state0 | state1 | state2 | state3) != 0;
  }

  /// Writes the next `count` words into `to`, from index 0 on.
  void fill(long[] to, int count) {
    long s0 = state0, s1 = state1, s2 = state2, s3 = state3;
    for (int i = 0; i < count; i++) {
      to[i] = Long.rotateLeft(s0 + s3, 23) + s0;
      long t = s1 << 17;
      s2 ^= s0;
      s3 ^= s1;
      s1 ^= s2;
      s0 ^= s3;
      s2 ^= t;
      s3 = Long.rotateLeft(s3, 45);
    }
    state0 = s0;
    state1 = s1;
    state2 = s2;
    state3 = s3;
  }
}
