package dropoutlab.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dropoutlab.math.RandomStream.Purpose;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Oracles: by hand, and [MatMul] and [Kernels] on all inputs, with the dropped ones 0, bit for bit.
class ThinnedWeightsTest {
  private final RandomStream random = RandomStream.of(1, Purpose.DATA);

  private Tensor gaussian(int rows, int cols) {
    Tensor x = new Tensor(rows, cols);
    for (int i = 0; i < x.size(); i++) x.data()[i] = (float) random.nextGaussian();
    return x;
  }

  private Tensor mask(int units, double p) {
    Tensor mask = new Tensor(1, units);
    random.fillMask(mask.data(), 0, units, p, 1.25f);
    return mask;
  }

  private static Kept kept(Tensor mask) {
    Kept kept = new Kept(mask.cols());
    kept.choose(mask);
    return kept;
  }

  static Stream<Arguments> layers() {
    return Stream.concat(Stream.of(Arguments.of(64, 64, 0.5), Arguments.of(33, 130, 0.9), Arguments.of(50, 1, 0.2)),
        Scalars.sizes().boxed().flatMap(n -> Stream.of(Arguments.of(n, 5, 0), Arguments.of(7, n, 0.5), Arguments.of(n, n, 1))));
  }

  @ParameterizedTest
  @MethodSource("layers")
  void whatMasksLeaveOfALayerGivesTheBitsOfTheWholeLayer(int in, int units, double p) {
    Tensor w = gaussian(in, units), b = gaussian(1, units), x = gaussian(in, ThinnedWeights.WIDTH);
    Tensor inMask = mask(in, p), unitMask = mask(units, p);
    Tensor masked = new Tensor(ThinnedWeights.WIDTH, in), whole = new Tensor(ThinnedWeights.WIDTH, units);
    for (int i = 0; i < masked.rows(); i++)
      for (int k = 0; k < in; k++) masked.set(i, k, x.at(k, i) * inMask.at(0, k));
    MatMul.multiply(masked, w, whole);
    Kernels.addRowVector(whole, b);

    Kept inputs = kept(inMask), outputs = kept(unitMask);
    ThinnedWeights thinned = new ThinnedWeights();
    thinned.gather(w, b, inputs, outputs);
    Tensor picked = ThinnedWeights.block(in), out = ThinnedWeights.block(units);
    Tensor plain = ThinnedWeights.block(units + 3);
    inputs.pick(x, picked);
    thinned.multiply(picked, out);
    thinned.plain(picked, plain.resize(Math.ceilDiv(outputs.count(), ThinnedWeights.STRIP) * ThinnedWeights.STRIP));
    assertThat(out.rows()).isEqualTo(outputs.count());
    for (int j = 0; j < outputs.count(); j++)
      for (int i = 0; i < ThinnedWeights.WIDTH; i++) {
        assertThat(out.at(j, i)).isEqualTo(whole.at(i, outputs.unit(j)));
        assertThat(plain.at(j, i)).isEqualTo(whole.at(i, outputs.unit(j)));
      }
  }

  /// Oracle: by hand, element by element.
  @ParameterizedTest
  @MethodSource("dropoutlab.math.Scalars#sizes")
  void rowsOfEveryLengthArePickedAndScaled(int cols) {
    Kept kept = new Kept(3);
    kept.choose(Tensor.of(1, 3, 0, 1.25f, -2));
    Tensor x = gaussian(3, cols), out = new Tensor(3, cols);
    kept.pick(x, out);
    for (int c = 0; c < cols; c++) assertThat(new float[] {out.at(0, c), out.at(1, c)})
        .containsExactly(x.at(1, c) * 1.25f, x.at(2, c) * -2);
    kept.scale(out);
    for (int c = 0; c < cols; c++) assertThat(new float[] {out.at(0, c), out.at(1, c)})
        .containsExactly(x.at(1, c) * 1.25f * 1.25f, x.at(2, c) * 4);
  }

  @Test void aMaskOfAnyFactorsKeepsWhatItDoesNotMultiplyByZero() {
    Kept kept = new Kept(4);
    Tensor x = Tensor.of(4, 1, 1, 2, 3, 4), out = new Tensor(4, 1);
    kept.pick(x, out);
    assertThat(out.copy().data()).containsExactly(1, 2, 3, 4);
    kept.choose(Tensor.of(1, 4, 0, -2, 0, 0.5f));
    kept.pick(x, out);
    assertThat(out.copy().data()).containsExactly(-4, 2);
    kept.scale(out);
    assertThat(out.copy().data()).containsExactly(8, 1);
    assertThatIllegalArgumentException().isThrownBy(() -> kept.choose(new Tensor(1, 3)))
        .withMessage("A mask for 4 units cannot be 1 x 3.");
  }

  @Test void inputsOfAnotherNumberAreRefused() {
    ThinnedWeights thinned = new ThinnedWeights();
    thinned.gather(new Tensor(2, 3), new Tensor(1, 3), new Kept(2), new Kept(3));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> thinned.multiply(ThinnedWeights.block(3), ThinnedWeights.block(3)))
        .withMessage("2 kept inputs cannot be 3 x 32.");
  }
}
