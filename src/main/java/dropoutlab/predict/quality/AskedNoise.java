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

/// The noise that a view asks for, of the weights in a frame. A fitted noise is each method's own; one that is given,
/// or follows from a prior, is the same for all.
public record AskedNoise(NoiseSource source, Frame frame, DataSet data) {
  /// @param predictor at the beginning of its streams, with the drop rates that will be used
  /// @throws IllegalArgumentException when a prior is asked of a training without weight decay
  public Noise passes(Predictor predictor, boolean held) {
    return noise(predictor.learnsVariance(), () -> NoiseFit.passes(predictor, examples(), held));
  }

  /// Of an ensemble, or of one network with masks off.
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

  /// Whether it is found by passes, rather than told.
  public boolean isFitted() {
    return switch (source) {
      case NoiseSource.Fitted _, NoiseSource.Rescaled _ -> true;
      case NoiseSource.Given _, NoiseSource.Prior _ -> false;
    };
  }

  /// The noise that exact Bayesian regression is told; empty where it finds its own.
  public OptionalDouble told(Noise noise) {
    return isFitted() || Double.isNaN(noise.sd()) ? OptionalDouble.empty() : OptionalDouble.of(noise.sd());
  }
}
