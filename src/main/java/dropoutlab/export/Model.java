package dropoutlab.export;

import dropoutlab.data.DataSet;
import dropoutlab.data.Schema;
import dropoutlab.data.TargetUnit;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Progress;
import dropoutlab.frame.Weights;
import dropoutlab.predict.MethodNoise;
import dropoutlab.predict.NoiseFit;
import dropoutlab.predict.Predictor;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Intervention;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.Task;
import dropoutlab.train.Schedule;
import dropoutlab.words.Words;
import java.util.List;

/// A trained network and everything that is needed to predict with it.
///
/// @param seed  the seed of the experiment, from which predictions draw their masks unless another is given
/// @param noise the noise fitted by the training, for each method separately; null for classes and for
///              reconstructed inputs. For a network that
///              learns its noise, it is the mean learnt noise and the factors that would rescale it
public record Model(String title, long seed, NetworkSpec network, Schema schema, MethodNoise noise, Weights weights) {

  /// Makes a model of the network as a frame shows it, even in the middle of an epoch, with the drop rates of the last
  /// step.
  public static Model of(Frame frame, DataSet data) {
    Experiment asked = frame.experiment();
    Progress progress = frame.progress();
    NetworkSpec network = Schedule.inForce(asked, dropRates(asked, progress.step()), Math.max(0, progress.step() - 1),
        progress.batches());
    return new Model(asked.title(), asked.seed(), network, data.schema(), noise(asked, data, network, frame.weights()),
        frame.weights());
  }

  private static List<Double> dropRates(Experiment experiment, long steps) {
    List<Double> rates = experiment.network().dropRates();
    long at = -1;
    for (Intervention each : experiment.interventions()) {
      if (each instanceof Intervention.SetDropRates(long step, List<Double> p, String network)
          && network == null && step >= at && step < steps) {
        rates = p;
        at = step;
      }
    }
    return rates;
  }

  private static MethodNoise noise(Experiment experiment, DataSet data, NetworkSpec network, Weights weights) {
    if (data.schema().task() != Task.REGRESSION) return null;
    Predictor predictor = new Predictor(data.schema(), network, weights, experiment.seed());
    return MethodNoise.fitted(predictor, NoiseFit.examplesFor(experiment.data(), data), true);
  }

  /// Returns whether the answers are probabilities.
  public boolean isOfClasses() { return schema.task() == Task.CLASSIFICATION; }

  /// Returns whether the network has learnt, by a second output, how much the targets vary at each input.
  public boolean learnsNoise() {
    return schema.task() == Task.REGRESSION && weights.biases().getLast().cols() == 2;
  }

  public TargetUnit unit() { return TargetUnit.of(schema); }

  /// Returns this model. Throws an [IllegalArgumentException] if its noise is not finite, because no reader would
  /// accept the file.
  public Model sound() {
    if (noise == null || noise.isFinite()) return this;
    throw new IllegalArgumentException(Words.of("export.model.noise"));
  }

  public Predictor predictor(long seed) {
    return new Predictor(schema, network, weights, seed);
  }
}
