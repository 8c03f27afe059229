package dropoutlab.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.Parameter;
import dropoutlab.spec.RegulariserSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Oracle: by hand.
class RegulariserTest {
  private final Parameter weights = new Parameter(Tensor.of(2, 3, 3, -0.5f, 0, 4, 0, 0), new Tensor(2, 3), true);
  private final Parameter biases = new Parameter(Tensor.of(1, 3, 10, -10, 2), new Tensor(1, 3), false);
  private final List<Parameter> parameters = List.of(weights, biases);

  @Test void l1AddsTheSignOfTheWeightsAndNothingAtZero() {
    weights.gradient().fill(1);
    new Regulariser(new RegulariserSpec(0.25, 0, 0)).addGradients(parameters);
    assertThat(weights.gradient().data()).containsExactly(1.25f, 0.75f, 1, 1.25f, 1, 1);
    assertThat(biases.gradient().data()).containsOnly(0);
  }

  /// λ/2 w² has the gradient λ w, not 2 λ w.
  @Test void l2AddsTheWeightsThemselves() {
    weights.gradient().fill(1);
    new Regulariser(new RegulariserSpec(0, 0.5, 0)).addGradients(parameters);
    assertThat(weights.gradient().data()).containsExactly(2.5f, 0.75f, 1, 3, 1, 1);
    assertThat(biases.gradient().data()).containsOnly(0);
  }

  @Test void bothPenaltiesAddUp() {
    new Regulariser(new RegulariserSpec(0.25, 0.5, 0)).addGradients(parameters);
    assertThat(weights.gradient().data()).containsExactly(1.75f, -0.5f, 0, 2.25f, 0, 0);
  }

  /// Columns are units: (3, 4) has norm 5 and is scaled to 2; (-0.5, 0) lies inside; (0, 0) stays 0, not NaN.
  @Test void maxNormScalesTheIncomingWeightsOfEachUnitThatIsTooLong() {
    new Regulariser(new RegulariserSpec(0, 0, 2)).project(parameters);
    float[] w = weights.value().data();
    assertThat(w[0]).isCloseTo(1.2f, within(1e-6f));
    assertThat(w[3]).isCloseTo(1.6f, within(1e-6f));
    assertThat(new float[] {w[1], w[2], w[4], w[5]}).containsExactly(-0.5f, 0, 0, 0);
    assertThat(biases.value().data()).containsExactly(10, -10, 2);
    assertThat(weights.gradient().data()).containsOnly(0);
  }

  @Test void maxNormServesLayersOfDifferentWidthsInTurn() {
    Parameter wide = new Parameter(Tensor.of(1, 5, 3, -3, 1, 0, 2), new Tensor(1, 5), true);
    Parameter narrow = new Parameter(Tensor.of(2, 1, 30, 40), new Tensor(2, 1), true);
    new Regulariser(new RegulariserSpec(0, 0, 2)).project(List.of(wide, narrow, weights));
    assertThat(wide.value().data()).containsExactly(new float[] {2, -2, 1, 0, 2}, within(1e-6f));
    assertThat(narrow.value().data()).containsExactly(new float[] {1.2f, 1.6f}, within(1e-6f));
  }

  @Test void nothingIsPenalisedByDefault() {
    Regulariser none = new Regulariser(new RegulariserSpec(0, 0, 0));
    none.addGradients(parameters);
    none.project(parameters);
    assertThat(weights.gradient().data()).containsOnly(0);
    assertThat(weights.value().data()).containsExactly(3, -0.5f, 0, 4, 0, 0);
  }

  private static Tensor smoothed(double share, Tensor labels) {
    new Regulariser(new RegulariserSpec(0, 0, 0, share)).smooth(labels);
    return labels;
  }

  /// By hand: 0.9 + 0.1/4 and 0.1/4; for two classes in one column 0.9 + 0.05 and 0.05.
  @Test void smoothingSpreadsAShareOverAllClasses() {
    assertThat(smoothed(0.1, Tensor.of(1, 4, 1, 0, 0, 0)).data())
        .containsExactly(new float[] {0.925f, 0.025f, 0.025f, 0.025f}, within(1e-7f));
    assertThat(smoothed(0.1, Tensor.of(2, 1, 1, 0)).data()).containsExactly(new float[] {0.95f, 0.05f}, within(1e-7f));
    assertThat(smoothed(0, Tensor.of(1, 2, 0.3f, 0.7f)).data()).containsExactly(0.3f, 0.7f);
  }

  /// Reference: PyTorch's CrossEntropyLoss(label_smoothing=0.1) for these logits and target 0.
  @Test void smoothedLabelsCostWhatPyTorchSays() {
    Tensor smoothed = smoothed(0.1, Tensor.of(1, 4, 1, 0, 0, 0));
    assertThat(Loss.SOFTMAX_CROSS_ENTROPY.value(Tensor.of(1, 4, 2, 1, 0, -1), smoothed))
        .isCloseTo(0.5901897, within(1e-7));
  }

  /// The loss is least if the right logit is log(K (1-ε)/ε + 1) above the others: 4.510860 for K = 10 and 9.105090 for
  /// K = 1000, with ε = 0.1.
  @Test void theBestLogitGapOfSmoothedLabelsIsFinite() {
    for (int classes : new int[] {10, 1000}) {
      Tensor labels = new Tensor(1, classes), logits = new Tensor(1, classes), dOut = new Tensor(0, classes);
      labels.set(0, 0, 1);
      logits.set(0, 0, classes == 10 ? 4.510860f : 9.105090f);
      Loss.SOFTMAX_CROSS_ENTROPY.gradient(logits, smoothed(0.1, labels), dOut);
      assertThat(dOut.at(0, 0)).isCloseTo(0, within(1e-5f));
    }
  }
}
