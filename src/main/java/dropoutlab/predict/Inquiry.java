package dropoutlab.predict;

import dropoutlab.data.DataSet;
import dropoutlab.data.Schema;
import dropoutlab.frame.Frame;
import dropoutlab.frame.NoiseSource;
import dropoutlab.frame.Sampling;
import dropoutlab.frame.Table;
import dropoutlab.math.Tensor;
import dropoutlab.spec.Task;
import java.util.function.ObjIntConsumer;

/// What all answers begin with: whose weights, on what data, by which passes.
record Inquiry(Frame frame, DataSet data, Sampling sampling, Effort effort, PassCount count) {
  Schema schema() { return data.schema(); }

  boolean regression() { return schema().task() == Task.REGRESSION; }

  int passes() { return sampling.passes(); }

  /// Masks off.
  Tensor deterministic(Tensor x) { return Predictor.of(frame, schema()).deterministic(x); }

  /// At the beginning of its streams: pass t is the same thinned network in all answers.
  Predictor sampled() { return Predictor.of(frame, schema(), sampling); }

  Predictive predict(Tensor x) { return predict(x, sampling.held(), (_, _) -> {}); }

  Predictive predict(Tensor x, boolean held, ObjIntConsumer<Tensor> each) {
    return McDropout.predict(sampled(), x, passes(), held, (answer, pass) -> {
      each.accept(answer, pass);
      count.one();
    });
  }

  /// The noise of a regression that does not learn it for each input, in the target's unit, fitted where that is asked
  /// to passes with the same drop rates; NaN where the network says it itself, or predicts classes. A glance fits none: 0.
  double noiseSd(NoiseSource source) {
    Predictor predictor = sampled();
    if (!regression() || predictor.learnsVariance()) return Double.NaN;
    boolean untold = source instanceof NoiseSource.Fitted && !effort.tellsNoise();
    return untold ? 0 : Tau.noiseSd(source, frame, data, predictor);
  }

  static Table table(Tensor tensor) { return Table.copyOf(tensor.data(), tensor.rows(), tensor.cols()); }

  /// The roots of one column of variances, (n x 1).
  static Table roots(Table variance) {
    return Table.generate(variance.rows(), 1, (row, _) -> (float) Math.sqrt(variance.at(row, 0)));
  }
}
