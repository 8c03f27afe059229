package dropoutlab.bench;

import dropoutlab.math.Tensor;
import java.util.Arrays;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/// Deeplearning4j with its workspaces. Its dropout stands before a layer and takes the probability to keep; its SGD
/// with momentum has Nesterov's form only.
final class Dl4j implements Contender {
  private final MultiLayerNetwork network;
  private final INDArray x;
  private final INDArray y;

  Dl4j(Work work, int rows) {
    network = new MultiLayerNetwork(configuration(work));
    network.init();
    x = array(work.x(rows));
    y = array(work.y(rows));
  }

  private static MultiLayerConfiguration configuration(Work work) {
    NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder().seed(1).weightInit(WeightInit.RELU)
        .updater(new Nesterovs(Work.RATE, Work.MOMENTUM)).list();
    int in = work.inputs();
    for (int units : work.hidden()) {
      DenseLayer.Builder layer = new DenseLayer.Builder().nIn(in).nOut(units).activation(Activation.RELU);
      if (in != work.inputs()) layer.dropOut(new Dropout(1 - Work.DROP));
      layers.layer(layer.build());
      in = units;
    }
    return layers.layer(new OutputLayer.Builder(work.regression() ? LossFunction.MSE : LossFunction.MCXENT).nIn(in)
        .nOut(work.outputs()).activation(work.regression() ? Activation.IDENTITY : Activation.SOFTMAX)
        .dropOut(new Dropout(1 - Work.DROP)).build()).build();
  }

  private static INDArray array(Tensor values) {
    return Nd4j.create(Arrays.copyOf(values.data(), values.size()), new int[] {values.rows(), values.cols()}, 'c');
  }

  @Override public double step() {
    network.fit(x, y);
    return network.score();
  }

  @Override public Object pass() { return network.output(x, true).data().asFloat(); }
}
