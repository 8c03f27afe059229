package dropoutlab.predict;

import dropoutlab.data.Examples;
import dropoutlab.frame.Noise;
import java.util.function.UnaryOperator;

/// The observation noise of each of two methods.
public record MethodNoise(Noise deterministic, Noise mcDropout) {
  /// No noise is added: for classes, and for a network that has learnt variances which are used unchanged.
  public static final MethodNoise AS_LEARNT = new MethodNoise(Noise.AS_LEARNT, Noise.AS_LEARNT);

  public static MethodNoise same(double noiseSd) { return new MethodNoise(Noise.of(noiseSd), Noise.of(noiseSd)); }

  /// Fits the noise under which known targets are most likely, for each method separately: what the spread of the
  /// passes explains counts as noise for the deterministic network.
  ///
  /// @param predictor at the beginning of its random streams
  /// @param held      whether a pass is one thinned network for all rows
  public static MethodNoise fitted(Predictor predictor, Examples examples, boolean held) {
    return new MethodNoise(NoiseFit.masksOff(predictor, examples), NoiseFit.passes(predictor, examples, held));
  }

  /// Returns whether all numbers are finite in single precision, in which a model file is read. They are not if
  /// predictions overflow.
  public boolean isFinite() {
    return Float.isFinite((float) (deterministic.sd() + mcDropout.sd() + deterministic.factor() + mcDropout.factor()));
  }

  public MethodNoise each(UnaryOperator<Noise> change) {
    return new MethodNoise(change.apply(deterministic), change.apply(mcDropout));
  }
}
