package dropoutlab.nn.dropout;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.Mode;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.random.MersenneTwister;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/// The dropout layer under the random numbers of `numpy.random.seed(1)`. Reference: NumPy 1.24.2 and 2.4.6, which
/// agree; the masked arrays are those of a published notebook that implements inverted dropout with NumPy, p = 0.5,
/// `X = arange(20).reshape(4, 5) / 20` and `dY = arange(20).reshape(4, 5) / 50`.
class NumpyMaskTest {
  /// `rand()` of NumPy's legacy generator: MT19937 seeded by init_genrand (as Commons Math does for an int seed), with
  /// two outputs per double: 27 bits of the first and 26 of the second.
  private static final class NumpyRandom {
    private final MersenneTwister generator;

    NumpyRandom(int seed) { generator = new MersenneTwister(seed); }

    double rand() {
      long high = generator.nextInt() >>> 5, low = generator.nextInt() >>> 6;
      return (high * 67108864.0 + low) / 9007199254740992.0;
    }
  }

  /// Returns the words from which the layer reads NumPy's uniform numbers in order. The layer compares each half of a
  /// word, the low half first, with p 2^32, and begins a new word with every row. A word therefore holds the first 32
  /// bits of two uniform numbers, and the last word of an odd row holds one. NumPy's `rand > p` and the layer's
  /// `u >= p` differ only at u = p, which seed 1 does not draw.
  private static UniformRandomProvider words(NumpyRandom numpy, int units) {
    int[] column = {0};
    return () -> {
      long low = (long) (numpy.rand() * 0x1.0p32), high = 0;
      if (column[0] + 1 < units) high = (long) (numpy.rand() * 0x1.0p32);
      column[0] = column[0] + 2 < units ? column[0] + 2 : 0;
      return high << 32 | low;
    };
  }

  @Test void generatorGivesTheRawOutputsOfTheReference() {
    MersenneTwister generator = new MersenneTwister(1);
    long[] raw = new long[10];
    for (int i = 0; i < raw.length; i++) raw[i] = Integer.toUnsignedLong(generator.nextInt());
    assertThat(raw).containsExactly(1791095845L, 4282876139L, 3093770124L, 4005303368L, 491263L, 550290313L,
        1298508491L, 4290846341L, 630311759L, 1013994432L);
  }

  @Test void uniformsAreBitIdenticalToNumpy() {
    NumpyRandom numpy = new NumpyRandom(1);
    assertThat(DoubleStream.generate(numpy::rand).limit(20).toArray()).containsExactly(
        0.417022004702574, 0.7203244934421581, 0.00011437481734488664, 0.30233257263183977, 0.14675589081711304,
        0.0923385947687978, 0.1862602113776709, 0.34556072704304774, 0.39676747423066994, 0.538816734003357,
        0.4191945144032948, 0.6852195003967595, 0.20445224973151743, 0.8781174363909454, 0.027387593197926163,
        0.6704675101784022, 0.41730480236712697, 0.5586898284457517, 0.14038693859523377, 0.1981014890848788);
  }

  @Test void layerDrawsTheMaskOfTheNotebook() {
    InvertedDropout dropout = new InvertedDropout(0.5, 5, new RandomStream(words(new NumpyRandom(1), 5)));
    Tensor y = dropout.forward(counted(20), Mode.TRAIN);
    Tensor dx = dropout.backward(counted(50));
    assertThat(dropout.mask().data()).containsExactly(
        0, 2, 0, 0, 0,
        0, 0, 0, 0, 2,
        0, 2, 0, 2, 0,
        2, 0, 2, 0, 0);
    assertThat(y.data()).containsExactly(
        0, 0.1f, 0, 0, 0,
        0, 0, 0, 0, 0.9f,
        0, 1.1f, 0, 1.3f, 0,
        1.5f, 0, 1.7f, 0, 0);
    assertThat(dx.data()).containsExactly(
        0, 0.04f, 0, 0, 0,
        0, 0, 0, 0, 0.36f,
        0, 0.44f, 0, 0.52f, 0,
        0.6f, 0, 0.68f, 0, 0);
  }

  /// Returns 0 to 19 divided by `divisor`, (4 x 5).
  private static Tensor counted(int divisor) {
    Tensor tensor = new Tensor(4, 5);
    for (int i = 0; i < 20; i++) tensor.data()[i] = (float) ((double) i / divisor);
    return tensor;
  }
}
