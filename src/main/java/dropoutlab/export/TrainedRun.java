package dropoutlab.export;

import dropoutlab.data.DataSet;
import dropoutlab.frame.Frame;
import dropoutlab.frame.History;
import dropoutlab.frame.Phase;
import dropoutlab.frame.RunState;
import dropoutlab.frame.Weights;
import dropoutlab.predict.MethodNoise;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.train.Failure;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;

/// The result of a run at the end of an epoch: everything from which its files are written.
///
/// @param experiment the experiment with as many epochs as are done, so that training it again gives the same bits
/// @param network    the network with the drop rates of the last step
/// @param twin       the weights of the twin; null without a twin
/// @param noise      as in [Model]; null for classes
/// @param beside     what became of the networks beside, in their order
public record TrainedRun(Experiment experiment, DataSet data, History history, NetworkSpec network, Weights weights,
                         Weights twin, MethodNoise noise, long steps, List<Neighbour> beside) {
  public TrainedRun { beside = List.copyOf(beside); }

  /// The result of a network beside, as if it were the experiment's own, or the reason why nothing of it is kept.
  ///
  /// @param run     the result; empty if the network has stopped alone
  /// @param failure the reason in sentences; empty if there is a result
  public record Neighbour(String name, Optional<TrainedRun> run, Optional<String> failure) {
    private static Neighbour of(String name, Frame frame, DataSet data) {
      Optional<String> stopped = frame.network(name).orElseThrow().failure().map(RunState.Failed::sentences);
      if (stopped.isPresent()) return new Neighbour(name, Optional.empty(), stopped);
      TrainedRun run = TrainedRun.of(frame.seenFrom(name), data);
      if (run.isSound()) return new Neighbour(name, Optional.of(run), Optional.empty());
      Failure failure = Failure.diverged(Words.of("beside.noise", frame.progress().epoch(), name),
          run.experiment.optimiser().learningRate(), Words.of("beside.nothing"));
      return new Neighbour(name, Optional.empty(), Optional.of(failure.cause() + " " + failure.advice()));
    }
  }

  /// Makes the result from a frame at the end of an epoch, or before the first.
  public static TrainedRun of(Frame frame, DataSet data) {
    int epoch = frame.progress().epoch();
    if (frame.progress().batch() != 0 || frame.progress().phase() != Phase.UPDATE)
      throw new IllegalArgumentException("A run is written at the end of an epoch, not at " + frame.progress());
    Experiment asked = frame.experiment();
    Experiment done = asked.withTraining(asked.training().doneAfter(epoch));
    Model model = Model.of(frame, data);
    return new TrainedRun(done, data, frame.history(), model.network(), frame.weights(), frame.twin(), model.noise(),
        frame.progress().step(), frame.beside().stream().map(name -> Neighbour.of(name, frame, data)).toList());
  }

  /// Returns whether the values that are known only at the end are finite too, so that they can be written.
  public boolean isSound() { return noise == null || noise.isFinite(); }

  public boolean hasTwin() { return twin != null; }

  public Model model() {
    return new Model(experiment.title(), experiment.seed(), network, data.schema(), noise, weights);
  }
}
