package dropoutlab.predict;

import dropoutlab.data.Examples;
import java.util.List;

/// The standard deviation τ^-1/2 of the noise around what each of two methods says, in the target's unit.
public record MethodNoise(double deterministic, double mcDropout) {
  private static final int FIT_PASSES = 50;

  /// For classes, and for a network that learns the variance of its target: neither is asked for noise.
  public static final MethodNoise NONE = new MethodNoise(Double.NaN, Double.NaN);

  public static MethodNoise same(double noiseSd) { return new MethodNoise(noiseSd, noiseSd); }

  /// The noise under which known targets are most likely, for each method by itself: what the passes' variance explains
  /// is noise to the deterministic network.
  public static MethodNoise fitted(Predictor predictor, Examples examples) {
    Predictive masksOff = new EnsemblePrediction(List.of(predictor)).predict(examples.x());
    return new MethodNoise(
        Tau.atLeast(NoiseFit.noiseSd(predictor.schema(), masksOff, examples), predictor.schema()),
        Tau.atLeast(NoiseFit.noiseSd(predictor, examples, FIT_PASSES), predictor.schema()));
  }
}
