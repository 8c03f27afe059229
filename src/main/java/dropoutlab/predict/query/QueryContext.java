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

/// What all answers begin with: whose weights, on what data, with how much effort.
record QueryContext(Frame frame, DataSet data, Effort effort, PassCount count) {
  Schema schema() { return data.schema(); }

  boolean regression() { return schema().task() == Task.REGRESSION; }

  TargetUnit unit() { return TargetUnit.of(schema()); }

  InputSpace space() { return new InputSpace(data); }

  /// Masks off, in the user's unit.
  Matrix deterministic(Tensor x) { return unit().values(Predictor.of(frame, schema()).deterministic(x)); }

  /// At the beginning of its streams: pass t is the same thinned network in all answers.
  Predictor sampled(Sampling sampling) { return Predictor.of(frame, schema(), sampling); }

  Predictive predict(Sampling sampling, Tensor x) { return predict(sampling, x, (_, _) -> {}); }

  Predictive predict(Sampling sampling, Tensor x, ObjIntConsumer<Tensor> each) {
    return McDropout.predict(sampled(sampling), x, sampling.passes(), sampling.held(), (answer, pass) -> {
      each.accept(answer, pass);
      count.one();
    });
  }

  /// The noise of the passes, fitted where that is asked to passes with the same drop rates. A glance fits none: 0.
  Noise noise(Sampling sampling, NoiseSource source) {
    AskedNoise asked = asked(source);
    return asked.isFitted() && !effort.tellsNoise() ? Noise.UNTOLD
        : asked.passes(sampled(sampling), sampling.held());
  }

  AskedNoise asked(NoiseSource source) { return new AskedNoise(source, frame, data); }
}
