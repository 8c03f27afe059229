package dropoutlab.nn.dropout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.Mode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Oracles: a table of fractions computed independently of the engine, enumeration of all sets of blocks, words that
/// choose the blocks, and counts over many masks.
class DropBlockTest {
  private static DropBlock layer(double p, int block, Shape shape) {
    return new DropBlock(p, block, shape, RandomStream.of(3, Purpose.MASKS));
  }

  private static Tensor ones(int rows, int cols) {
    Tensor ones = new Tensor(rows, cols);
    ones.fill(1);
    return ones;
  }

  /// The table was computed in NumPy, both analytically and by drawing, and rounded to four digits. Blocks overlap, and
  /// so less than p is dropped.
  @ParameterizedTest
  @CsvSource({
      "7, 3, 0.1, 0.021778, 0.0947, 0.1798, 0.0218",
      "14, 7, 0.1, 0.006250, 0.0929, 0.2645, 0.00625",
      "28, 7, 0.1, 0.003306, 0.0939, 0.1498, 0.0033",
      "14, 7, 0.25, 0.015625, 0.2095, 0.5378, 0.0156",
      "28, 7, 0.5, 0.016529, 0.3723, 0.5581, 0.0165",
      "14, 1, 0.1, 0.1, 0.1000, 0.1, 0.1",
      "7, 7, 0.1, 0.1, 0.1000, 0.1, 0.1"})
  void theFractionReallyDroppedIsLessThanP(int size, int block, double p, double gamma, double dropped, double centre,
                                           double corner) {
    assertThat(DropBlock.gamma(p, block, size, size)).isCloseTo(gamma, within(5e-7));
    assertThat(DropBlock.droppedFraction(p, block, size, size)).isCloseTo(dropped, within(5.001e-5));
    int middle = size / 2;
    assertThat(DropBlock.droppedProbability(p, block, size, size, middle, middle)).isCloseTo(centre, within(5.001e-5));
    assertThat(DropBlock.droppedProbability(p, block, size, size, 0, 0)).isCloseTo(corner, within(5.001e-5));
  }

  /// Rectangular maps and even blocks, by enumeration of all sets of blocks.
  @ParameterizedTest
  @CsvSource({"3, 4, 2, 0.3", "2, 5, 2, 0.9", "4, 3, 3, 0.5", "3, 3, 2, 0.01"})
  void theFractionIsThatOfAllSetsOfBlocks(int rows, int cols, int block, double p) {
    int across = cols - block + 1, places = (rows - block + 1) * across;
    double gamma = DropBlock.gamma(p, block, rows, cols), expected = 0;
    for (int set = 0; set < 1 << places; set++) {
      int covered = 0;
      for (int cell = 0; cell < rows * cols; cell++)
        if (covered(cell / cols, cell % cols, set, block, across)) covered++;
      int blocks = Integer.bitCount(set);
      expected += Math.pow(gamma, blocks) * Math.pow(1 - gamma, places - blocks) * covered / (rows * cols);
    }
    assertThat(DropBlock.droppedFraction(p, block, rows, cols)).isCloseTo(expected, within(1e-12)).isLessThan(p);
  }

  private static boolean covered(int r, int c, int set, int block, int across) {
    for (int place = 0; set >> place != 0; place++) {
      int row = place / across, col = place % across;
      if ((set >> place & 1) == 1 && r >= row && r < row + block && c >= col && c < col + block) return true;
    }
    return false;
  }

  /// The tolerance is six standard errors; each mask counts once, because its values are not independent.
  @ParameterizedTest
  @CsvSource({"7, 7, 3, 0.1", "8, 6, 4, 0.25", "5, 9, 2, 0.5", "4, 4, 4, 0.3", "6, 6, 1, 0.2"})
  void masksDropTheExpectedFraction(int rows, int cols, int block, double p) {
    int examples = 20_000, size = rows * cols;
    Tensor y = layer(p, block, new Shape(1, rows, cols)).forward(ones(examples, size), Mode.TRAIN);
    double sum = 0, squares = 0;
    for (int n = 0; n < examples; n++) {
      double share = 0;
      for (int i = 0; i < size; i++) if (y.at(n, i) == 0) share += 1.0 / size;
      sum += share;
      squares += share * share;
    }
    double mean = sum / examples, error = Math.sqrt((squares / examples - mean * mean) / examples);
    assertThat(mean).isCloseTo(DropBlock.droppedFraction(p, block, rows, cols), within(6 * error));
  }

  /// By hand: two maps of 3 x 4 and blocks of 2 x 2, which fit at 2 x 3 places. The words drop (0, 1) of the first map
  /// and (1, 2) of the second; 16 of 24 values are left.
  @Test void blocksBeginAtTheirPlaceAndTheRestIsScaled() {
    boolean[] dropped = {false, true, false, false, false, false, false, false, false, false, false, true};
    List<Long> words = new ArrayList<>();
    for (int i = 0; i < 12; i += 2)
      words.add((dropped[i + 1] ? 0L : 0xFFFFFFFFL) << 32 | (dropped[i] ? 0L : 0xFFFFFFFFL));
    DropBlock layer = new DropBlock(0.1, 2, new Shape(2, 3, 4), new RandomStream(words.iterator()::next));
    float k = 24f / 16;
    float[] mask = {k, 0, 0, k, k, 0, 0, k, k, k, k, k, k, k, k, k, k, k, 0, 0, k, k, 0, 0};
    assertThat(layer.forward(ones(1, 24), Mode.TRAIN).data()).containsExactly(mask);
    assertThat(layer.backward(ones(1, 24)).data()).containsExactly(mask);
  }

  /// The values that are left are scaled so that the sum over an example of ones does not change.
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void theMeanOfAnExamplesMaskIsOne(int block) {
    Shape shape = new Shape(3, 5, 6);
    Tensor y = layer(0.2, block, shape).forward(ones(200, 90), Mode.TRAIN);
    for (int n = 0; n < 200; n++) {
      double sum = 0;
      for (int i = 0; i < 90; i++) sum += y.at(n, i);
      if (sum > 0) assertThat(sum).isCloseTo(90, within(1e-3));
    }
  }

  @Test void aBlockAsLargeAsTheMapDropsWholeMaps() {
    Tensor y = layer(0.5, 3, new Shape(4, 3, 3)).forward(ones(100, 36), Mode.TRAIN);
    for (int n = 0; n < 100; n++)
      for (int i = 0; i < 36; i++) assertThat(y.at(n, i)).isEqualTo(y.at(n, i / 9 * 9));
    assertThat(y.data()).contains(0);
  }

  @Test void aBlockThatDoesNotFitIsNamed() {
    assertThatThrownBy(() -> layer(0.1, 4, new Shape(2, 3, 5)))
        .hasMessage("A block of 4 x 4 does not fit into maps of 3 x 5");
  }

  @ParameterizedTest
  @EnumSource
  void pOfZeroIsTheIdentity(Mode mode) {
    DropBlock layer = layer(0, 2, new Shape(2, 3, 3));
    layer.holdNewMask();
    assertThat(layer.forward(ones(2, 18), mode).data()).containsOnly(1);
  }

  @Test void inferenceIsTheIdentity() {
    assertThat(layer(0.9, 2, new Shape(2, 3, 3)).forward(ones(2, 18), Mode.INFERENCE).data()).containsOnly(1);
    assertThat(layer(0.9, 2, new Shape(2, 3, 3)).sharing().forward(ones(2, 18), Mode.INFERENCE).data()).containsOnly(1);
  }

  @ParameterizedTest
  @CsvSource({"0.2, 2", "0.999, 1", "0.999, 3"})
  void masksDoNotDependOnHowABatchIsSplitAndAreFinite(double p, int block) {
    Shape shape = new Shape(3, 3, 5);
    Tensor whole = layer(p, block, shape).forward(ones(5, 45), Mode.FRESH).copy();
    assertThat(whole.allFinite()).isTrue();
    DropBlock split = layer(p, block, shape);
    int from = 0;
    for (int rows : new int[] {1, 3, 1}) {
      Tensor y = split.forward(ones(rows, 45), Mode.FRESH);
      for (int i = 0; i < y.size(); i++) assertThat(y.data()[i]).isEqualTo(whole.data()[from * 45 + i]);
      from += rows;
    }
  }

  @Test void aHeldMaskIsTheSameForAllRows() {
    DropBlock layer = layer(0.5, 2, new Shape(2, 4, 4));
    layer.holdNewMask();
    Tensor y = layer.forward(ones(3, 32), Mode.HELD);
    for (int i = 32; i < 96; i++) assertThat(y.data()[i]).isEqualTo(y.data()[i % 32]);
    assertThat(y.data()).contains(0);
  }
}
