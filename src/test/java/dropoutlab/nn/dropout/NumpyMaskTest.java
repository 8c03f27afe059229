package dropoutlab.nn.dropout;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.math.NumpyRandom;
import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.Mode;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.random.MersenneTwister;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The dropout layer under the random numbers of `numpy.random.seed(1)`. Reference: NumPy 1.24.2 and 2.4.6, which
/// agree; the masked arrays are those of a published notebook that implements inverted dropout with NumPy, p = 0.5,
/// `X = arange(20).reshape(4, 5) / 20` and `dY = arange(20).reshape(4, 5) / 50`.
class NumpyMaskTest {
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

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void layerDrawsTheMaskOfTheNotebook(boolean ties) {
    InvertedDropout dropout = new InvertedDropout(0.5, 5, new NumpyRandom(1).masks(5, ties));
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

  /// Half a word is exactly p 2^32 where the first number of a seed, rounded to 32 bits, is p: only then do the two
  /// rules differ. Rounded down, as for `rand >= p`, the number equals p and is kept; its 21 further bits exceed p, and
  /// so it is kept by `rand > p` too.
  @Test void aNumberJustAboveTheRateIsKeptByBothRules() {
    double p = Math.floor(new NumpyRandom(1).rand() * 0x1.0p32) * 0x1.0p-32;
    for (boolean ties : new boolean[] {false, true}) assertThat(keepsFirst(p, ties)).isTrue();
    for (boolean ties : new boolean[] {false, true}) assertThat(keepsFirst(p + 0x1.0p-32, ties)).isFalse();
  }

  private static boolean keepsFirst(double p, boolean ties) {
    InvertedDropout dropout = new InvertedDropout(p, 20, new NumpyRandom(1).masks(20, ties));
    dropout.forward(new Tensor(1, 20), Mode.TRAIN);
    return dropout.mask().at(0, 0) > 0;
  }

  /// Returns 0 to 19 divided by `divisor`, (4 x 5).
  private static Tensor counted(int divisor) {
    Tensor tensor = new Tensor(4, 5);
    for (int i = 0; i < 20; i++) tensor.data()[i] = (float) ((double) i / divisor);
    return tensor;
  }
}
