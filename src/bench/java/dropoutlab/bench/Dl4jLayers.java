package dropoutlab.bench;

import java.util.List;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/// The architectures made of Deeplearning4j's layers. Its dropout comes before a layer and takes the probability to
/// keep; its SGD with momentum exists only in Nesterov's form. It has no encoder block.
final class Dl4jLayers {
  private Dl4jLayers() {}

  static boolean has(Architecture architecture) {
    return switch (architecture) {
      case Architecture.Mlp _, Architecture.ConvNet _, Architecture.Lstm _ -> true;
      case Architecture.Encoder _ -> false;
    };
  }

  static MultiLayerConfiguration of(Work work) {
    NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder().seed(1).weightInit(WeightInit.RELU)
        .updater(new Nesterovs(Work.RATE, Work.MOMENTUM)).list();
    switch (work.architecture()) {
      case Architecture.Mlp(int features, List<Integer> hidden, int _) -> {
        for (int i = 0; i < hidden.size(); i++) layers.layer(dense(hidden.get(i), i > 0));
        layers.setInputType(InputType.feedForward(features));
      }
      case Architecture.ConvNet(int side, List<Integer> maps, int _) -> {
        for (int each : maps) layers.layer(convolution(each)).layer(pooling());
        layers.setInputType(InputType.convolutional(side, side, 1));
      }
      case Architecture.Lstm(int steps, int features, int units, int _) -> layers
          .layer(new LastTimeStep(new LSTM.Builder().nOut(units).activation(Activation.TANH).build()))
          .setInputType(InputType.recurrent(features, steps));
      case Architecture.Encoder _ -> throw new IllegalArgumentException("Deeplearning4j has no encoder block.");
    }
    return layers.layer(output(work)).build();
  }

  private static DenseLayer dense(int units, boolean afterDropout) {
    DenseLayer.Builder layer = new DenseLayer.Builder().nOut(units).activation(Activation.RELU);
    if (afterDropout) layer.dropOut(drop());
    return layer.build();
  }

  private static ConvolutionLayer convolution(int maps) {
    return new ConvolutionLayer.Builder(3, 3).nOut(maps).convolutionMode(ConvolutionMode.Same).activation(Activation.RELU)
        .build();
  }

  private static SubsamplingLayer pooling() {
    return new SubsamplingLayer.Builder(PoolingType.MAX).kernelSize(2, 2).stride(2, 2).build();
  }

  private static OutputLayer output(Work work) {
    return new OutputLayer.Builder(work.regression() ? LossFunction.MSE : LossFunction.MCXENT).nOut(work.outputs())
        .activation(work.regression() ? Activation.IDENTITY : Activation.SOFTMAX).dropOut(drop()).build();
  }

  private static Dropout drop() { return new Dropout(1 - Work.DROP); }
}
