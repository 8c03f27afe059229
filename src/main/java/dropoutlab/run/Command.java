package dropoutlab.run;

import dropoutlab.data.DataSet;
import dropoutlab.frame.Checkpoint;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Query;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Intervention;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

/// The requests that a view may send to the simulation thread. Commands are executed in order between two batches.
public sealed interface Command {
  /// Ends the present run and starts another, which trains at once if `play`.
  ///
  /// @param run  the number of the new run, greater than all before; [Lab#load] chooses it
  /// @param from where a run that was saved goes on; empty if the run begins at its first step
  record Load(long run, Experiment experiment, DataSet data, Optional<Checkpoint> from, boolean play)
      implements Command {
    public Load {
      Objects.requireNonNull(from);
      Objects.requireNonNull(experiment);
      Objects.requireNonNull(data);
    }
  }

  /// Sets the greatest number of training steps per second; positive infinity means full speed.
  record SetSpeed(double stepsPerSecond) implements Command {
    public SetSpeed {
      if (!(stepsPerSecond > 0))
        throw new IllegalArgumentException("The speed must be positive, but is " + stepsPerSecond);
    }
  }

  /// A command for one run, the one that the user saw when sending it. It is dropped if another run has started since,
  /// because a pin, an epoch or a place of one network means nothing in the next.
  sealed interface OfRun extends Command {
    long run();
  }

  /// Continues the training; after the planned epochs are done, it adds as many again.
  record Play(long run) implements OfRun {}

  record Pause(long run) implements OfRun {}

  /// Pauses and takes one whole training step.
  record Step(long run) implements OfRun {}

  /// Pauses and takes one half-step.
  record HalfStep(long run) implements OfRun {}

  /// Changes drop rates or pins a unit from the next step on, without a reset; the step number in `change` is ignored.
  /// A change that does not fit the network is reported as a fault, and changes nothing.
  record Intervene(long run, Intervention change) implements OfRun {
    public Intervene { Objects.requireNonNull(change); }
  }

  /// Pauses and shows the network as it was after the given epoch; empty returns to the present.
  record Scrub(long run, OptionalInt epoch) implements OfRun {
    public Scrub { Objects.requireNonNull(epoch); }
  }

  /// Pauses and shows the present batch under other masks, drawn for looking; the training goes on as if nothing had
  /// been drawn.
  ///
  /// @param draw the number of the draw: the same number gives the same masks
  record Redraw(long run, long draw) implements OfRun {}

  /// Sets the query that every frame answers from now on in one slot; empty for none. It stands until the data change.
  record Ask(long run, Slot slot, Optional<Query> query) implements OfRun {
    public Ask {
      Objects.requireNonNull(slot);
      Objects.requireNonNull(query);
    }
  }

  /// Asks for something that changes nothing in the run. Where the command is dropped, the reply completes with an
  /// exception whose message is a sentence.
  sealed interface WithReply<T> extends OfRun {
    CompletableFuture<T> reply();

    static Optional<WithReply<?>> in(Command command) {
      return command instanceof WithReply<?> asked ? Optional.of(asked) : Optional.empty();
    }
  }

  /// Takes the run as it stands between two steps.
  ///
  /// @param mostPastBytes see [dropoutlab.train.TrainingSession#checkpoint]
  record Save(long run, long mostPastBytes, CompletableFuture<Saved> reply) implements WithReply<Saved> {
    public Save { Objects.requireNonNull(reply); }
  }

  /// Builds a frame of a past epoch, as [Scrub] would show it.
  record Past(long run, int epoch, CompletableFuture<Frame> reply) implements WithReply<Frame> {
    public Past { Objects.requireNonNull(reply); }
  }
}
