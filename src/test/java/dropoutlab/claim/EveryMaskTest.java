package dropoutlab.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.nn.dropout.InvertedDropout;
import dropoutlab.nn.layer.Mode;
import dropoutlab.spec.Pin;
import org.junit.jupiter.api.Test;

class EveryMaskTest {
  /// With x = (1, 2, 4) and p = 0 the sum of what is kept is the number of the mask.
  @Test void everyMaskIsForcedOnce() {
    InvertedDropout layer = new InvertedDropout(0, 3, RandomStream.of(1, Purpose.MASKS));
    double[] sums = EveryMask.of(layer, 3, () -> {
      Tensor y = layer.forward(Tensor.of(1, 3, 1, 2, 4), Mode.FRESH);
      return y.at(0, 0) + y.at(0, 1) + y.at(0, 2);
    });
    assertThat(sums).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    for (int unit = 0; unit < 3; unit++) assertThat(layer.pin(unit)).isEqualTo(Pin.RANDOM);
  }

  /// By hand: mask 5 keeps units 0 and 2 of three.
  @Test void theProbabilityOfAMask() {
    assertThat(EveryMask.probability(5, 3, .2)).isEqualTo(.8 * .2 * .8, within(1e-15));
    double sum = 0;
    for (int mask = 0; mask < 32; mask++) sum += EveryMask.probability(mask, 5, .37);
    assertThat(sum).isEqualTo(1, within(1e-14));
  }

  /// The engine's mean over all masks of an inverted layer is its input.
  @Test void theMeanOverAllMasksOfAnInvertedLayerIsItsInput() {
    DroppedUnit unit = new DroppedUnit(.4, true, new double[] {1, -2, .5, 3}, new double[] {.7, .1, -.9, .2}, .3,
        RandomStream.of(1, Purpose.MASKS));
    double mean = EveryMask.mean(unit.underEveryMask(out -> out.data()[0]), 4, .4);
    assertThat(mean).isEqualTo(.7 - .2 - .45 + .6 + .3, within(1e-6))
        .isEqualTo(unit.masksOff().data()[0], within(1e-6));
  }
}
