package dropoutlab.nn.spatial;

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
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Layers of the body against PyTorch 1.13 in double precision: forward, input gradient, parameter gradients and
/// running statistics. The numbers were written by `src/test/python/parity_spatial.py`.
class SpatialParityTest {
  record Batch(Mode mode, float[][] x, float[][] y, float[][] dOut, float[][] dx, List<float[][]> gradients,
               float[][] masks) {}

  record Case(String name, LayerSpec layer, int[] shape, List<float[][]> parameters, List<Batch> batches,
              List<float[][]> buffers) {
    @Override public String toString() { return name; }
  }

  static Case[] cases() throws IOException {
    return TorchParityTest.read("spatial.json", Case[].class);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void layerIsPyTorchs(Case each) {
    Layer layer = layer(each);
    for (int i = 0; i < each.parameters().size(); i++)
      layer.parameters().get(i).value().copyFrom(tensor(each.parameters().get(i)));
    for (Batch batch : each.batches()) {
      Tensor x = tensor(batch.x());
      assertClose("y", layer.forward(x, batch.mode()), batch.y());
      assertClose("dx", layer.backward(tensor(batch.dOut())), batch.dx());
      for (int i = 0; i < batch.gradients().size(); i++)
        assertClose("gradient " + i, layer.parameters().get(i).gradient(), batch.gradients().get(i));
    }
    assertThat(layer.buffers()).hasSize(each.buffers().size());
    for (int i = 0; i < each.buffers().size(); i++)
      assertClose("buffer " + i, layer.buffers().get(i), each.buffers().get(i));
  }

  private static Layer layer(Case each) {
    Shape shape = new Shape(each.shape()[0], each.shape()[1], each.shape()[2]);
    float[][] masks = each.batches().getFirst().masks();
    var stream = masks == null ? null : new RandomStream(TorchParityTest.words(masks));
    return new LayerBuilder(_ -> stream, 0).all(List.of(each.layer()), shape).getFirst().layer();
  }
}
