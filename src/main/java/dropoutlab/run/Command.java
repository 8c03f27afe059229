package dropoutlab.run;

import dropoutlab.data.DataSet;
import dropoutlab.frame.Query;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Intervention;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/// What a view may ask of the simulation thread. Commands are carried out in order between two batches.
public sealed interface Command {
  /// Ends the present run and starts another, playing at once if `play`.
  ///
  /// @param run the number of the new run, greater than all before: [Lab#load] gives it
  record Load(long run, Experiment experiment, DataSet data, boolean play) implements Command {
    public Load {
      Objects.requireNonNull(experiment);
      Objects.requireNonNull(data);
    }
  }

  /// How many training steps a second at most; positive infinity is flat out.
  record SetSpeed(double stepsPerSecond) implements Command {
    public SetSpeed {
      if (!(stepsPerSecond > 0))
        throw new IllegalArgumentException("The speed must be positive, but is " + stepsPerSecond);
    }
  }

  /// What is meant for one run: the one that the person had before their eyes. Once another has taken its place the
  /// command is dropped, because a pin, an epoch or a probe of one network means nothing in the next.
  sealed interface OfRun extends Command {
    long run();
  }

  /// Trains on; after the planned epochs are done, as many again.
  record Play(long run) implements OfRun {}

  record Pause(long run) implements OfRun {}

  /// Pauses and takes one whole training step.
  record Step(long run) implements OfRun {}

  /// Pauses and takes one half-step.
  record HalfStep(long run) implements OfRun {}

  /// Changes drop rates or pins a unit from the next step on, without a reset; the step that `change` names is ignored.
  /// What does not fit the network is told as a fault, and changes nothing.
  record Intervene(long run, Intervention change) implements OfRun {
    public Intervene { Objects.requireNonNull(change); }
  }

  /// Pauses and shows the network as it was after the given epoch; empty returns to the present.
  record Scrub(long run, OptionalInt epoch) implements OfRun {
    public Scrub { Objects.requireNonNull(epoch); }
  }

  /// What every frame is to answer from now on in one slot; empty for nothing. It stands until the data change.
  record Ask(long run, Slot slot, Optional<Query> query) implements OfRun {
    public Ask {
      Objects.requireNonNull(slot);
      Objects.requireNonNull(query);
    }
  }
}
