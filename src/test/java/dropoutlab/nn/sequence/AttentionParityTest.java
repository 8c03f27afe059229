package dropoutlab.nn.sequence;

import static dropoutlab.nn.Parity.assertClose;
import static dropoutlab.nn.Parity.tensor;
import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.math.RandomStream;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import dropoutlab.nn.TorchParityTest;
import dropoutlab.nn.build.LayerBuilder;
import dropoutlab.nn.layer.Layer;
import dropoutlab.nn.layer.Mode;
import dropoutlab.spec.LayerSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// `MultiheadAttention` and `TransformerEncoderLayer` of PyTorch 1.13 in double precision, with given masks: forward,
/// input gradient and parameter gradients. The numbers were written by `src/test/python/parity_attention.py`.
class AttentionParityTest {
  record Case(String name, LayerSpec layer, int steps, int width, List<float[][]> parameters, float[][] x, float[][] y,
              float[][] dOut, float[][] dx, List<float[][]> gradients, List<float[][]> masks) {
    @Override public String toString() { return name; }
  }

  static Case[] cases() throws IOException {
    return TorchParityTest.read("attention.json", Case[].class);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void layerIsPyTorchs(Case each) {
    Layer layer = layer(each);
    assertThat(layer.parameters()).hasSize(each.parameters().size());
    for (int i = 0; i < each.parameters().size(); i++)
      layer.parameters().get(i).value().copyFrom(tensor(each.parameters().get(i)));
    Tensor x = tensor(each.x());
    assertClose("y", layer.forward(x, Mode.TRAIN), each.y());
    assertClose("dx", layer.backward(tensor(each.dOut())), each.dx());
    for (int i = 0; i < each.gradients().size(); i++)
      assertClose("gradient " + i, layer.parameters().get(i).gradient(), each.gradients().get(i));
  }

  /// The layers ask for their streams in the order of the masks; attention's mask is missing if nothing is dropped.
  private static Layer layer(Case each) {
    List<float[][]> masks = new ArrayList<>(each.masks());
    if (masks.size() % 2 == (each.layer() instanceof LayerSpec.Attention ? 0 : 1)) masks.addFirst(new float[0][]);
    return new LayerBuilder(i -> i < masks.size() ? new RandomStream(TorchParityTest.words(masks.get(i))) : null, 0)
        .all(List.of(each.layer()), Shape.sequence(each.steps(), each.width())).getFirst().layer();
  }
}
