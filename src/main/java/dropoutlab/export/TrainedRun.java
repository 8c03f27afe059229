package dropoutlab.export;

import dropoutlab.data.DataSet;
import dropoutlab.frame.Frame;
import dropoutlab.frame.History;
import dropoutlab.frame.Phase;
import dropoutlab.frame.Weights;
import dropoutlab.predict.MethodNoise;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.NetworkSpec;

/// The result of a run at the end of an epoch: everything from which its files are written.
///
/// @param experiment the experiment with as many epochs as are done, so that training it again gives the same bits
/// @param network    the network with the drop rates of the last step
/// @param twin       the weights of the twin; null without a twin
/// @param noise      as in [Model]; null for classes
public record TrainedRun(Experiment experiment, DataSet data, History history, NetworkSpec network, Weights weights,
                         Weights twin, MethodNoise noise, long steps) {
  /// Makes the result from a frame at the end of an epoch, or before the first.
  public static TrainedRun of(Frame frame, DataSet data) {
    int epoch = frame.progress().epoch();
    if (frame.progress().batch() != 0 || frame.progress().phase() != Phase.UPDATE)
      throw new IllegalArgumentException("A run is written at the end of an epoch, not at " + frame.progress());
    Experiment asked = frame.experiment();
    Experiment done = asked.withTraining(asked.training().doneAfter(epoch));
    Model model = Model.of(frame, data);
    return new TrainedRun(done, data, frame.history(), model.network(), frame.weights(), frame.twin(), model.noise(),
        frame.progress().step());
  }

  /// Returns whether the values that are known only at the end are finite too, so that they can be written.
  public boolean isSound() { return noise == null || noise.isFinite(); }

  public boolean hasTwin() { return twin != null; }

  public Model model() {
    return new Model(experiment.title(), experiment.seed(), network, data.schema(), noise, weights);
  }
}
