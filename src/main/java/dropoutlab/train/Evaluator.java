package dropoutlab.train;

import dropoutlab.data.DataSet;
import dropoutlab.data.Examples;
import dropoutlab.data.TargetUnit;
import dropoutlab.math.Tensor;
import dropoutlab.nn.Loss;
import dropoutlab.nn.Network;
import dropoutlab.spec.Task;

/// Measures loss and error of a network on a set of examples, masks off.
final class Evaluator {
  private final Network network;
  private final DataSet data;
  private final Loss loss;
  private final Tensor output;
  private final Tensor prediction;

  /// Makes an evaluator on the weights of `network`, which leaves the network's last batch as it is.
  Evaluator(Network network, DataSet data, Loss loss) {
    this.network = network.sharing();
    this.data = data;
    this.loss = loss;
    output = new Tensor(0, network.outputs());
    prediction = new Tensor(0, data.schema().outputs());
  }

  /// @param error the share of wrong classes, or the root mean squared error over all outputs in the target's unit
  record Score(float loss, float error) {}

  Score score(Examples examples) {
    network.infer(examples.x(), output);
    float mean = (float) loss.value(output, examples.y());
    return new Score(mean, (float) (data.schema().task() == Task.CLASSIFICATION ? errorRate(examples) : rmse(examples)));
  }

  private double rmse(Examples examples) {
    loss.predict(output, prediction);
    double scaled = Math.sqrt(Loss.MEAN_SQUARED_ERROR.value(prediction, examples.y()));
    return TargetUnit.of(data.schema()).length(scaled);
  }

  private double errorRate(Examples examples) {
    int wrong = 0;
    for (int row = 0; row < examples.size(); row++) if (predicted(row) != examples.label(row)) wrong++;
    return wrong / (double) examples.size();
  }

  private int predicted(int row) {
    if (output.cols() == 1) return output.at(row, 0) > 0 ? 1 : 0;
    int best = 0;
    for (int c = 1; c < output.cols(); c++) if (output.at(row, c) > output.at(row, best)) best = c;
    return best;
  }
}
