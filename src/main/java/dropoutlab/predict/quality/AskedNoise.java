package dropoutlab.predict.quality;

import dropoutlab.data.DataSet;
import dropoutlab.data.Examples;
import dropoutlab.data.TargetUnit;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Noise;
import dropoutlab.frame.NoiseSource;
import dropoutlab.predict.EnsemblePrediction;
import dropoutlab.predict.NoiseFit;
import dropoutlab.predict.Predictor;
import dropoutlab.predict.Tau;
import dropoutlab.spec.Task;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/// The noise that a view asks for, with the weights in a frame. A fitted noise is fitted to each method separately; a
/// noise that is given, or follows from a prior, is the same for all methods.
public record AskedNoise(NoiseSource source, Frame frame, DataSet data) {
  /// Returns the noise around each pass.
  ///
  /// @param predictor at the beginning of its random streams, with the drop rates that will be used
  /// @throws IllegalArgumentException if a prior is asked for and the training has no weight decay
  public Noise passes(Predictor predictor, boolean held) {
    return noise(predictor.learnsVariance(), () -> NoiseFit.passes(predictor, examples(), held));
  }

  /// Returns the noise around each member of an ensemble, or around one network with masks off.
  Noise ensemble(EnsemblePrediction members) {
    return noise(members.learnsVariance(), () -> NoiseFit.ensemble(members, examples()));
  }

  private Noise noise(boolean learnt, Supplier<Noise> fit) {
    boolean rescaled = source instanceof NoiseSource.Rescaled;
    if (data.schema().task() == Task.CLASSIFICATION || learnt && !rescaled) return Noise.AS_LEARNT;
    return switch (source) {
      case NoiseSource.Fitted _, NoiseSource.Rescaled _ -> fit.get();
      case NoiseSource.Given(double tau) -> Noise.of(1 / Math.sqrt(tau));
      case NoiseSource.Prior(double lengthScale) -> Noise.of(TargetUnit.of(data.schema()).length(
          1 / Math.sqrt(Tau.ofPrior(Tau.keep(frame.dropRates()), lengthScale, data.train().size(),
              Tau.weightDecay(frame.experiment())))));
    };
  }

  private Examples examples() { return NoiseFit.examplesFor(frame.experiment().data(), data); }

  /// Returns whether the noise is found by passes and not given.
  public boolean isFitted() {
    return switch (source) {
      case NoiseSource.Fitted _, NoiseSource.Rescaled _ -> true;
      case NoiseSource.Given _, NoiseSource.Prior _ -> false;
    };
  }

  /// Returns the noise that is given to exact Bayesian regression; empty if that fits its own.
  public OptionalDouble told(Noise noise) {
    return isFitted() || Double.isNaN(noise.sd()) ? OptionalDouble.empty() : OptionalDouble.of(noise.sd());
  }
}
