package dropoutlab.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.Parameter;
import dropoutlab.spec.OptimiserSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Oracle: by hand, from a weight of 0, where a float shows the step itself. [TorchParityTest] covers longer runs.
class OptimiserTest {
  private final Parameter weight = new Parameter(new Tensor(1, 3), Tensor.of(1, 3, 4, -0.01f, 0), true);

  private float[] afterUpdates(int updates, OptimiserSpec spec) {
    Optimiser optimiser = new Optimiser(spec, List.of(weight));
    for (int i = 0; i < updates; i++) optimiser.update();
    return weight.value().data();
  }

  @Test void sgdMovesByTheGradient() {
    assertThat(afterUpdates(3, new OptimiserSpec.Sgd(0.5))).containsExactly(-6, 0.015f, 0);
  }

  /// v = g, 1.5 g, 1.75 g: 4.25 g in all.
  @Test void momentumGathersTheGradients() {
    assertThat(afterUpdates(3, new OptimiserSpec.Momentum(0.5, 0.5))[0]).isEqualTo(-8.5f);
  }

  /// g + v / 2 with the same v: 1.5 g, 1.75 g, 1.875 g: 5.125 g in all.
  @Test void nesterovLooksAhead() {
    assertThat(afterUpdates(3, new OptimiserSpec.Nesterov(0.5, 0.5))[0]).isEqualTo(-10.25f);
  }

  /// s = 0.0001 g², so the first step is the rate times 1 / 0.01, whatever the gradient's size.
  @Test void rmsPropDividesByTheRootOfTheMeanSquare() {
    float[] w = afterUpdates(1, new OptimiserSpec.RmsProp(0.001, 0.9999, 1e-12));
    assertThat(w).containsExactly(new float[] {-0.1f, 0.1f, 0}, within(1e-7f));
  }

  /// Kingma and Ba 2015, section 2.1: with one gradient throughout, the bias corrections make every step the rate.
  @Test void adamMovesByTheRateUnderAConstantGradient() {
    float[] w = afterUpdates(5, new OptimiserSpec.Adam(0.001, 0.9, 0.999, 1e-8));
    assertThat(w[0]).isCloseTo(-0.005f, within(1e-8f));
    assertThat(w[1]).isCloseTo(0.005f, within(2e-8f));
    assertThat(w[2]).isZero();
  }

  /// The decay multiplies by 1 - 0.1 x 0.5 before the step of Adam, and does not apply to biases.
  @Test void adamWDecaysTheWeightsThemselvesAndNoBiases() {
    Parameter decaying = new Parameter(Tensor.of(1, 1, 2), Tensor.of(1, 1, 0), true);
    Parameter bias = new Parameter(Tensor.of(1, 1, 2), Tensor.of(1, 1, 0), false);
    new Optimiser(new OptimiserSpec.AdamW(0.1, 0.9, 0.999, 1e-8, 0.5), List.of(decaying, bias)).update();
    assertThat(decaying.value().data()).containsExactly(1.9f);
    assertThat(bias.value().data()).containsExactly(2);
  }
}
