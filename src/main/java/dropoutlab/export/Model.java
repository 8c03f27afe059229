package dropoutlab.export;

import dropoutlab.data.DataSet;
import dropoutlab.data.Schema;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Progress;
import dropoutlab.frame.Weights;
import dropoutlab.predict.NoiseFit;
import dropoutlab.predict.Predictor;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Intervention;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.Task;
import dropoutlab.train.Schedule;
import java.util.List;

/// A trained network and all that is needed to predict with it.
///
/// @param seed    the experiment's, from which predictions draw their masks unless another is asked for
/// @param noiseSd τ^-1/2 in the target's units; null for classes
public record Model(String title, long seed, NetworkSpec network, Schema schema, Double noiseSd, Weights weights) {
  private static final int NOISE_PASSES = 50;

  /// The network as a frame shows it, in the middle of an epoch too, with the drop rates of the last step.
  public static Model of(Frame frame, DataSet data) {
    Experiment asked = frame.experiment();
    Progress progress = frame.progress();
    NetworkSpec network = Schedule.inForce(asked, dropRates(asked, progress.step()), Math.max(0, progress.step() - 1),
        progress.batches());
    return new Model(asked.title(), asked.seed(), network, data.schema(), noiseSd(asked, data, network, frame.weights()),
        frame.weights());
  }

  private static List<Double> dropRates(Experiment experiment, long steps) {
    List<Double> rates = experiment.network().dropRates();
    long at = -1;
    for (Intervention each : experiment.interventions()) {
      if (each instanceof Intervention.SetDropRates(long step, List<Double> p) && step >= at && step < steps) {
        rates = p;
        at = step;
      }
    }
    return rates;
  }

  private static Double noiseSd(Experiment experiment, DataSet data, NetworkSpec network, Weights weights) {
    if (data.schema().task() == Task.CLASSIFICATION) return null;
    Predictor predictor = new Predictor(data.schema(), network, weights, experiment.seed());
    return NoiseFit.noiseSd(predictor, NoiseFit.examplesFor(experiment.data(), data), NOISE_PASSES);
  }

  /// Refuses, in a sentence, a network whose passes leave a noise that is no finite number: nothing reads it back.
  public Model sound() {
    if (noiseSd == null || Float.isFinite(noiseSd.floatValue())) return this;
    throw new IllegalArgumentException("the noise of the targets around its passes is no finite number");
  }

  public Predictor predictor(long seed) {
    return new Predictor(schema, network, weights, seed);
  }
}
