package dropoutlab.predict.query;

import dropoutlab.data.DataSet;
import dropoutlab.data.Schema;
import dropoutlab.data.TargetUnit;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Noise;
import dropoutlab.frame.NoiseSource;
import dropoutlab.frame.Sampling;
import dropoutlab.math.Tensor;
import dropoutlab.predict.McDropout;
import dropoutlab.predict.PassCount;
import dropoutlab.predict.Predictive;
import dropoutlab.predict.Predictor;
import dropoutlab.predict.quality.AskedNoise;
import dropoutlab.spec.Task;
import java.util.function.ObjIntConsumer;

/// What all answers begin with: whose weights, on what data, by which passes.
record Inquiry(Frame frame, DataSet data, Sampling sampling, Effort effort, PassCount count) {
  Schema schema() { return data.schema(); }

  boolean regression() { return schema().task() == Task.REGRESSION; }

  int passes() { return sampling.passes(); }

  TargetUnit unit() { return TargetUnit.of(schema()); }

  /// Masks off, in the user's unit.
  Matrix deterministic(Tensor x) { return unit().values(Predictor.of(frame, schema()).deterministic(x)); }

  /// At the beginning of its streams: pass t is the same thinned network in all answers.
  Predictor sampled() { return Predictor.of(frame, schema(), sampling); }

  Predictive predict(Tensor x) { return predict(x, sampling.held(), (_, _) -> {}); }

  Predictive predict(Tensor x, boolean held, ObjIntConsumer<Tensor> each) {
    return McDropout.predict(sampled(), x, passes(), held, (answer, pass) -> {
      each.accept(answer, pass);
      count.one();
    });
  }

  /// The noise of the passes, fitted where that is asked to passes with the same drop rates. A glance fits none: 0.
  Noise noise(NoiseSource source) {
    AskedNoise asked = asked(source);
    return asked.isFitted() && !effort.tellsNoise() ? Noise.UNTOLD : asked.passes(sampled(), sampling.held());
  }

  AskedNoise asked(NoiseSource source) { return new AskedNoise(source, frame, data); }
}
