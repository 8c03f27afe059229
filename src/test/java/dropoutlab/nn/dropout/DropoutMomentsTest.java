package dropoutlab.nn.dropout;

import static dropoutlab.nn.Gradients.gaussian;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import dropoutlab.nn.build.DropoutLayers;
import dropoutlab.nn.layer.Mode;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.spec.Pin;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/// The methods that multiply units: their moments against the closed forms of the papers, and the properties that all
/// share. Seeds are fixed; the tolerance is 5 standard errors.
class DropoutMomentsTest {
  private static final int ROWS = 1000;
  private static final int UNITS = 201;

  static final List<DropoutSpec> METHODS = List.of(new DropoutSpec.Inverted(), new DropoutSpec.Standard(),
      new DropoutSpec.Gaussian(), new DropoutSpec.LearntGaussian(0.01), new DropoutSpec.Uniform(0.3),
      new DropoutSpec.Alpha(false), new DropoutSpec.Alpha(true), new DropoutSpec.Concrete(0.1, 1e-6, 1e-5));

  static DropoutLayer layer(DropoutSpec method, double p, int units) {
    return DropoutLayers.of(method, p, units, RandomStream.of(7, Purpose.MASKS));
  }

  private static double[] drawn(DropoutSpec method, double p) {
    DropoutLayer layer = layer(method, p, UNITS);
    layer.forward(new Tensor(ROWS, UNITS), Mode.TRAIN);
    return doubles(layer.mask());
  }

  private static double[] doubles(Tensor tensor) {
    return IntStream.range(0, tensor.size()).mapToDouble(i -> tensor.data()[i]).toArray();
  }

  private static void assertMoments(double[] values, double mean, double variance) {
    double m = Arrays.stream(values).average().orElseThrow();
    double v = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
    double fourth = Arrays.stream(values).map(x -> Math.pow(x - mean, 4)).average().orElseThrow();
    assertThat(m).isCloseTo(mean, within(5 * Math.sqrt(variance / values.length)));
    assertThat(v).isCloseTo(variance, within(5 * Math.sqrt((fourth - v * v) / values.length) + 1e-6));
  }

  /// Srivastava et al. 2014, section 4: Bernoulli(1 - p).
  @ParameterizedTest
  @CsvSource({"0.1", "0.5", "0.8", "0.95"})
  void standardMasksHaveTheMeanOfTheKeepProbabilityWhichInferenceScalesBy(double p) {
    assertMoments(drawn(new DropoutSpec.Standard(), p), 1 - p, p * (1 - p));
    DropoutLayer layer = layer(new DropoutSpec.Standard(), p, 3);
    assertThat(layer.forward(Tensor.of(1, 3, 1, 2, -4), Mode.INFERENCE).data())
        .containsExactly((float) (1 - p), 2 * (float) (1 - p), -4 * (float) (1 - p));
  }

  /// Srivastava et al. 2014, section 10; Kingma et al. 2015, where α starts at p / (1 - p).
  @ParameterizedTest
  @CsvSource({"0.1, 0.33333", "0.2, 0.5", "0.5, 1"})
  void gaussianMasksHaveTheStandardDeviationOfTheRate(double p, double sd) {
    assertMoments(drawn(new DropoutSpec.Gaussian(), p), 1, sd * sd);
    assertMoments(drawn(new DropoutSpec.LearntGaussian(0), p), 1, sd * sd);
  }

  @Test void gaussianMasksOfALargeRateAreWide() {
    assertMoments(drawn(new DropoutSpec.Gaussian(), 0.8), 1, 4);
  }

  /// Kingma et al. 2015 limit α to 1, which is a drop rate of 0.5.
  @Test void learntVarianceIsAtMostOne() {
    DropoutLayer layer = layer(new DropoutSpec.LearntGaussian(0), 0.9, 3);
    assertThat(layer.p()).isEqualTo(0.5);
    layer.parameters().getFirst().value().set(0, 0, 3);
    layer.forward(new Tensor(1, 3), Mode.TRAIN);
    assertThat(layer.parameters().getFirst().value().at(0, 0)).isZero();
  }

  /// Li et al. 2019: Var[x (1 + r)] = (1 + β² / 3) Var x for E x = 0; 300/301 is the ratio for β = 0.1.
  @ParameterizedTest
  @CsvSource({"0.1, 0.996678", "1, 0.75"})
  void uniformNoiseHasTheVarianceRatioOfItsBound(double beta, double ratio) {
    double[] masks = drawn(new DropoutSpec.Uniform(beta), 0.2);
    assertMoments(masks, 1, beta * beta / 3);
    double second = Arrays.stream(masks).map(m -> m * m).average().orElseThrow();
    assertThat(1 / second).isCloseTo(ratio, within(2e-3));
    for (double m : masks) assertThat(m).isBetween(1 - beta - 1e-6, 1 + beta + 1e-6);
  }

  /// Klambauer et al. 2017 and PyTorch: a, the value of a kept 0 (which is b), and the value of a dropped unit.
  @ParameterizedTest
  @CsvSource({"0.05, 0.9548444760, 0.0839355722, -1.5947758717", "0.1, 0.9212845161, 0.1619709701, -1.4577387305",
      "0.2, 0.8789035834, 0.3090399621, -1.2361598486", "0.25, 0.8672579239, 0.3811813961, -1.1435441882",
      "0.5, 0.8864048947, 0.7791939305, -0.7791939305"})
  void alphaDropoutIsTheAffineMapOfItsTable(double p, float a, float b, float dropped) {
    DropoutLayer layer = layer(new DropoutSpec.Alpha(false), p, UNITS);
    Tensor zeros = new Tensor(ROWS, UNITS), ones = new Tensor(ROWS, UNITS);
    ones.fill(1);
    Tensor y = layer.forward(zeros, Mode.TRAIN), dx = layer.backward(ones);
    int keptUnits = 0;
    for (int i = 0; i < y.size(); i++) {
      boolean kept = layer.mask().data()[i] != 0;
      if (kept) keptUnits++;
      assertThat(y.data()[i]).isCloseTo(kept ? b : dropped, within(1e-6f));
      assertThat(dx.data()[i]).isCloseTo(kept ? a : 0, within(1e-6f));
    }
    assertThat(keptUnits / (double) y.size()).isCloseTo(1 - p, within(5 * Math.sqrt(p * (1 - p) / y.size())));
  }

  @ParameterizedTest
  @CsvSource({"0.1, 3", "0.5, 3", "0.999, 5"})
  void alphaDropoutKeepsMeanZeroAndVarianceOne(double p, int seed) {
    DropoutLayer layer = layer(new DropoutSpec.Alpha(false), p, UNITS);
    assertMoments(doubles(layer.forward(gaussian(ROWS, UNITS, seed), Mode.TRAIN)), 0, 1);
  }

  @Test void featureAlphaDropoutDropsWholeMapsAndWholeFeatures() {
    Shape image = new Shape(5, 2, 3), sequence = Shape.sequence(4, 6);
    for (Shape shape : List.of(image, sequence)) {
      DropoutLayer layer = DropoutLayers.of(new DropoutSpec.Alpha(true), 0.5, shape, RandomStream.of(3, Purpose.MASKS));
      layer.forward(new Tensor(200, shape.size()), Mode.TRAIN);
      Tensor mask = layer.mask();
      int dropped = 0;
      for (int r = 0; r < 200; r++)
        for (int c = 0; c < shape.size(); c++) {
          int first = shape == image ? c / 6 * 6 : c % 6;
          assertThat(mask.at(r, c)).isEqualTo(mask.at(r, first));
          if (mask.at(r, c) == 0) dropped++;
        }
      assertThat(dropped / (200.0 * shape.size())).isCloseTo(0.5, within(5 * Math.sqrt(0.25 / 1000)));
    }
  }

  /// Gal et al. 2017: P(z > 1/2) = p; E[z] by numerical integration.
  @ParameterizedTest
  @CsvSource({"0.1, 0.10118", "0.5, 0.12746", "0.67, 0.14566"})
  void concreteMasksDropWithTheirRateAndAreALittleTooSmall(double temperature, double meanOfZ) {
    double p = 0.1;
    double[] z = Arrays.stream(drawn(new DropoutSpec.Concrete(temperature, 0, 0), p)).map(m -> 1 - m * (1 - p)).toArray();
    double above = Arrays.stream(z).filter(each -> each > 0.5).count() / (double) z.length;
    double mean = Arrays.stream(z).average().orElseThrow();
    assertThat(above).isCloseTo(p, within(5 * Math.sqrt(p * (1 - p) / z.length)));
    assertThat(mean).isCloseTo(meanOfZ, within(5 * Math.sqrt(p * (1 - p) / z.length)));
  }

  /// By hand: the norms are 5, 1, 2, 4 and 3; half of five gives two candidates, those with norms 1 and 2.
  @Test void targetedUnitsDropsOnlyUnitsOfTheLeastIncomingWeightsAndPrunesThem() {
    Tensor w = Tensor.of(2, 5, 3, 1, 0, 4, 0, 4, 0, 2, 0, 3), ones = new Tensor(20_000, 5);
    TargetedUnits layer = new TargetedUnits(0.3, 0.5, w, RandomStream.of(5, Purpose.MASKS));
    ones.fill(1);
    layer.forward(ones, Mode.TRAIN);
    double kept = 0;
    for (int r = 0; r < ones.rows(); r++)
      for (int c = 0; c < 5; c++) {
        if (c != 1 && c != 2) assertThat(layer.mask().at(r, c)).isOne();
        kept += layer.mask().at(r, c);
      }
    assertThat(kept / ones.size()).isCloseTo(1 - 0.4 * 0.3, within(5 * 0.4 * Math.sqrt(0.21 / 40_000)));
    assertThat(layer.forward(Tensor.of(1, 5, 6, 7, 8, 9, 10), Mode.INFERENCE).copy().data())
        .containsExactly(6, 0, 0, 9, 10);
    assertThat(layer.backward(Tensor.of(1, 5, 1, 2, 3, 4, 5)).data()).containsExactly(1, 0, 0, 4, 5);
    layer.setP(0);
    assertThat(layer.forward(ones, Mode.INFERENCE)).isSameAs(ones);
  }

  @ParameterizedTest
  @FieldSource("METHODS")
  void aRateOfZeroIsTheIdentityAndMostMethodsAreAtInference(DropoutSpec method) {
    Tensor x = gaussian(5, 6, 1);
    for (Mode mode : Mode.values()) {
      DropoutLayer none = layer(method, 0, 6);
      none.holdNewMask();
      assertThat(none.forward(x, mode)).isSameAs(x);
      assertThat(none.backward(x)).isSameAs(x);
      assertThat(none.p()).isZero();
    }
    if (!(method instanceof DropoutSpec.Standard))
      assertThat(layer(method, 0.4, 6).forward(x, Mode.INFERENCE)).isSameAs(x);
  }

  @ParameterizedTest
  @FieldSource("METHODS")
  void extremeRatesStayFinite(DropoutSpec method) {
    for (double p : new double[] {1e-9, 0.999, 0.999999}) {
      DropoutLayer layer = layer(method, p, 50);
      assertThat(layer.forward(gaussian(200, 50, 1), Mode.TRAIN).allFinite()).isTrue();
      assertThat(layer.backward(gaussian(200, 50, 2)).allFinite()).isTrue();
      layer.parameters().forEach(each -> assertThat(each.gradient().allFinite()).isTrue());
      assertThat(layer.p()).isBetween(0.0, Math.nextDown(1.0));
    }
  }

  @ParameterizedTest
  @FieldSource("METHODS")
  void masksDoNotDependOnTheSplitIntoBatchesAndHeldOnesAreOneForAllRows(DropoutSpec method) {
    Tensor x = gaussian(7, 9, 1), ones = new Tensor(4, 9);
    DropoutLayer whole = layer(method, 0.4, 9), split = layer(method, 0.4, 9);
    float[] y = whole.forward(x, Mode.FRESH).copy().data();
    for (int r = 0; r < 7; r++) {
      Tensor row = new Tensor(1, 9);
      row.copyRow(0, x, r);
      assertThat(split.forward(row, Mode.TRAIN).copy().data()).containsExactly(Arrays.copyOfRange(y, r * 9, r * 9 + 9));
    }
    ones.fill(1);
    whole.holdNewMask();
    float[] held = whole.forward(ones, Mode.HELD).data();
    for (int i = 9; i < 36; i++) assertThat(held[i]).isEqualTo(held[i % 9]);
  }

  @ParameterizedTest
  @FieldSource("METHODS")
  void pinnedUnitsObeyAndTheRateCanBeChangedLive(DropoutSpec method) {
    DropoutLayer layer = layer(method, 0.3, 4);
    layer.setPin(1, Pin.DROPPED);
    layer.setPin(2, Pin.KEPT);
    Tensor x = gaussian(50, 4, 1);
    layer.forward(x, Mode.TRAIN);
    for (int r = 0; r < 50; r++) {
      assertThat(layer.mask().at(r, 1)).isZero();
      assertThat(layer.mask().at(r, 2)).isEqualTo(layer.mask().at(0, 2)).isPositive();
    }
    layer.setP(0.2);
    assertThat(layer.p()).isCloseTo(0.2, within(1e-7));
    layer.setP(0);
    assertThat(layer.p()).isZero();
  }

  /// The evaluator's copy is made once; it must follow later changes of the slider.
  @Test void copiesForInferenceFollowTheRate() {
    DropoutLayer layer = layer(new DropoutSpec.Standard(), 0.5, 1);
    var copy = layer.sharing();
    layer.setP(0.25);
    assertThat(copy.forward(Tensor.of(1, 1, 1), Mode.INFERENCE).at(0, 0)).isEqualTo(0.75f);
  }
}
