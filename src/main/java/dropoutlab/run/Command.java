package dropoutlab.run;

import dropoutlab.data.DataSet;
import dropoutlab.frame.PortraitRequest;
import dropoutlab.frame.Question;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Pin;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What a view may ask of the simulation thread. Commands are carried out in order between two batches.
public sealed interface Command {
  /// Ends the present run and starts another, playing at once if `play`.
  record Load(Experiment experiment, DataSet data, boolean play) implements Command {}

  /// Trains on; after the planned epochs are done, as many again.
  record Play() implements Command {}

  record Pause() implements Command {}

  /// Pauses and takes one whole training step.
  record Step() implements Command {}

  /// Pauses and takes one half-step.
  record HalfStep() implements Command {}

  /// Starts the same experiment again from its first weights, without the interventions of the last run.
  record Reset() implements Command {}

  /// How many training steps a second at most; positive infinity is flat out.
  record SetSpeed(double stepsPerSecond) implements Command {}

  /// New drop rates, the input's first: take effect at the next step, without a reset.
  record SetDropRates(List<Double> p) implements Command {
    public SetDropRates { p = List.copyOf(p); }
  }

  /// Pins a unit of a layer (0 is the input).
  record SetPin(int layer, int unit, Pin pin) implements Command {}

  /// Pauses and shows the network as it was after the given epoch; empty returns to the present.
  record Scrub(OptionalInt epoch) implements Command {}

  /// What is to be computed beside the training from now on.
  record Watch(PortraitRequest request) implements Command {}

  /// The question that every frame is to answer from now on; empty for none.
  record Ask(Optional<Question> question) implements Command {}
}
