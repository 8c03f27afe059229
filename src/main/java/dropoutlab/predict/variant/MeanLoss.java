package dropoutlab.predict.variant;

import dropoutlab.data.DataSet;
import dropoutlab.data.Examples;
import dropoutlab.frame.Matrix;
import dropoutlab.math.Tensor;
import dropoutlab.nn.Loss;
import dropoutlab.spec.Task;

/// The mean loss of predictions that are already made: cross-entropy in nats, or the squared error of standardised
/// targets.
final class MeanLoss {
  /// No prediction of probability 0 costs without bound.
  private static final double LEAST = 1e-12;

  private MeanLoss() {}

  /// @param predicted (examples x classes) probabilities, or (examples x 1) standardised
  static double of(Tensor predicted, DataSet data, Examples examples) {
    return of((row, column) -> predicted.at(row, column), data, examples);
  }

  static double of(Matrix predicted, DataSet data, Examples examples) { return of(predicted::at, data, examples); }

  private static double of(Matrix.Cell predicted, DataSet data, Examples examples) {
    double sum = 0;
    for (int row = 0; row < examples.size(); row++) {
      if (data.schema().task() == Task.REGRESSION) {
        double error = predicted.at(row, 0) - examples.y().at(row, 0);
        sum += error * error;
      } else {
        sum -= Math.log(Math.max(LEAST, predicted.at(row, examples.label(row))));
      }
    }
    return sum / examples.size();
  }

  /// Does the same for what a network puts out: logits, or values with or without their learnt variance.
  static double ofOutputs(Matrix outputs, DataSet data, Examples examples) {
    if (data.schema().task() == Task.REGRESSION) return of(outputs, data, examples);
    Tensor logits = new Tensor(outputs.rows(), outputs.cols());
    outputs.copyInto(logits.data(), 0);
    return Loss.ofNetwork(data.schema().task(), outputs.cols()).value(logits, examples.y());
  }
}
