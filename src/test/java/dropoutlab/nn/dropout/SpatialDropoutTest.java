package dropoutlab.nn.dropout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.Mode;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Oracles: the definition (one factor per map or feature), the moments of a Bernoulli variable, and inverted dropout.
class SpatialDropoutTest {
  private static final Shape IMAGE = new Shape(6, 3, 4);
  private static final Shape SEQUENCE = new Shape(1, 5, 6);

  private static SpatialDropout layer(double p, Shape shape) {
    return new SpatialDropout(p, shape, RandomStream.of(3, Purpose.MASKS));
  }

  private static Tensor ones(int rows, int cols) {
    Tensor ones = new Tensor(rows, cols);
    ones.fill(1);
    return ones;
  }

  /// Returns the factor of group `c`, which all its places must have.
  private static float factor(Tensor y, int row, Shape shape, int c) {
    Set<Float> factors = new TreeSet<>();
    for (int i = 0; i < shape.size(); i++)
      if ((shape.maps() > 1 ? i / (shape.rows() * shape.cols()) : i % shape.cols()) == c) factors.add(y.at(row, i));
    assertThat(factors).hasSize(1);
    return factors.iterator().next();
  }

  /// The tolerances are six standard errors of a share, and of the covariance of two maps.
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 0.8})
  void wholeMapsAndFeaturesAreDroppedWithProbabilityPIndependently(double p) {
    int rows = 20_000;
    for (Shape shape : new Shape[] {IMAGE, SEQUENCE}) {
      Tensor y = layer(p, shape).forward(ones(rows, shape.size()), Mode.TRAIN);
      double[] dropped = new double[6];
      double both = 0;
      for (int r = 0; r < rows; r++) {
        for (int c = 0; c < 6; c++) {
          float factor = factor(y, r, shape, c);
          if (factor == 0) dropped[c]++;
          else assertThat(factor).isEqualTo((float) (1 / (1 - p)));
        }
        if (factor(y, r, shape, 0) == 0 && factor(y, r, shape, 1) == 0) both++;
      }
      for (double each : dropped) assertThat(each / rows).isCloseTo(p, within(6 * Math.sqrt(p * (1 - p) / rows)));
      assertThat(both / rows).isCloseTo(p * p, within(6 * Math.sqrt(p * p * (1 - p * p) / rows)));
    }
  }

  @Test void backwardHasTheMaskOfForwardWhateverIsAskedInBetween() {
    SpatialDropout layer = layer(0.5, IMAGE);
    Tensor y = layer.forward(ones(4, 72), Mode.TRAIN).copy();
    layer.holdNewMask();
    assertThat(layer.backward(ones(4, 72)).data()).containsExactly(y.data());
  }

  @Test void ofAVectorItIsInvertedDropout() {
    Tensor y = layer(0.5, Shape.vector(9)).forward(ones(5, 9), Mode.TRAIN);
    assertThat(new InvertedDropout(0.5, 9, RandomStream.of(3, Purpose.MASKS)).forward(ones(5, 9), Mode.TRAIN).data())
        .containsExactly(y.data());
  }

  @ParameterizedTest
  @EnumSource
  void pOfZeroIsTheIdentity(Mode mode) {
    Tensor x = ones(2, 72);
    SpatialDropout layer = layer(0, IMAGE);
    layer.holdNewMask();
    assertThat(layer.forward(x, mode).data()).containsExactly(x.data());
  }

  @Test void inferenceIsTheIdentity() {
    Tensor x = ones(2, 72);
    assertThat(layer(0.9, IMAGE).forward(x, Mode.INFERENCE).data()).containsExactly(x.data());
    assertThat(layer(0.9, IMAGE).sharing().forward(x, Mode.INFERENCE).data()).containsExactly(x.data());
  }

  @ParameterizedTest
  @CsvSource({"0.5, TRAIN", "0.999, FRESH"})
  void masksDoNotDependOnHowABatchIsSplit(double p, Mode mode) {
    Tensor whole = layer(p, IMAGE).forward(ones(5, 72), mode).copy();
    assertThat(whole.allFinite()).isTrue();
    SpatialDropout split = layer(p, IMAGE);
    int from = 0;
    for (int rows : new int[] {1, 3, 1}) {
      Tensor y = split.forward(ones(rows, 72), mode);
      for (int i = 0; i < y.size(); i++) assertThat(y.data()[i]).isEqualTo(whole.data()[from * 72 + i]);
      from += rows;
    }
  }

  @Test void aHeldMaskIsTheSameForAllRows() {
    SpatialDropout layer = layer(0.5, SEQUENCE);
    layer.holdNewMask();
    Tensor y = layer.forward(ones(3, 30), Mode.HELD);
    for (int i = 30; i < 90; i++) assertThat(y.data()[i]).isEqualTo(y.data()[i % 30]);
    assertThat(y.data()).contains(0);
  }
}
