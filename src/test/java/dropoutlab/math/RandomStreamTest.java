package dropoutlab.math;

import static dropoutlab.math.RandomStream.Purpose.DATA;
import static dropoutlab.math.RandomStream.Purpose.MASKS;
import static dropoutlab.math.RandomStream.Purpose.SHUFFLE;
import static dropoutlab.math.RandomStream.Purpose.WEIGHTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RandomStreamTest {
  /// These numbers are part of the file format. Oracle: xoshiro256++ and SplitMix64's finaliser, written independently
  /// in Python.
  @Test
  void theFirstNumbersOfASeedAreFixed() {
    RandomStream stream = RandomStream.of(7, MASKS);
    assertThat(new long[] {stream.nextLong(), stream.nextLong(), stream.nextLong()})
        .containsExactly(-4957093879353160248L, 7411478917815046506L, 2231673099149186345L);
    assertThat(RandomStream.of(7, WEIGHTS, 2).nextGaussian()).isEqualTo(-0.7833997706489755);
  }

  @Test
  void theSameSeedGivesTheSameStream() {
    RandomStream one = RandomStream.of(42, DATA, 3);
    RandomStream two = RandomStream.of(42, DATA, 3);
    for (int i = 0; i < 100; i++) {
      assertThat(one.nextGaussian()).isEqualTo(two.nextGaussian());
      assertThat(one.nextInt(10)).isEqualTo(two.nextInt(10));
    }
  }

  @Test
  void seedsPurposesAndIndicesLeadToDifferentStreams() {
    Set<Long> firsts = new HashSet<>();
    for (long seed = 0; seed < 20; seed++)
      for (RandomStream.Purpose purpose : RandomStream.Purpose.values())
        for (int index = 0; index < 20; index++) firsts.add(RandomStream.of(seed, purpose, index).nextLong());
    assertThat(firsts).hasSize(20 * RandomStream.Purpose.values().length * 20);
  }

  /// The number of dropped values is binomial: 5 standard deviations are exceeded by chance once in 1.7 million, and
  /// the seed is fixed.
  @ParameterizedTest @ValueSource(doubles = {.1, .5, .9})
  void masksDropWithTheProbabilityAsked(double p) {
    int n = 1_000_001;
    float[] mask = new float[n];
    float kept = (float) (1 / (1 - p));
    RandomStream.of(1, MASKS).fillMask(mask, 0, n, p, kept);
    int dropped = 0;
    for (float m : mask) {
      if (m == 0) dropped++;
      else assertThat(m).isEqualTo(kept);
    }
    assertThat((double) dropped).isCloseTo(n * p, within(5 * Math.sqrt(n * p * (1 - p))));
  }

  /// The two halves of a word must not agree more often than chance.
  @Test
  void neighboursInAMaskAreIndependent() {
    int n = 1_000_000;
    float[] mask = new float[n];
    RandomStream.of(1, MASKS).fillMask(mask, 0, n, .5, 1);
    int agree = 0;
    for (int i = 0; i < n; i += 2) if (mask[i] == mask[i + 1]) agree++;
    assertThat((double) agree).isCloseTo(n / 4.0, within(5 * Math.sqrt(n / 8.0)));
  }

  @Test
  void dropRateZeroKeepsEverything() {
    float[] mask = new float[10_000];
    RandomStream.of(1, MASKS).fillMask(mask, 0, mask.length, 0, 1);
    assertThat(mask).containsOnly(1);
  }

  /// Half a word and a normal number may wait for the next draw.
  @Test
  void aStreamGoesOnFromItsState() {
    for (int ints = 0; ints < 3; ints++)
      for (int normals = 0; normals < 3; normals++) {
        RandomStream stream = RandomStream.of(5, MASKS), again = RandomStream.of(6, MASKS);
        for (int i = 0; i < ints; i++) stream.nextInt(10);
        for (int i = 0; i < normals; i++) stream.nextGaussian();
        assertThat(again.restore(stream.state())).isTrue();
        assertThat(again.state()).containsExactly(stream.state());
        for (int i = 0; i < 3; i++) assertThat(again.nextInt(1000)).isEqualTo(stream.nextInt(1000));
        for (int i = 0; i < 3; i++) assertThat(again.nextGaussian()).isEqualTo(stream.nextGaussian());
        assertThat(again.nextLong()).isEqualTo(stream.nextLong());
      }
  }

  /// Words chosen by hand: p = 0.5 drops a half-word below 2^31, low half first.
  @Test
  void aMaskTakesTheLowHalfOfAWordFirst() {
    long[] words = {0x80000000_7FFFFFFFL, 0x00000000_FFFFFFFFL};
    int[] next = {0};
    UniformRandomProvider source = () -> words[next[0]++];
    float[] mask = {9, 9, 9, 9, 9};
    new RandomStream(source).fillMask(mask, 1, 3, .5, 2);
    assertThat(mask).containsExactly(9, 0, 2, 2, 9);
  }

  /// Oracle: the rule of a mask, value by value, over the words of a second stream of the same seed.
  static IntStream counts() { return IntStream.concat(Scalars.sizes(), IntStream.of(511, 512, 513, 1500)); }

  @ParameterizedTest @MethodSource("counts")
  void masksDrawnInBlocksTakeTheWordsOneByOne(int count) {
    for (double p : new double[] {0, 0.1, 0.5, 0.999, 1 - 0x1p-40}) {
      RandomStream blocks = RandomStream.of(6, MASKS), single = RandomStream.of(6, MASKS);
      float[] mask = new float[count + 2], expected = new float[count + 2];
      blocks.fillMask(mask, 1, count, p, 3);
      long word = 0;
      for (int i = 0; i < count; i++) {
        word = i % 2 == 0 ? single.nextLong() : word >>> 32;
        expected[1 + i] = (word & 0xFFFFFFFFL) < Math.round(p * 0x1p32) ? 0 : 3;
      }
      assertThat(mask).containsExactly(expected);
      assertThat(blocks.nextLong()).isEqualTo(single.nextLong());
    }
  }

  /// Mean 0, variance 1, skewness 0, kurtosis 3; the tolerances are 5 standard errors of n = 10^6 draws.
  @Test
  void gaussianMomentsAreThoseOfTheStandardNormal() {
    int n = 1_000_000;
    RandomStream stream = RandomStream.of(5, WEIGHTS);
    double[] sums = new double[5];
    for (int i = 0; i < n; i++) {
      double x = stream.nextGaussian();
      for (int power = 1; power <= 4; power++) sums[power] += Math.pow(x, power) / n;
    }
    assertThat(sums[1]).isCloseTo(0, within(5e-3));
    assertThat(sums[2]).isCloseTo(1, within(5e-3 * Math.sqrt(2)));
    assertThat(sums[3]).isCloseTo(0, within(5e-3 * Math.sqrt(15)));
    assertThat(sums[4]).isCloseTo(3, within(5e-3 * Math.sqrt(96)));
  }

  @Test
  void shufflingPermutes() {
    int[] indices = IntStream.range(0, 1000).toArray();
    RandomStream.of(3, SHUFFLE).shuffle(indices);
    assertThat(indices).isNotEqualTo(IntStream.range(0, 1000).toArray());
    assertThat(indices).containsExactlyInAnyOrder(IntStream.range(0, 1000).toArray());
  }

  /// 24,000 shuffles of 4: every order 1000 times, within 5 standard deviations.
  @Test
  void everyOrderIsEquallyLikely() {
    RandomStream stream = RandomStream.of(3, SHUFFLE);
    int[] counts = new int[256];
    for (int i = 0; i < 24_000; i++) {
      int[] order = {0, 1, 2, 3};
      stream.shuffle(order);
      counts[order[0] | order[1] << 2 | order[2] << 4 | order[3] << 6]++;
    }
    int[] seen = IntStream.of(counts).filter(c -> c > 0).toArray();
    assertThat(seen).hasSize(24);
    for (int c : seen) assertThat(c).isCloseTo(1000, within(155));
  }

  @Test
  void uniformsFillTheirRange() {
    RandomStream stream = RandomStream.of(9, DATA);
    double sum = 0;
    for (int i = 0; i < 100_000; i++) {
      double x = stream.uniform(-2, 4);
      assertThat(x).isBetween(-2.0, 4.0);
      sum += x;
    }
    // The standard error of the mean is 6 / sqrt(12 n).
    assertThat(sum / 100_000).isCloseTo(1, within(5 * 6 / Math.sqrt(12 * 100_000)));
  }
}
