package dropoutlab.bench;

import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import java.util.Arrays;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/// Deeplearning4j with its workspaces.
final class Dl4j implements Contender {
  private final MultiLayerNetwork network;
  private final INDArray x;
  private final INDArray y;

  Dl4j(Work work, int rows) {
    network = new MultiLayerNetwork(Dl4jLayers.of(work));
    network.init();
    x = inputs(work, rows);
    y = array(work.y(rows), rows, work.outputs());
  }

  /// Deeplearning4j puts the steps of a sequence in the last dimension.
  private static INDArray inputs(Work work, int rows) {
    Tensor x = work.x(rows);
    Shape shape = work.architecture().inputs();
    return switch (work.architecture()) {
      case Architecture.Mlp _ -> array(x, rows, shape.size());
      case Architecture.ConvNet _ -> array(x, rows, shape.maps(), shape.rows(), shape.cols());
      case Architecture.Lstm _, Architecture.Encoder _ -> array(x, rows, shape.rows(), shape.cols()).permute(0, 2, 1).dup();
    };
  }

  private static INDArray array(Tensor values, int... shape) {
    return Nd4j.create(Arrays.copyOf(values.data(), values.size()), shape, 'c');
  }

  @Override public double step() {
    network.fit(x, y);
    return network.score();
  }

  @Override public Object pass() { return network.output(x, true).data().asFloat(); }
}
