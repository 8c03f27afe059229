package dropoutlab.nn.layer;

import static dropoutlab.nn.Gradients.gaussian;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import dropoutlab.nn.Network;
import dropoutlab.spec.Initialisation;
import dropoutlab.spec.LayerSpec;
import dropoutlab.spec.NetworkSpec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Oracles: arithmetic by hand, and bits compared before and after.
class BatchNormTest {
  /// By hand: the mean is 3, the variance 2 (1/n) or 4 (1/(n-1)); the running statistics are 0.25 x 3 and 0.75 + 0.25 x
  /// 4.
  @Test void runningStatisticsMoveByTheMomentumWithTheUnbiasedVariance() {
    BatchNorm layer = new BatchNorm(Shape.vector(1), 0, 0.25);
    Tensor y = layer.forward(Tensor.of(2, 1, 3 - (float) Math.sqrt(2), 3 + (float) Math.sqrt(2)), Mode.TRAIN);
    assertThat(y.at(0, 0)).isCloseTo(-1, within(1e-6f));
    assertThat(y.at(1, 0)).isCloseTo(1, within(1e-6f));
    assertThat(layer.buffers().get(0).at(0, 0)).isCloseTo(0.75f, within(1e-6f));
    assertThat(layer.buffers().get(1).at(0, 0)).isCloseTo(1.75f, within(1e-6f));
  }

  /// By hand: a single value is its own mean and has variance 0, so that the output is β; its unbiased variance does
  /// not exist.
  @Test void aSingleValueGivesBetaAndLeavesTheRunningStatistics() {
    BatchNorm layer = new BatchNorm(Shape.vector(2), 1e-5, 0.5);
    layer.parameters().get(1).value().fill(7);
    assertThat(layer.forward(Tensor.of(1, 2, 100, -3), Mode.TRAIN).data()).containsExactly(7, 7);
    assertThat(layer.backward(Tensor.of(1, 2, 1, 2)).data()).containsExactly(0, 0);
    assertThat(layer.buffers().get(0).data()).containsExactly(0, 0);
    assertThat(layer.buffers().get(1).data()).containsExactly(1, 1);
  }

  @ParameterizedTest
  @EnumSource(names = "TRAIN", mode = EnumSource.Mode.EXCLUDE)
  void passesThatDoNotTrainLeaveEveryBitOfTheRunningStatistics(Mode mode) {
    List<LayerSpec> inner = List.of(new LayerSpec.Conv2d(3, 3, 1, 1), new LayerSpec.BatchNorm(1e-5, 0.1),
        new LayerSpec.DropBlock(0.2, 2));
    List<LayerSpec> body = List.of(new LayerSpec.Conv2d(3, 3, 1, 1), new LayerSpec.BatchNorm(1e-5, 0.1),
        new LayerSpec.SpatialDropout(0.5),
        new LayerSpec.Residual(inner, 0.3, LayerSpec.Residual.DepthMode.BATCH, true));
    NetworkSpec spec = new NetworkSpec(0.1, body, List.of(), Initialisation.HE);
    Network network = new Network(spec, new Shape(1, 4, 4), 2, i -> RandomStream.of(1, Purpose.MASKS, i));
    network.initialise(spec, 1);
    for (int step = 0; step < 3; step++) network.forward(gaussian(6, 16, step), Mode.TRAIN);
    var before = network.weights();
    assertThat(before.body().get(4).at(0, 0)).as("a running mean that has moved").isNotZero();
    Tensor out = new Tensor(0, 2), first = new Tensor(0, 2), x = gaussian(600, 16, 9);
    network.pass(x, mode, first);
    network.pass(x, mode, out);
    assertThat(network.weights()).isEqualTo(before);
    if (mode == Mode.INFERENCE) assertThat(out.data()).containsExactly(first.data());
    else assertThat(out.data()).isNotEqualTo(first.data());
  }

  @Test void aSharingCopySeesTheStatisticsOfTraining() {
    BatchNorm layer = new BatchNorm(new Shape(2, 2, 2), 1e-5, 0.1), copy = layer.sharing();
    layer.forward(gaussian(5, 8, 1), Mode.TRAIN);
    Tensor x = gaussian(3, 8, 2);
    Tensor y = layer.forward(x, Mode.INFERENCE).copy();
    assertThat(copy.forward(x, Mode.INFERENCE).copy().data()).containsExactly(y.data());
  }
}
