package dropoutlab.export;

import dropoutlab.data.DataSet;
import dropoutlab.frame.Frame;
import dropoutlab.frame.History;
import dropoutlab.frame.Phase;
import dropoutlab.frame.Weights;
import dropoutlab.predict.NoiseFit;
import dropoutlab.predict.Predictor;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Intervention;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.Task;
import java.util.List;

/// What a run has reached at the end of an epoch: all that its files are written from.
///
/// @param experiment with as many epochs as are done, so that training it again gives the same bits
/// @param network    with the drop rates that the last step was trained with
/// @param twin       null without a twin
/// @param noiseSd    τ^-1/2 in the target's units; null for classes
public record TrainedRun(Experiment experiment, DataSet data, History history, NetworkSpec network, Weights weights,
                         Weights twin, Double noiseSd, long steps) {
  private static final int NOISE_PASSES = 50;

  /// From a frame at the end of an epoch, the first or a later one.
  public static TrainedRun of(Frame frame, DataSet data) {
    int epoch = frame.progress().epoch();
    if (epoch < 1 || frame.progress().batch() != 0 || frame.progress().phase() != Phase.UPDATE)
      throw new IllegalArgumentException("A run is written at the end of an epoch, not at " + frame.progress());
    Experiment asked = frame.experiment();
    Experiment done = asked.withTraining(asked.training().doneAfter(epoch)).withInterventions(asked.interventions());
    NetworkSpec network = asked.network().withDropRates(dropRates(asked, frame.progress().step()));
    return new TrainedRun(done, data, frame.history(), network, frame.weights(), frame.twin(),
        noiseSd(done, data, network, frame.weights()), frame.progress().step());
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

  public boolean hasTwin() { return twin != null; }

  public Model model() {
    return new Model(experiment.title(), experiment.seed(), network, data.schema(), noiseSd, weights);
  }
}
