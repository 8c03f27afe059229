package dropoutlab.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.spec.Activation;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.spec.Initialisation;
import dropoutlab.spec.LayerSpec;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.NetworkSpec.HiddenLayer;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Oracle: networks written by hand.
class NetworkSectionTest {
  private static final List<LayerSpec> BODY = List.of(new LayerSpec.DenseLayer(7), new LayerSpec.LayerNorm(1e-5));
  private static final HiddenLayer FIRST =
      new HiddenLayer(9, Activation.SELU, 0.1, new DropoutSpec.Alpha(false));
  private static final HiddenLayer LAST =
      new HiddenLayer(5, Activation.TANH, 0.2, new DropoutSpec.DropConnect(DropoutSpec.DropConnect.Inference.MEAN, 7));
  private static final NetworkSpec NETWORK =
      new NetworkSpec(0.3, BODY, List.of(FIRST, LAST), Initialisation.LECUN);

  @Test void otherUnitsKeepBodyActivationsRatesAndMethodsAndNewLayersAreLikeTheLast() {
    assertThat(NetworkSection.withUnits(NETWORK, List.of(12, 6, 3))).isEqualTo(new NetworkSpec(0.3, BODY, List.of(
        new HiddenLayer(12, Activation.SELU, 0.1, FIRST.method()),
        new HiddenLayer(6, Activation.TANH, 0.2, LAST.method()),
        new HiddenLayer(3, Activation.TANH, 0.2, LAST.method())), Initialisation.LECUN));
    assertThat(NetworkSection.withUnits(NETWORK, List.of(4)).hidden()).containsExactly(
        new HiddenLayer(4, Activation.SELU, 0.1, FIRST.method()));
  }

  @Test void layersWhereThereWereNoneAreThoseOfAFileThatSaysNothing() {
    NetworkSpec linear = NETWORK.withHidden(List.of());
    assertThat(NetworkSection.withUnits(linear, List.of(3)).hidden())
        .containsExactly(new HiddenLayer(3, Activation.RELU, 0));
  }

  @Test void anotherActivationKeepsAllElse() {
    assertThat(NetworkSection.withActivation(NETWORK, Activation.GELU)).isEqualTo(new NetworkSpec(0.3, BODY, List.of(
        new HiddenLayer(9, Activation.GELU, 0.1, FIRST.method()),
        new HiddenLayer(5, Activation.GELU, 0.2, LAST.method())),
        Initialisation.LECUN));
  }
}
