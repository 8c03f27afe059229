package dropoutlab.predict;

import dropoutlab.data.Examples;
import dropoutlab.frame.Noise;
import java.util.function.UnaryOperator;

/// The noise around what each of two methods says.
public record MethodNoise(Noise deterministic, Noise mcDropout) {
  /// For classes, and for a network whose learnt variances are taken as they are.
  public static final MethodNoise AS_LEARNT = new MethodNoise(Noise.AS_LEARNT, Noise.AS_LEARNT);

  public static MethodNoise same(double noiseSd) { return new MethodNoise(Noise.of(noiseSd), Noise.of(noiseSd)); }

  /// The noise under which known targets are most likely, for each method by itself: what the passes' spread explains
  /// is noise to the deterministic network.
  ///
  /// @param predictor at the beginning of its streams
  /// @param held      whether a pass is one thinned network for all rows
  public static MethodNoise fitted(Predictor predictor, Examples examples, boolean held) {
    return new MethodNoise(NoiseFit.masksOff(predictor, examples), NoiseFit.passes(predictor, examples, held));
  }

  /// Not where predictions overflow. In single precision, as a model file is read.
  public boolean isFinite() {
    return Float.isFinite((float) (deterministic.sd() + mcDropout.sd() + deterministic.factor() + mcDropout.factor()));
  }

  public MethodNoise each(UnaryOperator<Noise> change) {
    return new MethodNoise(change.apply(deterministic), change.apply(mcDropout));
  }
}
