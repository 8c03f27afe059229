package dropoutlab.nn.dropout;

import static dropoutlab.nn.Gradients.gaussian;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.Mode;
import dropoutlab.spec.Pin;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Properties of inverted dropout for every shape, drop rate and seed.
class InvertedDropoutTest {
  record Case(int rows, int units, double p, long seed) {
    InvertedDropout dropout() { return dropout(p); }

    InvertedDropout dropout(double p) { return new InvertedDropout(p, units, RandomStream.of(seed, Purpose.MASKS)); }

    Tensor x() { return gaussian(rows, units, seed + 100); }

    Tensor dOut() { return gaussian(rows, units, seed + 200); }
  }

  /// Shapes from 1 to 40 x 40, with odd and even numbers of units, and p in [0.05, 0.95).
  static Stream<Case> cases() {
    return LongStream.range(0, 40).mapToObj(seed -> {
      RandomStream random = RandomStream.of(seed, Purpose.DATA);
      return new Case(1 + random.nextInt(40), 1 + random.nextInt(40), random.uniform(0.05, 0.95), seed);
    });
  }

  @ParameterizedTest
  @MethodSource("cases")
  void withoutDroppingBothDirectionsReturnTheirArgument(Case of) {
    Tensor x = of.x(), dOut = of.dOut();
    for (Mode mode : Mode.values()) {
      InvertedDropout none = of.dropout(0);
      none.holdNewMask();
      assertThat(none.forward(x, mode)).isSameAs(x);
      assertThat(none.backward(dOut)).isSameAs(dOut);
    }
    InvertedDropout dropout = of.dropout();
    assertThat(dropout.forward(x, Mode.INFERENCE)).isSameAs(x);
    assertThat(dropout.backward(dOut)).isSameAs(dOut);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void droppedUnitsAreZeroAndGetNoGradientAndKeptOnesAreScaledInBoth(Case of) {
    InvertedDropout dropout = of.dropout();
    Tensor x = of.x(), dOut = of.dOut();
    Tensor y = dropout.forward(x, Mode.TRAIN), dx = dropout.backward(dOut), mask = dropout.mask();
    float kept = (float) (1 / (1 - of.p()));
    assertThat(mask.shape()).isEqualTo(x.shape());
    for (int i = 0; i < x.size(); i++) {
      assertThat(mask.data()[i]).isIn(0f, kept);
      assertThat(y.data()[i] + 0f).isEqualTo(x.data()[i] * mask.data()[i] + 0f);
      assertThat(dx.data()[i] + 0f).isEqualTo(dOut.data()[i] * mask.data()[i] + 0f);
    }
  }

  /// Closed forms: E[m] = 1 and Var[m] = p / (1 - p) = v. For the mean of (m - 1)², the standard error follows from the
  /// fourth central moment p + p⁴ / (1 - p)³. Seeds are fixed; the tolerance is 5 standard errors.
  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.1, 0.2, 0.5, 0.8, 0.95})
  void inverseScalingKeepsTheMeanAndGivesTheVarianceOfTheRate(double p) {
    int n = 1000 * 201;
    InvertedDropout dropout = new InvertedDropout(p, 201, RandomStream.of(7, Purpose.MASKS));
    dropout.forward(new Tensor(1000, 201), Mode.TRAIN);
    double mean = 0, squares = 0;
    for (int i = 0; i < n; i++) {
      double m = dropout.mask().data()[i];
      mean += m / n;
      squares += (m - 1) * (m - 1) / n;
    }
    double q = 1 - p, variance = p / q, fourth = p + Math.pow(p, 4) / Math.pow(q, 3);
    assertThat(mean).isCloseTo(1, within(5 * Math.sqrt(variance / n)));
    assertThat(squares).isCloseTo(variance, within(5 * Math.sqrt((fourth - variance * variance) / n) + 1e-6));
  }

  /// By hand: 1 / (1 - 0.999) = 1000, and even 1 / (1 - p) = 2^53 for the largest p is far from infinite.
  @ParameterizedTest
  @ValueSource(doubles = {0.999, 0.999999, 1 - 0x1.0p-53})
  void extremeRatesStayFinite(double p) {
    InvertedDropout dropout = new InvertedDropout(p, 50, RandomStream.of(1, Purpose.MASKS));
    assertThat(dropout.forward(gaussian(200, 50, 1), Mode.TRAIN).allFinite()).isTrue();
    assertThat(dropout.backward(gaussian(200, 50, 2)).allFinite()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, -0.1, 1.5, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void ratesOutsideZeroToOneAreRefusedAndLeaveTheLayerAsItWas(double p) {
    assertThatIllegalArgumentException().isThrownBy(() -> new InvertedDropout(p, 3, RandomStream.of(1, Purpose.MASKS)))
        .withMessageContaining("[0, 1)").withMessageContaining(String.valueOf(p));
    InvertedDropout dropout = new InvertedDropout(0.5, 3, RandomStream.of(1, Purpose.MASKS));
    assertThatIllegalArgumentException().isThrownBy(() -> dropout.setP(p));
    assertThat(dropout.p()).isEqualTo(0.5);
  }

  @Test void batchesOfAnotherWidthAreRefusedWithBothNumbers() {
    InvertedDropout dropout = new InvertedDropout(0.5, 3, RandomStream.of(1, Purpose.MASKS));
    assertThatIllegalArgumentException().isThrownBy(() -> dropout.forward(new Tensor(2, 4), Mode.TRAIN))
        .withMessageContaining("3").withMessageContaining("4");
  }

  /// The backward pass belongs to the forward pass that was made, whatever was asked for in between.
  @ParameterizedTest
  @MethodSource("cases")
  void nothingAskedForBetweenForwardAndBackwardChangesTheGradient(Case of) {
    for (Mode mode : Mode.values())
      for (Consumer<InvertedDropout> change : TOGGLES) {
        Tensor undisturbed = gradient(of, mode, _ -> {});
        assertThat(gradient(of, mode, change).data()).containsExactly(undisturbed.data());
      }
  }

  private static final List<Consumer<InvertedDropout>> TOGGLES = List.of(
      dropout -> dropout.setP(0), dropout -> dropout.setP(0.37), InvertedDropout::holdNewMask,
      dropout -> dropout.setPin(0, Pin.DROPPED), dropout -> dropout.setPin(0, Pin.KEPT));

  private static Tensor gradient(Case of, Mode mode, Consumer<InvertedDropout> between) {
    InvertedDropout dropout = of.dropout();
    dropout.holdNewMask();
    dropout.forward(of.x(), mode);
    between.accept(dropout);
    return dropout.backward(of.dOut()).copy();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void masksDoNotDependOnTheSplitIntoBatches(Case of) {
    InvertedDropout whole = of.dropout(), split = of.dropout();
    float[] y = whole.forward(of.x(), Mode.TRAIN).data();
    for (int from = 0, rows = 1; from < of.rows(); from += rows, rows = rows % 3 + 1) {
      int to = Math.min(of.rows(), from + rows);
      Tensor part = new Tensor(to - from, of.units());
      for (int r = from; r < to; r++) part.copyRow(r - from, of.x(), r);
      Tensor result = split.forward(part, Mode.TRAIN);
      assertThat(Arrays.copyOf(result.data(), result.size()))
          .containsExactly(Arrays.copyOfRange(y, from * of.units(), to * of.units()));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void pinningAUnitLeavesTheMasksOfTheOthersAsTheyWere(Case of) {
    InvertedDropout free = of.dropout(), pinned = of.dropout();
    int unit = (int) (of.seed() % of.units());
    for (Pin pin : Pin.values()) {
      pinned.setPin(unit, pin);
      assertThat(pinned.hasPins()).isEqualTo(pin != Pin.RANDOM);
      free.forward(of.x(), Mode.TRAIN);
      pinned.forward(of.x(), Mode.TRAIN);
      for (int r = 0; r < of.rows(); r++)
        for (int c = 0; c < of.units(); c++) {
          float random = free.mask().at(r, c);
          float expected = c != unit || pin == Pin.RANDOM ? random : pin == Pin.KEPT ? free.keptScale() : 0;
          assertThat(pinned.mask().at(r, c)).isEqualTo(expected);
        }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void heldMasksAreOneForAllRowsUntilNewOnesAreDrawn(Case of) {
    InvertedDropout dropout = of.dropout();
    Tensor ones = new Tensor(of.rows(), of.units());
    ones.fill(1);
    dropout.holdNewMask();
    float[] first = dropout.forward(ones, Mode.HELD).copy().data();
    for (int i = 0; i < first.length; i++) assertThat(first[i]).isEqualTo(first[i % of.units()]);
    dropout.forward(ones, Mode.TRAIN);
    assertThat(dropout.forward(ones, Mode.HELD).copy().data()).containsExactly(first);
    boolean changed = false;
    for (int i = 0; i < 60 && !changed; i++) {
      dropout.holdNewMask();
      changed = !Arrays.equals(dropout.forward(ones, Mode.HELD).copy().data(), first);
    }
    assertThat(changed).isTrue();
  }

  @Test void layerTellsItsMaskOnlyAfterAPassThatDrewOne() {
    InvertedDropout dropout = new InvertedDropout(0.5, 4, RandomStream.of(1, Purpose.MASKS));
    assertThat(dropout.mask().shape()).isEqualTo("0 x 4");
    dropout.forward(new Tensor(3, 4), Mode.TRAIN);
    assertThat(dropout.mask().shape()).isEqualTo("3 x 4");
    dropout.forward(new Tensor(3, 4), Mode.INFERENCE);
    assertThat(dropout.mask().shape()).isEqualTo("0 x 4");
  }
}
